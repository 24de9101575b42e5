"""The marks of a contact, found from the whole relationship by the rules of the method.

What a mark rests on changes only by what is recorded, and by days that are known beforehand. So it is found once, and
holds until something is recorded, a fact dated ahead begins to count, or a decision opens or ends. Everything here
follows from the rules of `loop`, `standing`, `next_step` and `warmth`, and is tested against them day by day.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from .favour import StepKind
from .marks import ARCS, FOREVER, Marks
from .next_step import rests_until
from .rules.climbing import rung_to_ask
from .rung import HIGHEST
from .situation import Situation
from .warmth import warmth

_MOVES = frozenset({StepKind.ACTED_ON, StepKind.THANKED, StepKind.RETURNED, StepKind.CLOSED, StepKind.DECLINED})


def marks_of(situation: Situation) -> Marks:
    """The marks from the situation's day on."""
    today = situation.today
    opened = tuple(sorted(loop.favour.id for loop in chain(situation.granted, situation.promises, situation.waiting)))
    rest = None if opened else rests_until(situation, rung_to_ask(situation))
    carries = _carries(situation)
    last = situation.last_contact.toordinal() if situation.last_contact else 0
    ends = [*_facts_ahead(situation), *_turns_of_decision(situation, carries, last)]
    day = today.toordinal()
    return Marks(
        day,
        min((end for end in ends if end > day), default=FOREVER),
        rest.toordinal() if rest else 0,
        last,
        warmth(situation).cadence,
        _last_move(situation),
        " ".join(map(str, opened)),
        _bits(situation.granted[0].arcs) if situation.granted else 0,
        carries,
    )


def _bits(arcs: tuple[bool, bool, bool, bool]) -> int:
    return ARCS.index(arcs)


def _carries(situation: Situation) -> tuple[int, ...]:
    """A loop on rung r carries to rung k for r - k + 1 whole periods from its closing day."""
    period = situation.settings.standing_period
    carries = [0] * HIGHEST
    for loop in situation.received:
        if loop.on_ladder and loop.closing_day is not None:
            closed, rung = loop.closing_day.toordinal(), loop.favour.rung
            for place in range(min(rung, HIGHEST)):
                carries[place] = max(carries[place], closed + (rung - place) * period)
    return tuple(carries)


def _last_move(situation: Situation) -> int:
    days = (step.day for loop in situation.received for step in loop.favour.steps if step.kind in _MOVES)
    return max(days, default=date.min).toordinal()


def _facts_ahead(situation: Situation) -> Iterator[int]:
    """The days of what is dated after today."""
    relationship = situation.relationship
    days = chain(
        relationship.days_kept,
        (courtesy.day for courtesy in relationship.courtesies),
        (step.day for favour in relationship.favours for step in favour.steps),
    )
    return (day.toordinal() for day in days if day > situation.today)


def _turns_of_decision(situation: Situation, carries: Iterable[int], last_contact: int) -> Iterator[int]:
    """While a decision is near: its days, and those on which the rung to ask, which it may forbid, becomes another."""
    decision = situation.contact.decision
    if decision is not None and decision.last >= situation.today:
        yield decision.first.toordinal()
        yield decision.last.toordinal() + 1
        yield last_contact + situation.settings.silent_days
        yield from carries
