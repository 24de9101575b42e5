"""When the days that matter come next: solar and lunar dates of occasions. METHOD 6 and 8."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from . import lunar
from .contact import Occasion, OccasionKind

# These return every year even where the year of the first is written; the others come once.
YEARLY = frozenset({OccasionKind.BIRTHDAY, OccasionKind.ANNIVERSARY})
_SOLAR = re.compile(r"(?:(\d{4})-|--)(\d{2})-(\d{2})")
_LUNAR = re.compile(r"lunar:(leap-)?(\d{2})-(\d{2})")


class OccasionDate(NamedTuple):
    """An occasion's date, taken apart. `year` is None where none is written; lunar dates never have one."""

    year: int | None
    month: int
    day: int
    lunar: bool = False
    leap: bool = False


@lru_cache(maxsize=4096)
def read_date(text: str) -> OccasionDate | None:
    """The parts of `2027-06-07`, `--04-12`, `lunar:08-06` or `lunar:leap-06-15`; None where it is no such date."""
    if found := _SOLAR.fullmatch(text):
        year, month, day = int(found[1]) if found[1] else None, int(found[2]), int(found[3])
        leap_year = 2000
        if not 1 <= month <= 12 or (year is not None and year < 1) or not 1 <= day <= monthrange(leap_year, month)[1]:
            return None
        if year is not None and day > monthrange(year, month)[1]:
            return None
        return OccasionDate(year, month, day)
    if found := _LUNAR.fullmatch(text):
        month, day = int(found[2]), int(found[3])
        return OccasionDate(None, month, day, True, bool(found[1])) if 1 <= month <= 12 and 1 <= day <= 30 else None
    return None


def in_year(year: int, month: int, day: int) -> date:
    """The day in that year; 29 February is kept on 28 February where there is none."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def next_occurrence(occasion: Occasion, today: date) -> date | None:
    """The next day of an occasion, today included. None where it is past and does not return, or cannot be read."""
    parts = read_date(occasion.date)
    if parts is None:
        return None
    if parts.lunar:
        return _next_lunar(parts, today)
    if parts.year is not None:
        first = date(parts.year, parts.month, parts.day)
        if occasion.kind not in YEARLY or first >= today:
            return first if first >= today else None
    this_year = in_year(today.year, parts.month, parts.day)
    if this_year >= today:
        return this_year
    return in_year(today.year + 1, parts.month, parts.day) if today.year < date.max.year else None


def _next_lunar(parts: OccasionDate, today: date) -> date | None:
    start = lunar.lunar_year(today)
    for year in (start, start + 1):
        if lunar.FIRST_YEAR <= year <= lunar.LAST_YEAR:
            day = lunar.to_solar(year, parts.month, parts.day, leap=parts.leap)
            if day >= today:
                return day
    return None
