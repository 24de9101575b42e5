"""The ladder as a picture: rails, bars, numerals and the ground. Geometry: VISUAL, part 3; sizes in design pixels."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from relationship_journal.domain.rung import HIGHEST
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.theme.tokens import FOCUS_RING, RADIUS_ROW
from relationship_journal.values import dataclass

ROW = 50
_BAR, _RAIL, _OUTLINE = 8, 4, 1.5
_HATCH_EVERY, _HATCH_LEFT, _HATCH_DOWN, _HATCH_OPACITY = 8, 4, 5, 0.55
_GROUND_BELOW, _RAIL_BELOW = 8.5, 10


class Bar(StrEnum):
    """How a rung's bar is drawn."""

    EMPTY = "empty"
    CLOSED = "closed"
    OPEN = "open"
    LOCKED = "locked"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class RungLook:
    """A rung as it is drawn. `filled` is the part of an open bar that is done, 0 to 1."""

    number: int
    bar: Bar
    filled: float = 0.0
    is_next: bool = False
    drag_over: bool = False

    @property
    def lit(self) -> bool:
        """Whether its row stands on a ground of its own."""
        return self.is_next or self.drag_over


@dataclass(frozen=True, slots=True)
class LadderGeometry:
    """Where things lie, from the left edge of the content and y down: the panel's by default."""

    middle: float = 54
    foot: float = 31
    taper: float = 9
    top: float = 8
    row: float = ROW
    numeral: float | None = 6
    text: float = 98

    @property
    def ground(self) -> float:
        """The height of the ground."""
        return self.top + HIGHEST * self.row + 2

    @property
    def height(self) -> float:
        """All of it, hatch included."""
        return self.ground + _GROUND_BELOW + _HATCH_DOWN + 3

    def half_width(self, y: float) -> float:
        """Half the distance between the rails at height y."""
        return self.foot - self.taper * (self.ground - y) / self.ground

    def row_top(self, rung: int) -> float:
        """Where the row of a rung begins."""
        return self.top + (HIGHEST - rung) * self.row

    def bar_of(self, rung: int) -> QRectF:
        """The bar of a rung."""
        y = self.row_top(rung) + self.row / 2
        half = self.half_width(y) - 2
        return QRectF(round(self.middle - half), round(y - _BAR / 2), round(2 * half), _BAR)


STRIP = LadderGeometry(middle=37, foot=18, taper=4, numeral=4, text=0)


def paint_ladder(
    painter: QPainter,
    width: float,
    geometry: LadderGeometry,
    rungs: Sequence[RungLook],
    *,
    bleed: float = 0,
    only: Collection[int] | None = None,
) -> None:
    """Paint a ladder `width` design pixels wide; soft rows reach `bleed` beyond it on both sides.

    The painter's origin is the left upper corner of the content; it is scaled here with the system font. Who shows a
    part of it asks for the bars of `only` these rungs, or for none and the ground.
    """
    theme = current_theme()
    painter.save()
    painter.scale(theme.scale, theme.scale)
    for look in rungs:
        _soft_row(painter, QRectF(-bleed, geometry.row_top(look.number), width + 2 * bleed, geometry.row), look)
        if only is not None and look.number not in only:
            continue
        _bar(painter, geometry.bar_of(look.number), look)
        if geometry.numeral is not None:
            _numeral(painter, geometry, look)
    if not only:
        _ground(painter, width, geometry)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(Colour.RAIL), _RAIL, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    foot = geometry.ground + _RAIL_BELOW
    for side in (-1, 1):
        head = QPointF(geometry.middle + side * geometry.half_width(0), _RAIL / 2)
        painter.drawLine(head, QPointF(geometry.middle + side * geometry.half_width(foot), foot - _RAIL / 2))
    painter.restore()


def _soft_row(painter: QPainter, row: QRectF, look: RungLook) -> None:
    if not look.lit:
        return
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(Colour.ACCENT_SOFT))
    painter.setPen(Qt.PenStyle.NoPen)
    if look.drag_over:
        pen = QPen(theme.colour(Colour.ACCENT), FOCUS_RING)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        row = row.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(row, RADIUS_ROW, RADIUS_ROW)


def _bar(painter: QPainter, bar: QRectF, look: RungLook) -> None:
    theme = current_theme()
    colour = theme.rung_colour(look.number)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if look.bar is Bar.CLOSED:
        painter.fillRect(bar, colour)
        return
    if look.bar is Bar.DECLINED:
        _broken(painter, bar)
        return
    if look.is_next and look.bar is not Bar.OPEN:
        painter.fillRect(bar, theme.colour(Colour.EVIDENCE))
        _outline(painter, bar, QPen(theme.colour(Colour.ACCENT), _OUTLINE))
    elif look.bar is Bar.OPEN:
        painter.fillRect(QRectF(bar.x(), bar.y(), round(bar.width() * look.filled), bar.height()), colour)
        _outline(painter, bar, QPen(colour, _OUTLINE))
    elif look.bar is Bar.LOCKED:
        pen = QPen(theme.colour(Colour.EMPTY), _OUTLINE, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4 / _OUTLINE, 4 / _OUTLINE])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        y = bar.center().y()
        painter.drawLine(QLineF(bar.left() + 5, y, bar.right() - 3, y))
    else:
        _outline(painter, bar, QPen(theme.colour(Colour.EMPTY), _OUTLINE))


def _outline(painter: QPainter, bar: QRectF, pen: QPen) -> None:
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = _OUTLINE / 2
    painter.drawRect(bar.adjusted(half, half, -half, -half))


def _broken(painter: QPainter, bar: QRectF) -> None:
    colour = current_theme().colour(Colour.DANGER)
    gap = 8.0
    middle = bar.center()
    thin = bar.adjusted(0, 2, 0, -2)
    painter.fillRect(QRectF(thin.left(), thin.top(), middle.x() - gap - thin.left(), thin.height()), colour)
    painter.fillRect(QRectF(middle.x() + gap, thin.top(), thin.right() - middle.x() - gap, thin.height()), colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3))
    painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3))


def _numeral(painter: QPainter, geometry: LadderGeometry, look: RungLook) -> None:
    theme = current_theme()
    strong = look.bar in (Bar.CLOSED, Bar.OPEN) or look.is_next
    role = Colour.ACCENT if look.is_next else Colour.TEXT if strong else Colour.TEXT_SECOND
    painter.save()
    assert geometry.numeral is not None
    painter.translate(geometry.numeral, geometry.row_top(look.number))
    painter.scale(1 / theme.scale, 1 / theme.scale)
    painter.setPen(theme.colour(role))
    box = QRectF(0, 0, theme.px(12), theme.px(geometry.row))
    set_line(str(look.number), theme.font(Type.STRONG if strong else Type.BASE)).paint(painter, box, centred=True)
    painter.restore()


def _ground(painter: QPainter, width: float, geometry: LadderGeometry) -> None:
    theme = current_theme()
    y = geometry.ground + _GROUND_BELOW
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(Colour.EMPTY), 1))
    painter.drawLine(QLineF(0, y, width, y))
    painter.setOpacity(_HATCH_OPACITY)
    feet = range(_HATCH_EVERY, ceil(width), _HATCH_EVERY)
    painter.drawLines([QLineF(x, y, x - _HATCH_LEFT, y + _HATCH_DOWN) for x in feet])
    painter.setOpacity(1)
