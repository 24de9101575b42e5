"""How far the taking in of many files has come, with two ways to stop it: keeping what is done, or nothing of it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.i18n import N_, Message
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Card, Label

from .taking_in import Taking

_WIDTH = 380


class ProgressCard(Card):
    """Stands at the lower edge of `host` until the taking in has ended."""

    def __init__(self, taking: Taking, host: QWidget) -> None:
        super().__init__(parent=host)
        self._host = host
        self.words = Label(Message("Keeping {n} files…", n=taking.count), Type.SMALL)
        self.bar = _Bar()
        self.stop = Button(N_("Stop here"), "quiet", small=True)
        self.take_back = Button(N_("Take all back"), "quiet", small=True)
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        row.addWidget(self.stop)
        row.addWidget(self.take_back)
        self.body.addLayout(row)
        self.stop.clicked.connect(taking.cancel)
        self.stop.clicked.connect(self._wait)
        self.take_back.clicked.connect(taking.take_back)
        self.take_back.clicked.connect(self._wait)
        taking.progress.connect(self.bar.show_progress)
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

    def _wait(self) -> None:
        """The file in hand is finished first; one answer is enough."""
        self.stop.setEnabled(False)
        self.take_back.setEnabled(False)

    def _end(self) -> None:
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        theme = current_theme()
        width, height = min(theme.px(_WIDTH), self._host.width()), self.sizeHint().height()
        bottom = self._host.height() - height - theme.px(tokens.SPACE_16)
        self.setGeometry((self._host.width() - width) // 2, bottom, width, height)


class _Bar(QWidget):
    """How much is done. It fills its ground itself, so that what lies below is not painted again at every step."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(current_theme().px(tokens.BAR_HEIGHT))

    def show_progress(self, done: int, total: int) -> None:
        self._part = done / total if total else 0.0
        self.setAccessibleName(f"{self._part:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.CARD))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        for part, colour in ((1.0, Colour.BAR_TRACK), (self._part, Colour.ACCENT)):
            if part > 0:
                painter.setBrush(theme.colour(colour))
                wide = max(float(self.height()), self.width() * part)
                painter.drawRoundedRect(QRectF(0, 0, wide, self.height()), radius, radius)
