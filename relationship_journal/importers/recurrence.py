"""On which day a series of events took place last, without walking through a series that never ends."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SIMPLE = {
    "DAILY": set[str](),
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYMONTHDAY"},
    "YEARLY": {"BYMONTH", "BYMONTHDAY"},
}
_HARMLESS = {"FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST"}


def latest(first: date, rule: Mapping[str, Sequence[object]], until: date | None) -> date:
    """The last day of the series (RFC 5545, 3.3.10) up to `until`; `first` where that is later or not known.

    Told by arithmetic: a rule that names other parts than an interval, weekdays of a week, or the first day's own day
    and month is too particular, and the series stands on its first day.
    """
    frequency = str(next(iter(rule.get("FREQ", ())), "")).upper()
    others = set(rule) - _HARMLESS
    if until is None or until <= first or frequency not in _SIMPLE or not others <= _SIMPLE[frequency]:
        return first
    if not _its_own(first, rule):
        return first
    every = max(1, _number(rule, "INTERVAL", 1))
    most = _number(rule, "COUNT", 0) or None
    end = min([until, *(_day(one) for one in rule.get("UNTIL", ()) if isinstance(one, date))])
    if end <= first:
        return first
    if frequency == "DAILY":
        steps = (end - first).days // every
        return first + timedelta(min(steps, most - 1 if most else steps) * every)
    if frequency == "WEEKLY":
        return _weekly(first, rule, end, every, most)
    return _monthly(first, end, every * (12 if frequency == "YEARLY" else 1), most)


def _its_own(first: date, rule: Mapping[str, Sequence[object]]) -> bool:
    return all(
        [str(one) for one in rule[key]] == [str(own)]
        for key, own in (("BYMONTHDAY", first.day), ("BYMONTH", first.month))
        if key in rule
    )


def _weekly(first: date, rule: Mapping[str, Sequence[object]], end: date, every: int, most: int | None) -> date:
    named = [str(one).upper() for one in rule.get("BYDAY", ())]
    days = sorted({_WEEKDAYS.index(one) for one in named if one in _WEEKDAYS} or {first.weekday()})
    if most is not None and len(days) > 1:
        # As many weeks as it takes at most; which days of the first week count is too particular to matter here.
        end = min(end, first + timedelta(weeks=every * (most // len(days) + 1)))
    monday = first - timedelta(first.weekday())
    weeks = (end - monday).days // 7 // every
    if most is not None and len(days) == 1:
        weeks = min(weeks, most - 1)
    while weeks >= 0:
        found = [day for one in days if first <= (day := monday + timedelta(weeks * every * 7 + one)) <= end]
        if found:
            return found[-1]
        weeks -= 1
    return first


def _monthly(first: date, end: date, months: int, most: int | None) -> date:
    """Months without the day are passed over: the 31st, 29 February; eight years at most."""
    passed = (end.year - first.year) * 12 + end.month - first.month
    steps = passed // months
    if most is not None:
        steps = min(steps, most - 1)
    for step in range(steps, max(-1, steps - 100), -1):
        year, month = divmod(first.month - 1 + step * months, 12)
        year, month = first.year + year, month + 1
        if first.day <= monthrange(year, month)[1] and date(year, month, first.day) <= end:
            return max(first, date(year, month, first.day))
    return first


def _number(rule: Mapping[str, Sequence[object]], key: str, default: int) -> int:
    value = next(iter(rule.get(key, ())), default)
    return value if isinstance(value, int) and 0 < value < 100_000 else default


def _day(moment: object) -> date:
    assert isinstance(moment, date)
    return moment.date() if isinstance(moment, datetime) else moment
