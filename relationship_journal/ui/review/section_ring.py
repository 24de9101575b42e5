"""How far a section is: a ring that fills clockwise, a disc with a check once nothing is left."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, current_theme, tokens

from .review_line import Progress


def paint_progress(painter: QPainter, rect: QRectF, progress: Progress) -> None:
    """Paint the ring into the square `rect`."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = theme.colour(Colour.ACCENT)
    if progress.of and not progress.left:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(rect)
        inset = rect.width() * 0.2
        inner = rect.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, inner, "check-bold", theme.colour(Colour.ON_ACCENT))
    else:
        ring = rect.adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(Colour.EMPTY), tokens.SPACE_2 * 0.75))
        painter.drawEllipse(ring)
        if progress.done:
            painter.setPen(QPen(accent, tokens.SPACE_2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, round(-360 * 16 * progress.done / progress.of))
    painter.restore()
