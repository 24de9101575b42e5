"""Batches whose things are planned by the process beside the program: it is killed, left hanging and given up on."""

import os
import signal
import sys
from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from relationship_journal.beside import the_process
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import word
from relationship_journal.importers import Source, plan, plan_beside
from relationship_journal.services.session import Session

pytestmark = pytest.mark.usefixtures("fresh_process")

TODAY = date(2026, 11, 23)
DOCUMENTS = Path(__file__).parents[1] / "data/files/documents"
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
CHAT = "王建国 14:03\n樱桃到了吗\n\nTom 14:05\nNot yet, tomorrow\n"


def mixed(folder: Path, count: int) -> list[Path]:
    """Notes, web pages, documents and PDFs, no two the same."""
    paths = []
    for number in range(count):
        text = f"note {number}".encode()
        document, pdf = ((DOCUMENTS / name).read_bytes() for name in ("libreoffice.docx", "chromium.pdf"))
        name, content = [
            (f"{number:02}.txt", text),
            (f"{number:02}.html", b"<p>" + text + b"</p>"),
            (f"{number:02}.docx", document + bytes(number)),
            (f"{number:02}.pdf", pdf + b"%" + text),
        ][number % 4]
        paths.append(folder / name)
        paths[-1].write_bytes(content)
    return paths


def sentence(source: Source) -> str:
    made = plan_beside(source).entries[0]
    assert made.text == ""
    assert made.files[0].content == source.content
    assert made.files[0].problem is not None
    return word(made.files[0].problem)


@pytest.mark.parametrize(
    "path", sorted(path for path in DOCUMENTS.parent.rglob("*") if path.is_file()), ids=lambda path: path.name
)
def test_what_is_planned_beside_is_what_is_planned_here(path: Path) -> None:
    """Every sample of every format."""
    source = Source(path.name, path.read_bytes(), TODAY, {"王建国"}.__contains__)
    assert plan_beside(source) == plan(source)


def test_a_few_small_notes_start_no_process(session: Session) -> None:
    """One note, or five, are read at once where they are."""
    for count in (1, 5):
        sources = [Source(f"{count} {number}.txt", f"note {count} {number}".encode()) for number in range(count)]
        session.importing.take(sources, (), today=TODAY)
    assert the_process.number is None
    assert session.reads.timeline_count(EVERYONE) == 6


def test_killed_in_the_middle_of_a_batch_nothing_is_lost(session: Session, tmp_path: Path) -> None:
    """Forty things; the process is killed again and again: all are kept, read, and one undo takes them back."""
    paths = mixed(tmp_path, 40)
    killed = set()

    def kill(done: int, _of: int) -> None:
        if done in (8, 13, 27) and the_process.number is not None:
            killed.add(the_process.number)
            os.kill(the_process.number, KILL)

    taken = session.importing.take(paths, (), today=TODAY, each=True, progress=kill)
    assert len(killed) == 3
    assert len(taken.created) == 40
    assert all(report.unread is None for report in taken.reports)
    session.history.undo()
    assert session.reads.timeline_count(EVERYONE) == 0


def test_a_file_on_which_it_always_ends_is_kept_whole() -> None:
    """Killed each time that it asks whom a chat is with: the file is kept with a sentence, the next one is read."""
    killed = []

    def kill(_name: str) -> bool:
        assert the_process.number is not None
        killed.append(the_process.number)
        os.kill(the_process.number, KILL)
        return True

    told = sentence(Source("chat.txt", CHAT.encode(), TODAY, kill))
    assert told == "chat.txt is damaged; it was kept as it is, unread."
    assert len(set(killed)) == 2
    assert plan_beside(Source("chat.txt", CHAT.encode(), TODAY, {"王建国"}.__contains__)).format == "chat"


@pytest.mark.skipif(sys.platform == "win32", reason="nothing stops a process there")
def test_a_process_that_hangs_is_waited_for_no_longer_than_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped in the middle of a file: it is kept with a sentence, and the next one is read."""
    monkeypatch.setattr(sys.modules[plan_beside.__module__], "_PATIENCE", 0.5)

    def stop(_name: str) -> bool:
        assert the_process.number is not None
        os.kill(the_process.number, signal.SIGSTOP)
        return True

    told = sentence(Source("chat.txt", CHAT.encode(), TODAY, stop))
    assert told == "chat.txt takes too long to read; it was kept as it is, unread."
    monkeypatch.undo()
    assert plan_beside(Source("note.txt", b"note")).entries[0].text == "note"


@pytest.mark.skipif(sys.platform == "win32", reason="nothing stops a process there")
def test_stopping_does_not_wait_for_a_file_that_hangs(session: Session, tmp_path: Path) -> None:
    """The process hangs on the tenth file, and the user stops: at once, with what was kept before."""
    looks: list[float] = []

    def hang(done: int, _of: int) -> None:
        if done == 10 and the_process.number is not None:
            os.kill(the_process.number, signal.SIGSTOP)
            looks.append(monotonic())

    def is_stopped() -> bool:
        """Some looks after the process stood still, which are all at the same file."""
        if looks:
            looks.append(monotonic())
        return len(looks) > 4

    helen = session.contacts.add(ContactDraft("Helen Zhou")).id
    taken = session.importing.take(mixed(tmp_path, 40), (helen,), today=TODAY, progress=hang, cancelled=is_stopped)
    assert taken.cancelled
    assert taken.created == ()
    assert looks[-1] - looks[0] < 10
    assert the_process.number is None
