"""The marks of a contact for many days at once: a list of ten thousand compares days and looks at no favour.

What a mark rests on changes only by what is recorded, and by days that are known beforehand. So it is found once from
the whole relationship, and holds until something is recorded, a fact dated ahead begins to count, or a decision opens
or ends. Everything here follows from the rules of `loop`, `standing`, `next_step` and `warmth`, and is tested against
them day by day.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from .favour import StepKind
from .next_step import rests_until
from .rules.climbing import rung_to_ask
from .rung import HIGHEST
from .settings import Settings
from .situation import Situation
from .warmth import warmth

RULES = 1
"""Counted up whenever the rules of the method change what follows from the same relationship."""
FOREVER = date.max.toordinal()
_MOVES = frozenset({StepKind.ACTED_ON, StepKind.THANKED, StepKind.RETURNED, StepKind.CLOSED, StepKind.DECLINED})
RESTS_ON = (
    "two_small_first_asks two_small_first_rung one_rung_up_rungs let_it_rest_days let_it_rest_days_after_decline "
    "step_down_rungs habit_before_work_rung habit_before_work_personal habit_before_work_expertise tied_gift_days "
    "open_decision_rung stale_ask_days honest_ask_rung standing_period silent_days warmth_same_conversation "
    "warmth_contacts warmth_shortest warmth_longest warmth_default rung_domains"
).split()
"""The settings that a mark can rest on, beside the rungs that are hidden."""


class MarksToday(NamedTuple):
    """Where a contact stands on one day. Days are ordinals, 0 is none.

    `open_favours` are ids parted by blanks. An ask has to rest until `rest_until`. `last_contact` is 0 where we never
    met, `cadence` in days. `last_move` is the latest day of a step that closes or declines a received favour. `arcs`
    are the bits of the granted loop that is to be closed, the lowest for granted.
    """

    standing: int
    open_favours: str
    rest_until: int
    last_contact: int
    cadence: int
    last_move: int
    arcs: int

    @property
    def open_loops(self) -> int:
        """How many favours are open."""
        return self.open_favours.count(" ") + 1 if self.open_favours else 0

    def asks(self, day: int) -> bool:
        """Whether the next step is an ask. Decided: of somebody never met it is none yet."""
        return not self.open_favours and self.rest_until <= day and self.last_contact > 0

    def cooling(self, day: int) -> bool:
        """Whether the last contact is longer ago than usual. Never met is not cooling."""
        return self.last_contact > 0 and day - self.last_contact > self.cadence

    def silent(self, day: int, settings: Settings) -> bool:
        """Whether it has to begin anew; never met counts as silence."""
        return not self.last_contact or day - self.last_contact >= settings.silent_days


class Marks(NamedTuple):
    """What a contact's marks rest on, from the day `first` up to the one before `end`.

    `carries` are the days until which the ladder carries to rung 1, 2 … 6; the rest is as in `MarksToday`.
    """

    first: int
    end: int
    rest_until: int
    last_contact: int
    cadence: int
    last_move: int
    open_favours: str = ""
    arcs: int = 0
    carries: tuple[int, ...] = (0,) * HIGHEST

    def hold(self, day: int) -> bool:
        """Whether they are right on a day."""
        return self.first <= day < self.end

    def on(self, day: int) -> MarksToday:
        """Where the contact stands on a day on which they hold."""
        return MarksToday(
            sum(day < until for until in self.carries),
            self.open_favours,
            self.rest_until,
            self.last_contact,
            self.cadence,
            self.last_move,
            self.arcs,
        )


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


def stamp(settings: Settings) -> int:
    """A number that is another one wherever rules or settings could give other marks."""
    told = [repr(getattr(settings, name)) for name in RESTS_ON]
    digest = blake2b(repr((RULES, told, sorted(settings.hidden_rungs))).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def arcs_of(bits: int) -> tuple[bool, bool, bool, bool]:
    """Granted, acted on, thanked, returned."""
    return _ARCS[bits]


def _bits(arcs: tuple[bool, bool, bool, bool]) -> int:
    return _ARCS.index(arcs)


_ARCS = tuple((bool(bits & 1), bool(bits & 2), bool(bits & 4), bool(bits & 8)) for bits in range(16))


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
