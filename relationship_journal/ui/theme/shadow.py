"""The one shadow: under the palette, tooltips, notices and the badge of a drag; never under resting things."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from . import tokens


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the shadow of a rounded rectangle, before the rectangle itself. It reaches one blur radius beyond it."""
    from .theme import current_theme

    theme = current_theme()
    colour = QColor(theme.colour(tokens.Colour.SHADOW))
    parts = tokens.SHADOW_PARTS
    part = QColor(colour)
    part.setAlphaF(min(1.0, colour.alphaF() / parts))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(part)
    reach = theme.px(tokens.SHADOW_BLUR) / 2
    for number in range(parts):
        grow = reach * (number + 1) / parts - reach / 2
        down = theme.px(tokens.SHADOW_OFFSET) / 2
        painter.drawRoundedRect(
            rect.adjusted(-grow, -grow + down, grow, grow + down), radius + max(0, grow), radius + max(0, grow)
        )
    painter.restore()
