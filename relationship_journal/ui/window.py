"""The window: a frame around one page at a time, which remembers where it stood."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from relationship_journal.i18n import _
from relationship_journal.services.preferences import Preferences

from .theme import tokens

USUAL = "journal"  #: the stem of the journal at its usual place
EXAMPLES = ("example-en", "example-zh")
_FRAME = 40
"""Pixels that a title bar and borders take at most, which is known only once the window is shown."""


class Window(QMainWindow):
    """One window. Its page is the first start, the trouble with a file, or an open journal."""

    painted = Signal()  #: the first page can be seen
    closing = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._painted = False
        self._journal = ""
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.setMinimumSize(*tokens.WINDOW_LEAST)
        self._restore()
        self.reword()

    @property
    def page(self) -> QWidget | None:
        """What the window shows."""
        return self._stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show `page` instead of the one before, which is deleted."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def call(self, journal: str) -> None:
        """Name the journal that lies open (the stem of its file) in the title, where it is not the usual one."""
        self._journal = journal
        self.reword()

    def reword(self) -> None:
        """Put the title into the language in use."""
        name = _("Relationship Journal")
        journal = self._journal
        if journal in EXAMPLES:
            journal = _("Example journal")
        self.setWindowTitle(name if journal in ("", USUAL) else f"{journal} – {name}")

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for the moment at which the screen shows the window."""
        super().showEvent(event)
        if not self._painted:
            self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell, once, that there is something to see: exposing a window paints it, and the timer comes after that.

        A paint event of the window itself would not do, as its page covers it.
        """
        if event.type() == QEvent.Type.Expose and not self._painted:
            self._painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place on the screen."""
        self._preferences.remember(window=bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The title follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.reword()
        super().changeEvent(event)

    def _restore(self) -> None:
        kept = QByteArray.fromBase64(self._preferences.text("window").encode("ascii", "ignore"))
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = QGuiApplication.primaryScreen().availableSize()
            wide, high = tokens.WINDOW_SIZE
            self.resize(min(wide, room.width()), min(high, room.height() - _FRAME))
