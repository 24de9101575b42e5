"""The inbox folder: taken in once, moved aside, never lost or doubled, whenever the program ends."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from relationship_journal.domain.contact import ContactId, Handle, HandleKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.i18n import word
from relationship_journal.services.importing import Taken
from relationship_journal.services.inbox import Inbox
from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def sweep(inbox: Inbox) -> Taken | None:
    """Two looks, as the window does: what stood still between them is taken in."""
    inbox.look()
    arrival = inbox.look()
    return inbox.take(arrival.ready, TODAY) if arrival.ready else None


def texts(session: Session) -> list[str]:
    return [row.entry.text for row in session.reads.timeline(EVERYONE, limit=1000) if row.entry is not None]


def test_what_is_saved_there_is_an_entry_and_lies_aside(session: Session, folder: Path) -> None:
    """A note of nobody is Unsorted, a mail finds its sender; both originals lie under Taken in, nothing is left."""
    helen = session.contacts.add(ContactDraft("Helen", handles=(Handle(HandleKind.EMAIL, "h@example.com"),))).id
    (folder / "note.txt").write_text("bought cherries")
    (folder / "m.eml").write_text("From: h@example.com\nDate: Fri, 20 Nov 2026 09:30:00 +0000\n\nThey fit.\n")
    taken = sweep(Inbox(session, folder))
    assert taken is not None
    assert len(taken.created) == 2
    assert session.reads.timeline_count(UNSORTED) == 1
    assert session.reads.timeline_count(ContactId(helen)) == 1
    assert sorted(path.name for path in (folder / "Taken in").iterdir()) == ["m.eml", "note.txt"]
    assert [path.name for path in folder.iterdir()] == ["Taken in"]
    assert sweep(Inbox(session, folder)) is None
    session.history.undo()
    assert texts(session) == []


def test_a_file_that_still_grows_waits(session: Session, folder: Path) -> None:
    """A recorder writes for an hour; the file is taken when two looks find it the same."""
    inbox = Inbox(session, folder)
    memo = folder / "memo.txt"
    memo.write_text("first")
    assert inbox.look().growing
    memo.write_text("first and second")
    assert inbox.look().ready == ()
    assert inbox.look().ready == (memo,)


def test_what_is_not_finished_or_not_meant_is_left(session: Session, folder: Path, tmp_path: Path) -> None:
    """Downloads under way, hidden files, folders, links to elsewhere, and a journal that lies there itself."""
    for name in ("a.part", "b.crdownload", ".hidden", "~$doc.docx", "Thumbs.db"):
        (folder / name).write_text("x")
    (folder / "kept folder").mkdir()
    outside = tmp_path / "outside.txt"
    outside.write_text("elsewhere")
    (folder / "link.txt").symlink_to(outside)
    assert sweep(Inbox(session, folder)) is None
    taken = sweep(Inbox(session, session.path.parent))
    assert taken is not None
    assert [report.name for report in taken.reports] == ["outside.txt"]
    assert session.path.exists()


def test_the_same_name_again_and_the_same_content_again(session: Session, folder: Path) -> None:
    """A second memo.txt has another name aside; a copy of what is kept makes no entry and lies aside too."""
    inbox = Inbox(session, folder)
    for text in ("one", "two", "one"):
        (folder / "memo.txt").write_text(text)
        sweep(inbox)
    assert sorted(texts(session)) == ["one", "two"]
    aside = sorted(path.name for path in (folder / "Taken in").iterdir())
    assert aside == ["memo (2).txt", "memo (3).txt", "memo.txt"]


def test_what_fails_stays_with_a_sentence_and_is_not_tried_again(session: Session, folder: Path) -> None:
    """A file that is too large to be taken; when it is replaced by another, that one is taken."""
    inbox = Inbox(session, folder)
    large = folder / "film.bin"
    with large.open("wb") as stream:
        stream.truncate(300 * 2**20)
    (folder / "note.txt").write_text("beside it")
    taken = sweep(inbox)
    assert taken is not None
    assert [word(refusal.reason) for report in taken.reports for refusal in report.refused] == [
        "film.bin is larger than 256 MB and was not taken."
    ]
    assert texts(session) == ["beside it"]
    assert large.exists()
    assert sweep(inbox) is None
    large.write_bytes(b"now a note")
    assert sweep(inbox) is not None
    assert not large.exists()


def test_unknown_files_are_kept_unsorted(session: Session, folder: Path) -> None:
    """What nobody can read is kept as a file with its sentence, and does not come again."""
    (folder / "x.bin").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(90))
    taken = sweep(Inbox(session, folder))
    assert taken is not None
    assert session.reads.timeline_count(UNSORTED) == 1


CHILD = """
import os, signal, sys
from datetime import date
from pathlib import Path
from relationship_journal.services import inbox
from relationship_journal.services.session import Session

