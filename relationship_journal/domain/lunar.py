"""The Chinese lunar calendar, 1900 to 2100, from a table of facts.

Each year is a hexadecimal number: the lowest digit is the leap month or 0; the next twelve bits, highest first, say
whether months 1 to 12 have 30 days (else 29); the bit above them whether the leap month has 30. The facts are those of
the observatories' tables; a test compares every day with the borax library.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1900, 2100
_NEW_YEAR_1900 = date(1900, 1, 31)
_YEARS = (
    "4bd8 4ae0 a570 54d5 d260 d950 16554 56a0 9ad0 55d2 4ae0 a5b6 a4d0 d250 1d255 b540 d6a0 ada2 95b0 14977 "
    "4970 a4b0 b4b5 6a50 6d40 1ab54 2b60 9570 52f2 4970 6566 d4a0 ea50 16a95 5ad0 2b60 186e3 92e0 1c8d7 c950 "
    "d4a0 1d8a6 b550 56a0 1a5b4 25d0 92d0 d2b2 a950 b557 6ca0 b550 15355 4da0 a5b0 14573 52b0 a9a8 e950 6aa0 "
    "aea6 ab50 4b60 aae4 a570 5260 f263 d950 5b57 56a0 96d0 4dd5 4ad0 a4d0 d4d4 d250 d558 b540 b6a0 195a6 "
    "95b0 49b0 a974 a4b0 b27a 6a50 6d40 af46 ab60 9570 4af5 4970 64b0 74a3 ea50 6b58 5ac0 ab60 96d5 92e0 "
    "c960 d954 d4a0 da50 7552 56a0 abb7 25d0 92d0 cab5 a950 b4a0 baa4 ad50 55d9 4ba0 a5b0 15176 52b0 a930 "
    "7954 6aa0 ad50 5b52 4b60 a6e6 a4e0 d260 ea65 d530 5aa0 76a3 96d0 4afb 4ad0 a4d0 1d0b6 d250 d520 dd45 "
    "b5a0 56d0 55b2 49b0 a577 a4b0 aa50 1b255 6d20 ada0 14b63 9370 49f8 4970 64b0 168a6 ea50 6b20 1a6c4 aae0 "
    "92e0 d2e3 c960 d557 d4a0 da50 5d55 56a0 a6d0 55d4 52d0 a9b8 a950 b4a0 b6a6 ad50 55a0 aba4 a5b0 52b0 "
    "b273 6930 7337 6aa0 ad50 14b55 4b60 a570 54e4 d260 e968 d520 daa0 16aa6 56d0 4ae0 a9d4 a4d0 d150 f252 "
    "d520"
)


class Month(NamedTuple):
    """One lunar month: its number, whether it is the leap month of that number, its first day, its length."""

    number: int
    leap: bool
    first: date
    days: int


@lru_cache(maxsize=1)
def _new_years() -> tuple[date, ...]:
    """The first day of each lunar year, and of the one after the last."""
    days = [_NEW_YEAR_1900]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days.append(days[-1] + timedelta(days=sum(length for _, _, length in _lengths(year))))
    return tuple(days)


def _lengths(year: int) -> list[tuple[int, bool, int]]:
    facts = int(_YEARS.split()[year - FIRST_YEAR], 16)
    leap = facts & 0xF
    months = []
    for number in range(1, 13):
        months.append((number, False, 30 if facts >> (16 - number) & 1 else 29))
        if number == leap:
            months.append((number, True, 30 if facts >> 16 & 1 else 29))
    return months


@lru_cache(maxsize=16)
def months(year: int) -> tuple[Month, ...]:
    """The months of a lunar year in order; ValueError outside the table."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the lunar table ends at {LAST_YEAR}")
    first = _new_years()[year - FIRST_YEAR]
    found = []
    for number, leap, length in _lengths(year):
        found.append(Month(number, leap, first, length))
        first += timedelta(days=length)
    return tuple(found)


def to_solar(year: int, month: int, day: int, *, leap: bool = False) -> date:
    """The solar day of a lunar one.

    What the year does not have is kept as people keep it: without that leap month, in the month of the same number;
    the 30th of a month of 29 days on its last day. ValueError outside the table.
    """
    found = [each for each in months(year) if each.number == month]
    chosen = found[-1] if leap else found[0]
    return chosen.first + timedelta(days=min(day, chosen.days) - 1)


def lunar_year(day: date) -> int:
    """The lunar year in which a solar day lies, which may be the one before."""
    if FIRST_YEAR <= day.year <= LAST_YEAR + 1 and day < _new_years()[day.year - FIRST_YEAR]:
        return day.year - 1
    return day.year
