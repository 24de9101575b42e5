"""A backup is the journal as it stood at one moment, whole or not there at all; and it comes back."""

import os
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FileDraft
from relationship_journal.domain.problems import (
    JournalBusy,
    JournalDamaged,
    JournalExists,
    JournalMissing,
    NotAJournal,
    Problem,
)
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import word
from relationship_journal.services.backup import restore
from relationship_journal.services.session import Session
from relationship_journal.store import backing_up

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A journal of one contact with ten entries, one of them with a file; its last words still in the log."""
    made = Session.open(tmp_path / "journal.rjdb", create=True)
    who = made.contacts.add(ContactDraft("王建国"))
    for number in range(10):
        made.journal.keep(EntryDraft(f"说了第{number}件事", TODAY, contacts=(who.id,), files=files(number)))
    yield made
    made.close()


def files(number: int) -> tuple[FileDraft, ...]:
    """A file of some size with the first entry."""
    return (FileDraft("scan.bin", bytes(range(256)) * 9000),) if not number else ()


def texts(path: Path) -> list[str]:
    """What a journal holds, newest first, as a program that opens it reads it."""
    opened = Session.open(path)
    found = [row.entry.text for row in opened.reads.timeline(EVERYONE, limit=100) if row.entry is not None]
    assert opened.check() == ()
    opened.close()
    return found


def left_in(folder: Path) -> set[str]:
    """The names of what lies in a folder."""
    return {path.name for path in folder.iterdir()}


def test_a_backup_is_the_journal(session: Session, tmp_path: Path) -> None:
    """Made while the journal is open: all entries and files are in it, and the journal knows on which day it was."""
    told: list[tuple[int, int]] = []
    place = session.backups.make(None, TODAY, progress=lambda done, of: told.append((done, of)))
    assert place == tmp_path / "journal.backup-2026-11-23.rjdb"
    assert len(texts(place)) == 10
    assert told[-1][0] == told[-1][1] == 2 * place.stat().st_size
    assert session.reads.info().last_backup == "2026-11-23"
    assert session.history.can_undo() is not None
    assert session.backups.make(None, TODAY) == tmp_path / "journal.backup-2026-11-23-2.rjdb"


def test_others_read_and_write_meanwhile(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half-way through the copy somebody writes: it is kept, and is not in the backup, which is of one moment."""
    real, wrote = backing_up._handle, threading.Event()

    def handle(path: Path) -> Any:
        writer = threading.Thread(target=lambda: session.journal.keep(EntryDraft("meanwhile", TODAY)))
        writer.start()
        writer.join(20)
        wrote.set()
        other = Session.open(session.path)
        other.journal.keep(EntryDraft("by another program", TODAY))
        other.close()
        return real(path)

    monkeypatch.setattr(backing_up, "_handle", handle)
    session.backups.make(tmp_path / "copy.rjdb", TODAY)
    assert wrote.is_set()
    assert len(texts(tmp_path / "copy.rjdb")) == 10
    assert session.reads.timeline_count(EVERYONE) == 12


def test_somebody_reads_an_older_state(session: Session, tmp_path: Path) -> None:
    """A reader that does not end keeps the log in use: SQLite copies then, and the backup is whole all the same."""
    reader = session.file.connection()
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchone()
    session.file._writing.execute("PRAGMA busy_timeout = 50")
    session.journal.keep(EntryDraft("later", TODAY))
    copied = threading.Thread(target=lambda: session.backups.make(tmp_path / "copy.rjdb", TODAY))
    copied.start()
    copied.join(20)
    reader.execute("ROLLBACK")
    assert len(texts(tmp_path / "copy.rjdb")) == 11


def test_a_file_that_stands_there_is_not_replaced(session: Session, tmp_path: Path) -> None:
    """Unless one says so; and never the journal itself."""
    target = tmp_path / "other.rjdb"
    target.write_text("mine")
    with pytest.raises(JournalExists):
        session.backups.make(target, TODAY)
    assert target.read_text() == "mine"
    with pytest.raises(Problem):
        session.backups.make(session.path, TODAY, replace=True)
    session.backups.make(target, TODAY, replace=True)
    assert len(texts(target)) == 10


def test_a_full_disk_leaves_nothing(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no room for what is written last: nothing is left, and the day is not noted."""

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = left_in(tmp_path)
    with pytest.raises(Problem) as told:
        session.backups.make(tmp_path / "copy.rjdb", TODAY)
    assert "No space left" in word(told.value.message)
    assert left_in(tmp_path) == before
    assert session.reads.info().last_backup is None


def test_a_failing_disk_leaves_nothing(session: Session, tmp_path: Path) -> None:
    """One byte of what was written becomes another: it is told, nothing is left, and the day is not noted."""

    def failing(done: int, both: int) -> None:
        if done * 2 == both:
            (written,) = tmp_path.glob(".copy.rjdb.*")
            with written.open("r+b") as file:
                file.seek(5000)
                file.write(b"?")

    before = left_in(tmp_path)
    with pytest.raises(Problem) as told:
        session.backups.make(tmp_path / "copy.rjdb", TODAY, progress=failing)
    assert "not the same" in word(told.value.message)
    assert left_in(tmp_path) == before
    assert session.reads.info().last_backup is None


def test_a_backup_comes_back(session: Session, tmp_path: Path) -> None:
    """What was written after it is in the journal that is kept aside."""
    place = session.backups.make(None, TODAY)
    session.contacts.remove([ContactId(1)])
    session.journal.keep(EntryDraft("after it", TODAY))
    session.close()
    kept = restore(place, session.path)
    assert kept == tmp_path / "journal.before-restore.rjdb"
    assert len(texts(session.path)) == 10
    assert texts(kept)[0] == "after it"
    assert len(texts(place)) == 10


def test_a_damaged_journal_is_replaced_and_kept(session: Session, tmp_path: Path) -> None:
    """The case for which backups are made: the journal cannot be opened any more."""
    place = session.backups.make(None, TODAY)
    session.close()
    content = session.path.read_bytes()
    session.path.write_bytes(content[: len(content) // 2])
    kept = restore(place, session.path)
    assert kept is not None
    assert kept.stat().st_size == len(content) // 2
    assert len(texts(session.path)) == 10


def test_a_journal_that_is_open_is_left_alone(session: Session, tmp_path: Path) -> None:
    """The window has it: nothing is replaced under its feet."""
    place = session.backups.make(None, TODAY)
    before = left_in(tmp_path)
    with pytest.raises(JournalBusy):
        restore(place, session.path)
    assert left_in(tmp_path) == before
    assert session.reads.timeline_count(EVERYONE) == 10


def test_what_is_no_backup_is_refused(session: Session, tmp_path: Path) -> None:
    """Missing, something else, cut off, overwritten in the middle: each has its sentence, the journal stays."""
    place = session.backups.make(None, TODAY)
    session.close()
    content = place.read_bytes()
    (tmp_path / "words.txt").write_text("no journal " * 50)
    (tmp_path / "short.rjdb").write_bytes(content[:-8192])
    wrong = bytearray(content)
    wrong[4096 * 8 : 4096 * 24] = b"\xff" * 4096 * 16
    (tmp_path / "wrong.rjdb").write_bytes(wrong)
    for name, kind in (
        ("none.rjdb", JournalMissing),
        ("words.txt", NotAJournal),
        ("short.rjdb", JournalDamaged),
        ("wrong.rjdb", JournalDamaged),
    ):
        with pytest.raises(kind):
            restore(tmp_path / name, session.path)
    with pytest.raises(Problem):
        restore(session.path, session.path)
    assert len(texts(session.path)) == 10
