"""A line of the palette, painted: icon or avatar, words, detail and keys; headings are lower."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.signs import paint_avatar
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets.key_cap import paint_key_cap
from relationship_journal.ui.widgets.text import elided

from .palette_model import LINE, Line

Index = QModelIndex | QPersistentModelIndex
_HEADING = 28


class LineDelegate(QStyledItemDelegate):
    """Paints lines and headings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are lower than lines."""
        high = _HEADING if index.data(LINE).act is None else tokens.PALETTE_ROW
        return QSize(0, current_theme().px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        theme = current_theme()
        px = theme.px
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(option.rect).adjusted(px(tokens.SPACE_8), 0, -px(tokens.SPACE_8), 0)
        inside = ground.adjusted(px(tokens.SPACE_12), 0, -px(tokens.SPACE_12), 0)
        if line.act is None:
            painter.setPen(theme.colour(Colour.TEXT_SECOND))
            painter.setFont(theme.font(Type.SMALL))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), line.text)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.SELECTED))
            radius = px(tokens.RADIUS_ROW)
            painter.drawRoundedRect(ground, radius, radius)
        sign = px(tokens.AVATAR_SMALL)
        place = QRectF(inside.left() - px(tokens.SPACE_2), inside.center().y() - sign / 2, sign, sign)
        if line.person is not None:
            paint_avatar(painter, place, line.person.id, line.person.name)
        elif line.icon:
            edge = px(tokens.SPACE_2)
            paint_icon(painter, place.adjusted(edge, edge, -edge, -edge), line.icon, theme.colour(Colour.TEXT_SECOND))
        inside.setLeft(inside.left() + sign + px(tokens.SPACE_12))
        self._paint_keys(painter, inside, line.keys)
        self._paint_words(painter, inside, line)
        painter.restore()

    def _paint_keys(self, painter: QPainter, inside: QRectF, keys: str) -> None:
        if not keys:
            return
        theme = current_theme()
        wide = theme.metrics(Type.TINY).horizontalAdvance(keys) + theme.px(tokens.SPACE_12)
        high = theme.px(tokens.KEY_CAP_HEIGHT)
        paint_key_cap(painter, QRectF(inside.right() - wide, inside.center().y() - high / 2, wide, high), keys)
        inside.setRight(inside.right() - wide - theme.px(tokens.SPACE_12))

    def _paint_words(self, painter: QPainter, inside: QRectF, line: Line) -> None:
        theme = current_theme()
        role = Type.STRONG if line.person is not None else Type.BASE
        centred = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        text = elided(line.text, theme.font(role), inside.width())
        painter.setPen(theme.colour(Colour.TEXT))
        painter.setFont(theme.font(role))
        painter.drawText(inside, centred, text)
        inside.setLeft(inside.left() + theme.metrics(role).horizontalAdvance(text) + theme.px(tokens.SPACE_12))
        if line.detail and inside.width() > theme.px(tokens.SPACE_32):
            painter.setPen(theme.colour(Colour.TEXT_SECOND))
            painter.setFont(theme.font(Type.SMALL))
            painter.drawText(inside, centred, elided(line.detail, theme.font(Type.SMALL), inside.width()))
