"""How high to ask: small and early, one rung at a time. METHOD 4."""

from dataclasses import replace

from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.rules import Ask, Verdict
from relationship_journal.domain.rules.climbing import (
    habit_before_work,
    one_rung_up,
    rung_to_ask,
    step_down,
    two_small_first,
)
from relationship_journal.domain.situation import Situation
from tests.domain.stories import SETTINGS, TODAY, ago, between, closed, person, received


def today(relationship: Relationship) -> Situation:
    return Situation(relationship, SETTINGS, TODAY)


def advice(verdict: Verdict) -> str:
    return verdict.advises.value


def test_the_first_two_asks_are_small() -> None:
    """A doctor was asked for, and declined. The second ask may be rung 2, not rung 3; the third may."""
    once = today(between(received("Doctor", 1, "asked@50 declined@49")))
    assert advice(two_small_first(once, Ask(2, "personal"))) == "ok"
    verdict = two_small_first(once, Ask(3, "expertise"))
    assert advice(verdict) == "warn"
    assert verdict.because.facts["made"] == 1
    assert (verdict.facts[0].number, verdict.facts[1].day) == (1, ago(50))
    twice = today(between(received("Doctor", 1, "asked@50 declined@49"), received("Desk", 1, "asked@20 let_go@2")))
    assert advice(two_small_first(twice, Ask(3, "expertise"))) == "ok"


def test_the_first_two_asks_are_not_about_work() -> None:
    """Even a tiny question about work comes later."""
    assert advice(two_small_first(today(between()), Ask(1, "work"))) == "warn"


def test_help_without_an_ask_is_no_ask() -> None:
    """They helped twice unasked, and a plan lies ahead: still no ask was made."""
    volunteered = between(
        received("Lift", 1, "granted@9"), received("Book", 2, "granted@8"), received("Tea", 3, "planned@-2")
    )
    assert advice(two_small_first(today(volunteered), Ask(3, "expertise"))) == "warn"


def test_asking_the_same_again_is_no_second_ask() -> None:
    """Declined, asked again later: one ask."""
    reopened = between(received("Doctor", 1, "asked@90 declined@80 asked@40 granted@39"))
    assert advice(two_small_first(today(reopened), Ask(3, "expertise"))) == "warn"


def test_one_rung_above_standing_at_most() -> None:
    """A closed loop on rung 2 carries to rung 3, not to rung 4; it names the loop and its day."""
    story = today(between(closed("Book", 2, 40)))
    assert advice(one_rung_up(story, Ask(3, "expertise"))) == "ok"
    verdict = one_rung_up(story, Ask(4, "trade"))
    assert advice(verdict) == "warn"
    assert verdict.because.facts["favour"] == "Book"
    assert (verdict.facts[0].day, verdict.facts[0].number) == (ago(40), 2)


def test_from_the_ground_rung_one() -> None:
    """Nothing closed, or closed long ago: rung 1."""
    for story in (between(), between(closed("Doctor", 1, 400))):
        assert advice(one_rung_up(today(story), Ask(1, "personal"))) == "ok"
        assert advice(one_rung_up(today(story), Ask(2, "personal"))) == "warn"


def test_step_down_after_a_decline() -> None:
    """The latest ask, on rung 4, was declined: rung 3 at most, and never below rung 1."""
    story = today(between(closed("Tea", 3, 90), received("Career", 4, "asked@60 declined@58")))
    assert advice(step_down(story, Ask(3, "expertise"))) == "ok"
    assert advice(step_down(story, Ask(4, "trade"))) == "warn"
    tiny = today(between(received("Doctor", 1, "asked@60 declined@58")))
    assert advice(step_down(tiny, Ask(1, "personal"))) == "ok"


def test_step_down_looks_at_the_latest_ask_only() -> None:
    """A later ask was granted, or the declined one was asked again: nothing to step down from."""
    later = between(received("Career", 4, "asked@60 declined@58"), received("Desk", 1, "asked@50 granted@49"))
    assert advice(step_down(today(later), Ask(4, "trade"))) == "ok"
    again = between(received("Career", 4, "asked@60 declined@58 asked@3"))
    assert advice(step_down(today(again), Ask(4, "trade"))) == "ok"


