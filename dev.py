"""Everything that a developer does, in one place: `python3 dev.py run|test|check|bench|build|shots [ARGUMENTS]`.

Needs nothing but Python 3.11 or newer. Whatever is missing is set up first: the virtual environment in `.venv`, the
locked libraries, and, on Debian and Ubuntu when allowed, Qt's system libraries and a font with Chinese.

run      start the program; what stands after `--` is for it: `python3 dev.py run -- --example`
test     checks and the whole suite, without a screen; with arguments only pytest with these arguments
check    ruff, format, types and layers
bench    measure the program against bare yardsticks; arguments are names of measurements, see `bench -- --help`
build    a folder in dist/ that runs without Python, tried once
shots    screenshots of every page and dialog, into shots/ or the folder named
"""

import ctypes
import hashlib
import importlib.util
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
LOCK = ROOT / "requirements.lock"
CATALOGUES = ROOT / "resources/locale/build_mo.py"

# What Qt's wheels expect of the system: the library as the loader names it, and Debian's package that has it.
SYSTEM_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
CHINESE_FONT = "fonts-wqy-microhei"
CHINESE_FONT_NAMES = ("cjk", "wqy", "droidsansfallback", "sourcehan", "notosanssc", "notosanshans", "uming", "ukai")


class SetupError(Exception):
    """Something is missing that this program may not or cannot install: the sentence says what to do."""


def say(text: str) -> None:
    """Progress goes to standard error: standard output belongs to what is run."""
    print(text, file=sys.stderr, flush=True)


def run(command: Sequence[str], *, quiet: bool = False, offscreen: bool = False) -> int:
    """Run a command in the project's folder and give its exit status.

    `quiet` keeps standard output free of it; `offscreen` lets Qt draw where there is no screen.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"} if offscreen else None
    output = sys.stderr if quiet else None
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=output, check=False).returncode


def must(command: Sequence[str], trouble: str, *, quiet: bool = False) -> None:
    """Run a command that the rest depends on; SetupError with `trouble` where it fails."""
    if run(command, quiet=quiet) != 0:
        raise SetupError(trouble)


def once(name: str, key: str, action: Callable[[], None]) -> None:
    """Do `action` unless it was done for the same `key` before; remembered in `.venv/<name>.stamp`."""
    stamp = VENV / f"{name}.stamp"
    if stamp.exists() and stamp.read_text("utf-8") == key:
        return
    action()
    stamp.write_text(key, "utf-8")


# --- the system -----------------------------------------------------------------------------------------------------


def has_library(soname: str) -> bool:
    """Whether the loader finds this shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_chinese_font(folders: Sequence[Path] | None = None) -> bool:
    """Whether a font with Chinese lies in the folders where fontconfig looks."""
    if folders is None:
        own = [Path.home() / ".fonts", Path.home() / ".local/share/fonts"]
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), *own]
    return any(
        name in file.name.lower().replace("-", "")
        for folder in folders
        for file in folder.rglob("*.[ot]t[cf]")
        for name in CHINESE_FONT_NAMES
    )


def missing_packages() -> list[str]:
    """Debian's packages that the program needs and this system lacks; empty on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for soname, package in SYSTEM_LIBRARIES.items() if not has_library(soname)]
    if importlib.util.find_spec("ensurepip") is None:  # Debian splits it off the standard library
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing if has_chinese_font() else [*missing, CHINESE_FONT]


def root_command() -> list[str] | None:
    """What stands before a command to run it as root without asking: nothing for root itself, None if not possible."""
    if os.name != "posix" or os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def apt_line(packages: Sequence[str]) -> str:
    """The line that a person types to install these packages."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def install_packages(packages: Sequence[str]) -> bool:
    """Install Debian's packages where that needs no question; else say the one line that does. Whether it was done."""
    as_root = root_command()
    if shutil.which("apt-get") is None:
        say(f"This system lacks, by Debian's names: {' '.join(packages)}")
        return False
    if as_root is None:
        say(f"This system lacks some of what the program needs. Please run:\n  {apt_line(packages)}")
        return False
    say(f"Installing {' '.join(packages)}")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    run([*apt, "update"], quiet=True)
    if run([*apt, "install", "--no-install-recommends", *packages], quiet=True) != 0:
        say(f"That did not work. Please run:\n  {apt_line(packages)}")
        return False
    importlib.invalidate_caches()
    return True


