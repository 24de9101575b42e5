"""The loop ring: four arcs, clockwise from 12 o'clock, for granted, acted on, thanked and returned.

An arc belongs to its step and not to a count, since steps come in any order. Geometry: VISUAL, part 3.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.loop import Loop, State
from relationship_journal.domain.words import UNANSWERED, step_word
from relationship_journal.i18n import Message, _, word
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.values import dataclass

from .stamp import stamp

_INSET = 1.5
_SWEEP, _QUARTER = 70, 90
_DONE, _MISSING = 0.18, 0.085
_CLOSED = (State.CLOSED, State.ACKNOWLEDGED)
_WAITING = (State.ASKED, State.OFFERED, State.PROMISED)


@dataclass(frozen=True, slots=True)
class RingLook:
    """What a ring shows. `rung` gives its colour, None paints it as an open loop in a list (orange).

    `grown` lets the last arc grow from 0 to 1 while a loop closes; 1 at rest.
    """

    state: State
    arcs: tuple[bool, bool, bool, bool] = (False, False, False, False)
    rung: int | None = None
    grown: float = 1.0


def ring_of(loop: Loop, *, in_list: bool = False) -> RingLook:
    """The ring of a favour. A given one is done in its first half, acknowledged in its second."""
    arcs = loop.arcs
    if loop.favour.direction is Direction.GIVEN:
        arcs = (arcs[1], arcs[1], arcs[2], arcs[2])
    return RingLook(loop.state, arcs, None if in_list else loop.favour.rung)


def paint_ring(painter: QPainter, rect: QRectF, look: RingLook) -> None:
    """Paint the ring into the square `rect`."""
    if look.grown < 1:
        _paint(painter, rect, look)
        return
    arcs = "".join("01"[stands] for stands in look.arcs)
    stamp(painter, rect, f"ring {look.state} {arcs} {look.rung}", lambda inside, box: _paint(inside, box, look))


def _paint(painter: QPainter, rect: QRectF, look: RingLook) -> None:
    theme = current_theme()
    colour = theme.colour(Colour.WARNING) if look.rung is None else theme.rung_colour(look.rung)
    inner = rect.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.state in _CLOSED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        _check(painter, rect, theme.colour(Colour.CARD))
    elif look.state in (State.IDEA, State.PLANNED):
        planned = look.state is State.PLANNED
        tone = theme.colour(Colour.ACCENT if planned else Colour.EMPTY)
        _dots(painter, inner, tone)
        if planned:
            _dot(painter, rect, tone)
    elif look.state in (State.DECLINED, State.UNANSWERED, State.LET_GO):
        role = {State.DECLINED: Colour.DANGER, State.UNANSWERED: Colour.WARNING}.get(look.state, Colour.TEXT_THIRD)
        _marked(painter, rect, look.state, theme.colour(role))
    else:
        _arcs(painter, inner, look, colour)
        if look.state in _WAITING and not any(look.arcs):
            _dot(painter, rect, colour)
    painter.restore()


def state_word(state: State, direction: Direction) -> str:
    """The msgid of a state."""
    return UNANSWERED if state is State.UNANSWERED else step_word(StepKind(state.value), direction)


def ring_words(loop: Loop) -> str:
    """A favour and its ring for those who do not see it: `Optician, acted on: 2 of 4 steps`."""
    title, stands = loop.favour.title, _(state_word(loop.state, loop.favour.direction))
    done = sum(loop.arcs)
    if loop.granted_open and done < len(loop.arcs):
        return word(
            Message("{title}, {state}: {n} of {all} steps", title=title, state=stands, n=done, all=len(loop.arcs))
        )
    return word(Message("{title}: {state}", title=title, state=stands))


def _arcs(painter: QPainter, inner: QRectF, look: RingLook, done: QColor) -> None:
    missing, side = current_theme().colour(Colour.EMPTY), inner.width() + 2 * _INSET
    last = max((number for number, stands in enumerate(look.arcs) if stands), default=-1)
    for number, stands in enumerate(look.arcs):
        start = 80 - _QUARTER * number
        grown = look.grown if number == last else 1.0
        if not stands or grown < 1:
            painter.setPen(QPen(missing, max(1.0, side * _MISSING), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(inner, start * 16, -_SWEEP * 16)
        if stands:
            painter.setPen(QPen(done, side * _DONE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(inner, start * 16, round(-_SWEEP * 16 * grown))


def _dots(painter: QPainter, inner: QRectF, colour: QColor) -> None:
    width = max(1.0, inner.width() / 13)
    pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    around = 3.14159 * inner.width() / width
    pen.setDashPattern([around / 28, around / 28])
    painter.setPen(pen)
    painter.drawEllipse(inner)


def _dot(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = rect.width() * 0.13
    painter.drawEllipse(rect.center(), radius, radius)


def _marked(painter: QPainter, rect: QRectF, state: State, colour: QColor) -> None:
    side = rect.width()
    pen = QPen(colour, max(1.2, side * 0.08), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(_INSET, _INSET, -_INSET, -_INSET))
    middle, reach = rect.center(), side * 0.16
    if state is State.DECLINED:
        painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach))
        painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
    elif state is State.UNANSWERED:
        painter.drawLine(middle, middle + QPointF(0, -side * 0.22))
        painter.drawLine(middle, middle + QPointF(side * 0.16, 0))
    else:
        painter.drawLine(middle + QPointF(-side * 0.2, 0), middle + QPointF(side * 0.2, 0))


def _check(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    side = rect.width()
    if side < 16:
        pen = QPen(colour, max(1.2, side * 0.13), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = rect.x(), rect.y()
        painter.drawPolyline(
            [
                QPointF(x + side * 0.29, y + side * 0.52),
                QPointF(x + side * 0.44, y + side * 0.67),
                QPointF(x + side * 0.72, y + side * 0.36),
            ]
        )
        return
    paint_icon(painter, rect.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2), "check-bold", colour)
