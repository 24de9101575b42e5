"""What stands between the start and the first painted journal: counted, not timed."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.make_journal import make
from tests.bench.measurement import ROOT

LATER = {
    *("sqlmodel", "sqlalchemy", "pydantic", "alembic", "pypinyin", "babel", "qtawesome", "qtpy", "docx", "lxml", "bs4"),
    *("inspect", "ast", "argparse", "logging", "dis"),  # what Qt for Python would bring for developers
    *("email", "asyncio", "socket", "pickle", "hashlib", "tomllib", "dataclasses", "calendar", "html", "xml", "http"),
    *(f"relationship_journal.{package}" for package in ("cli", "importers", "reading", "reports")),
    *(f"relationship_journal.domain.{module}" for module in ("agenda", "ideas", "next_step", "recording", "situation")),
    *(f"relationship_journal.ui.{page}" for page in ("ladder", "review", "search", "command_palette", "drop", "help")),
    *(f"relationship_journal.ui.{page}" for page in ("contact_dialogs", "first_start", "printing", "settings_dialog")),
    *(f"relationship_journal.ui.{page}" for page in ("register", "repertoire", "trash", "trouble", "readings")),
    *(f"relationship_journal.ui.widgets.{one}" for one in ("sheet", "toast", "day_field", "check_box", "card")),
}
"""Libraries, and what belongs to no pane that is painted first."""
MOST = 160
"""Modules of its own that the program may have loaded when the first journal is painted. More is slower: see
docs/performance.md for what a module costs, and `ui/afterwards.py` for where else it can be loaded."""


def test_the_journal_is_painted_before_anything_else_is_imported(tmp_path: Path) -> None:
    """The real program, started as a process on a journal: rows are on screen; what they do not need is not loaded."""
    make(tmp_path / "made.rjdb", entries=30, contacts=4, favours=3)
    start = [sys.executable, "-m", "tests.bench.first_paint", "painted", "--journal", str(tmp_path / "made.rjdb")]
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **home}
    done = subprocess.run(start, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    imported = set(json.loads(done.stdout.splitlines()[-1])["imported"])
    assert LATER & imported == set()
    own = [name for name in imported if name.split(".")[0] == "relationship_journal"]
    assert len(own) <= MOST, f"{len(own)} modules"


def test_everything_is_there_soon_after(tmp_path: Path) -> None:
    """The same start, watched until nothing is under way: the ladder, the review and SQLModel came by themselves."""
    make(tmp_path / "made.rjdb", entries=30, contacts=4, favours=3)
    start = [sys.executable, "-m", "tests.bench.first_paint", "ready", "--journal", str(tmp_path / "made.rjdb")]
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **home}
    done = subprocess.run(start, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["ready_at"] > told["painted_at"]
