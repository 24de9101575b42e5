"""Damage control: each kind of bad file or disk gets its own sentence, and nothing is ever overwritten."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FileDraft
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import (
    DiskFull,
    JournalDamaged,
    JournalExists,
    JournalMissing,
    JournalReadOnly,
    NewerJournal,
    NotAJournal,
    Problem,
)
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.services.session import Session
from relationship_journal.store import opening
from relationship_journal.store.connection import connect

TODAY = date(2026, 11, 23)


def foreign_database(path: Path) -> None:
    connection = connect(path, new=True)
    connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY)")
    connection.close()


def newer_journal(path: Path) -> None:
    Session.open(path, create=True).close()
    connection = connect(path, writing=True)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def cut_off(path: Path) -> None:
    Session.open(path, create=True).close()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: path.write_text("Dear diary,\n" * 99, "utf-8"), NotAJournal),
        (lambda path: path.write_bytes(b""), NotAJournal),
        (lambda path: path.write_bytes(os.urandom(8192)), NotAJournal),
        (lambda path: path.mkdir(), JournalReadOnly),
        (foreign_database, NotAJournal),
        (newer_journal, NewerJournal),
        (cut_off, JournalDamaged),
        (lambda path: None, JournalMissing),
    ],
)
def test_what_cannot_be_opened(path: Path, make: Callable[[Path], object], problem: type[Problem]) -> None:
    """A text, an empty file, noise, a folder, another program's database, a newer journal, half a journal, nothing."""
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(problem):
        Session.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert {child.name for child in path.parent.iterdir()} <= {path.name}


def test_the_power_went_off_while_the_log_was_taken_over(tmp_path: Path, session: Session) -> None:
    """The first page, which says how long the file is, was written and the last ones not yet: the log has them all."""
    session.file.warm()
    session.file._writing.execute("PRAGMA wal_autocheckpoint = 0")
    for number in range(50):
        session.journal.keep(EntryDraft(f"Note {number} " * 200, TODAY))
    pages = session.file._writing.execute("PRAGMA page_count").fetchone()[0]
    after = tmp_path / "after.rjdb"
    shutil.copy(session.path, after)
    shutil.copy(opening.log_of(session.path), opening.log_of(after))
    with after.open("r+b") as file:
        file.seek(28)
        file.write(pages.to_bytes(4, "big"))
    recovered = Session.open(after)
    assert recovered.reads.timeline_count(EVERYONE) == 50
    assert recovered.check() == ()
    recovered.close()


