"""One walk through the built program, as somebody who has no Python: `python -m tests.bundle [FOLDER]`.

It tells its version, makes a journal, keeps an entry in Chinese and finds it, and opens its window on the example until
Qt has painted it; all of this in a home of its own. Prints each step; ends with 1 at the first that fails.
"""

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests/data/files/documents/chromium.pdf"
PATIENCE = 60  # seconds for a first start from a cold disk
ISOLATED = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


def answer(program: Path, environment: dict[str, str], *arguments: str) -> str:
    """What a command prints; CalledProcessError where it does not end well."""
    done = subprocess.run(
        [program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        raise SystemExit(f"{' '.join(arguments)}: ended with {done.returncode}")
    print(f"  {' '.join(arguments)}: {done.stdout.strip()[:100]}")
    return done.stdout


def hear(lines: Iterable[str], heard: queue.Queue[str]) -> None:
    """Pass on what a process says, line by line, until it ends."""
    for line in lines:
        heard.put(line)


def paints(program: Path, environment: dict[str, str], *arguments: str) -> None:
    """Start the window and wait until Qt says that it has put something on the screen; then end the process."""
    heard: queue.Queue[str] = queue.Queue()
    watched = {**environment, "QT_LOGGING_RULES": "qt.widgets.painting.debug=true", "QT_QPA_PLATFORM": "offscreen"}
    command = [str(program), *arguments]
    window = subprocess.Popen(
        command, env=watched, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    )
    assert window.stderr is not None
    threading.Thread(target=hear, args=[window.stderr, heard], daemon=True).start()
    said: list[str] = []
    try:
        while not any("Flushing" in line for line in said):
            said.append(heard.get(timeout=PATIENCE))
    except queue.Empty:
        raise SystemExit(f"no window was painted: {''.join(said[-20:])}") from None
    finally:
        window.terminate()
        window.wait(PATIENCE)
    print(f"  {' '.join(arguments)}: painted")


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def walk(folder: Path) -> None:
    """The walk; SystemExit at the first step that fails."""
    program = folder / ("relationship-journal.exe" if os.name == "nt" else "relationship-journal")
    home = Path(tempfile.mkdtemp(prefix="relationship-journal-bundle-"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment |= dict.fromkeys(ISOLATED, str(home))
    journal = ["--journal", str(home / "手账.rjdb")]
    try:
        answer(program, environment, "--version")
        answer(program, environment, *journal, "init")
        answer(program, environment, *journal, "contact", "add", "王建国")
        answer(program, environment, *journal, "entry", "add", "-c", "王建国", "他推荐了一位老中医")
        found = json.loads(answer(program, environment, *journal, "search", "中医", "--json"))
        if len(found) != 1:
            raise SystemExit("the entry that was kept was not found")
        read = json.loads(answer(program, environment, *journal, "import", str(SAMPLE), "--json"))
        if read["files"][0]["kept_unknown"]:
            raise SystemExit("the PDF was kept, but not read")
        paints(program, environment, "--example")
        example = json.loads(answer(program, environment, "--example", "info", "--json"))
        if example["entries"] < 150:
            raise SystemExit("the example journal is not whole")
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if not any((folder / "_internal/licences").iterdir()):
        raise SystemExit("the licences are missing")
    print(f"  {folder.name}: {size(folder) / 1e6:.0f} MB")


def main(arguments: Sequence[str]) -> int:
    """The command line."""
    walk(Path(arguments[0]) if arguments else ROOT / "dist/relationship-journal")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
