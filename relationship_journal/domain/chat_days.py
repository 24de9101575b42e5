"""The days that heads of a chat tell: numbers in every order, words, and which of 11/12 is the month."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_BACK = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}

DAY = (
    rf"(?:(?:19|20)\d\d\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d{{1,2}}日?"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:20)?\d\d\b"
    rf"|\d{{1,2}}月\d{{1,2}}日"
    rf"|20\d\d[01]\d[0-3]\d\b"
    rf"|\d{{1,2}} {_MONTH}(?: 20\d\d)?|{_MONTH} \d{{1,2}}(?:, 20\d\d)?"
    rf"|\d{{1,2}}[/-]\d{{1,2}}(?![/\d-])"
    rf"|今天|昨天|前天|today|yesterday|(?:星期|周)[一二三四五六日天]|{_WEEKDAY})"
)
"""A regular expression for a day as messengers write it, to be used without regard to case."""

_WHOLE = re.compile(r"((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})", re.IGNORECASE)
_PACKED = re.compile(r"(20\d\d)([01]\d)([0-3]\d)\b")
_SHORT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-]((?:20)?\d\d)\b")
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日|(\d{1,2})[/-](\d{1,2})(?![/\d-])")
_DAY_MONTH = re.compile(rf"(\d{{1,2}}) ({_MONTH})(?: (20\d\d))?|({_MONTH}) (\d{{1,2}})(?:, (20\d\d))?", re.IGNORECASE)
_IN_WEEK = re.compile(rf"(?:星期|周)([一二三四五六日天])|({_WEEKDAY})", re.IGNORECASE)
_ALONE = re.compile(
    rf"[\s—–\-=*·]*{DAY}[,，]?\s*(?:(?:星期|周)[一二三四五六日天]|{_WEEKDAY})?[\s—–\-=*·]*", re.IGNORECASE
)

_Numbers = tuple[int, int, int]


def day_alone(line: str) -> bool:
    """Whether a line says a day and nothing else, as messengers put it between the days: `————— 2026-11-20 —————`."""
    return _ALONE.fullmatch(line.strip()) is not None if line.strip() else False


def days_of(stamps: Sequence[str], today: date | None) -> list[date | None]:
    """The day of each stamp, None where it tells none, or where it needs `today` and that is not known.

    Whether 11/12 is a day of November or of December is decided for all together: a first number beyond 12 anywhere
    is a day, a second one beyond 12 means that the month comes first; else the order in which all days go forwards
    wins; else the day comes first. Nobody copies what was said after today: it breaks a tie before that.
    """
    unclear = [numbers for stamp in stamps if (numbers := _unclear(stamp)) is not None]
    month_first = _month_first(unclear, today)
    return [_day_of(stamp, today, month_first=month_first) for stamp in stamps]


def _month_first(unclear: list[_Numbers], today: date | None) -> bool:
    if any(first > 12 for first, _second, _year in unclear):
        return False
    if any(second > 12 for _first, second, _year in unclear):
        return True
    orders = {first: [_read(numbers, month_first=first) for numbers in unclear] for first in (False, True)}
    fits = {first: _forwards(days) for first, days in orders.items()}
    if fits[False] != fits[True]:
        return fits[True]
    if today is not None:
        past = {first: all(day is None or day <= today for day in days) for first, days in orders.items()}
        if past[False] != past[True]:
            return past[True]
    return False


def _forwards(days: list[date | None]) -> bool:
    read = [day for day in days if day is not None]
    return read == sorted(read)


def _unclear(stamp: str) -> _Numbers | None:
    found = _SHORT.match(stamp.lstrip(" —–-=*·"))
    if found is None or _WHOLE.match(stamp.strip()):
        return None
    return int(found[1]), int(found[3]), int(found[4]) % 100 + 2000


def _day_of(stamp: str, today: date | None, *, month_first: bool) -> date | None:
    stamp = stamp.strip(" —–-=*·\t")
    if found := _WHOLE.match(stamp) or _PACKED.match(stamp):
        return _real(int(found[1]), int(found[2]), int(found[3]))
    if (numbers := _unclear(stamp)) is not None:
        return _read(numbers, month_first=month_first)
    return _by_words(stamp, today)


def _by_words(stamp: str, today: date | None) -> date | None:
    """Days that name their month, and those that count from `today`: the latest of that name that is not after it."""
    if found := _DAY_MONTH.match(stamp):
        number, name, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        month = _MONTHS.index(name[:3].lower()) + 1
        return _real(int(year), month, int(number)) if year else _latest(month, int(number), today)
    if found := _MONTH_DAY.match(stamp):
        return _latest(int(found[1] or found[3]), int(found[2] or found[4]), today)
    if today is None:
        return None
    for word, days in _BACK.items():
        if stamp.lower().startswith(word):
            return today - timedelta(days)
    if found := _IN_WEEK.match(stamp):
        wanted = (
            "一二三四五六日".index(found[1].replace("天", "日")) if found[1] else _WEEKDAYS.index(found[2][:3].lower())
        )
        return today - timedelta((today.weekday() - wanted) % 7)
    return None


def _latest(month: int, number: int, today: date | None) -> date | None:
    if today is None:
        return None
    this = _real(today.year, month, number)
    return this if this is not None and this <= today else _real(today.year - 1, month, number)


def _read(numbers: _Numbers, *, month_first: bool) -> date | None:
    first, second, year = numbers
    return _real(year, first, second) if month_first else _real(year, second, first)


def _real(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
