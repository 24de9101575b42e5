"""Use it, thank, return, keep one's word, let things rest. METHOD 4."""

from dataclasses import replace

import pytest

from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.rules import Ask
from relationship_journal.domain.rules.faith import (
    close_the_loop,
    deliver_first,
    let_it_rest,
    rest_ends,
    return_more,
    stale_ask,
)
from relationship_journal.domain.situation import Situation
from tests.domain.stories import SETTINGS, TODAY, ago, between, closed, given, received

ASK = Ask(1, "personal")


def today(relationship: Relationship) -> Situation:
    return Situation(relationship, SETTINGS, TODAY)


def test_no_new_ask_while_a_loop_is_open() -> None:
    """The doctor was granted and seen, not yet thanked for: wait, and it names the doctor and the day."""
    verdict = close_the_loop(today(between(received("Doctor", 1, "asked@30 granted@29 acted_on@9"))), ASK)
    assert verdict.advises == "wait"
    assert verdict.because.facts == {"favour": "Doctor", "day": ago(29)}
    assert verdict.because.text.startswith("Tell them")
    assert (verdict.facts[0].day, verdict.facts[0].number) == (ago(29), 2)


@pytest.mark.parametrize("story", ["granted@900 let_go@5", "granted@9 closed@5", "asked@30", "asked@30 declined@2"])
def test_an_open_loop_does_not_expire_but_may_be_let_go(story: str) -> None:
    """Let go or closed, or never granted: nothing to close."""
    assert close_the_loop(today(between(received("Doctor", 1, story))), ASK).advises == "ok"
    assert close_the_loop(today(between(received("Doctor", 1, "granted@900"))), ASK).advises == "wait"


def test_what_i_promised_comes_first() -> None:
    """Tickets promised, the oldest promise is named; merely asked of me does not count."""
    verdict = deliver_first(today(between(given("Tickets", "asked@9 promised@5"), given("Lift", "offered@7"))), ASK)
    assert verdict.advises == "wait"
    assert verdict.because.facts == {"favour": "Lift", "day": ago(7)}
    assert [fact.number for fact in verdict.facts] == [7, 5]
    assert deliver_first(today(between(given("Tickets", "asked@9"))), ASK).advises == "ok"
    assert deliver_first(today(between(given("Tickets", "promised@9 done@2"))), ASK).advises == "ok"


def test_fourteen_days_of_rest() -> None:
    """Asked 13 days ago: wait one more day; over on day 14."""
    assert let_it_rest(today(between(received("Desk", 1, "asked@13 granted@12"))), ASK).advises == "wait"
    assert rest_ends(today(between(received("Desk", 1, "asked@13 granted@12")))) == ago(-1)
    assert let_it_rest(today(between(received("Desk", 1, "asked@14 granted@12"))), ASK).advises == "ok"


def test_thirty_days_after_a_decline() -> None:
    """Asked 40 days ago, declined 29 days ago: wait one more day, counted from the decline."""
    verdict = let_it_rest(today(between(received("Desk", 1, "asked@40 declined@29"))), ASK)
    assert verdict.advises == "wait"
    assert (verdict.because.facts["day"], verdict.because.facts["until"]) == (ago(29), ago(-1))
    assert let_it_rest(today(between(received("Desk", 1, "asked@40 declined@30"))), ASK).advises == "ok"


def test_rest_is_over_at_the_later_of_its_two_days() -> None:
    """With a short rest after declines the fourteen days from the ask still hold."""
    settings = replace(SETTINGS, let_it_rest_days_after_decline=3)
    situation = Situation(between(received("Desk", 1, "asked@10 declined@9")), settings, TODAY)
    assert rest_ends(situation) == ago(-4)


def test_only_the_latest_ask_has_to_rest() -> None:
    """An older ask was declined after the latest one was made: fourteen days from the latest."""
    story = between(received("Desk", 1, "asked@40 declined@5"), received("Tea", 3, "asked@14 granted@14"))
    assert let_it_rest(today(story), ASK).advises == "ok"


def test_a_decline_let_go_still_rests() -> None:
    """Let go or not, thirty days from the decline."""
    assert let_it_rest(today(between(received("Desk", 1, "asked@20 declined@15 let_go@14"))), ASK).advises == "wait"


def test_an_ask_goes_stale_on_day_ten() -> None:
    """Nine days are a wait, ten are stale: ask again lightly once, then let go."""
    assert stale_ask(today(between(received("Desk", 1, "asked@9"))), ASK).advises == "ok"
    verdict = stale_ask(today(between(received("Desk", 1, "asked@10"))), ASK)
    assert verdict.advises == "warn"
    assert (verdict.facts[0].day, verdict.facts[0].number) == (ago(10), 10)
    assert "Ask again" in verdict.because.text
    assert "Let it go" in stale_ask(today(between(received("Desk", 1, "asked@40 asked@10"))), ASK).because.text


@pytest.mark.parametrize(
    ("story", "advises"),
    [
        ("granted@9 returned@5:1", "warn"),
        ("granted@9 returned@5:2", "warn"),
        ("granted@9 returned@5:3", "ok"),
        ("granted@9 returned@5:4", "ok"),
        ("granted@9 returned@5", "ok"),
        ("granted@9 returned@5:1 returned@3:2", "ok"),
        ("returned@5:1", "ok"),
        ("granted@9 returned@5:1 let_go@3", "ok"),
    ],
)
def test_returns_together_weigh_at_least_what_was_received(story: str, advises: str) -> None:
    """A favour of weight 3; several returns add up; by default one more. Without a grant it is silent."""
    assert return_more(today(between(received("Tea", 3, story))), ASK).advises == advises


def test_less_is_not_said_of_trade_and_work() -> None:
    """Help at work is answered with thanks or credit, whose weight nobody counts."""
    assert return_more(today(between(received("Career", 4, "granted@9 returned@5:1"))), ASK).advises == "ok"
    assert return_more(today(between(received("Deck", 5, "granted@9 returned@5:1"))), ASK).advises == "ok"


def test_it_speaks_of_the_latest_return() -> None:
    """An older return was light; the latest was not: nothing is said any more."""
    story = between(received("Doctor", 2, "granted@90 returned@80:1"), closed("Tea", 3, 5))
    assert return_more(today(story), ASK).advises == "ok"
    both = between(received("Doctor", 2, "granted@90 returned@5:1"), closed("Tea", 3, 5))
    verdict = return_more(today(both), ASK)
    assert (verdict.advises, verdict.because.facts["favour"]) == ("warn", "Doctor")
    assert (verdict.because.facts["returned"], verdict.because.facts["received"]) == (1, 2)
