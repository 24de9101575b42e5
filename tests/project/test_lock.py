"""requirements.lock holds everything for every platform, by hash, and nothing of the machine that made it."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked() -> dict[str, str]:
    """Each locked library and its requirement with markers and hashes."""
    whole = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE))
    return {re.split(r"[=\[ ]", line)[0]: line for line in whole.splitlines() if line.strip()}


def name(requirement: str) -> str:
    return re.split(r"[=<>\[ ;~!]", requirement)[0].lower().replace("_", "-")


def test_the_lock_names_no_place() -> None:
    """No index, host, address or path stands in it: it works behind any mirror."""
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted-host|/home/|/root/|/opt/|@", LOCK)


def test_every_library_is_exact_and_hashed() -> None:
    """Each line is `name==version`, perhaps for one platform, with at least one SHA-256."""
    for library, line in locked().items():
        assert re.match(r"^[\w.-]+==[\w.+-]+ ", line), library
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), library


def test_everything_that_the_project_asks_for_is_locked() -> None:
    """Runtime and development libraries and the build backend, at the pinned versions where one is pinned."""
    asked = (
        PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"] + PROJECT["build-system"]["requires"]
    )
    assert {name(requirement) for requirement in asked} <= locked().keys()
    for requirement in asked:
        if "==" in requirement:
            assert locked()[name(requirement)].startswith(requirement.lower())


def test_other_platforms_are_locked_too() -> None:
    """Made on one platform, it installs on the others: libraries that only Windows or macOS need are there."""
    markers = {match for line in locked().values() for match in re.findall(r"sys_platform == '(\w+)'", line)}
    assert {"win32", "darwin"} <= markers


def test_what_the_program_imports_is_declared() -> None:
    """Every library that the program imports itself stands in its dependencies, not only by way of another one."""
    declared = {name(requirement) for requirement in PROJECT["project"]["dependencies"]}
    known_by = packages_distributions()
    imported: set[str] = set()
    for path in (ROOT / "relationship_journal").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                imported.add(node.module.split(".")[0])
    foreign = imported - sys.stdlib_module_names - {"relationship_journal"}
    needed = {name(distribution) for module in foreign for distribution in known_by[module]}
    # shiboken6 is PySide6's own other half, of the same release.
    assert needed - declared - {"shiboken6"} == set()