def test_two_asks_on_one_day_the_lowest_declined_counts() -> None:
    """Rungs 5 and 3 asked the same day, both declined, rung 1 granted that day too: rung 2 at most."""
    story = today(
        between(
            received("Deck", 5, "asked@60 declined@50"),
            received("Tea", 3, "asked@60 declined@59"),
            received("Desk", 1, "asked@60 granted@60"),
        )
    )
    assert step_down(story, Ask(2, "personal")).advises == "ok"
    verdict = step_down(story, Ask(3, "expertise"))
    assert (verdict.advises, verdict.because.facts["favour"]) == ("warn", "Tea")


def test_a_decline_let_go_still_counts() -> None:
    """Letting a declined ask go does not unsay the decline."""
    story = today(between(received("Career", 4, "asked@60 declined@58 let_go@50")))
    assert advice(step_down(story, Ask(4, "trade"))) == "warn"


def test_work_needs_a_habit() -> None:
    """Two personal loops and one of expertise or trade, however long ago; rung 6 also a closed 5 or 6."""
    two = (closed("Doctor", 1, 900), closed("Book", 2, 800))
    assert advice(habit_before_work(today(between(*two)), Ask(5, "work"))) == "warn"
    three = (*two, closed("Tea", 3, 700))
    assert advice(habit_before_work(today(between(*three)), Ask(5, "work"))) == "ok"
    assert advice(habit_before_work(today(between(*three)), Ask(6, "work"))) == "warn"
    four = (*three, closed("Deck", 5, 600))
    assert advice(habit_before_work(today(between(*four)), Ask(6, "work"))) == "ok"


def test_habit_is_about_work_on_any_rung() -> None:
    """A tiny work question needs the habit; a question about their trade does not."""
    assert advice(habit_before_work(today(between()), Ask(2, "work"))) == "warn"
    assert advice(habit_before_work(today(between()), Ask(4, "trade"))) == "ok"


def test_a_loop_closed_by_hand_without_a_grant_is_no_habit() -> None:
    """Three asks closed by hand: nobody helped, so there is no habit."""
    by_hand = [received(f"Ask {n}", rung, "asked@90 closed@80") for n, rung in enumerate((1, 2, 3))]
    assert advice(habit_before_work(today(between(*by_hand)), Ask(5, "work"))) == "warn"


def test_the_rung_to_ask() -> None:
    """The highest that all allow together."""
    assert rung_to_ask(today(between(met=(3,)))) == 1
    assert rung_to_ask(today(between(closed("Doctor", 1, 40), met=(3,)))) == 2
    two = (closed("Doctor", 1, 80), closed("Book", 2, 40))
    assert rung_to_ask(today(between(*two, met=(3,)))) == 3
    trade = (*two, closed("Career", 4, 30))
    assert rung_to_ask(today(between(*trade, met=(3,)))) == 5
    assert rung_to_ask(today(between(*two, closed("Deck", 5, 30), met=(3,)))) == 4  # one of expertise or trade missing
    assert rung_to_ask(today(between(*trade, met=(3,), contact=person(official=True)))) == 4


def test_after_long_silence_it_begins_with_a_tiny_ask() -> None:
    """Standing 3, but no contact for 180 days: rung 1; with 179 days, rung 4."""
    loops = (closed("Doctor", 1, 300), closed("Book", 2, 250))
    assert rung_to_ask(today(between(*loops, closed("Tea", 3, 180)))) == 1
    assert rung_to_ask(today(between(*loops, closed("Tea", 3, 179)))) == 4


def test_a_hidden_rung_is_not_recommended() -> None:
    """The user hid rung 3: rung 2 it is."""
    story = between(closed("Doctor", 1, 80), closed("Book", 2, 40))
    assert rung_to_ask(Situation(story, replace(SETTINGS, hidden_rungs=frozenset({3})), TODAY)) == 2
