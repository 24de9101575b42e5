"""The stage of the screenshots: the real window on a home of its own, its journals, and what stands open in it."""

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QDragLeaveEvent, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from relationship_journal import paths
from relationship_journal.domain.contact import ContactId
from relationship_journal.services.preferences import Preferences
from relationship_journal.ui.command_palette.palette import Palette
from relationship_journal.ui.context import Context
from relationship_journal.ui.desk import Desk
from relationship_journal.ui.journal_page import JournalPage
from relationship_journal.ui.search.overlay import SearchOverlay
from relationship_journal.ui.sidebar.finding import Filter
from relationship_journal.ui.theme import Scheme, current_theme
from relationship_journal.ui.words_in_use import WordsInUse

_TOOLTIP = Qt.WindowType.ToolTip
TODAY = date(2026, 4, 30)
HEROES = {"en": "Helen Zhou", "zh": "王建国"}


class Stage:
    """One window in one language, theme and size."""

    def __init__(self, home: Path, language: str, scheme: Scheme, size: tuple[int, int]) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.application = application
        self.language = language
        self.scheme = scheme
        words = WordsInUse(paths.resources() / "locale")
        words.use(language)
        current_theme().choose(scheme)
        self.desk = Desk(application, Preferences(home / "settings"), words, lambda: TODAY)
        self.window: QWidget = self.desk.window
        self.window.resize(*size)
        self.window.show()

    @property
    def context(self) -> Context:
        """The open journal."""
        assert self.desk.context is not None
        self.page.afterwards.finish()
        return self.desk.context

    @property
    def page(self) -> JournalPage:
        """The page of the open journal."""
        page = self.desk.window.page
        assert isinstance(page, JournalPage)
        page.afterwards.finish()
        return page

    def open_example(self, hero: str = "") -> ContactId:
        """Open the example and look at one of its main characters."""
        if self.desk.context is None or not self.context.session.path.name.startswith("example"):
            self.desk.open_example()
        contact = self.context.session.contacts.find(hero or HEROES[self.language]).id
        self.context.selection.choose(contact)
        self.settle()
        return contact

    def do(self, action: str) -> None:
        """Trigger an action of the window."""
        self.context.actions[action].trigger()
        self.settle()

    def settle(self) -> None:
        """Let everything under way arrive and be painted."""
        self.wait(lambda: self.desk.context is None or not self.desk.context.tasks.pending)
        for _round in range(3):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def wait(self, condition: Callable[[], object], seconds: float = 20) -> None:
        """Let events run until something holds."""
        end = monotonic() + seconds
        while not condition():
            if monotonic() > end:
                raise TimeoutError("the window did not come to rest")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def above(self) -> list[QWidget]:
        """What stands open above the window: dialogs and menus."""
        return [
            widget
            for widget in self.application.topLevelWidgets()
            if widget.isVisible() and widget is not self.window and widget.windowType() is not _TOOLTIP
        ]

    def grab(self, path: Path) -> None:
        """Save the window with what stands above it, in its place in the middle or where it opened."""

        self.settle()
        above = self.above()
        picture = self.window.grab()
        painter = QPainter(picture)
        for widget in above:
            shown = widget.grab()
            corner = self.window.mapFromGlobal(widget.pos())
            if not isinstance(widget, QMenu):
                corner.setX((self.window.width() - widget.width()) // 2)
                corner.setY(max(0, (self.window.height() - widget.height()) // 2))
            painter.drawPixmap(corner, shown)
        painter.end()
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(path))

    def clear(self) -> None:
        """Close what stands above the window or lies over its page, and take back what the scene did."""
        for widget in [*self.above(), *self.window.findChildren(Palette), *self.window.findChildren(SearchOverlay)]:
            widget.close()
        self._bury()
        self.settle()
        if self.desk.context is not None and isinstance(self.desk.window.page, JournalPage):
            while self.context.session.history.can_undo() is not None:
                self.context.session.history.undo()
            self.page.sidebar.field.clear()
            self.page.sidebar.filters.button(Filter.ALL).click()
            self.page.panes.slide_ladder_out()
            QApplication.sendEvent(self.window, QDragLeaveEvent())
            self.page.show_journal()
            self.settle()

    def leave(self) -> None:
        """Close the window."""
        self.clear()
        self.window.close()
        self.window.deleteLater()
        self.desk.deleteLater()
        gc.collect()
        self._bury()

    def _bury(self) -> None:
        """Delete what asked for it: without a running event loop nobody else does."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
