"""Keeping an entry (durable, indexed, undoable) against a raw insert and commit of the same row with its index."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.services.session import Session
from relationship_journal.store.words import indexed
from tests.bench.invented_notes import note
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement

WARM_UP = 20


class RawJournal:
    """The same file, written by hand: one row and its full text in one transaction, nothing else."""

    def __init__(self, path: Path) -> None:
        self.connection: Any = dbapi2.connect(str(path), isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.document = 1 << 62

    def keep(self, draft: EntryDraft) -> None:
        """Insert and commit; the pairs for the index are made here too, as any program would have to."""
        self.document += 1
        row = (draft.kind.value, draft.day.isoformat(), draft.time, draft.text, draft.source.value)
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO entry (kind, day, time, text, source) VALUES (?, ?, ?, ?, ?)", row)
        self.connection.execute(
            "INSERT INTO entry_index (rowid, text) VALUES (?, ?)", (self.document, indexed(draft.text))
        )
        self.connection.execute("COMMIT")


def milliseconds(work: Any, *arguments: Any) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - began) * 1000


def first_time(path: Path, work: Callable[[Session], object]) -> float:
    """How long `work` takes on a journal just opened, which keeps nothing in memory yet."""
    session = Session.open(path)
    taken = milliseconds(work, session)
    session.close()
    return taken


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Both by turns on copies of the same journal; the first ones, which import SQLModel, are not counted."""
    rows = []
    chance = random.Random(7)
    for size, path in journals.items():
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            ours, theirs = Path(folder) / "ours.rjdb", Path(folder) / "raw.rjdb"
            shutil.copy(path, ours)
            shutil.copy(path, theirs)
            session, raw = Session.open(ours), RawJournal(theirs)
            kept, inserted = [], []
            for _ in range(rounds * 20 + WARM_UP):
                draft = EntryDraft(note(chance), UNTIL, EntryKind.CALL, contacts=(ContactId(chance.randint(1, 20)),))
                kept.append(milliseconds(session.journal.keep, draft))
                inserted.append(milliseconds(raw.keep, draft))
            session.close()
            raw.connection.close()
        rows.append(Measurement("keep an entry", kept[WARM_UP:], Goal(times=3), inserted[WARM_UP:], size))
    return rows
