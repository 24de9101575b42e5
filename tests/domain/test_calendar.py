"""When days come next: solar, lunar, leap months, Mother's Day and festivals."""

from datetime import date, timedelta

import pytest
from borax.calendars.lunardate import LunarDate

from relationship_journal.domain import lunar
from relationship_journal.domain.calendar import next_occurrence, read_date
from relationship_journal.domain.contact import Occasion, OccasionKind
from relationship_journal.domain.festivals import (
    easter,
    exam_season,
    festivals_ahead,
    mothers_day,
    next_mothers_day,
    seasons,
)


def test_every_month_and_many_days_agree_with_borax() -> None:
    """All lunar months of 1900 to 2100, and every seventh day of them, are what a well-kept library says."""
    for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR + 1):
        for month in lunar.months(year):
            assert month.first == LunarDate(year, month.number, 1, int(month.leap)).to_solar_date()
            for day in range(1, month.days + 1, 7):
                solar = month.first + timedelta(days=day - 1)
                assert lunar.to_solar(year, month.number, day, leap=month.leap) == solar
                assert lunar.lunar_year(solar) == year


def coming(kind: str, text: str, today: str) -> str:
    found = next_occurrence(Occasion(OccasionKind(kind), text), date.fromisoformat(today))
    return found.isoformat() if found else ""


@pytest.mark.parametrize(
    ("kind", "text", "today", "comes"),
    [
        ("birthday", "1972-04-12", "2026-04-12", "2026-04-12"),
        ("birthday", "1972-04-12", "2026-04-13", "2027-04-12"),
        ("anniversary", "--04-12", "2026-04-11", "2026-04-12"),
        ("birthday", "2004-02-29", "2026-02-01", "2026-02-28"),
        ("birthday", "--02-29", "2028-02-01", "2028-02-29"),
        ("birthday", "--02-29", "2026-03-01", "2027-02-28"),
        ("exam", "2027-06-07", "2026-06-10", "2027-06-07"),
        ("exam", "2025-06-07", "2026-06-10", ""),
        ("exam", "--06-07", "2026-06-10", "2027-06-07"),
        ("birthday", "2027-01-05", "2026-06-10", "2027-01-05"),
        ("birthday", "lunar:08-06", "2026-06-10", "2026-09-16"),
        ("birthday", "lunar:01-01", "2026-02-17", "2026-02-17"),
        ("birthday", "lunar:12-30", "2026-01-20", "2026-02-16"),
        ("birthday", "lunar:leap-06-15", "2025-06-10", "2025-08-08"),
        ("birthday", "lunar:leap-06-15", "2026-06-10", "2026-07-28"),
        ("festival", "nonsense", "2026-06-10", ""),
    ],
)
def test_the_next_day_of_an_occasion(kind: str, text: str, today: str, comes: str) -> None:
    """Birthdays, anniversaries and dates without a year return; others come once; leap days and months as people do."""
    assert coming(kind, text, today) == comes


@pytest.mark.parametrize("text", ["2027-02-29", "--13-01", "--00-10", "lunar:13-01", "lunar:08-31", "12-04", ""])
def test_what_is_no_date(text: str) -> None:
    """Days that no calendar has are not read."""
    assert read_date(text) is None


def test_a_leap_day_without_a_year_is_a_date() -> None:
    """29 February is somebody's birthday."""
    assert read_date("--02-29") == (None, 2, 29, False, False)


@pytest.mark.parametrize(
    ("region", "day"),
    [
        ("", date(2026, 5, 10)),
        ("CN", date(2026, 5, 10)),
        ("US", date(2026, 5, 10)),
        ("gb", date(2026, 3, 15)),
        ("FR", date(2026, 5, 31)),
        ("NO", date(2026, 2, 8)),
        ("ES", date(2026, 5, 3)),
        ("MX", date(2026, 5, 10)),
    ],
)
def test_mothers_day_by_region(region: str, day: date) -> None:
    """The second Sunday of May, unless the region keeps another day."""
    assert mothers_day(2026, region) == day


def test_french_mothers_day_makes_way_for_pentecost() -> None:
    """In 2023 Pentecost fell on the last Sunday of May."""
    assert mothers_day(2023, "FR") == date(2023, 6, 4)
    assert next_mothers_day("CN", date(2026, 5, 11)) == date(2027, 5, 9)


def test_easter() -> None:
    """Known Easters."""
    assert [easter(year) for year in (2024, 2025, 2026, 2038)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ]


def test_festivals_of_the_regions_in_the_journal() -> None:
    """Before Spring Festival 2027: shown where a region keeps it or none is known, not among British contacts only."""
    today = date(2027, 1, 25)
    assert [(festival.id, day) for festival, day in festivals_ahead(today, 14, ())] == [
        ("spring-festival", date(2027, 2, 6))
    ]
    assert [festival.id for festival, _ in festivals_ahead(today, 14, ("CN", "GB"))] == ["spring-festival"]
    assert festivals_ahead(today, 14, ("GB",)) == ()
    assert festivals_ahead(today, 12, ("CN",)) == ()
    assert [festival.id for festival, _ in festivals_ahead(date(2026, 11, 20), 14, ("US",))] == ["thanksgiving"]


def test_seasons_on_now() -> None:
    """Early June is exam season in China; the first days of May lead to Mother's Day."""
    assert exam_season(date(2026, 6, 5), "CN")
    assert not exam_season(date(2026, 6, 15), "CN")
    assert "mothers-day" in seasons(date(2026, 5, 1), "CN", 14)
    assert "mid-autumn" in seasons(date(2026, 9, 20), "", 14)
    assert "summer" in seasons(date(2026, 7, 20), "", 14)
    assert "winter" in seasons(date(2026, 7, 20), "NZ", 14)
    assert not {"summer", "winter"} & seasons(date(2026, 10, 20), "CN", 14)
