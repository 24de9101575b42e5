"""The program's window on a copy of a journal, for measuring by clicks and keys: a home of its own is made for it."""

import gc
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal import paths
from relationship_journal.domain.contact import ContactId
from relationship_journal.services.preferences import Preferences
from relationship_journal.ui.context import Context
from relationship_journal.ui.desk import Desk
from relationship_journal.ui.garbage import Garbage
from relationship_journal.ui.journal_page import JournalPage
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.words_in_use import WordsInUse
from tests.bench.event_loop import run_for, run_until
from tests.bench.make_journal import UNTIL

SIZE = (1440, 900)


class OpenWindow:
    """The window, and the hands and eyes of who uses it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.window = desk.window

    @property
    def context(self) -> Context:
        """What the panes share."""
        assert self.desk.context is not None
        return self.desk.context

    @property
    def page(self) -> JournalPage:
        """The page of the open journal."""
        page = self.window.page
        assert isinstance(page, JournalPage)
        page.afterwards.finish()
        return page

    def rest(self) -> None:
        """Wait until nothing is under way any more."""
        context = self.context
        run_until(lambda: not context.tasks.pending and not context.bridge.is_behind)
        run_for(20)

    def row_of(self, contact: ContactId) -> QModelIndex:
        """Where a contact stands in the list, scrolled into view."""
        sidebar = self.page.sidebar
        index = sidebar.people.index(sidebar.people.row_of(contact))
        sidebar.list.scrollTo(index)
        return index

    def click(self, index: QModelIndex) -> None:
        """Click on a row of the list of people."""
        people = self.page.sidebar.list
        at: QPoint = people.visualRect(index).center()
        QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def application() -> QApplication:
    """The one application of the process, in the sizes of the design; garbage is collected as the program does it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication(sys.argv[:1])
    font = made.font()
    font.setPixelSize(tokens.BASE_FONT)
    current_theme().use_font(font)
    Garbage(made)
    return made


@contextmanager
def open_window(journal: Path) -> Iterator[OpenWindow]:
    """Open a copy of `journal` as the program does, and wait until everything in it has arrived."""
    running = application()
    with tempfile.TemporaryDirectory(dir=journal.parent, ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        copy = home / "journal.rjdb"
        shutil.copy(journal, copy)
        words = WordsInUse(paths.resources() / "locale")
        words.use("en")
        desk = Desk(running, Preferences(home / "settings"), words, lambda: UNTIL)
        desk.window.resize(*SIZE)
        desk.begin(copy, example=False)
        if not QTest.qWaitForWindowExposed(desk.window):
            raise RuntimeError("the window was not shown")
        desk.window.activateWindow()
        shown = OpenWindow(desk)
        afterwards = shown.page.afterwards  # once: each look at the page puts off what waits for leisure
        run_until(lambda: afterwards.is_finished)
        shown.rest()
        try:
            yield shown
        finally:
            desk.window.close()
            desk.close_journal()
            desk.window.deleteLater()
            desk.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
