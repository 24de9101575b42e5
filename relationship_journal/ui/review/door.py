"""The way to the review: its tab counts what is left, and it opens by itself on the day that the user chose."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QTextEdit

from relationship_journal.domain.review import last_review_day
from relationship_journal.i18n import Message, word
from relationship_journal.services.ideas import shipped
from relationship_journal.ui.context import Context
from relationship_journal.ui.top_bar import PageTab

from .review_model import ReviewModel

if TYPE_CHECKING:
    from relationship_journal.ui.desk import Desk
    from relationship_journal.ui.journal_page import JournalPage

    from .page import ReviewPage

_FIRST_LOOK = 400  # ms after the window is there: starting goes first
_LOOK_AGAIN = 1500  # ms after the latest change: nobody waits for a badge
_OPENED = "review_opened"
_PARTS = ("row_paint", "open_row", "row_list", "section_list", "plan_list", "plan_pane", "sheets", "saving", "page")


class ReviewDoor(QObject):
    """Makes the page, in `room`, before it is wanted.

    `due` asks to show it, at most once a day; `left` to show the journal.
    """

    due = Signal()
    left = Signal()

    def __init__(
        self, context: Context, desk: "Desk", tab: PageTab, room: QStackedWidget, parent: "JournalPage"
    ) -> None:
        super().__init__(parent)
        self._context, self._desk, self._tab, self._room = context, desk, tab, room
        self._page: ReviewPage | None = None
        self._may_open = True
        self.model = ReviewModel(context, self)
        self.model.changed.connect(self._follow)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self.preparing = self._prepare()
        context.bridge.changed.connect(self._look_again)
        desk.window.painted.connect(self._first_look)
        if desk.window.isVisible():
            self._first_look()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._came_back)

    @property
    def page(self) -> "ReviewPage":
        """The page; what is left to do of it is done now."""
        for _part in self.preparing:
            pass
        assert self._page is not None
        return self._page

    def _prepare(self) -> Iterator[None]:
        """Bring in and make what the page needs, in parts, while nobody waits for it."""
        for name in _PARTS:
            import_module(f"{__package__}.{name}")
            yield
        self._context.tasks.run(shipped)
        yield
        from .page import ReviewPage

        page = ReviewPage(self._context, self.model, self._room)
        yield
        yield from page.furnish()
        page.left.connect(self.left)
        self._page = page

    def _first_look(self) -> None:
        self._look_in(_FIRST_LOOK)

    def _look_again(self, *_changed: object) -> None:
        self._look_in(_LOOK_AGAIN)

    def _look_in(self, wait: int) -> None:
        if not self.model.awake:
            self._timer.start(wait)

    def _look(self) -> None:
        if self._desk.context is not self._context or self.model.awake:
            return
        if self._context.tasks.pending:  # nobody waits for it
            self._look_again()
        else:
            self.model.read()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """A window that stayed open overnight looks again in the morning."""
        review = self.model.review
        active = state == Qt.ApplicationState.ApplicationActive
        if active and review is not None and review.agenda.today != self._context.today():
            self._may_open = True
            self._first_look()

    def _follow(self) -> None:
        left = self.model.left
        self._tab.show_badge(left)
        minutes = self.model.progress.minutes
        if left:
            said = Message("Review, about {n} minute", plural="Review, about {n} minutes", n=minutes)
            self._tab.setToolTip(word(said))
        else:
            self._tab.setToolTip(self._context.actions["go.review"].toolTip())
        self._open_if_it_is_the_day()

    def _open_if_it_is_the_day(self) -> None:
        """As one comes to the journal, never in the middle of work: what is written later only counts on the tab."""
        review, today = self.model.review, self._context.today()
        if review is None or not self._may_open:
            return
        self._may_open = False
        if not self._is_worth_opening() or self.model.awake or last_review_day(today, review.settings) != today:
            return
        if self._desk.preferences.text(_OPENED) == today.isoformat() or self._is_busy() or self._is_example():
            return
        self._desk.preferences.remember(**{_OPENED: today.isoformat()})
        self.due.emit()

    def _is_worth_opening(self) -> bool:
        """Whether more waits than a festival, which comes to an empty journal too."""
        lines = (line for section in self.model.lines.values() for line in section)
        return any(line.how is None and (line.row.contact, line.row.entry) != (None, None) for line in lines)

    def _is_example(self) -> bool:
        """Whoever only looks around is not sent to work."""
        return self._context.session.path.name.startswith("example-")

    def _is_busy(self) -> bool:
        """Nobody's page is turned while a dialog is open or something is half written."""
        focus = QApplication.focusWidget()
        written = isinstance(focus, QLineEdit) and focus.text()
        written = written or (isinstance(focus, QPlainTextEdit | QTextEdit) and focus.toPlainText())
        return bool(written) or QApplication.activeModalWidget() is not None
