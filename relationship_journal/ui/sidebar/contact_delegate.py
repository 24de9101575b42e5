"""A row of the list of people, painted: avatar, name, organisation, the ring of an open loop and the rung glyph."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.loop import State
from relationship_journal.i18n import current_language
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.signs import RingLook, paint_avatar, paint_glyph, paint_ring
from relationship_journal.ui.theme import Colour, Theme, Type, current_theme, tokens
from relationship_journal.ui.widgets.text import fitted

from .contacts_model import ROW, WAITS

Index = QModelIndex | QPersistentModelIndex


class ContactDelegate(QStyledItemDelegate):
    """Paints rows of one height. `verb` and `over` are what a drag over a row would do, and which row that is."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._list = view
        self.verb = ""
        self.over = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as the others."""
        return QSize(0, current_theme().px(tokens.CONTACT_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(tokens.SPACE_8)
        bar = self._list.verticalScrollBar()  # it takes the margin's place
        ground = option.rect.adjusted(side, 0, 0 if bar.isVisible() else -side, 0)
        dragged = self.over == index.row()
        self._paint_ground(painter, theme, ground, index, dragged=dragged)
        _paint_contents(painter, theme, ground, index.data(ROW), self.verb if dragged else "", waits=index.data(WAITS))
        painter.restore()

    def _paint_ground(self, painter: QPainter, theme: Theme, ground: QRect, index: Index, *, dragged: bool) -> None:
        """What the row is to list and pointer is asked of the list: the style's own words for it load slowly."""
        radius = theme.px(tokens.RADIUS_ROW)
        listed, colour = self._list, None
        if dragged:
            colour = Colour.ACCENT_SOFT
        elif listed.selectionModel().isSelected(index):
            colour = Colour.SELECTED if listed.isActiveWindow() else Colour.HOVER
        elif listed.viewport().underMouse():
            under = listed.viewport().mapFromGlobal(QCursor.pos())
            colour = Colour.HOVER if listed.indexAt(under) == index else None
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colour))
            painter.drawRoundedRect(ground, radius, radius)
        by_keyboard = listed.hasFocus() and listed.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if dragged or (by_keyboard and listed.currentIndex() == index):
            pen = QPen(theme.colour(Colour.ACCENT), tokens.FOCUS_RING)
            pen.setStyle(Qt.PenStyle.DashLine if dragged else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def _paint_contents(painter: QPainter, theme: Theme, ground: QRect, row: ContactRow, verb: str, *, waits: bool) -> None:
    px = theme.px
    middle = ground.top() + ground.height() / 2
    avatar = px(tokens.AVATAR_ROW)
    left = ground.left() + px(tokens.SPACE_8)
    paint_avatar(painter, QRectF(left, middle - avatar / 2, avatar, avatar), row.id, row.name)
    left += avatar + px(tokens.SPACE_8 + tokens.SPACE_2)
    right = ground.right() + 1 - px(tokens.SPACE_8 + tokens.SPACE_2) - px(tokens.GLYPH_WIDTH)
    paint_glyph(painter, QPoint(right, round(middle - px(tokens.GLYPH_HEIGHT) / 2)), row.standing)
    right -= px(tokens.SPACE_8)
    if row.open_loops:
        ring = px(tokens.RING_LIST)
        look = RingLook(State.GRANTED if any(row.arcs) else State.ASKED, row.arcs)
        paint_ring(painter, QRectF(right - ring, middle - ring / 2, ring, ring), look)
        right -= ring + px(tokens.SPACE_6)
    if waits:
        side = px(tokens.ICON_SMALL)
        place = QRectF(right - side, middle - side / 2, side, side)
        paint_icon(painter, place, "highlighter-circle", theme.colour(Colour.TEXT_THIRD))
        right -= side + px(tokens.SPACE_6)
    second = verb or _second_line(row)
    lines = [(row.name, Type.STRONG, Colour.TEXT)]
    if second:
        lines.append((second, Type.SMALL, Colour.ACCENT if verb else Colour.TEXT_SECOND))
    top = middle - sum(theme.line_height(role) for _, role, _ in lines) / 2
    for text, role, colour in lines:
        painter.setPen(theme.colour(colour))
        place = QRectF(left, top, right - left, theme.line_height(role))
        fitted(text, theme.font(role), place.width()).paint(painter, place)
        top += place.height()


def _second_line(row: ContactRow) -> str:
    """The organisation; in Chinese with the title after it, as a card says it."""
    if current_language() == "zh":
        return f"{row.org} {row.title}".strip()
    return row.org or row.title
