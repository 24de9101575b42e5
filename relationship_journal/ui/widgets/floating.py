"""A small card that floats over the window below what it belongs to."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.ui.theme.tokens import HAIRLINE, RADIUS_CARD, SPACE_4


class Floating(QWidget):
    """Closed by Escape or a click beside it, and gone then. `kind` Popup takes the keyboard, ToolTip never does."""

    def __init__(self, parent: QWidget, kind: Qt.WindowType = Qt.WindowType.Popup) -> None:
        super().__init__(parent, kind | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # for the round corners
        if kind == Qt.WindowType.Popup:
            self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_below(self, anchor: QWidget, at: QPoint | None = None) -> None:
        """Show it at a point of `anchor`, else below its left corner; above it where the screen ends."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        gap = current_theme().px(SPACE_4)
        point = anchor.mapToGlobal(at if at is not None else QPoint(0, anchor.height() + gap))
        screen = anchor.screen().availableGeometry()
        point.setX(max(screen.left(), min(point.x(), screen.right() - self.width())))
        if point.y() + self.height() > screen.bottom():
            above = point.y() - self.height() - 2 * gap - (anchor.height() if at is None else 0)
            point.setY(max(screen.top(), above))
        self.move(point)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Colour.BORDER), HAIRLINE))
        painter.setBrush(theme.colour(Colour.CARD))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(RADIUS_CARD), theme.px(RADIUS_CARD))
