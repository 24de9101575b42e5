"""Small signs painted once and then stamped: a ring of arcs takes longer to paint than all the words beside it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from relationship_journal.ui.theme import current_theme


def stamp(painter: QPainter, rect: QRectF, name: str, paint: Callable[[QPainter, QRectF], None]) -> None:
    """What `paint` paints into the square `rect`, which `name` tells apart from all else, theme and size aside."""
    theme, turned = current_theme(), painter.deviceTransform()
    side, ratio = round(rect.width()), turned.m11()
    at = turned.map(rect.topLeft())
    if rect.width() != side or at != QPointF(round(at.x()), round(at.y())) or turned.m22() != ratio:
        paint(painter, rect)  # between pixels: what was painted on them would be blurred
        return
    key = f"{name} {side} {ratio:g} {theme.dark} {theme.high_contrast}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = QPixmap(round(side * ratio), round(side * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        inside = QPainter(made)
        paint(inside, QRectF(0, 0, side, side))
        inside.end()
        QPixmapCache.insert(key, made)
    painter.drawPixmap(rect.topLeft(), made)
