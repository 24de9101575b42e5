"""A journal in a real file, the context of a window, and the middle pane in a window of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from relationship_journal import i18n, paths
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryId, EntryKind
from relationship_journal.domain.favour import FavourId, StepKind
from relationship_journal.domain.scope import Scope
from relationship_journal.i18n import word
from relationship_journal.services.session import Session
from relationship_journal.ui.actions import Actions
from relationship_journal.ui.bridge import Bridge
from relationship_journal.ui.context import Context
from relationship_journal.ui.notices import Notice, Notices
from relationship_journal.ui.selection import Selection
from relationship_journal.ui.tasks import Tasks
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.timeline.page import TimelinePage
from tests.ui.conftest import Wait

TODAY = date(2026, 4, 30)


@dataclass
class Journal:
    """A journal with two people, a favour and what was told of them."""

    session: Session
    helen: ContactId
    wang: ContactId
    optician: FavourId
    notices: list[Notice] = field(default_factory=list)

    def keep(self, text: str, *, days_ago: int = 0, kind: EntryKind = EntryKind.CALL, time: str = "") -> EntryId:
        """An entry with Helen."""
        day = TODAY - timedelta(days=days_ago)
        return self.session.journal.keep(EntryDraft(text, day, kind, (self.helen,), time)).id

    def texts(self, scope: Scope) -> list[str]:
        """What stands on a timeline, newest first, as another program would read it."""
        return [row.entry.text for row in self.session.reads.timeline(scope, limit=1000) if row.entry is not None]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A new file with Helen Zhou and 王建国."""
    session = Session.open(tmp_path / "test.rjdb", create=True)
    helen = session.contacts.add(ContactDraft("Helen Zhou", org="Northfield Medical", title="VP Procurement")).id
    wang = session.contacts.add(ContactDraft("王建国", nicknames=("王总",), org="澜海重工", introduced_by=helen)).id
    optician = session.favours.add(
        FavourDraft(helen, "Optician", rung=1),
        (StepDraft(StepKind.ASKED, TODAY - timedelta(days=9)), StepDraft(StepKind.GRANTED, TODAY - timedelta(days=9))),
        today=TODAY,
    ).favour.id
    yield Journal(session, helen, wang, optician)
    session.close()


@pytest.fixture
def context(application: QApplication, journal: Journal) -> Iterator[Context]:
    """What the window gives its panes; ended before the journal is closed."""
    session = journal.session
    made = Context(
        session,
        Tasks(),
        Bridge(session),
        Actions(),
        Selection(),
        Notices(),
        current_theme(),
        lambda: TODAY,
        lambda: datetime(2026, 4, 30, 18, 40),
    )
    made.notices.said.connect(journal.notices.append)
    made.tasks.failed.connect(made.notices.problem)
    made.actions.add("edit.undo", "Undo", lambda: made.tasks.run(session.history.undo), keys="Ctrl+Z")
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made.tasks.close()
    made.bridge.stop()


Show = Callable[[Scope], TimelinePage]


@pytest.fixture
def show(context: Context) -> Show:
    """`show(scope)`: the middle pane in a window, wide as in the mock-up."""

    def shown(scope: Scope) -> TimelinePage:
        context.selection.choose(scope)
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        page = TimelinePage(context)
        page.complete()
        page.complete_reading()
        layout.addWidget(page)
        window.resize(832, 852)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return page

    return shown


@pytest.fixture
def chinese(application: QApplication) -> Iterator[None]:
    """The Chinese interface for one test."""
    i18n.install("zh", paths.resources() / "locale")
    current_theme().reword()
    yield
    i18n.install("en", paths.resources() / "locale")
    current_theme().reword()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def enter_rows(page: TimelinePage, wait: Wait) -> None:
    """Give the rows the keyboard."""
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    wait(page.view.open_row.hasFocus)


def current_text(page: TimelinePage) -> str:
    row = page.view.current_row()
    return row.entry.text if row is not None and row.entry is not None else ""


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def told(journal: Journal) -> str:
    return word(journal.notices[-1].message) if journal.notices else ""
