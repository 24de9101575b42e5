"""Painting what a search found: a line for people and favours, two for entries, the words found lit."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.i18n import full_day
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.signs import paint_avatar
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.set_line import SetLine, set_line
from relationship_journal.ui.timeline.links import utf16
from relationship_journal.ui.timeline.row_words import joined

from .search_model import LINE, Line, LineKind

Index = QModelIndex | QPersistentModelIndex
_HEADING, _TWO_LINES = 28, 52


def height_of(line: Line) -> int:
    """Pixels that a line takes."""
    height = tokens.PALETTE_ROW
    if line.kind is LineKind.HEADING:
        height = _HEADING
    elif line.hit is not None and line.hit.kind is HitKind.ENTRY:
        height = _TWO_LINES
    return current_theme().px(height)


class HitDelegate(QStyledItemDelegate):
    """Paints the lines of a `SearchModel`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Entries have two lines."""
        return QSize(0, height_of(index.data(LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the current line, its sign, its words."""
        theme = current_theme()
        line: Line = index.data(LINE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad = theme.px(tokens.SPACE_16)
        inner = rect.adjusted(pad, 0, -pad, 0)
        if line.kind is LineKind.HEADING:
            painter.setFont(theme.font(Type.SMALL))
            painter.setPen(theme.colour(Colour.TEXT_SECOND))
            painter.drawText(
                inner.adjusted(theme.px(tokens.SPACE_4), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, line.text
            )
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour(Colour.SELECTED))
                side, radius = theme.px(tokens.SPACE_6), theme.px(tokens.RADIUS_ROW)
                painter.drawRoundedRect(rect.adjusted(side, 0, -side, 0), radius, radius)
            if line.hit is None:
                self._filter(painter, inner, line.text)
            else:
                self._hit(painter, inner, line.hit)
        painter.restore()

    def _filter(self, painter: QPainter, inner: QRect, text: str) -> None:
        theme = current_theme()
        words = self._sign(painter, inner, "funnel-simple")
        painter.setFont(theme.font(Type.BASE))
        painter.setPen(theme.colour(Colour.TEXT))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _hit(self, painter: QPainter, inner: QRect, hit: Hit) -> None:
        theme = current_theme()
        if hit.kind is HitKind.CONTACT:
            side = theme.px(tokens.AVATAR_SMALL)
            box = QRectF(inner.left(), inner.top() + (inner.height() - side) / 2, side, side)
            paint_avatar(painter, box, hit.id, hit.names[0] if hit.names else hit.snippet)
            words = inner.adjusted(side + theme.px(tokens.SPACE_12), 0, 0, 0)
        else:
            words = self._sign(painter, inner, "note" if hit.kind is HitKind.ENTRY else "handshake")
        today = self._context.today()
        named = "".join(hit.names)
        if hit.kind is HitKind.CONTACT and named not in hit.snippet:
            words = self._name(painter, words, named)
        beside = [] if hit.kind is HitKind.CONTACT else [joined(hit.names)]
        if hit.day is not None:
            beside.append(full_day(hit.day, today))
        told = "  ".join(part for part in beside if part)
        told_line = set_line(told, theme.font(Type.SMALL))
        painter.setPen(theme.colour(Colour.TEXT_SECOND))
        if hit.kind is HitKind.ENTRY:
            height = theme.line_height(Type.SMALL)
            top = words.top() + (words.height() - height - theme.line_height(Type.BASE)) // 2
            first = QRect(words.left(), top, words.width(), height)
            self._told(painter, told_line, first)
            self._snippet(painter, QRect(words.left(), top + height, words.width(), theme.line_height(Type.BASE)), hit)
            return
        wide = min(int(told_line.width) + 2, words.width() // 2)
        right = QRect(words.right() - wide, words.top(), wide + 1, words.height())
        self._told(painter, told_line, right, at_right=True)
        height = theme.line_height(Type.BASE)
        top = words.top() + (words.height() - height) // 2
        self._snippet(painter, QRect(words.left(), top, words.width() - wide - theme.px(tokens.SPACE_12), height), hit)

    @staticmethod
    def _told(painter: QPainter, line: SetLine, box: QRect, *, at_right: bool = False) -> None:
        """Whose it is and when, cut in its middle where the room is too narrow."""
        theme = current_theme()
        if line.width > box.width():
            shown = theme.metrics(Type.SMALL).elidedText(line.text, Qt.TextElideMode.ElideMiddle, box.width())
            line = set_line(shown, theme.font(Type.SMALL))
        left = box.x() + box.width() - line.width if at_right else box.x()
        line.paint(painter, QRectF(left, box.y(), line.width, box.height()))

    def _name(self, painter: QPainter, words: QRect, name: str) -> QRect:
        """The name of somebody who was found by something else; what is left beside it."""
        theme = current_theme()
        painter.setPen(theme.colour(Colour.TEXT))
        line = set_line(name, theme.font(Type.STRONG))
        line.paint(painter, QRectF(words))
        return words.adjusted(int(line.width) + theme.px(tokens.SPACE_12), 0, 0, 0)

    def _snippet(self, painter: QPainter, rect: QRect, hit: Hit) -> None:
        """One line of the text, the words found on the evidence ground; what is too long fades under the edge."""
        theme = current_theme()
        text = hit.snippet.replace("\n", " ")
        by_name = hit.kind is HitKind.CONTACT and "".join(hit.names) in hit.snippet
        layout = QTextLayout(text, theme.font(Type.STRONG if by_name else Type.BASE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        spans = []
        for first, last in hit.marks:
            look = QTextCharFormat()
            look.setBackground(theme.colour(Colour.EVIDENCE))
            look.setForeground(theme.colour(Colour.TEXT))
            span = QTextLayout.FormatRange()
            span.start, span.format = utf16(text, first), look
            span.length = utf16(text, last) - span.start
            spans.append(span)
        layout.setFormats(spans)
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(1e6)
        layout.endLayout()
        painter.setPen(theme.colour(Colour.TEXT))
        wide = line.naturalTextWidth() if line.isValid() else 0
        dots = int(theme.metrics(Type.BASE).horizontalAdvance("…")) if wide > rect.width() else 0
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, -dots, 0), Qt.ClipOperation.IntersectClip)
        layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
        painter.restore()
        if dots:
            painter.setFont(theme.font(Type.BASE))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "…")

    def _sign(self, painter: QPainter, inner: QRect, name: str) -> QRect:
        """An icon at the left; what is left for words."""
        theme = current_theme()
        room, side = theme.px(tokens.AVATAR_SMALL), theme.px(tokens.ICON_CONTROL)
        box = QRect(inner.left() + (room - side) // 2, inner.top() + (inner.height() - side) // 2, side, side)
        paint_icon(painter, box, name, theme.colour(Colour.TEXT_SECOND))
        return inner.adjusted(room + theme.px(tokens.SPACE_12), 0, 0, 0)
