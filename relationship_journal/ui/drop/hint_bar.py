"""One bar at the foot of a pane while something is dragged: what dropping it there would do."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Words, worded


class HintBar(QWidget):
    """Lies over the last 48 pixels of `host`, and lets the drag through."""

    def __init__(self, host: QWidget, icon_name: str, words: Words) -> None:
        super().__init__(host)
        self._host, self._icon, self._words = host, icon_name, words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        host.installEventFilter(self)
        self.hide()

    def offer(self, dragging: bool) -> None:
        """Show it while something is on its way."""
        self._place()
        self.setVisible(dragging)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card ground with a hairline above, an icon and the words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.CARD))
        painter.setPen(QPen(theme.colour(Colour.HAIRLINE), tokens.HAIRLINE))
        painter.drawLine(0, 0, self.width(), 0)
        side, edge = theme.px(tokens.ICON_CONTROL), theme.px(tokens.PANE_PADDING)
        paint_icon(
            painter, QRect(edge, (self.height() - side) // 2, side, side), self._icon, theme.colour(Colour.ACCENT)
        )
        left = edge + side + theme.px(tokens.SPACE_8)
        painter.setFont(theme.font(Type.SMALL_STRONG))
        painter.setPen(theme.colour(Colour.TEXT))
        words = theme.metrics(Type.SMALL_STRONG).elidedText(
            worded(self._words), Qt.TextElideMode.ElideRight, self.width() - left - edge
        )
        painter.drawText(self.rect().adjusted(left, 0, -edge, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _place(self) -> None:
        height = current_theme().px(tokens.DRAG_HINT)
        self.setGeometry(0, self._host.height() - height, self._host.width(), height)
