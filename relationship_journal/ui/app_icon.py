"""The program's icon: a ladder on pine."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from .theme import Colour, current_theme

_SIZES = (16, 24, 32, 48, 64, 128)
_RUNGS = 4


def app_icon() -> QIcon:
    """The icon in the sizes that desktops ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_drawn(size))
    return icon


def _drawn(size: int) -> QPixmap:
    theme = current_theme()
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 32, size / 32)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Colour.ACCENT))
    painter.drawRoundedRect(QRectF(0, 0, 32, 32), 7, 7)
    painter.setPen(QPen(theme.colour(Colour.ON_ACCENT), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for side in (-1, 1):
        painter.drawLine(QPointF(16 + side * 5, 5), QPointF(16 + side * 7.5, 27))
    for place in range(_RUNGS):
        y = 9 + 4.7 * place
        half = 5.2 + 0.55 * place
        painter.drawLine(QPointF(16 - half, y), QPointF(16 + half, y))
    painter.end()
    return made
