"""A row of the review as it is painted: avatar, name, sign, what to do, and at the end its rung or days."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from relationship_journal.domain.contact import OccasionKind
from relationship_journal.domain.plan import Section
from relationship_journal.reports.review_sheet import aside
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.signs import paint_avatar, paint_ring, ring_of
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets.text import fitted

from .review_line import Line

TEXT_LEFT = tokens.SPACE_12 + tokens.ICON_DISC + tokens.SPACE_12
_NAME_WIDTH = 116
_OCCASIONS = {OccasionKind.BIRTHDAY: "cake", OccasionKind.EXAM: "student"}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)


def paint_row(painter: QPainter, rect: QRectF, line: Line, *, is_open: bool = False) -> None:
    """Paint a row into `rect`; an open one has its words in bold."""
    theme = current_theme()
    px = theme.px
    dealt = line.how is not None
    _paint_who(painter, QRectF(rect.x() + px(tokens.SPACE_12), rect.y(), px(tokens.ICON_DISC), rect.height()), line)
    end = _paint_end(painter, rect, line)
    left: float = rect.x() + px(TEXT_LEFT)
    ink = theme.colour(Colour.TEXT_THIRD if dealt else Colour.TEXT)
    if line.row.name:
        painter.setPen(ink)
        name = fitted(line.row.name, theme.font(Type.BASE if dealt else Type.STRONG), px(_NAME_WIDTH))
        name.paint(painter, QRectF(left, rect.y(), px(_NAME_WIDTH), rect.height()))
        left += px(_NAME_WIDTH + tokens.SPACE_8)
        if not dealt:
            side = px(tokens.RING_STEP)
            _paint_sign(painter, QRectF(left, rect.y() + (rect.height() - side) / 2, side, side), line)
            left += side + px(tokens.SPACE_8)
    painter.setPen(ink)
    room = end - left - px(tokens.SPACE_12)
    said = fitted(line.said if dealt else line.what, theme.font(Type.STRONG if is_open else Type.BASE), room)
    said.paint(painter, QRectF(left, rect.y(), room, rect.height()))


def spoken(line: Line) -> str:
    """The row for those who do not see it."""
    parts = (line.row.name, line.said if line.how is not None else line.what, aside(line.row), line.how_said)
    return ", ".join(part for part in parts if part)


def _paint_who(painter: QPainter, room: QRectF, line: Line) -> None:
    theme = current_theme()
    row = line.row
    middle = room.center()
    if line.how is not None or row.contact is None:
        side = theme.px(tokens.ICON_CONTROL)
        name, role = ("check", Colour.ACCENT) if line.how is not None else (_thing(line), Colour.TEXT_SECOND)
        at = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_icon(painter, at, name, theme.colour(role))
        return
    wide = room.width()
    paint_avatar(painter, QRectF(room.x(), middle.y() - wide / 2, wide, wide), row.contact, row.name)


def _paint_end(painter: QPainter, rect: QRectF, line: Line) -> float:
    """Paint what stands at the right; where it begins."""
    theme = current_theme()
    text = line.how_said if line.how is not None else aside(line.row)
    painter.setFont(theme.font(Type.SMALL))
    painter.setPen(theme.colour(Colour.TEXT_THIRD))
    right = rect.right() - theme.px(tokens.SPACE_12)
    wide = theme.metrics(Type.SMALL).horizontalAdvance(text)
    painter.drawText(QRectF(right - wide - 1, rect.y(), wide + 1, rect.height()), _RIGHT, text)
    return float(right - wide)


def _paint_sign(painter: QPainter, rect: QRectF, line: Line) -> None:
    theme = current_theme()
    row = line.row
    if row.loop is not None:
        paint_ring(painter, rect, ring_of(row.loop, in_list=True))
    elif row.rung is not None:
        _paint_rung(painter, rect, row.rung)
    else:
        paint_icon(painter, rect, _thing(line), theme.colour(Colour.TEXT_THIRD))


def _paint_rung(painter: QPainter, rect: QRectF, rung: int) -> None:
    """A piece of the ladder: two rails and the rung."""
    theme = current_theme()
    thick = max(1, theme.px(tokens.SPACE_2))
    rail = theme.colour(Colour.RAIL)
    painter.fillRect(QRectF(rect.left(), rect.top(), thick, rect.height()), rail)
    painter.fillRect(QRectF(rect.right() - thick, rect.top(), thick, rect.height()), rail)
    high = max(2, theme.px(tokens.SPACE_4))
    bar = QRectF(rect.left() + thick, rect.center().y() - high / 2, rect.width() - 2 * thick, high)
    painter.fillRect(bar, theme.rung_colour(rung))


def _thing(line: Line) -> str:
    """The icon of a row that is about no favour and no rung."""
    row = line.row
    if row.section is Section.COOLING:
        return "thermometer-cold"
    if row.section is Section.UNSORTED:
        return "tray"
    kind = row.occasion.kind if row.occasion is not None else None
    return _OCCASIONS.get(kind, "calendar-blank") if kind is not None else "calendar-blank"