def test_a_new_journal_never_takes_the_place_of_a_file(path: Path) -> None:
    """Whatever has the name keeps it: another journal, a text, a folder."""
    Session.open(path, create=True).close()
    journal = path.read_bytes()
    with pytest.raises(JournalExists):
        Session.open(path, create=True)
    assert path.read_bytes() == journal
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_a_new_journal_where_links_are_unknown(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without links (a memory stick) a journal is made all the same, and still overwrites nothing."""

    def no_links(*_names: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    Session.open(path, create=True).close()
    assert Session.open(path).check() == ()
    with pytest.raises(FileExistsError):
        opening.put_in_place(path, path)


def test_a_journal_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    """The first start makes the folder, too."""
    session = Session.open(tmp_path / "a" / "b" / "journal.rjdb", create=True)
    session.close()


def test_pages_that_were_overwritten(path: Path) -> None:
    """The disk lost some pages in the middle: opening may work, reading says what happened, check finds it."""
    session = Session.open(path, create=True)
    for number in range(200):
        session.journal.keep(EntryDraft(f"Note {number} " * 40, TODAY))
    session.close()
    connection = connect(path)
    pages = connection.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'entry'").fetchall()
    connection.close()
    with path.open("r+b") as file:
        for (page,) in pages:
            file.seek((page - 1) * 4096)
            file.write(b"\xff" * 4096)
    session = Session.open(path)
    with pytest.raises(JournalDamaged):
        session.reads.timeline(EVERYONE)
    with pytest.raises(JournalDamaged):
        session.journal.keep(EntryDraft("Called", TODAY))
    assert len(session.check()) > 0
    session.close()


def test_a_full_disk(session: Session) -> None:
    """No room: the sentence says so, nothing of the gesture is there, and with room again the same gesture works."""
    session.contacts.add(ContactDraft("Ann"))
    writing = session.file._writing
    pages = writing.execute("PRAGMA page_count").fetchone()[0]
    writing.execute(f"PRAGMA max_page_count = {pages}")
    draft = EntryDraft("A photo", TODAY, files=(FileDraft("a.jpg", os.urandom(3 << 20)),))
    with pytest.raises(DiskFull):
        session.journal.keep(draft)
    assert session.reads.timeline(EVERYONE) == ()
    label = session.history.can_undo()
    assert label is not None
    assert label.text == "Add contact"
    writing.execute(f"PRAGMA max_page_count = {pages * 1000}")
    kept = session.journal.keep(draft)
    assert session.journal.content(kept.attachments[0]) == draft.files[0].content
    assert session.check() == ()
    assert session.history.undo() is not None
    assert session.history.undo() is not None
    assert session.history.undo() is None


def test_a_full_disk_in_the_middle_of_a_batch(session: Session) -> None:
    """Fifty files, and the disk is full at the fortieth: what was committed stays, as one undo step."""
    session.file.warm()
    writing = session.file._writing
    pages = writing.execute("PRAGMA page_count").fetchone()[0]
    writing.execute(f"PRAGMA max_page_count = {pages + 10_000}")
    drafts = [EntryDraft(f"Photo {n}", TODAY, files=(FileDraft("a", os.urandom(1 << 20)),)) for n in range(50)]

    def take_in() -> None:
        with session.batch(Gesture.DROPPED):
            for draft in drafts:
                session.journal.keep(draft)

    with pytest.raises(DiskFull):
        take_in()
    assert 0 < session.reads.timeline_count(EVERYONE) < 50
    assert session.check() == ()
    assert session.history.undo() is not None
    assert session.reads.timeline_count(EVERYONE) == 0
    writing.execute(f"PRAGMA max_page_count = {pages * 1000}")
    session.journal.keep(EntryDraft("Called", TODAY))


def test_a_batch_whose_chunk_was_lost_cannot_go_on(session: Session) -> None:
    """SQLite takes back all of a chunk when the disk is full: whoever goes on all the same is told again each time,
    so that nothing is reported as kept that is not."""
    session.file.warm()
    writing = session.file._writing
    pages = writing.execute("PRAGMA page_count").fetchone()[0]
    writing.execute(f"PRAGMA max_page_count = {pages + 1000}")
    told = []
    with session.batch(Gesture.DROPPED):
        for number in range(8):
            size = 8 << 20 if number == 5 else 9
            try:
                session.journal.keep(EntryDraft(f"File {number}", TODAY, files=(FileDraft("a", os.urandom(size)),)))
            except DiskFull:
                told.append(number)
    assert told == [5, 6, 7]
    assert session.reads.timeline_count(EVERYONE) in {0, 1, 2, 3, 4, 5}
    assert session.check() == ()
    session.journal.keep(EntryDraft("Called", TODAY))
    assert session.history.undo() is not None


def test_what_fails_in_a_batch_fails_alone(session: Session) -> None:
    """One entry of many belongs to somebody whom another window erased: it is refused, the others are kept."""
    gone = ContactId(99)
    refused = 0
    with session.batch(Gesture.DROPPED):
        for number in range(8):
            try:
                session.journal.keep(EntryDraft(f"Note {number}", TODAY, contacts=(gone,) if number == 3 else ()))
            except Problem:
                refused += 1
    assert refused == 1
    assert session.reads.timeline_count(EVERYONE) == 7
    session.history.undo()
    assert session.reads.timeline_count(EVERYONE) == 0


LOOK = """
import sys
from datetime import date
from pathlib import Path
from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.problems import JournalReadOnly
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.services.session import Session
session = Session.open(Path(sys.argv[1]))
assert session.read_only
(row,) = session.reads.timeline(EVERYONE)
print(row.entry.text)
try:
    session.journal.keep(EntryDraft("x", date(2026, 11, 23)))
except JournalReadOnly as problem:
    print("told")
session.file.warm()
assert session.file.poll() is None
assert session.check() == ()
session.close()
"""


def test_a_read_only_disk(tmp_path: Path) -> None:
    """A journal on a disk mounted read-only opens to be looked at and searched; keeping something says what to do."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a disk without being its administrator")
    folder = tmp_path / "disk"
    folder.mkdir()
    session = Session.open(folder / "journal.rjdb", create=True)
    session.journal.keep(EntryDraft("Called", TODAY))
    session.close()
    look = tmp_path / "look.py"
    look.write_text(LOOK, "utf-8")
    script = f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}" && exec "$0" "$@"'
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, sys.executable, str(look), str(folder / "journal.rjdb")],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )
    assert done.stdout.split() == ["Called", "told"], done.stderr
    assert [child.name for child in folder.iterdir()] == ["journal.rjdb"]


def test_a_read_only_journal_with_an_unfinished_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy taken while the journal was open, on a disk that can't be written to: half of it would be missing."""
    Session.open(path, create=True).close()
    opening.log_of(path).write_bytes(b"\0" * 32)
    monkeypatch.setattr("relationship_journal.store.journal_file.writable", lambda _path: False)
    with pytest.raises(JournalReadOnly):
        Session.open(path)


def test_a_missing_reference_is_a_problem_and_no_traceback(session: Session) -> None:
    """Another window erased the contact for good meanwhile: keeping an entry with them says so."""
    ann = session.contacts.add(ContactDraft("Ann"))
    other = connect(session.path, writing=True)
    other.execute("DELETE FROM contact")
    other.close()
    with pytest.raises(Problem):
        session.journal.keep(EntryDraft("Called", TODAY, contacts=(ann.id,)))
    assert session.reads.timeline(EVERYONE) == ()
