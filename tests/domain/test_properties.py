"""What holds for any journal, whatever was recorded in whatever order."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from relationship_journal.domain.agenda import TO_DO, agenda
from relationship_journal.domain.ask_check import ask_on_rung, weigh
from relationship_journal.domain.contact import Contact, ContactId, OpenDecision
from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.favour import STEPS_OF, Direction, Favour, FavourId, Step, StepKind
from relationship_journal.domain.loop import LOOP_STEPS, State, loop_of
from relationship_journal.domain.next_step import Action, next_step
from relationship_journal.domain.plan import Section
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.domain.rules.clean_hands import tied_gift_of
from relationship_journal.domain.settings import Settings
from relationship_journal.domain.situation import Situation
from relationship_journal.domain.standing import standing
from tests.domain.stories import SETTINGS, TODAY, WEIGHT_OF

T = TypeVar("T")
LOOKS_BACK = {"return-more", "clean-return", "gift-limits"}
days = st.integers(-20, 420).map(lambda ago: TODAY - timedelta(days=ago))
near_days = st.integers(-5, 40).map(lambda ago: TODAY - timedelta(days=ago))


@st.composite
def favours(draw: st.DrawFn, number: int = 0) -> Favour:
    """A favour with steps as anybody might record them, sensible or not."""
    direction = draw(st.sampled_from(Direction))
    when = draw(st.sampled_from([days, near_days]))
    steps = draw(st.lists(st.builds(Step, st.sampled_from(STEPS_OF[direction]), when), max_size=7))
    rung = draw(st.integers(1, 6))
    return Favour(
        FavourId(number),
        ContactId(1),
        draw(st.sampled_from(["Tea", "Desk", "Doctor"])),
        direction,
        rung,
        SETTINGS.rung_domains[rung - 1],
        WEIGHT_OF[rung],
        against_interest=draw(st.integers(0, 9)) == 0,
        steps=tuple(steps),
    )


@st.composite
def courtesies(draw: st.DrawFn, number: int = 0) -> Courtesy:
    """A courtesy, loose or tied to the first favour."""
    return Courtesy(
        CourtesyId(number),
        draw(st.sampled_from(CourtesyKind)),
        draw(st.sampled_from(CourtesyDirection)),
        draw(days),
        (ContactId(1),),
        value=draw(st.none() | st.decimals(0, 500, places=2)),
        currency="CNY",
        favour=draw(st.none() | st.just(0)),
    )


@st.composite
def relationships(draw: st.DrawFn, contact: int = 1) -> Relationship:
    """Anything that can lie between two people."""
    first = draw(days)
    decision = OpenDecision(first, first + timedelta(days=draw(st.integers(0, 60))))
    who = Contact(
        ContactId(contact),
        draw(st.sampled_from(["Abe", "Bea", "王建国"])),
        official=draw(st.booleans()),
        decision=draw(st.none() | st.just(decision)),
        cadence=draw(st.none() | st.integers(1, 90)),
    )
    done = tuple(
        replace(draw(favours()), id=FavourId(contact * 100 + number), contact=who.id)
        for number in range(draw(st.integers(0, 5)))
    )
    kept = tuple(
        replace(draw(courtesies()), id=CourtesyId(contact * 100 + number)) for number in range(draw(st.integers(0, 3)))
    )
    return Relationship(who, done, kept, tuple(sorted(set(draw(st.lists(days, max_size=8))))))


def without_standing(loops: list[Favour], today: date = TODAY) -> int:
    return standing([loop_of(favour, today, SETTINGS) for favour in loops], SETTINGS, today)


@given(relationships(), favours(), days)
@settings(max_examples=40, deadline=None)
def test_closing_a_loop_never_lowers_standing(story: Relationship, favour: Favour, day: date) -> None:
    """Whatever stood before, one more loop closed leaves it where it was or higher."""
    received = replace(favour, direction=Direction.RECEIVED, steps=())
    closed = replace(received, steps=tuple(Step(kind, day) for kind in (StepKind.GRANTED, *LOOP_STEPS)))
    before = without_standing([*story.favours, received])
    assert without_standing([*story.favours, closed]) >= before


@given(relationships(), st.lists(courtesies(), max_size=6))
@settings(max_examples=20, deadline=None)
def test_courtesy_alone_never_changes_standing(story: Relationship, more: list[Courtesy]) -> None:
    """Any number of dinners and presents later one stands where one stood."""
    dined = replace(story, courtesies=(*story.courtesies, *more))
    assert Situation(dined, SETTINGS, TODAY).standing == Situation(story, SETTINGS, TODAY).standing


@given(relationships())
@settings(max_examples=60, deadline=None)
def test_what_is_recommended_agrees_with_the_verdicts(story: Relationship) -> None:
    """The rung is never more than one above standing; where it says ask, no rule but those that look back objects."""
    situation = Situation(story, SETTINGS, TODAY)
    step = next_step(situation)
    if step.loop is None:
        assert 1 <= step.rung <= situation.standing + 1
        ask = ask_on_rung(step.rung, SETTINGS)
        speaking = {verdict.rule for verdict in weigh(situation, ask) if verdict.speaks} - LOOKS_BACK
        assert (step.action is Action.ASK) == (not speaking)
        assert step.action is Action.ASK or speaking <= {"let-it-rest", "tied-gift", "open-decision"}
    else:
        assert step.loop.open


@given(relationships())
@settings(max_examples=40, deadline=None)
def test_a_favour_is_open_exactly_in_the_open_states(story: Relationship) -> None:
    """State, openness and what is missing belong together."""
    for favour in story.favours:
        loop = loop_of(favour, TODAY, SETTINGS)
        if favour.direction is Direction.GIVEN:
            assert loop.open == (loop.state in {State.ASKED, State.OFFERED, State.PROMISED})
            assert loop.missing == ((StepKind.DONE,) if loop.open else ())
        else:
            waiting = loop.state in {State.ASKED, State.UNANSWERED}
            assert loop.open == (waiting or loop.granted_open)
            assert bool(loop.missing) == loop.granted_open
        assert (loop.closing_day is not None) == (loop.state is State.CLOSED)


@given(relationships(), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_recording_never_matters(story: Relationship, random: Random) -> None:
    """Favours, steps and courtesies shuffled: the same next step and the same verdicts."""

    def shuffled(items: tuple[T, ...]) -> tuple[T, ...]:
        mixed = list(items)
        random.shuffle(mixed)
        return tuple(mixed)

    mixed = replace(
        story,
        favours=shuffled(tuple(replace(favour, steps=shuffled(favour.steps)) for favour in story.favours)),
        courtesies=shuffled(story.courtesies),
        days_kept=shuffled(story.days_kept),
    )
    one, other = Situation(story, SETTINGS, TODAY), Situation(mixed, SETTINGS, TODAY)
    assert _told(one) == _told(other)


def test_of_two_favours_that_read_the_same_the_first_recorded_is_named() -> None:
    """Asked on one day, declined on one day, planned for one day: whichever order they come in."""
    steps = (Step(StepKind.ASKED, TODAY), Step(StepKind.DECLINED, TODAY))
    first = Favour(FavourId(101), ContactId(1), "Tea", Direction.RECEIVED, 1, "personal", 1, True, steps=steps)
    planned = replace(first, id=FavourId(103), steps=(Step(StepKind.PLANNED, TODAY + timedelta(days=1)),))
    favours = (first, replace(first, id=FavourId(102)), planned, replace(planned, id=FavourId(104)))
    present = Courtesy(CourtesyId(0), CourtesyKind.GIFT, CourtesyDirection.GIVEN, TODAY)
    for order in permutations(favours):
        situation = Situation(Relationship(Contact(ContactId(1), "Abe"), order), SETTINGS, TODAY)
        verdicts = [verdict for verdict in weigh(situation, ask_on_rung(1, SETTINGS)) if verdict.facts]
        tied = tied_gift_of(present, situation)
        named = [verdict.facts[0].favour for verdict in verdicts if verdict.facts[0].favour]
        assert {"let-it-rest", "step-down"} <= {verdict.rule for verdict in verdicts}
        assert set(named) == {101}
        assert tied is not None
        assert tied.facts[0].favour == 103


def _told(situation: Situation) -> tuple[object, ...]:
    step = next_step(situation)
    named = step.loop.favour.id if step.loop else None
    verdicts = weigh(situation, ask_on_rung(3, SETTINGS))
    return step.action, step.rung, step.step, step.until, named, [(v.advises, v.because, v.facts) for v in verdicts]


@given(st.lists(relationships(), max_size=5))
@settings(max_examples=20, deadline=None)
def test_the_review_lists_each_contact_and_favour_once(stories: list[Relationship]) -> None:
    """A favour in one row of sections 1 to 6; a contact in 4 to 6 only without any other row; all of them met."""
    apart = [
        replace(
            story,
            contact=replace(story.contact, id=ContactId(place)),
            favours=tuple(
                replace(favour, id=FavourId(place * 100 + number)) for number, favour in enumerate(story.favours)
            ),
        )
        for place, story in enumerate(stories, start=1)
    ]
    found = agenda(apart, SETTINGS, TODAY, Repertoire((), (), SETTINGS, TODAY))
    rows = [row for section in TO_DO for row in found.sections[section]]
    named = [row.loop.favour.id for row in rows if row.loop]
    assert len(named) == len(set(named))
    busy = {row.contact for row in rows if row.loop}
    alone = [row.contact for row in rows if not row.loop]
    assert len(alone) == len(set(alone))
    assert busy.isdisjoint(alone)
    met = {story.contact.id for story in apart if Situation(story, SETTINGS, TODAY).last_contact}
    assert {row.contact for row in rows} <= met
    backwards = agenda(apart[::-1], SETTINGS, TODAY, Repertoire((), (), SETTINGS, TODAY))
    for section in Section:
        assert [row[:6] for row in backwards.sections[section] if row.loop is None] == [
            row[:6] for row in found.sections[section] if row.loop is None
        ]


@given(favours(), days)
@settings(max_examples=40, deadline=None)
def test_what_lies_ahead_changes_nothing_today(favour: Favour, day: date) -> None:
    """Steps after today, but plans, may be there or not."""
    today = min(day, TODAY)
    known = replace(
        favour, steps=tuple(step for step in favour.steps if step.day <= today or step.kind is StepKind.PLANNED)
    )
    whole, part = loop_of(favour, today, SETTINGS), loop_of(known, today, SETTINGS)
    assert whole[1:] == part[1:]
    assert all(step.day <= today for step in whole.returns)


@given(relationships(), st.integers(0, 400))
@settings(max_examples=20, deadline=None)
def test_a_higher_limit_never_warns_more(story: Relationship, limit: int) -> None:
    """What is within a limit is within a higher one."""

    def warns(cny: int) -> bool:
        limits = Settings(piece_limits={"CNY": Decimal(cny)}, year_limits={"CNY": Decimal(cny * 2)})
        situation = Situation(story, limits, TODAY)
        return weigh(situation, ask_on_rung(1, limits))[11].speaks

    assert warns(limit) or not warns(limit + 50)
