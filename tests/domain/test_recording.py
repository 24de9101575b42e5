"""What the rules say when something is recorded. METHOD 8: the verdicts of the step's day, before it."""

from dataclasses import replace
from decimal import Decimal

from relationship_journal.domain.courtesy import Courtesy, CourtesyId
from relationship_journal.domain.favour import Favour, Step, StepKind
from relationship_journal.domain.recording import warnings_for_courtesy, warnings_for_favour, warnings_for_step
from relationship_journal.domain.relationship import Relationship
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


def rules(relationship: Relationship, favour: Favour, kind: str, days: int, **more: object) -> list[str]:
    """Ids of the rules that speak when this step is recorded."""
    step = Step(StepKind(kind), ago(days), **more)  # type: ignore[arg-type]
    return [verdict.rule for verdict in warnings_for_step(relationship, favour, step, SETTINGS)]


def test_a_tiny_first_ask_draws_no_warning() -> None:
    """The doctor, asked for today."""
    assert rules(between(), received("Doctor", 1, ""), "asked", 0) == []


def test_a_big_first_ask_draws_several() -> None:
    """Speak for us in the meeting, from the ground."""
    found = rules(between(), received("Meeting", 6, ""), "asked", 0)
    assert found == ["two-small-first", "one-rung-up", "habit-before-work"]


def test_the_verdicts_are_those_of_the_day() -> None:
    """Asked in the past, before the loop that is open now was granted: no waiting for it."""
    story = between(received("Desk", 1, "granted@5"))
    assert rules(story, received("Doctor", 1, ""), "asked", 9) == []
    assert rules(story, received("Doctor", 1, ""), "asked", 4) == ["close-the-loop"]


def test_other_steps_draw_none() -> None:
    """An answer, use and thanks are good news whatever the rules; given favours are not asks."""
    story = between(received("Desk", 1, "granted@5"))
    for kind in ("granted", "declined", "acted_on", "thanked", "let_go"):
        assert rules(story, received("Doctor", 1, "asked@3"), kind, 0) == []
    assert rules(story, given("Lift", "promised@3"), "asked", 0) == []


def test_a_plan_is_weighed_for_its_day() -> None:
    """The rest is over by the day of the plan."""
    story = between(received("Desk", 1, "asked@10 let_go@9"))
    assert rules(story, received("Doctor", 1, ""), "planned", 0) == ["let-it-rest"]
    assert rules(story, received("Doctor", 1, ""), "planned", -4) == []


def test_asking_again_as_advised_is_not_warned_against() -> None:
    """Ten days without an answer: asking once more is what the program said. A third time is not."""
    once = received("Desk", 1, "asked@10")
    assert rules(between(once), once, "asked", 0) == []
    twice = received("Desk", 1, "asked@30 asked@10")
    assert rules(between(twice), twice, "asked", 0) == ["let-it-rest", "stale-ask"]


def test_asking_again_after_a_decline_is() -> None:
    """Declined five days ago: let it rest, and step down."""
    declined = received("Book", 2, "asked@9 declined@5")
    found = rules(between(closed("Doctor", 1, 60), declined), declined, "asked", 0)
    assert found == ["let-it-rest", "step-down"]


def test_a_return_is_weighed_for_itself_only() -> None:
    """Less than received is said kindly; other rules are silent, whatever else is open."""
    tea = received("Tea", 3, "granted@9")
    story = between(tea, received("Desk", 1, "granted@20"))
    assert rules(story, tea, "returned", 0, weight=1) == ["return-more"]
    assert rules(story, tea, "returned", 0) == []


def test_a_present_for_help_at_work_is_warned_against() -> None:
    """The return of a rung 5 favour names a present."""
    deck = received("Deck", 5, "granted@9")
    story = between(deck, courtesy("gift", 0, id=CourtesyId(7)))
    assert rules(story, deck, "returned", 0, courtesy=CourtesyId(7)) == ["clean-return"]
    assert rules(story, deck, "returned", 0) == []


