"""Warmth (温度): days since the last contact against this contact's own cadence. METHOD 5."""

from bisect import bisect_left, bisect_right
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from .situation import Situation


class Warmth(NamedTuple):
    """`days` since the last contact, None where there was none; `cadence` in days; whether it is cooling."""

    days: int | None
    cadence: int
    cooling: bool


def warmth(situation: Situation) -> Warmth:
    """How warm it is today. Never met is not cooling."""
    days = situation.days_silent
    cadence = situation.contact.cadence or learned_cadence(situation)
    return Warmth(days, cadence, days is not None and days > cadence)


def learned_cadence(situation: Situation) -> int:
    """The cadence that the last contacts show, in days.

    A day fewer than seven after the previous kept one is the same conversation. The lower median of the gaps between
    the last ten kept days, bounded; where fewer than two are kept nothing is known yet, and the default holds.
    """
    settings = situation.settings
    kept: list[int] = []
    apart, days, at = max(1, settings.warmth_same_conversation), _contact_days(situation), 0
    while at < len(days):
        kept.append(days[at])
        at = bisect_left(days, days[at] + apart, at + 1)
    if len(kept) < 2:
        return settings.warmth_default
    kept = kept[-settings.warmth_contacts :]
    gaps = sorted(later - earlier for earlier, later in pairwise(kept))
    median = gaps[(len(gaps) - 1) // 2]
    return max(settings.warmth_shortest, min(settings.warmth_longest, median))


def _contact_days(situation: Situation) -> list[int]:
    """Ordinals of the days of contact up to today, ascending; a day may be there more than once."""
    relationship = situation.relationship
    ordinals = list(map(date.toordinal, relationship.days_kept))
    ordinals += [courtesy.day.toordinal() for courtesy in relationship.courtesies]
    for loops in (situation.received, situation.given):
        for loop in loops:
            ordinals += map(date.toordinal, loop.contact_days)
    ordinals.sort()  # nearly sorted: thousands of kept days come first, in their order
    return ordinals[: bisect_right(ordinals, situation.today.toordinal())]
