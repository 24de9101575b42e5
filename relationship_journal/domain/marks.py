"""The marks of a contact for many days at once: a list of ten thousand compares days and looks at no favour.

They are found by `marking`, from the whole relationship.
"""

from datetime import date
from typing import NamedTuple
from zlib import crc32

from .rung import HIGHEST
from .settings import Settings

RULES = 1
"""Counted up whenever the rules of the method change what follows from the same relationship."""
FOREVER = date.max.toordinal()
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


def stamp(settings: Settings) -> int:
    """A number that is another one wherever rules or settings could give other marks."""
    told = [repr(getattr(settings, name)) for name in RESTS_ON]
    return crc32(repr((RULES, told, sorted(settings.hidden_rungs))).encode())


def arcs_of(bits: int) -> tuple[bool, bool, bool, bool]:
    """Granted, acted on, thanked, returned."""
    return ARCS[bits]


ARCS = tuple((bool(bits & 1), bool(bits & 2), bool(bits & 4), bool(bits & 8)) for bits in range(16))