def test_a_favour_recorded_whole_is_warned_once() -> None:
    """Asked and granted and closed long ago in one gesture: only the ask is weighed, before all that."""
    quick = received("Book", 2, "planned@80 asked@70 granted@70 acted_on@60 thanked@60 returned@60")
    found = warnings_for_favour(between(), quick, SETTINGS, TODAY)
    assert [verdict.rule for verdict in found] == ["one-rung-up"]


def test_an_idea_against_their_interest_carries_its_warning() -> None:
    """No step yet, and still the warning stands on it."""
    idea = received("Price list", 2, "", against_interest=True)
    assert [verdict.rule for verdict in warnings_for_favour(between(), idea, SETTINGS, TODAY)] == ["honest-ask"]
    assert warnings_for_favour(between(), received("Meeting", 6, ""), SETTINGS, TODAY) == ()


def courtesy_rules(relationship: Relationship, gift: Courtesy, **limits: int) -> list[str]:
    settings = replace(SETTINGS, **{name: {"CNY": Decimal(limit)} for name, limit in limits.items()})  # type: ignore[arg-type]
    return [verdict.rule for verdict in warnings_for_courtesy(relationship, gift, settings)]


def test_a_present_before_a_planned_ask() -> None:
    """An ask is planned in 13 days: a trade; in 14 days: not; nor where the ask was made, or the present is tied."""
    gift = courtesy("gift", 0)
    assert courtesy_rules(between(received("Desk", 1, "planned@-13")), gift) == ["tied-gift"]
    assert courtesy_rules(between(received("Desk", 1, "planned@2")), gift) == ["tied-gift"]
    assert courtesy_rules(between(received("Desk", 1, "planned@-14")), gift) == []
    assert courtesy_rules(between(received("Desk", 1, "planned@-3 asked@0")), gift) == []
    doctor = received("Doctor", 1, "granted@9")
    planned = received("Desk", 1, "planned@-3")
    assert courtesy_rules(between(doctor, planned), replace(gift, favour=doctor.id)) == []
    assert courtesy_rules(between(planned), courtesy("meal", 0)) == []


def test_a_present_while_they_decide() -> None:
    """Tied or not; a meal, and a present to me, are no present of mine."""
    deciding = person(decision=OpenDecision(ago(5), ago(-5)))
    doctor = received("Doctor", 1, "granted@9")
    story = between(doctor, contact=deciding)
    assert courtesy_rules(story, courtesy("gift", 0)) == ["open-decision"]
    assert courtesy_rules(story, courtesy("gift", 0, favour=doctor.id)) == ["open-decision"]
    assert courtesy_rules(story, courtesy("meal", 0)) == []
    assert courtesy_rules(story, courtesy("gift", 0, "received")) == []
    assert courtesy_rules(story, courtesy("gift", 6)) == []


def test_a_present_over_a_limit() -> None:
    """The piece that breaks the year's limit is named; a later small one in another currency is not."""
    story = between(courtesy("gift", 20, value="150"))
    assert courtesy_rules(story, courtesy("gift", 0, value="150"), year_limits=299) == ["gift-limits"]
    assert courtesy_rules(story, courtesy("gift", 0, value="150"), year_limits=300) == []
    assert courtesy_rules(story, courtesy("gift", 0, value="150"), piece_limits=149) == ["gift-limits"]
    assert (
        courtesy_rules(story, courtesy("gift", 0, value="1", currency="USD"), piece_limits=149, year_limits=100) == []
    )


def test_a_present_to_an_official() -> None:
    """Any value or an unknown one; as an answer to a favour it is also no clean return."""
    official = person(official=True)
    doctor = received("Doctor", 1, "granted@9")
    story = between(doctor, contact=official)
    assert courtesy_rules(story, courtesy("gift", 0)) == ["gift-limits"]
    assert courtesy_rules(story, courtesy("gift", 0, favour=doctor.id)) == ["clean-return", "gift-limits"]
    assert courtesy_rules(story, courtesy("greeting", 0)) == []