def set_up_system() -> None:
    """Qt's system libraries, Python's venv module and a font with Chinese. The font alone may be missing."""
    packages = missing_packages()
    if packages and not install_packages(packages):
        if packages != [CHINESE_FONT]:
            raise SetupError("Nothing was started.")
        say("Going on without a font for Chinese.")


# --- the environment ------------------------------------------------------------------------------------------------


def make_venv() -> None:
    """Make `.venv` anew."""
    say("Making .venv")
    must([sys.executable, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made.")


def pip_install(*arguments: str) -> None:
    """pip in `.venv`, quiet unless it fails."""
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    must([*pip, *arguments], "The libraries could not be installed.")


def install_lock() -> None:
    """Exactly what requirements.lock names, each file checked against its hash."""
    say("Installing the libraries of requirements.lock")
    pip_install("--require-hashes", "-r", str(LOCK))


def install_project() -> None:
    """The project itself, as it lies here; hash mode refuses editable installs, hence a step of its own."""
    pip_install("--no-build-isolation", "-e", str(ROOT))


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build_catalogues() -> None:
    """The translations whose source is newer than what was built from it."""
    if runpy.run_path(str(CATALOGUES))["stale"]():
        must([PYTHON, str(CATALOGUES)], "The translations could not be built.", quiet=True)


def set_up() -> None:
    """Bring everything to where the program runs; a fraction of a second when nothing changed."""
    set_up_system()
    if not Path(PYTHON).exists():
        (VENV / "venv.stamp").unlink(missing_ok=True)
    once("venv", f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}", make_venv)
    once("lock", digest(LOCK), install_lock)
    once("project", digest(ROOT / "pyproject.toml"), install_project)
    build_catalogues()


# --- the commands ---------------------------------------------------------------------------------------------------


def start(arguments: Sequence[str]) -> int:
    """The program with these arguments."""
    return run([PYTHON, "-m", "relationship_journal", *arguments])


def check(arguments: Sequence[str]) -> int:
    """Every check, also after one that failed; 1 where any did."""
    del arguments
    checks: list[tuple[str, list[str]]] = [
        ("ruff", [PYTHON, "-m", "ruff", "check", "--quiet"]),
        ("format", [PYTHON, "-m", "ruff", "format", "--quiet", "--check"]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("layers", [PYTHON, "-c", "from importlinter.cli import lint_imports_command as check; check()"]),
    ]
    failed = [name for name, command in checks if run(command, quiet=True) != 0]
    say(f"Checks that failed: {', '.join(failed)}" if failed else "Checks passed: ruff, format, types, layers")
    return 1 if failed else 0


def test(arguments: Sequence[str]) -> int:
    """Checks and the suite; with arguments, pytest with these."""
    pytest = [PYTHON, "-m", "pytest", *arguments]
    if arguments:
        return run(pytest, offscreen=True)
    checked = check([])
    return run(pytest, offscreen=True) or checked


def bench(arguments: Sequence[str]) -> int:
    """The measurements, printed side by side and kept in bench-results/."""
    return run([PYTHON, "-m", "tests.bench", *arguments], offscreen=True)


def shots(arguments: Sequence[str]) -> int:
    """Screenshots of every page and dialog."""
    return run([PYTHON, "-m", "tests.shots", *(arguments or ["shots"])], offscreen=True)


def build(arguments: Sequence[str]) -> int:
    """The bundle in dist/, and one walk through it."""
    pyinstaller = [PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *arguments, "build.spec"]
    return run(pyinstaller, quiet=True) or run([PYTHON, "-m", "tests.bundle"])


COMMANDS = {"run": start, "test": test, "check": check, "bench": bench, "build": build, "shots": shots}


def passed_on(arguments: Sequence[str]) -> list[str]:
    """The arguments of a command without the `--` that set them apart."""
    return list(arguments[1:] if arguments[:1] == ["--"] else arguments)


def main(arguments: Sequence[str]) -> int:
    """Set up, then do what is asked. 2 for wrong usage, 1 where the set-up is not possible, else the command's own."""
    if not arguments or arguments[0] not in COMMANDS:
        say(__doc__ or "")
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    try:
        set_up()
    except SetupError as error:
        say(str(error))
        return 1
    try:
        return COMMANDS[arguments[0]](passed_on(arguments[1:]))
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever Python is there, before anything is set up
        sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    sys.exit(main(sys.argv[1:]))
