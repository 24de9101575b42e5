"""The rung glyph: standing as a ladder of 14 by 21 pixels. Geometry: VISUAL, part 3."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from relationship_journal.domain.rung import HIGHEST
from relationship_journal.i18n import Message, word
from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.ui.theme.tokens import GLYPH_HEIGHT, GLYPH_WIDTH


def paint_glyph(painter: QPainter, corner: QPoint, standing: int) -> None:
    """Paint the glyph of `standing` (0 is the ground) with its left upper corner at `corner`."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(corner, _glyph(standing, ratio))


def glyph_words(standing: int) -> str:
    """The glyph for those who do not see it."""
    if standing == 0:
        return word(Message("On the ground"))
    return word(Message("Standing {rung} of {highest}", rung=standing, highest=HIGHEST))


def _glyph(standing: int, ratio: float) -> QPixmap:
    theme = current_theme()
    scale = ratio * theme.scale
    key = f"glyph {standing} {theme.dark} {theme.high_contrast} {scale:g} {ratio:g}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(round(GLYPH_WIDTH * scale), round(GLYPH_HEIGHT * scale))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    for rung in range(1, HIGHEST + 1):
        y = 20 - 3 * rung
        if rung <= standing:
            _bar(painter, scale, QRect(1, y, 12, 2), theme.rung_colour(rung))
        else:
            _bar(painter, scale, QRect(5, y, 4, 1), theme.colour(Colour.EMPTY))
    _bar(painter, scale, QRect(0, 20, 14, 1), theme.colour(Colour.EMPTY))
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def _bar(painter: QPainter, scale: float, rect: QRect, colour: QColor) -> None:
    left, top = round(rect.x() * scale), round(rect.y() * scale)
    wide = max(1, round(rect.width() * scale))
    high = max(1, round(rect.height() * scale))
    painter.fillRect(left, top, wide, high, colour)
