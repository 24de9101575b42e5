"""The clock judges honestly: a goal is met only if every part of it is."""

from tests.bench.measurement import Goal, Measurement, p95, table


def test_nineteen_of_twenty_do_not_exceed_p95() -> None:
    """One slow round in forty does not count, one in ten does."""
    assert p95([1.0] * 39 + [9.0]) == 1.0
    assert p95([1.0] * 9 + [9.0]) == 9.0


def test_a_ratio_is_of_medians_and_needs_a_yardstick() -> None:
    """Twice the yardstick is within three times it; without a yardstick nothing is proved."""
    assert Measurement("keep", [2.0, 2.0, 50.0], Goal(times=3), [1.0]).met
    assert not Measurement("keep", [4.0], Goal(times=3), [1.0]).met
    assert not Measurement("keep", [2.0], Goal(times=3)).met


def test_a_missed_goal_is_said() -> None:
    """The table sets median, p95, yardstick, ratio and goal side by side, and says what was missed."""
    lines = table([Measurement("search", [30.0] * 20, Goal(p95=25), size=100_000)]).splitlines()
    assert [cell.strip() for cell in lines[2].strip("|").split("|")] == [
        *["search", "100,000", "30.00", "30.00", "30.00", "", "", "ms", "p95 ≤ 25", "NO", "20"]
    ]
