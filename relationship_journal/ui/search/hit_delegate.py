"""Painting what a search found: a line for people and favours, two for entries, the words found lit."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.domain.snippets import Spans
from relationship_journal.i18n import full_day
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.signs import paint_avatar
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.set_line import LinesInView, SetLine
from relationship_journal.ui.timeline.links import utf16
from relationship_journal.ui.timeline.row_words import joined

from .search_model import Line, LineKind, SearchModel

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
    """Paints the lines of a `SearchModel`. What stays from one letter to the next is not set again."""

    def __init__(self, context: Context, model: SearchModel) -> None:
        super().__init__()
        self._context = context
        self._model = model
        self._lines = LinesInView()
        model.modelReset.connect(self._lines_anew)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Entries have two lines. The view asks it of all rows at every letter."""
        return QSize(0, height_of(self._model.at(index.row())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the current line, its sign, its words."""
        theme = current_theme()
        line = self._model.at(index.row())
        rect: QRect = option.rect
        pad = theme.px(tokens.SPACE_16)
        inner = rect.adjusted(pad, 0, -pad, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.SELECTED))
            side, radius = theme.px(tokens.SPACE_6), theme.px(tokens.RADIUS_ROW)
            painter.drawRoundedRect(rect.adjusted(side, 0, -side, 0), radius, radius)
        if line.hit is not None:
            self._hit(painter, inner, line.hit)
        elif line.kind is LineKind.HEADING:
            words = inner.adjusted(theme.px(tokens.SPACE_4), 0, 0, 0)
            self._write(painter, line.text, Type.SMALL, Colour.TEXT_SECOND, words)
        else:
            words = self._sign(painter, inner, "funnel-simple")
            self._write(painter, line.text, Type.BASE, Colour.TEXT, words)
        painter.restore()

    def _hit(self, painter: QPainter, inner: QRect, hit: Hit) -> None:
        """Who, or what and whose it is; an entry has a line for whose and when, and its snippet below."""
        theme = current_theme()
        snippet, marks = hit.excerpt()
        told_line = self._lines.line(self._told_of(hit), theme.font(Type.SMALL))
        role = Type.BASE
        if hit.kind is HitKind.CONTACT:
            name = "".join(hit.names)
            words = self._avatar(painter, inner, hit, name or snippet)
            if name in snippet:
                role = Type.STRONG
            else:
                line = self._write(painter, name, Type.STRONG, Colour.TEXT, words)
                words = words.adjusted(int(line.width) + theme.px(tokens.SPACE_12), 0, 0, 0)
        else:
            words = self._sign(painter, inner, "note" if hit.kind is HitKind.ENTRY else "handshake")
        left, width = words.left(), words.width()
        height = theme.line_height(Type.BASE)
        painter.setPen(theme.colour(Colour.TEXT_SECOND))
        if hit.kind is HitKind.ENTRY:
            above = theme.line_height(Type.SMALL)
            top = words.top() + (words.height() - above - height) // 2
            self._told(painter, told_line, QRect(left, top, width, above))
            text = QRect(left, top + above, width, height)
        else:
            wide = min(int(told_line.width) + 2, width // 2)
            self._told(
                painter, told_line, QRect(words.right() - wide, words.top(), wide + 1, words.height()), right=True
            )
            top = words.top() + (words.height() - height) // 2
            text = QRect(left, top, width - wide - theme.px(tokens.SPACE_12), height)
        self._lit(painter, snippet.replace("\n", " "), role, marks, text)

    def _told_of(self, hit: Hit) -> str:
        """Whose it is and when, for what is no person."""
        names = "" if hit.kind is HitKind.CONTACT else joined(hit.names)
        day = "" if hit.day is None else full_day(hit.day, self._context.today())
        return f"{names}  {day}" if names and day else names or day

    def _told(self, painter: QPainter, line: SetLine, box: QRect, *, right: bool = False) -> None:
        """Whose it is and when, cut in its middle where the room is too narrow."""
        theme = current_theme()
        if line.width > box.width():
            shown = theme.metrics(Type.SMALL).elidedText(line.text, Qt.TextElideMode.ElideMiddle, box.width())
            line = self._lines.line(shown, theme.font(Type.SMALL))
        left = box.x() + box.width() - line.width if right else box.x()
        line.paint(painter, QRectF(left, box.y(), line.width, box.height()))

    def _lit(self, painter: QPainter, text: str, role: Type, marks: Spans, box: QRect) -> None:
        """One line of the text, the words found on the evidence ground; what is too long ends in three dots."""
        theme = current_theme()
        line = self._lines.fitted(text, theme.font(role), box.width())
        shown = len(text) if line.text == text else len(line.text) - 1
        top = box.y() + (box.height() - line.height) / 2
        for first, last in marks:
            if first < shown:
                begins, ends = (line.place_of(utf16(text, offset)) for offset in (first, min(last, shown)))
                ground = QRectF(box.x() + min(begins, ends), top, abs(ends - begins), line.height)
                painter.fillRect(ground, theme.colour(Colour.EVIDENCE))
        painter.setPen(theme.colour(Colour.TEXT))
        line.paint(painter, QRectF(box))

    def _write(self, painter: QPainter, text: str, role: Type, colour: Colour, box: QRect) -> SetLine:
        """Words on one line from the left edge of `box`; the line."""
        theme = current_theme()
        line = self._lines.line(text, theme.font(role))
        painter.setPen(theme.colour(colour))
        line.paint(painter, QRectF(box))
        return line

    def _avatar(self, painter: QPainter, inner: QRect, hit: Hit, name: str) -> QRect:
        """The picture of a contact at the left; what is left for words."""
        theme = current_theme()
        side = theme.px(tokens.AVATAR_SMALL)
        box = QRectF(inner.left(), inner.top() + (inner.height() - side) / 2, side, side)
        paint_avatar(painter, box, hit.id, name)
        return inner.adjusted(side + theme.px(tokens.SPACE_12), 0, 0, 0)

    def _sign(self, painter: QPainter, inner: QRect, name: str) -> QRect:
        """An icon at the left; what is left for words."""
        theme = current_theme()
        room, side = theme.px(tokens.AVATAR_SMALL), theme.px(tokens.ICON_CONTROL)
        box = QRect(inner.left() + (room - side) // 2, inner.top() + (inner.height() - side) // 2, side, side)
        paint_icon(painter, box, name, theme.colour(Colour.TEXT_SECOND))
        return inner.adjusted(room + theme.px(tokens.SPACE_12), 0, 0, 0)

    def _lines_anew(self) -> None:
        self._lines.turn()
