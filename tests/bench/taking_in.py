"""Taking in a thousand text notes, against raw inserts of the same rows in as many transactions.

As the window does it: what the notes suggest is read later, beside it.
"""

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from relationship_journal.domain.contact import ContactId
from relationship_journal.services.session import Session
from relationship_journal.store.words import indexed
from tests.bench.invented_notes import note
from tests.bench.keeping import milliseconds
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement

NOTES = 1_000
WHOSE = ContactId(2)
FIRST = 1 << 30  # ids of the raw rows: above all that are there


def notes(folder: Path, chance: random.Random) -> list[Path]:
    """A thousand new files."""
    folder.mkdir()
    paths = []
    for number in range(NOTES):
        path = folder / f"note-{number}.txt"
        path.write_text(f"{note(chance)}\n{folder.name}-{number}\n", "utf-8")
        paths.append(path)
    return paths


class RawJournal:
    """The rows that an entry with its file is made of, written by hand."""

    def __init__(self, path: Path) -> None:
        self.connection: Any = dbapi2.connect(str(path), isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.number = FIRST

    def take(self, paths: list[Path], chunks: int) -> None:
        """Read each file and insert its rows; so many transactions for all."""
        each = max(1, len(paths) // chunks)
        for start in range(0, len(paths), each):
            self.connection.execute("BEGIN IMMEDIATE")
            for path in paths[start : start + each]:
                for sql, row in self.rows(path):
                    self.connection.execute(sql, row)
            self.connection.execute("COMMIT")

    def rows(self, path: Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Entry, its contact, its words in the index, its file in three tables."""
        self.number += 1
        content, day = path.read_bytes(), UNTIL.isoformat()
        text, digest = content.decode(), hashlib.sha256(content).hexdigest()
        yield (
            "INSERT INTO entry (id, kind, day, time, text, source) VALUES (?, 'note', ?, '', ?, 'dropped')",
            (self.number, day, text),
        )
        yield (
            (
                "INSERT INTO entry_contact (contact_id, day, time, entry_id, position, kind)"
                " VALUES (?, ?, '', ?, 0, 'note')"
            ),
            (WHOSE, day, self.number),
        )
        document = (1 << 62) + self.number
        yield "INSERT INTO entry_index (rowid, text) VALUES (?, ?)", (document, indexed(text))
        yield "INSERT INTO content (sha256, size) VALUES (?, ?)", (digest, len(content))
        yield "INSERT INTO chunk (sha256, number, content) VALUES (?, 0, ?)", (digest, content)
        yield (
            "INSERT INTO attachment (entry_id, position, name, sha256, media_type) VALUES (?, 0, ?, ?, 'text/plain')",
            (self.number, path.name, digest),
        )


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Both by turns on copies of the same journal, other notes each time; the first round is not counted."""
    rows = []
    chance = random.Random(23)
    for size, path in journals.items():
        with tempfile.TemporaryDirectory(dir=path.parent) as name:
            folder = Path(name)
            ours, theirs = folder / "ours.rjdb", folder / "raw.rjdb"
            shutil.copy(path, ours)
            shutil.copy(path, theirs)
            session, raw = Session.open(ours), RawJournal(theirs)
            chunks: list[object] = []
            session.hub.subscribe(lambda changes, _origin: chunks.append(changes))  # noqa: B023 - called in this round
            taken, inserted = [], []
            for number in range(max(2, min(rounds, 8)) + 1):
                paths = notes(folder / str(number), chance)
                chunks.clear()

                def take(paths: list[Path] = paths) -> None:
                    session.importing.take(paths, (WHOSE,), today=UNTIL)  # noqa: B023 - called in this round

                taken.append(milliseconds(take))
                inserted.append(milliseconds(raw.take, paths, len(chunks)))
            session.close()
            raw.connection.close()
        rows.append(Measurement(f"take in {NOTES:,} text notes", taken[1:], Goal(times=5), inserted[1:], size))
    return rows
