"""The window on a real journal with something due in every section, its review shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal import paths
from relationship_journal.domain.contact import ContactId, OccasionKind
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import Direction, FavourId, StepKind
from relationship_journal.services.preferences import Preferences
from relationship_journal.services.session import Session
from relationship_journal.ui.desk import Desk
from relationship_journal.ui.journal_page import JournalPage
from relationship_journal.ui.review.page import ReviewPage
from relationship_journal.ui.words_in_use import WordsInUse
from tests.ui.conftest import Wait

TODAY = date(2026, 6, 10)  # a Wednesday


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def somebody(session: Session, name: str, days_ago: int = 5) -> ContactId:
    contact = session.contacts.add(ContactDraft(name)).id
    session.journal.keep(EntryDraft("Met", ago(days_ago), EntryKind.MEETING, (contact,)))
    return contact


def favour(session: Session, contact: ContactId, title: str, story: str, direction: str = "received") -> FavourId:
    """`asked@20 granted@18`: kind, days ago."""
    steps = [StepDraft(StepKind(word.split("@")[0]), ago(int(word.split("@")[1]))) for word in story.split()]
    draft = FavourDraft(contact, title, Direction(direction))
    return session.favours.add(draft, steps, today=TODAY).favour.id


def fill(session: Session) -> None:
    """Two loops to close, a promise, an ask that waits, somebody untested, somebody cooling, a birthday, a note."""
    favour(session, somebody(session, "Helen Zhou"), "Optician", "asked@20 granted@19 acted_on@9")
    favour(session, somebody(session, "Aiko Tanabe"), "Which tea", "asked@12 granted@12")
    favour(session, somebody(session, "Victor Adeyemi"), "Old receiver", "offered@15", "given")
    favour(session, somebody(session, "Jonas Weber"), "Book on negotiating", "asked@11")
    somebody(session, "Amira Haddad")
    somebody(session, "Paul Dubois", 234)
    marcus = session.contacts.add(ContactDraft("Marcus Reid")).id
    session.contacts.add_occasion(marcus, OccasionKind.BIRTHDAY, "--06-14", "")
    session.journal.keep(EntryDraft("Heard in line: a county wants pumps", ago(3), EntryKind.NOTE))


@dataclass
class Sitting:
    """What a test works at."""

    desk: Desk
    wait: Wait
    home: Path

    @property
    def journal(self) -> JournalPage:
        page = self.desk.window.page
        assert isinstance(page, JournalPage)
        return page

    @property
    def page(self) -> ReviewPage:
        return self.journal.review.page

    @property
    def session(self) -> Session:
        assert self.desk.context is not None
        return self.desk.context.session

    def settle(self) -> None:
        """Let every gesture and what was read after it arrive."""
        context = self.desk.context
        assert context is not None
        for _round in range(3):
            self.wait(lambda: not context.tasks.pending and not context.bridge.is_behind)
            QCoreApplication.processEvents()

    def press(self, keys: str | Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        focus = QApplication.focusWidget() or self.page
        if isinstance(keys, str):
            QTest.keyClicks(focus, keys)
        else:
            QTest.keyClick(focus, keys, modifiers)
        self.settle()

    def current(self) -> str:
        """Whom the row with the focus is about."""
        line = self.page.model.current_line
        return "" if line is None else line.row.name

    def steps(self, number: int) -> list[str]:
        """The kinds of a favour's steps."""
        return [step.kind.value for step in self.session.reads.favour(FavourId(number)).steps]

    def planned(self) -> list[str]:
        """What the slots of the plan say."""
        return [slot.text for slot in self.page.plan.plan.slots if slot.item is not None]


def window_on(application: QApplication, path: Path, today: Callable[[], date] = lambda: TODAY) -> Desk:
    words = WordsInUse(paths.resources() / "locale")
    words.use("en")
    desk = Desk(application, Preferences(path.parent / "settings"), words, today)
    desk.window.resize(1440, 900)
    assert desk.open(path)
    desk.window.show()
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)
    return desk


def close(desk: Desk) -> None:
    desk.window.close()
    desk.window.deleteLater()
    desk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    """A journal with something due in every section."""
    path = tmp_path / "journal.rjdb"
    session = Session.open(path, create=True)
    fill(session)
    session.close()
    return path


@pytest.fixture
def sitting(application: QApplication, journal_file: Path, wait: Wait) -> Iterator[Sitting]:
    """The review opened by Ctrl+2."""
    sitting = Sitting(window_on(application, journal_file), wait, journal_file.parent)
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: sitting.page.model.current_line is not None)
    sitting.settle()
    yield sitting
    close(sitting.desk)
