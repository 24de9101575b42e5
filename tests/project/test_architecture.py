"""The layers of docs/architecture.md, kept by machine."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "relationship_journal"
SQL = {"sqlcipher3", "sqlite3", "sqlmodel", "sqlalchemy", "alembic"}
QT = {"PySide6", "shiboken6", "qtawesome", "qtpy"}


@cache
def modules() -> list[tuple[str, Path, ast.Module]]:
    """Every module of the program: its path within the package as text, its file, its syntax tree."""
    files = sorted(PACKAGE.rglob("*.py"))
    return [(path.relative_to(PACKAGE).as_posix(), path, ast.parse(path.read_text("utf-8"))) for path in files]


def imports(tree: ast.Module) -> set[str]:
    """Dotted names that a module imports anywhere, in functions too; `from a import b` gives `a.b`."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            beside = "relationship_journal." if node.level else ""  # only siblings may be named relatively
            names.update(f"{beside}{node.module or ''}.{alias.name}" for alias in node.names)
    return names


def users_of(tops: set[str], *, allowed: tuple[str, ...]) -> list[str]:
    return [
        name
        for name, _, tree in modules()
        if not name.startswith(allowed) and tops & {imported.split(".")[0] for imported in imports(tree)}
    ]


def test_each_layer_imports_only_what_stands_below_it() -> None:
    """The contracts in pyproject.toml hold; the layers are exhaustive, so a new package must find its place first."""
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_only_ui_knows_qt() -> None:
    """Qt stays in ui/, lazy imports included: everything else also runs where there is no screen."""
    assert users_of(QT, allowed=("ui/",)) == []


def test_only_store_knows_sql() -> None:
    """Rows and drivers stay in store/."""
    assert users_of(SQL, allowed=("store/",)) == []


def test_only_paths_asks_where_files_lie() -> None:
    """appdirs is asked in one place."""
    assert users_of({"appdirs"}, allowed=("paths",)) == []


def test_the_method_is_pure() -> None:
    """The domain needs the standard library and nothing else."""
    foreign = {
        (name, imported)
        for name, _, tree in modules()
        if name.startswith(("domain/", "i18n/"))
        for imported in imports(tree)
        if imported.split(".")[0] not in sys.stdlib_module_names | {"relationship_journal"}
    }
    assert foreign == set()


def test_view_models_have_no_widgets() -> None:
    """A view-model (`*_model.py` in ui/) imports neither QtWidgets nor a view: it is tested without a window."""
    guilty = {
        (name, imported)
        for name, _, tree in modules()
        if name.startswith("ui/") and name.endswith("_model.py")
        for imported in imports(tree)
        if imported.startswith("PySide6.QtWidgets")
        or any(part.endswith(("_view", "_dialog")) for part in imported.split("."))
    }
    assert guilty == set()


@pytest.mark.parametrize("word", ["utils", "helpers", "manager", "common", "data", "info"])
def test_a_module_is_named_for_what_it_does(word: str) -> None:
    """No module has a name that could hold anything."""
    assert [name for name, path, _ in modules() if path.stem == word or path.stem.endswith(f"_{word}")] == []


def test_a_module_holds_one_thing() -> None:
    """No module grows beyond 400 lines."""
    long = {name: lines for name, path, _ in modules() if (lines := len(path.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def test_values_are_declared_at_the_lean_price() -> None:
    """`dataclasses` compiles while the program starts; `relationship_journal.values` does not."""
    assert users_of({"dataclasses"}, allowed=("values/",)) == []
