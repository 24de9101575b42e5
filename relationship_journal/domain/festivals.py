"""Festivals, Mother's Day and the season of examinations, by region where they differ.

Sources: the customs of each country; Mothering Sunday is the fourth Sunday of Lent, three weeks before Easter.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from relationship_journal.i18n import N_

from . import lunar

SUNDAY = 6


class Festival(NamedTuple):
    """A festival: its id, its msgid, how its day is found in a year, and where it is kept (everywhere if empty)."""

    id: str
    name: str
    day_in: Callable[[int], date | None]
    regions: frozenset[str] = frozenset()


def _weekday_of_month(year: int, month: int, weekday: int, place: int) -> date:
    """The `place`-th weekday of a month; -1 for the last."""
    if place < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        last = after - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))


def easter(year: int) -> date:
    """Western Easter Sunday, by the rule of Meeus, Jones and Butcher."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _last_of_may_or_after(year: int) -> date:
    """France: the last Sunday of May, a week later where that is Pentecost."""
    day = _weekday_of_month(year, 5, SUNDAY, -1)
    return day + timedelta(days=7) if day == easter(year) + timedelta(days=49) else day


_MOTHERS_DAY: dict[str, Callable[[int], date]] = {
    **dict.fromkeys(("GB", "IE"), lambda year: easter(year) - timedelta(days=21)),
    **dict.fromkeys(("ES", "PT", "HU", "LT", "RO"), lambda year: _weekday_of_month(year, 5, SUNDAY, 1)),
    **dict.fromkeys(("FR", "MA", "TN", "MG"), _last_of_may_or_after),
    **dict.fromkeys(("SE", "DO", "DZ"), lambda year: _weekday_of_month(year, 5, SUNDAY, -1)),
    **dict.fromkeys(("PL",), lambda year: date(year, 5, 26)),
    **dict.fromkeys(("MX", "GT", "SV", "BZ", "SA", "AE", "QA"), lambda year: date(year, 5, 10)),
    **dict.fromkeys(("EG", "LB", "SY", "JO", "IQ"), lambda year: date(year, 3, 21)),
    "NO": lambda year: _weekday_of_month(year, 2, SUNDAY, 2),
    "TH": lambda year: date(year, 8, 12),
    "AR": lambda year: _weekday_of_month(year, 10, SUNDAY, 3),
    "ID": lambda year: date(year, 12, 22),
    "KR": lambda year: date(year, 5, 8),
    "RU": lambda year: _weekday_of_month(year, 11, SUNDAY, -1),
}


def mothers_day(year: int, region: str) -> date:
    """Mother's Day in a region (ISO code); without one, or unknown here, the second Sunday of May."""
    found = _MOTHERS_DAY.get(region.upper())
    return found(year) if found else _weekday_of_month(year, 5, SUNDAY, 2)


@lru_cache(maxsize=256)
def next_mothers_day(region: str, today: date) -> date:
    """The next Mother's Day, today included."""
    this_year = mothers_day(today.year, region)
    return this_year if this_year >= today else mothers_day(today.year + 1, region)


def _lunar(month: int, day: int) -> Callable[[int], date | None]:
    def day_in(year: int) -> date | None:
        return lunar.to_solar(year, month, day) if lunar.FIRST_YEAR <= year <= lunar.LAST_YEAR else None

    return day_in


_CHINESE = frozenset({"CN", "HK", "MO", "TW", "SG", "MY"})
_LUNAR_NEW_YEAR = _CHINESE | {"KR", "VN"}
FESTIVALS = (
    Festival("new-year", N_("New Year"), lambda year: date(year, 1, 1)),
    Festival("spring-festival", N_("Spring Festival"), _lunar(1, 1), _LUNAR_NEW_YEAR),
    Festival("lantern", N_("Lantern Festival"), _lunar(1, 15), _CHINESE),
    Festival("dragon-boat", N_("Dragon Boat Festival"), _lunar(5, 5), _CHINESE),
    Festival("mid-autumn", N_("Mid-Autumn Festival"), _lunar(8, 15), _LUNAR_NEW_YEAR),
    Festival("double-ninth", N_("Double Ninth Festival"), _lunar(9, 9), _CHINESE),
    Festival("thanksgiving", N_("Thanksgiving"), lambda year: _weekday_of_month(year, 11, 3, 4), frozenset({"US"})),
    Festival("christmas", N_("Christmas"), lambda year: date(year, 12, 25)),
)


@lru_cache(maxsize=64)
def _next(festival: Festival, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        day = festival.day_in(year)
        if day is not None and day >= today:
            return day
    return None


def festivals_ahead(today: date, days: int, regions: Iterable[str]) -> tuple[tuple[Festival, date], ...]:
    """Festivals fewer than `days` days away, soonest first.

    Decided: one that belongs to some regions is left out where all the regions given are others; where none is known,
    it is shown. Thanksgiving needs a contact there.
    """
    known = {region.upper() for region in regions if region}
    found = []
    for festival in FESTIVALS:
        if festival.regions and not festival.regions & known and (known or festival.id == "thanksgiving"):
            continue
        day = _next(festival, today)
        if day is not None and (day - today).days < days:
            found.append((festival, day))
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0].id)))


# Weeks in which families live by an examination: first and last day as month and day, and where.
_EXAMS: tuple[tuple[tuple[int, int], tuple[int, int], frozenset[str]], ...] = (
    ((5, 24), (6, 10), _CHINESE),
    ((5, 4), (6, 20), frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "IN", "ZA"})),
)


def exam_season(today: date, region: str) -> bool:
    """Whether these are the weeks of school examinations there; without a region, anywhere."""
    region = region.upper()
    now = (today.month, today.day)
    return any(first <= now <= last and (not region or region in regions) for first, last, regions in _EXAMS)


_SOUTHERN = frozenset({"AU", "NZ", "ZA", "AR", "CL", "UY", "BR", "PE"})


def _time_of_year(today: date, region: str) -> str:
    """`summer`, `winter`, or nothing: the three months that people call so, turned round in the south."""
    warm, cold = ("winter", "summer") if region.upper() in _SOUTHERN else ("summer", "winter")
    if 6 <= today.month <= 8:
        return warm
    return cold if today.month in (12, 1, 2) else ""


def seasons(today: date, region: str, days: int) -> frozenset[str]:
    """The seasons that an idea or offer may ask for and that are on now.

    Festivals near, `mothers-day`, `exams`, `summer` and `winter`.
    """
    found = {festival.id for festival, _ in festivals_ahead(today, days, (region,))}
    if (next_mothers_day(region, today) - today).days < days:
        found.add("mothers-day")
    if exam_season(today, region):
        found.add("exams")
    return frozenset(found | {_time_of_year(today, region)} - {""})


SEASONS = frozenset({festival.id for festival in FESTIVALS} | {"mothers-day", "exams", "summer", "winter"})
