"""What stands between the start and the first painted journal."""

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.make_journal import make
from tests.bench.measurement import ROOT

LATER = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "pypinyin", "babel", "qtawesome", "qtpy", "email", "asyncio"}


def test_the_journal_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    """The real program, started as a process on a journal: rows are on screen, SQLModel and its like not yet loaded."""
    make(tmp_path / "made.rjdb", entries=30, contacts=4, favours=3)
    start = [sys.executable, "-m", "tests.bench.first_paint", "journal", "--journal", str(tmp_path / "made.rjdb")]
    done = subprocess.run(start, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert LATER & set(told["imported"]) == set()
