"""The next step with a contact. METHOD 5: close, keep my word, wait, rest, ask."""

import pytest

from relationship_journal.domain.ask_check import ask_on_rung, weigh
from relationship_journal.domain.next_step import Action, NextStep, next_step, what_to_do
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.rules.in_order import RULES
from relationship_journal.domain.situation import Situation
from tests.domain.stories import (
    SETTINGS,
    TODAY,
    OpenDecision,
    ago,
    between,
    closed,
    courtesy,
    given,
    person,
    received,
)


def today(relationship: Relationship) -> Situation:
    return Situation(relationship, SETTINGS, TODAY)


def step(*facts: object, **more: object) -> NextStep:
    return next_step(today(between(*facts, **more)))  # type: ignore[arg-type]


def test_the_order_of_what_comes_first() -> None:
    """An open loop before a promise, a promise before waiting, waiting before rest."""
    loop, promise = received("Tea", 3, "granted@5"), given("Lift", "promised@30")
    waiting = received("Desk", 1, "asked@3")
    assert step(loop, promise, waiting).action is Action.CLOSE
    assert step(promise, waiting).action is Action.KEEP_WORD
    assert step(waiting).action is Action.WAIT
    assert step(received("Desk", 1, "asked@3 declined@2")).action is Action.REST
    assert step(met=(3,)).action is Action.ASK


def test_within_one_the_oldest_first_then_the_title() -> None:
    """Two loops open: the one granted first; on the same day by title."""
    assert _title(step(received("B", 1, "granted@9"), received("A", 3, "granted@5"))) == "B"
    assert _title(step(received("B", 1, "granted@9"), received("A", 3, "granted@9"))) == "A"


def _title(found: NextStep) -> str:
    assert found.loop is not None
    return found.loop.favour.title


def test_the_step_that_is_due() -> None:
    """Thanks after use; a promise after being asked; nothing before ten days, then once more, then let go."""
    assert step(received("Tea", 3, "granted@5 acted_on@4")).step == "thanked"
    assert step(given("Lift", "asked@5")).step == "promised"
    assert step(given("Lift", "offered@5")).step == "done"
    waiting = step(received("Desk", 1, "asked@9"))
    assert (waiting.step, waiting.until) == (None, None)
    assert step(received("Desk", 1, "asked@10")).step == "asked"
    assert step(received("Desk", 1, "asked@30 asked@10")).step == "let_go"


def test_what_must_not_be_suggested_is_not_suggested_again() -> None:
    """An unanswered ask against their interest, or on rung 5 to an official, is let go."""
    assert step(received("Desk", 1, "asked@10", against_interest=True)).step == "let_go"
    official = person(official=True)
    assert step(received("Deck", 5, "asked@10"), contact=official).step == "let_go"
    assert step(received("Tea", 3, "asked@10"), contact=official).step == "asked"


def test_a_rest_ends_when_all_of_them_have_ended() -> None:
    """Asked 5 days ago and granted and closed; a loose present two days ago: rest until the later day."""
    quick = received("Desk", 1, "asked@5 granted@5 acted_on@4 thanked@4 returned@4")
    assert step(quick).until == ago(-9)
    assert step(quick, courtesy("gift", 2)).until == ago(-12)


def test_an_open_decision_rests_only_asks_about_work() -> None:
    """Ready for rung 5 while they decide: rest until the day after. On a lower rung it does not speak."""
    deciding = person(decision=OpenDecision(ago(5), ago(-5)))
    low = (closed("Doctor", 1, 80), closed("Book", 2, 60))
    assert step(*low, contact=deciding, met=(3,)).action is Action.ASK
    found = step(*low, closed("Career", 4, 50), contact=deciding, met=(3,))
    assert (found.action, found.rung, found.until) == (Action.REST, 5, ago(-6))


def test_the_rung_is_that_of_the_favour_named() -> None:
    """Closing a loop on rung 4 names rung 4; with nothing open it is the rung to ask."""
    assert step(received("Career", 4, "granted@5")).rung == 4
    assert step(given("Lift", "promised@5", rung=2)).rung == 2
    assert step(closed("Doctor", 1, 60), met=(3,)).rung == 2


def test_plans_and_ideas_change_nothing() -> None:
    """A plan ahead and an idea: still the same next step."""
    assert step(closed("Doctor", 1, 60), received("Desk", 2, "planned@-3"), received("Tea", 3, ""), met=(3,)) == step(
        closed("Doctor", 1, 60), met=(3,)
    )


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (closed("Doctor", 1, 60),),
        (closed("Doctor", 1, 90), closed("Book", 2, 60), closed("Career", 4, 50)),
        (received("Career", 4, "asked@60 declined@40"), closed("Tea", 3, 90)),
        (courtesy("meal", 5), courtesy("gift", 50)),
    ],
)
def test_ask_never_contradicts_the_verdicts(facts: tuple[object, ...]) -> None:
    """Where the next step is to ask, no rule but those that look back speaks against an ask on that rung."""
    situation = today(between(*facts, met=(3,)))  # type: ignore[arg-type]
    found = next_step(situation)
    assert found.action is Action.ASK
    speaking = {verdict.rule for verdict in weigh(situation, ask_on_rung(found.rung, SETTINGS)) if verdict.speaks}
    assert speaking <= {"return-more", "clean-return", "gift-limits"}


def test_every_rule_answers_in_order() -> None:
    """Fifteen verdicts in METHOD's order, each with its reason."""
    verdicts = weigh(today(between()), ask_on_rung(1, SETTINGS))
    assert [verdict.rule for verdict in verdicts] == [rule.__name__.replace("_", "-") for rule in RULES]
    assert len(verdicts) == 15


def test_what_to_do_in_one_line() -> None:
    """The heading of the card names the favour."""
    situation = today(between(received("Tea", 3, "granted@5 acted_on@4")))
    assert what_to_do(next_step(situation), situation).facts == {"favour": "Tea"}
    assert "Answer" in _line(given("Lift", "asked@5"))
    assert "promised" in _line(given("Lift", "promised@5"))
    assert "Wait" in _line(received("Desk", 1, "asked@5"))
    assert "lightly" in _line(received("Desk", 1, "asked@15"))
    assert "go" in _line(received("Desk", 1, "asked@45 asked@15"))


def _line(fact: object) -> str:
    situation = today(between(fact))  # type: ignore[arg-type]
    return what_to_do(next_step(situation), situation).text
