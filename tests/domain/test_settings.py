"""Settings: every number has a key, a default, and refuses nonsense with a sentence."""

from decimal import Decimal

import pytest

from relationship_journal.domain.problems import Problem
from relationship_journal.domain.settings import ALL, DEFAULTS, Settings, read, write


def test_the_keys_that_scripts_rely_on() -> None:
    """The keys of CLI.md exist with METHOD's defaults."""
    expected = {
        "let-it-rest.days": 14,
        "let-it-rest.days-after-decline": 30,
        "stale-ask.days": 10,
        "tied-gift.days": 14,
        "courtesy-is-ground.days": 90,
        "drive.half-life": 180,
        "standing.period": 365,
        "silent.days": 180,
        "review.plan-size": 7,
        "coming-up.days": 14,
    }
    assert {key: DEFAULTS[key] for key in expected} == expected


def test_every_value_survives_being_written_and_read() -> None:
    """What `write` makes of a default, `read` understands."""
    assert {key: read(key, write(value)) for key, value in DEFAULTS.items()} == dict(DEFAULTS)
    assert list(ALL) == list(DEFAULTS)


def test_limits_are_kept_by_currency() -> None:
    """A limit for presents of one piece in CNY; taking it away leaves none."""
    settings = Settings.of({"gift-limit.piece.CNY": "200", "gift-limit.year.USD": "99.50"})
    assert settings.piece_limits == {"CNY": Decimal(200)}
    assert settings.value("gift-limit.year.USD") == Decimal("99.50")
    assert settings.value("gift-limit.piece.USD") is None
    assert Settings.of({"gift-limit.piece.CNY": ""}).piece_limits == {}
    assert "gift-limit.piece.CNY" in settings.values()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("let-it-rest.days", "soon"),
        ("let-it-rest.days", "-1"),
        ("let-it-rest.days", "1.5"),
        ("drive.half-life", "0"),
        ("drive.half-life", "nan"),
        ("language", "klingon"),
        ("review.day", "someday"),
        ("gift-limit.piece.CNY", "-3"),
        ("gift-limit.piece.CNY", "NaN"),
        ("gift-limit.piece.Yuan", "3"),
        ("no-such-rule.days", "3"),
        ("reading", "perhaps"),
    ],
)
def test_nonsense_is_a_problem(key: str, text: str) -> None:
    """A wrong key or value is said in a sentence."""
    with pytest.raises(Problem):
        read(key, text)


def test_a_stored_value_that_makes_no_sense_any_more_is_left_at_its_default() -> None:
    """A journal from another version still opens."""
    assert Settings.of({"let-it-rest.days": "x", "gone": "1", "stale-ask.days": "5"}) == Settings(stale_ask_days=5)
