"""Days as people write them. Today is Monday 23 November 2026 in every scenario."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationship_journal.reading.days import find_days, read_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026/1/2", "2026-01-02"),
        ("20261120", "2026-11-20"),
        ("2025年3月8日", "2025-03-08"),
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("last night", "2026-11-22"),
        ("tomorrow", "2026-11-24"),
        ("the day before yesterday", "2026-11-21"),
        ("last friday", "2026-11-20"),
        ("Last Mon", "2026-11-16"),
        ("next Wednesday", "2026-12-02"),
        ("this friday", "2026-11-27"),
        ("friday", "2026-11-20"),
        ("monday", "2026-11-16"),
        ("3 days ago", "2026-11-20"),
        ("two weeks ago", "2026-11-09"),
        ("a fortnight ago", "2026-11-09"),
        ("a month ago", "2026-10-23"),
        ("in 3 days", "2026-11-26"),
        ("20 November", "2026-11-20"),
        ("Nov 20", "2026-11-20"),
        ("December 24", "2025-12-24"),
        ("March 3, 2027", "2027-03-03"),
        ("the 18th", "2026-11-18"),
        ("the 28th", "2026-10-28"),
        ("end of the month", "2026-11-30"),
        ("今天", "2026-11-23"),
        ("昨晚", "2026-11-22"),
        ("昨天下午", "2026-11-22"),
        ("前天", "2026-11-21"),
        ("大前天", "2026-11-20"),
        ("后天", "2026-11-25"),
        ("大后天", "2026-11-26"),
        ("上周五", "2026-11-20"),
        ("上上周三", "2026-11-11"),
        ("下周三", "2026-12-02"),
        ("这周三", "2026-11-25"),
        ("周五", "2026-11-20"),
        ("星期天", "2026-11-22"),
        ("11月20日", "2026-11-20"),
        ("十一月二十号", "2026-11-20"),
        ("12月24日", "2025-12-24"),
        ("去年12月24日", "2025-12-24"),
        ("20号", "2026-11-20"),
        ("上个月8号", "2026-10-08"),
        ("三天前", "2026-11-20"),
        ("两周前", "2026-11-09"),
        ("下周", "2026-11-30"),
        ("周末", "2026-11-21"),
        ("下周末", "2026-12-05"),
        ("月底", "2026-11-30"),
        ("11/20", "2026-11-20"),
    ],
)
def test_a_phrase_is_read_as_the_day_that_it_names(phrase: str, day: str) -> None:
    """What is typed as a day, in either language, is that day and nothing is left over."""
    assert read_day(phrase, TODAY) == date.fromisoformat(day)


def test_half_a_month_is_fifteen_days() -> None:
    """半个月前 is fifteen days ago, since months cannot be halved on the calendar."""
    assert read_day("半个月前", TODAY) == date(2026, 11, 8)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("friday", "2026-11-27"),
        ("周五", "2026-11-27"),
        ("monday", "2026-11-30"),
        ("20号", "2026-12-20"),
        ("3月1日", "2027-03-01"),
    ],
)
def test_ahead_the_next_such_day_is_meant(phrase: str, day: str) -> None:
    """For a plan the same words mean the next day of that name."""
    assert read_day(phrase, TODAY, ahead=True) == date.fromisoformat(day)


@pytest.mark.parametrize("phrase", ["", "soon", "31 Feb", "2026-02-30", "13月1日", "last friday or so", "张三", "0号"])
def test_what_names_no_day_is_none(phrase: str) -> None:
    """Nonsense, impossible days and longer sentences are no day."""
    assert read_day(phrase, TODAY) is None


def test_days_are_found_where_they_stand() -> None:
    """Offsets are code points of the text, longest reading first."""
    text = "上周五跟王总吃饭，他女儿下周三考试"
    assert [(text[day.start : day.end], day.day) for day in find_days(text, TODAY)] == [
        ("上周五", date(2026, 11, 20)),
        ("下周三", date(2026, 12, 2)),
    ]


@given(st.text(max_size=60), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_any_text_is_read_without_error(text: str, today: date) -> None:
    """Found days lie in order, do not overlap, and lie inside the text."""
    end = 0
    for day in find_days(text, today):
        assert end <= day.start < day.end <= len(text)
        end = day.end


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_iso_days_are_read_as_themselves(day: date, today: date) -> None:
    """ISO is exact whatever today is."""
    assert read_day(day.isoformat(), today) == day
