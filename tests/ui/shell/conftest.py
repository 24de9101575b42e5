"""A window on a home of its own, with a small journal in it, used by clicks and keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal import paths
from relationship_journal.domain.contact import ContactId, Facet, FacetKind
from relationship_journal.domain.drafts import ContactDraft, EntryDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.scope import Scope
from relationship_journal.services.preferences import Preferences
from relationship_journal.services.session import Session
from relationship_journal.ui.context import Context
from relationship_journal.ui.desk import Desk
from relationship_journal.ui.journal_page import JournalPage
from relationship_journal.ui.widgets import Sheet
from relationship_journal.ui.words_in_use import WordsInUse
from tests.ui.conftest import Wait

TODAY = date(2026, 4, 30)
PEOPLE = (
    ContactDraft("王建国", nicknames=("王总",), org="澜海重工", title="采购总监", tags=("客户",)),
    ContactDraft("Helen Zhou", org="Northfield Medical", facets=(Facet(FacetKind.FOOD, "Pu'er tea"),)),
    ContactDraft("Tom Okafor", org="Delta Paper", tags=("supplier",)),
)
Kind = TypeVar("Kind", bound=Sheet)


class Shell:
    """The window, what is in it, and how a test waits for it."""

    def __init__(self, desk: Desk, wait: Wait) -> None:
        self.desk = desk
        self.wait = wait
        self.today = TODAY

    @property
    def page(self) -> JournalPage:
        """The page of the open journal."""
        page = self.desk.window.page
        assert isinstance(page, JournalPage)
        page.afterwards.finish()
        return page

    @property
    def session(self) -> Session:
        """The open journal."""
        return self.context.session

    @property
    def context(self) -> Context:
        """What the panes share."""
        assert self.desk.context is not None
        self.page.afterwards.finish()
        return self.desk.context

    def scope(self) -> Scope:
        """What the window looks at now."""
        return self.context.selection.scope

    def look_at(self, name: str) -> ContactId:
        """Look at the contact of this name."""
        contact = self.session.contacts.find(name).id
        self.context.selection.choose(contact)
        self.rest()
        return contact

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.wait(lambda: self.desk.context is None or not self.desk.context.tasks.pending)
        QCoreApplication.processEvents()

    def act(self, name: str) -> None:
        """Trigger an action of the window, as its menu line or button does."""
        self.wait(self.context.actions[name].isEnabled)
        self.context.actions[name].trigger()
        self.rest()

    def sheet(self, kind: type[Kind]) -> Kind:
        """The dialog of this kind that stands open."""
        self.wait(
            lambda: any(isinstance(widget, kind) and widget.isVisible() for widget in QApplication.topLevelWidgets())
        )
        return next(
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
        )

    def names(self) -> list[str]:
        """Whom the list of people shows, from top to bottom."""
        people = self.page.sidebar.people
        return [people.at(place).name for place in range(people.rowCount())]


def write(widget: QWidget, text: str) -> None:
    """Type into whatever takes the keys; other than QTest's own, this takes Chinese too."""
    for letter in text:
        QTest.keyClicks(widget, letter)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder of this test."""
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path / "data")
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def bare(application: QApplication, folder: Path, tmp_path: Path, wait: Wait) -> Iterator[Shell]:
    """A window in which no journal has ever been opened."""
    words = WordsInUse(paths.resources() / "locale")
    words.use("en")
    shells: list[Shell] = []
    desk = Desk(application, Preferences(tmp_path / "settings"), words, lambda: shells[0].today if shells else TODAY)
    shells.append(Shell(desk, wait))
    yield shells[0]
    for widget in application.topLevelWidgets():
        widget.close()
    desk.close_journal()
    desk.window.deleteLater()
    desk.deleteLater()
    words.use("en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shell(bare: Shell, folder: Path) -> Shell:
    """The window with a journal of three people and two entries."""
    path = folder / "journal.rjdb"
    session = Session.open(path, create=True)
    for person in PEOPLE:
        session.contacts.add(person)
    wang = session.contacts.find("王建国").id
    session.journal.keep(EntryDraft("中午跟王总通了电话。", TODAY, EntryKind.CALL, (wang,)))
    session.journal.keep(EntryDraft("A number without a name.", TODAY))
    session.close()
    bare.desk.window.resize(1440, 900)
    bare.desk.begin(path, example=False)
    QTest.qWaitForWindowExposed(bare.desk.window)
    bare.desk.window.activateWindow()
    bare.rest()
    return bare
