"""What is typed into the search field."""

from datetime import date

import pytest

from relationship_journal.domain.search_query import SearchQuery, parse

TODAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", SearchQuery()),
        ("cherries doc", SearchQuery(("cherries", "doc"))),
        ("樱桃", SearchQuery(("樱桃",))),
        ('"old doctor" cherries', SearchQuery(("cherries",), ("old doctor",))),
        ("“老 中医” 樱桃", SearchQuery(("樱桃",), ("老 中医",))),
        ('with:"Helen Zhou" tea', SearchQuery(("tea",), people=("Helen Zhou",))),
        ("和:王总 樱桃", SearchQuery(("樱桃",), people=("王总",))),
        ("After:2026-04 before:2026-04", SearchQuery(after=date(2026, 4, 1), before=date(2026, 4, 30))),
        ("before:2025", SearchQuery(before=date(2025, 12, 31))),
        ("之后:2026年4月30日", SearchQuery(after=date(2026, 4, 30))),
        ("kind:call,meal", SearchQuery(kinds=("call", "meal"))),
        ("类型：电话 kind:call", SearchQuery(kinds=("call",))),
        ("kind:nothing x", SearchQuery(("x",), not_read=("kind:nothing",))),
        ("after:2026-13-40", SearchQuery(not_read=("after:2026-13-40",))),
        ("https://example.org/a 12:40", SearchQuery(("https://example.org/a", "12:40"))),
        ('"unfinished phrase', SearchQuery(phrases=("unfinished phrase",))),
        ('with:"', SearchQuery()),
        ("with:", SearchQuery(("with:",))),
    ],
)
def test_a_query(text: str, query: SearchQuery) -> None:
    """Words, phrases and filters, in either language, finished or not."""
    assert parse(text, TODAY) == query


def test_days_that_somebody_else_reads() -> None:
    """`after:yesterday` is read by the reader of days that is handed in."""
    assert parse("after:yesterday", TODAY, lambda _text, today: today.replace(day=9)).after == date(2026, 6, 9)
    assert parse("after:yesterday", TODAY).not_read == ("after:yesterday",)


def test_nothing_to_look_for() -> None:
    """Only a filter is something to look for; blanks are not."""
    assert parse("  ", TODAY).empty
    assert not parse("kind:call", TODAY).empty
