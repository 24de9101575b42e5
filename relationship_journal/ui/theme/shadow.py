"""The one shadow: under the palette, tooltips, notices and the badge of a drag; never under resting things."""

from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from . import tokens


def shadowed(rect: QRect) -> QRect:
    """What a rectangle covers together with its shadow."""
    reach = _reach()
    return rect.adjusted(-reach, -reach, reach, reach)


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the shadow of a rounded rectangle, before the rectangle itself: it is not there where that covers it.

    The shadow of a small one is kept as a picture, whose corners are painted as they are and whose sides are drawn
    out: the many translucent rectangles that it is made of take milliseconds under a large panel.
    """
    from .theme import current_theme

    corner = ceil(radius) + 2 * _reach()  # what is further inside is covered, and what is outside is straight
    outer = shadowed(rect.toRect())
    if min(outer.width(), outer.height()) <= 2 * corner:
        _paint_parts(painter, rect, radius)
        return
    ratio = painter.deviceTransform().m11()
    picture = _picture(corner, radius, current_theme().colour(tokens.Colour.SHADOW), ratio)
    across, down = (_parts(outer.left(), outer.width(), corner), _parts(outer.top(), outer.height(), corner))
    for column, (left, width) in enumerate(across):
        for row, (top, height) in enumerate(down):
            if (column, row) != (1, 1):
                from_left, from_top = (ratio * (0, corner, corner + 1)[place] for place in (column, row))
                wide, high = (ratio * (corner, 1, corner)[place] for place in (column, row))
                target = QRectF(left, top, width, height)
                painter.drawPixmap(target, picture, QRectF(from_left, from_top, wide, high))


def _reach() -> int:
    """How far it reaches beyond what casts it, in pixels."""
    from .theme import current_theme

    theme = current_theme()
    return ceil((theme.px(tokens.SHADOW_BLUR) / 2 + theme.px(tokens.SHADOW_OFFSET)) / 2) + 1


def _parts(start: int, length: int, corner: int) -> tuple[tuple[int, int], ...]:
    """Where the first corner, the side and the other corner begin, and how long they are."""
    return (start, corner), (start + corner, length - 2 * corner), (start + length - corner, corner)


def _picture(corner: int, radius: float, colour: QColor, ratio: float) -> QPixmap:
    """The shadow of the smallest rectangle that has all four corners and a pixel between them."""
    key = f"shadow {corner} {radius:g} {colour.name(QColor.NameFormat.HexArgb)} {ratio:g}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    side = 2 * corner + 1
    made = QPixmap(QSize(ceil(side * ratio), ceil(side * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    reach = _reach()
    _paint_parts(painter, QRectF(QRect(QPoint(reach, reach), QSize(side - 2 * reach, side - 2 * reach))), radius)
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def _paint_parts(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Translucent rounded rectangles one over the other, each larger than the last."""
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