if sys.argv[3] == "moving":
    def die(path):
        os.kill(os.getpid(), signal.SIGKILL)
    inbox._put_aside = die
session = Session.open(Path(sys.argv[1]))
one = inbox.Inbox(session, Path(sys.argv[2]))
one.look()
ready = one.look().ready
if sys.argv[3] != "moving":
    after = int(sys.argv[3])
    class Kill:
        def __init__(self): self.count = 0
        def __call__(self):
            self.count += 1
            if self.count == after:
                os.kill(os.getpid(), signal.SIGKILL)
            return False
    one.take(ready, date(2026, 11, 23), Kill())
else:
    one.take(ready, date(2026, 11, 23))
"""


def killed(session: Session, folder: Path, when: str) -> Session:
    """Another process takes in what lies there and is killed; the journal as the next start finds it."""
    path = session.path
    session.close()
    ended = subprocess.run([sys.executable, "-c", CHILD, str(path), str(folder), when], check=False, env=os.environ)
    assert ended.returncode == -signal.SIGKILL
    return Session.open(path)


def test_killed_between_keeping_and_moving_nothing_is_doubled(session: Session, folder: Path) -> None:
    """kill -9 after the commit, before the move: the next start knows the file and only moves it."""
    chat = "20/11/2026, 14:03 - A: one\n21/11/2026, 14:03 - A: two\n22/11/2026, 14:03 - B: three\n"
    (folder / "chat.txt").write_text(chat)
    again = killed(session, folder, "moving")
    assert len(texts(again)) == 3
    assert (folder / "chat.txt").exists()
    sweep(Inbox(again, folder))
    assert len(texts(again)) == 3
    assert [path.name for path in (folder / "Taken in").iterdir()] == ["chat.txt"]
    again.close()


@pytest.mark.parametrize("after", [42, 57, 79])
def test_killed_while_many_are_taken_in_each_is_there_once(session: Session, folder: Path, after: int) -> None:
    """Forty chats of three days each, killed amid the batch: no day is missing and none is there twice."""
    for number in range(40):
        days = (f"{20 + day}/11/2026, 14:03 - A: chat {number} day {day}" for day in range(3))
        (folder / f"{number:02}.txt").write_text("\n".join(days))
    again = killed(session, folder, str(after))
    assert len(texts(again)) % 3 == 0
    sweep(Inbox(again, folder))
    found = texts(again)
    assert (len(found), len(set(found))) == (120, 120)
    assert len(list((folder / "Taken in").iterdir())) == 40
    again.close()


def test_the_setting_takes_a_folder_that_is_there(session: Session, folder: Path) -> None:
    """By its whole path; `none` turns it off; a folder that is not there is refused with a sentence."""
    assert session.settings.set("inbox.folder", str(folder)) == str(folder.resolve())
    with pytest.raises(Problem, match="no folder"):
        session.settings.set("inbox.folder", str(folder / "missing"))
    assert session.settings.get("inbox.folder") == str(folder.resolve())
    assert session.settings.set("inbox.folder", "none") == ""
