"""A note dragged from another program onto a contact is on disk, with its file, after `kill -9` right after it showed.

Needs Xvfb and xdotool. Prints what was found and exits with 1 where the journal lost anything.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SCREEN = ":97"
NOTE = "11月20日 跟王总通了电话\n\n他说樱桃**两天**就吃完了，还问起我的脖子。\n"
SOURCE = (1510, 50)
CONTACT = (110, 232)
PATIENCE = 20.0


def main() -> int:
    """Do it once and tell."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": folder, "DISPLAY": SCREEN, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        journal, note = home / "clients.rjdb", home / "通话.md"
        note.write_text(NOTE, "utf-8")
        ask(journal, environment, "init")
        ask(journal, environment, "contact", "add", "王建国", "--org", "澜海重工")
        running = [start(["Xvfb", SCREEN, "-screen", "0", "1600x900x24"], environment)]
        time.sleep(1)
        try:
            window = start([sys.executable, "-m", "relationship_journal", "--journal", str(journal)], environment)
            source = start([sys.executable, str(Path(__file__).parent / "drag_source.py"), str(note)], environment)
            running += [source, window]
            time.sleep(4)
            drag(environment, SOURCE, CONTACT)
            kept = wait_for(lambda: ask(journal, environment, "entry", "list"))
            window.send_signal(signal.SIGKILL)
            window.wait()
        finally:
            for process in reversed(running):
                process.kill()
                process.wait()
        entries, whole = ask(journal, environment, "entry", "list"), ask(journal, environment, "check")
        print(json.dumps(entries, ensure_ascii=False, indent=2))
        found = bool(kept) and len(entries) == 1 and entries[0]["attachments"] and whole["ok"]
        right = found and entries[0]["text"] == NOTE.strip("\n") and entries[0]["day"].endswith("-11-20")
        print("kept, with its file" if right else "NOT as it should be")
        return 0 if right else 1


def start(command: list[str], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """A process that runs beside this one."""
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


def ask(journal: Path, environment: dict[str, str], *words: str) -> Any:
    """The JSON of a command of the program."""
    command = [sys.executable, "-m", "relationship_journal", "--journal", str(journal), *words, "--json"]
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=False).stdout)


def drag(environment: dict[str, str], start_at: tuple[int, int], end_at: tuple[int, int]) -> None:
    """Press, move step by step, release: as a hand does."""

    def point(*words: str) -> None:
        subprocess.run(["xdotool", *words], env=environment, check=True)
        time.sleep(0.05)

    point("mousemove", *map(str, start_at))
    point("mousedown", "1")
    for part in range(1, 21):
        place = (start_at[axis] + (end_at[axis] - start_at[axis]) * part // 20 for axis in (0, 1))
        point("mousemove", *map(str, place))
    time.sleep(0.3)
    point("mouseup", "1")


def wait_for(look: Callable[[], Any]) -> Any:
    """What `look` finds, as soon as it finds something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := look():
            return found
    return None


if __name__ == "__main__":
    sys.exit(main())
