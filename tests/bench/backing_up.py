"""A backup of the journal, written and compared, against copying the file and having it on the disk."""

import os
import shutil
import tempfile
from pathlib import Path

from relationship_journal.services.session import Session
from tests.bench.keeping import milliseconds
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement


def copy(path: Path, target: Path) -> None:
    """The file, as the system copies it, and on the disk."""
    shutil.copyfile(path, target)
    with target.open("r+b") as written:
        os.fsync(written.fileno())


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Both by turns, to new files each time."""
    rows = []
    for size, path in journals.items():
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            journal = Path(folder) / "journal.rjdb"
            shutil.copy(path, journal)
            session = Session.open(journal)
            session.file.warm()
            ours, theirs = [], []
            for number in range(min(rounds, 10)):
                mine, plain = Path(folder) / f"backup-{number}", Path(folder) / f"copy-{number}"
                ours.append(milliseconds(session.backups.make, mine, UNTIL))
                theirs.append(milliseconds(copy, journal, plain))
                mine.unlink()
                plain.unlink()
            session.close()
        rows.append(Measurement("backup, compared", ours, Goal(times=1.5), theirs, size))
    return rows
