"""Small signs painted once and then stamped: a ring of arcs takes longer to paint than all the words beside it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from relationship_journal.ui.theme import Colour, current_theme


def stamp(
    painter: QPainter,
    rect: QRectF,
    name: str,
    paint: Callable[[QPainter, QRectF], None],
    *,
    ground: Colour | None = None,
) -> None:
    """What `paint` paints into `rect`, which `name` tells apart from all else, theme and size aside.

    Words are set a little stronger on a ground than on none: `ground` is that on which it stands.
    """
    theme, turned = current_theme(), painter.deviceTransform()
    wide, high, ratio = round(rect.width()), round(rect.height()), turned.m11()
    at = turned.map(rect.topLeft())
    whole = rect.width() == wide and rect.height() == high and at == QPointF(round(at.x()), round(at.y()))
    if not whole or turned.m22() != ratio:
        paint(painter, rect)  # between pixels: what was painted on them would be blurred
        return
    key = f"{name} {wide} {high} {ratio:g} {theme.dark} {theme.high_contrast}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = QPixmap(round(wide * ratio), round(high * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent if ground is None else theme.colour(ground))
        inside = QPainter(made)
        paint(inside, QRectF(0, 0, wide, high))
        inside.end()
        QPixmapCache.insert(key, made)
    painter.drawPixmap(rect.topLeft(), made)
