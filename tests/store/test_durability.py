"""What was kept is kept: after kill -9, beside another window, and whatever else wrote to the file."""

import os
import signal
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FileDraft
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import JournalBusy
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.services.session import Session
from relationship_journal.store.connection import connect
from relationship_journal.store.gestures import CHUNK

TODAY = date(2026, 11, 23)

KEEP_AND_WAIT = """
import sys
from datetime import date
from pathlib import Path
from relationship_journal.domain.drafts import EntryDraft, FileDraft
from relationship_journal.services.session import Session
session = Session.open(Path(sys.argv[1]))
session.journal.keep(EntryDraft("打完电话记下的", date(2026, 11, 23), files=(FileDraft("a.bin", bytes(3 << 20)),)))
print("kept", flush=True)
sys.stdin.read()
"""
KEEP_MANY = """
import sys
from datetime import date
from pathlib import Path
from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.services.session import Session
session = Session.open(Path(sys.argv[1]))
for number in range(100):
    session.journal.keep(EntryDraft(f"note {number} of {sys.argv[2]}", date(2026, 11, 23)))
session.close()
"""


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())


def test_kill_right_after_keep(path: Path) -> None:
    """The process is killed the moment keep has returned: entry and file are there, and the journal is whole."""
    Session.open(path, create=True).close()
    with run(KEEP_AND_WAIT, str(path)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        process.wait()
    session = Session.open(path)
    (row,) = session.reads.timeline(EVERYONE)
    assert row.entry is not None
    assert row.entry.text == "打完电话记下的"
    assert session.journal.content(row.entry.attachments[0]) == bytes(3 << 20)
    assert [hit.id for hit in session.search.find("电话", TODAY)] == [row.entry.id]
    assert session.check() == ()
    session.close()


def test_two_programs_write_at_once(path: Path) -> None:
    """Each keeps a hundred entries while the other does: two hundred are there, found, and the journal is whole."""
    Session.open(path, create=True).close()
    processes = [run(KEEP_MANY, str(path), name) for name in ("one", "two")]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    session = Session.open(path)
    assert session.reads.timeline_count(EVERYONE) == 200
    assert len(session.search.find("two", TODAY, limit=500)) == 100
    assert session.check() == ()
    session.close()


def test_a_second_window_learns_of_the_first(path: Path, session: Session) -> None:
    """What one window keeps, the other sees at its next look; its own gestures it does not hear twice."""
    other = Session.open(path)
    heard: list[Changes] = []
    other.hub.subscribe(lambda changes, _origin: heard.append(changes))
    assert other.file.poll() is None
    session.contacts.add(ContactDraft("Ann"))
    changes = other.file.poll()
    assert changes is not None
    assert changes.everything
    assert other.file.poll() is None
    session.contacts.add(ContactDraft("Bob"))
    other.contacts.add(ContactDraft("Cid"))
    assert [changes.everything for changes in heard] == [True, False]
    assert {contact.name for contact in other.reads.contacts()} == {"Ann", "Bob", "Cid"}
    assert other.file.poll() is None
    other.close()


def test_a_batch_lets_others_write_between_its_chunks(session: Session) -> None:
    """Somebody keeps a thought while hundreds of files are taken in: it does not wait for them all."""
    session.file.warm()
    begun, kept = threading.Event(), threading.Event()

    def keep() -> None:
        begun.wait(10)
        session.journal.keep(EntryDraft("A thought", TODAY))
        kept.set()

    thread = threading.Thread(target=keep)
    thread.start()
    with session.batch(Gesture.DROPPED):
        for number in range(20_000):
            session.journal.keep(EntryDraft(f"note {number}", TODAY))
            begun.set()
            if kept.is_set():
                break
    thread.join(10)
    assert kept.is_set()
    assert number < 10_000
    label = session.history.can_undo()
    assert label is not None
    assert label.text == Gesture.DROPPED.value
    session.history.undo()
    assert [row.entry.text for row in session.reads.timeline(EVERYONE) if row.entry] == ["A thought"]
    assert CHUNK <= 0.05


def test_who_waits_too_long_is_told(path: Path, session: Session) -> None:
    """Another program holds the journal: the sentence says so, nothing is written, and trying again works."""
    session.file.warm()
    session.file._writing.execute("PRAGMA busy_timeout = 20")
    other = connect(path, writing=True)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalBusy):
        session.journal.keep(EntryDraft("Called", TODAY))
    assert session.reads.timeline(EVERYONE) == ()
    other.execute("ROLLBACK")
    session.journal.keep(EntryDraft("Called", TODAY))
    other.close()


def test_the_index_is_made_anew_when_another_program_wrote(path: Path) -> None:
    """A row written by a program without our index is found after the next start; so is all if the index is gone."""
    session = Session.open(path, create=True)
    session.journal.keep(EntryDraft("樱桃", TODAY))
    session.close()
    for damage in ("INSERT INTO entry (day, text) VALUES ('2026-11-20', '荔枝')", "DROP TABLE entry_index"):
        foreign = connect(path, writing=True)
        foreign.execute(damage)
        foreign.close()
        session = Session.open(path)
        session.file.warm()
        assert len(session.search.find("荔枝", TODAY)) == 1
        assert len(session.search.find("樱桃", TODAY)) == 1
        assert session.check() == ()
        session.close()


def test_check_finds_what_is_wrong(path: Path) -> None:
    """Words that the index does not know, a file that is not as it was kept, rows that belong to nothing."""
    session = Session.open(path, create=True)
    kept = session.journal.keep(EntryDraft("樱桃", TODAY, files=(FileDraft("a.txt", b"abc"),)))
    session.close()
    foreign = connect(path, writing=True)
    foreign.execute("UPDATE entry SET text = '荔枝'")
    foreign.execute("UPDATE chunk SET content = X'00'")
    foreign.execute("PRAGMA foreign_keys = OFF")
    foreign.execute("INSERT INTO step (favour_id, kind, day) VALUES (99, 'asked', '2026-11-20')")
    foreign.close()
    session = Session.open(path)
    problems = [message.text for message in session.check()]
    assert len(problems) == 3
    assert "row belongs" in problems[0]
    assert "not as it was kept" in problems[1]
    assert "Search" in problems[2]
    session.close()
    session = Session.open(path)
    session.file.warm()
    assert [hit.id for hit in session.search.find("荔枝", TODAY)] == [kept.id]
    assert len(session.check()) == 2
    session.close()


def test_contents_are_swept_when_no_history_can_ask_for_them(path: Path) -> None:
    """A file taken off an entry comes back by undo, and is gone from the disk in a later session, not while
    another window could still undo."""
    session = Session.open(path, create=True)
    entry = session.journal.keep(EntryDraft("Photo", TODAY, files=(FileDraft("a.jpg", b"abc"),)))
    session.journal.detach(entry.id, entry.attachments[0].id)
    beside = Session.open(path)
    beside.file.warm()
    beside.close()
    session.history.undo()
    assert session.journal.content(entry.attachments[0]) == b"abc"
    session.history.redo()
    session.close()
    later = Session.open(path)
    later.file.warm()
    assert later.file.connection().execute("SELECT count(*) FROM chunk").fetchone()[0] == 0
    later.close()
