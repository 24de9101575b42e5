"""How far the taking in of many files has come, with a way to stop it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from relationship_journal.i18n import N_, Message
from relationship_journal.ui.theme import Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Card, Label

from .taking_in import Taking

_WIDTH = 320


class ProgressCard(Card):
    """Stands at the lower edge of `host` until the taking in has ended."""

    def __init__(self, taking: Taking, host: QWidget) -> None:
        super().__init__(parent=host)
        self._host = host
        self.words = Label(Message("Keeping {n} files…", n=taking.count), Type.SMALL)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.words.text())
        self.stop = Button(N_("Stop"), "quiet", small=True)
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        row.addWidget(self.stop)
        self.body.addLayout(row)
        self.stop.clicked.connect(taking.cancel)
        self.stop.clicked.connect(lambda: self.stop.setEnabled(False))
        taking.progress.connect(self._show)
        taking.ended.connect(self._end)
        host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _end(self) -> None:
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        theme = current_theme()
        width, height = min(theme.px(_WIDTH), self._host.width()), self.sizeHint().height()
        bottom = self._host.height() - height - theme.px(tokens.SPACE_16)
        self.setGeometry((self._host.width() - width) // 2, bottom, width, height)
