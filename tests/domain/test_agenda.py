"""The weekly review: nine sections, nothing twice. METHOD 6 and 8."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from relationship_journal.domain.agenda import TO_DO, Agenda, agenda
from relationship_journal.domain.agenda_rows import Row, UnsortedNote
from relationship_journal.domain.contact import ContactId, OccasionKind
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import FavourId, StepKind
from relationship_journal.domain.ideas import Idea, IdeaText
from relationship_journal.domain.offers import Offer
from relationship_journal.domain.plan import PlanItem, SavedReview, Section, Snooze
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.repertoire import Repertoire
from tests.domain.stories import SETTINGS, TODAY, Occasion, ago, between, closed, courtesy, given, person, received

IDEAS = [
    Idea(f"idea-{rung}", rung, SETTINGS.rung_domains[rung - 1], {"en": IdeaText(f"Ask {rung}", "Well?")})
    for rung in range(1, 7)
]
OFFERS = [Offer("offer", {"en": IdeaText("Lend a hand", "May I?")})]


def who(name: str, *facts: object, met: tuple[int, ...] = (), **more: object) -> Relationship:
    """A relationship with somebody of this name; ids follow from names, so that everybody is apart."""
    number = ContactId(sum(ord(letter) * 31**place for place, letter in enumerate(name)))
    relationship = between(*facts, contact=person(name, id=number, **more), met=met)  # type: ignore[arg-type]
    favours = tuple(
        replace(favour, contact=number, id=FavourId(favour.id * 1000 + number % 1000))
        for favour in relationship.favours
    )
    return replace(relationship, favours=favours)


def review(*relationships: Relationship, **more: object) -> Agenda:
    """The review of today."""
    return agenda(relationships, SETTINGS, TODAY, Repertoire(IDEAS, OFFERS, SETTINGS, TODAY), **more)  # type: ignore[arg-type]


def shown(found: Agenda, section: Section) -> list[str]:
    """Whom or what a section shows, in order."""
    return [_said(row) for row in found.sections[section]]


def _said(row: Row) -> str:
    return f"{row.name}: {row.loop.favour.title}" if row.loop else row.name


def test_the_three_sections_of_open_favours_oldest_first() -> None:
    """Loops, promises and waiting asks each in their section, oldest first, then by name."""
    found = review(
        who("Bea", received("Tea", 3, "granted@5"), given("Lift", "promised@9")),
        who("Abe", received("Desk", 1, "granted@5"), received("Map", 1, "asked@3")),
        who("Cy", received("Book", 2, "granted@40"), received("Key", 1, "asked@12"), given("Pen", "asked@2")),
    )
    assert shown(found, Section.CLOSE_LOOPS) == ["Cy: Book", "Abe: Desk", "Bea: Tea"]
    assert shown(found, Section.KEEP_MY_WORD) == ["Bea: Lift", "Cy: Pen"]
    assert shown(found, Section.WAITING) == ["Cy: Key", "Abe: Map"]
    loop, waiting = found.sections[Section.CLOSE_LOOPS][0], found.sections[Section.WAITING][0]
    assert (loop.days, loop.rung, loop.step) == (40, 2, "acted_on")
    assert (waiting.days, waiting.step) == (12, "asked")
    assert found.sections[Section.WAITING][1].step is None


def test_ready_highest_rung_first_then_longest_since_asked() -> None:
    """Standing 3 before standing 1; of two on standing 1 the one asked longer ago."""
    found = review(
        who("Abe", closed("Doctor", 1, 40), met=(3,)),
        who("Bea", closed("Doctor", 1, 60), met=(3,)),
        who("Cy", closed("Doctor", 1, 90), closed("Tea", 3, 40), met=(3,)),
    )
    assert shown(found, Section.READY) == ["Cy", "Bea", "Abe"]
    row = found.sections[Section.READY][0]
    assert (row.rung, row.days, row.step) == (4, 70, "asked")
    assert row.suggested is not None
    assert row.suggested.what.id == "idea-4"


def test_familiar_untested_by_what_they_move() -> None:
    """On the ground and met lately: who moves me most comes first; a tiny ask each."""
    found = review(
        who("Abe", courtesy("meal", 20), met=(20,)),
        who("Bea", given("Quote", "done@30", rung=4), met=(20,)),
        who("Cy", given("Tickets", "done@30"), met=(20,)),
    )
    assert shown(found, Section.UNTESTED) == ["Bea", "Cy", "Abe"]
    assert {row.rung for row in found.sections[Section.UNTESTED]} == {1}


def test_an_offer_first_where_i_lean() -> None:
    """They helped much more than I did or returned: help before asking again."""
    leaning = received("Career", 4, "granted@60 let_go@20")
    found = review(who("Abe", leaning, met=(3,)))
    row = found.sections[Section.UNTESTED][0]
    assert row.step == "offered"
    assert row.suggested is not None
    assert row.suggested.what.id == "offer"


def test_cooling_by_standing_then_most_overdue_and_the_silent_last() -> None:
    """Resting or on the way down, but past the cadence; those silent for 180 days come last."""
    resting = received("Desk", 1, "asked@13 declined@13")
    found = review(
        who("Abe", resting, cadence=7),
        who("Bea", resting, closed("Doctor", 1, 80), cadence=7),
        who("Cy", resting, cadence=5),
        who("Dot", closed("Tea", 3, 300), met=(181,)),
        who("Eve", met=(3,)),
    )
    assert shown(found, Section.COOLING) == ["Bea", "Cy", "Abe", "Dot"]
    assert [row.days for row in found.sections[Section.COOLING]] == [13, 13, 13, 181]


def test_nothing_is_shown_twice() -> None:
    """With a loop open a contact is neither ready nor cooling; who is ready is not cooling."""
    found = review(
        who("Abe", received("Tea", 3, "granted@90"), closed("Doctor", 1, 95), cadence=7),
        who("Bea", closed("Doctor", 1, 90), cadence=7),
    )
    assert shown(found, Section.READY) == ["Bea"]
    assert shown(found, Section.COOLING) == []


def test_never_met_is_in_none_of_the_first_six() -> None:
    """A contact from a list, with a plan, and one with a tip used but nobody spoken to."""
    found = review(who("Abe", received("Tea", 3, "planned@-3")), who("Bea", received("Map", 1, "acted_on@3")))
    assert all(found.sections[section] == () for section in TO_DO)


def test_a_snoozed_row_is_absent_until_its_day() -> None:
    """The favour's row is gone, and its contact appears nowhere else; on the day it is back."""
    story = who("Abe", received("Tea", 3, "granted@9"), closed("Doctor", 1, 90), cadence=7)
    favour = story.favours[0].id
    tomorrow = Snooze(story.contact.id, TODAY + timedelta(days=1), favour)
    found = review(story, snoozes=[tomorrow])
    assert all(found.sections[section] == () for section in TO_DO)
    assert shown(review(story, snoozes=[replace(tomorrow, until=TODAY)]), Section.CLOSE_LOOPS) == ["Abe: Tea"]


def test_a_snoozed_contact_keeps_its_favours() -> None:
    """Without a favour it is the contact's row in 4 to 6; an open loop and a birthday stay."""
    birthday = (Occasion(OccasionKind.BIRTHDAY, "--06-12"),)
    ready = who("Abe", closed("Doctor", 1, 60), met=(3,), occasions=birthday)
    found = review(ready, snoozes=[Snooze(ready.contact.id, TODAY + timedelta(days=7))])
    assert all(found.sections[section] == () for section in TO_DO)
    assert "Abe" in shown(found, Section.COMING_UP)
    owing = who("Bea", received("Tea", 3, "granted@9"))
    assert shown(review(owing, snoozes=[Snooze(owing.contact.id, ago(-7))]), Section.CLOSE_LOOPS) == ["Bea: Tea"]


def test_coming_up_in_the_next_fourteen_days() -> None:
    """Soonest first; in thirteen days yes, in fourteen no; Mother's Day where parents are known; a festival once."""
    soon = [(OccasionKind.BIRTHDAY, "1980-06-12"), (OccasionKind.EXAM, "2026-06-23"), (OccasionKind.TRIP, "2026-06-24")]
    found = review(
        who("Abe", occasions=tuple(Occasion(kind, day) for kind, day in soon)),
        who("Bea", occasions=(Occasion(OccasionKind.ANNIVERSARY, "2019-06-10"),)),
    )
    rows = found.sections[Section.COMING_UP]
    assert [(row.name, row.days) for row in rows] == [("Bea", 0), ("Abe", 2), ("", 9), ("Abe", 13)]
    assert rows[2].contact is None
    assert rows[2].occasion is not None
    assert rows[2].occasion.text == "dragon-boat"


def test_mothers_day_for_whose_parents_are_known() -> None:
    """Ten days before the second Sunday of May."""
    first_of_may = ago(41)
    known, unknown = who("Abe", facets="parents: mother, 71"), who("Bea", facets="hobby: tea")
    found = agenda([known, unknown], SETTINGS, first_of_may, Repertoire((), (), SETTINGS, first_of_may))
    assert [(row.name, row.days) for row in found.sections[Section.COMING_UP]] == [("Abe", 10)]


def test_unsorted_notes_by_day() -> None:
    """A note without a contact, and a reading that waits."""
    notes = [
        UnsortedNote(EntryId(2), ago(1), "Cherries for her mother", ContactId(5), "Abe", 3),
        UnsortedNote(EntryId(1), ago(4), "Call back about the lab"),
    ]
    rows = review(unsorted=notes).sections[Section.UNSORTED]
    assert [(row.entry, row.days, row.name) for row in rows] == [(1, 4, ""), (2, 1, "Abe")]


def test_what_moved_in_the_last_week() -> None:
    """A loop closed and a rung climbed, a decline; what happened seven days ago is not in it."""
    found = review(
        who("Abe", closed("Doctor", 1, 6)),
        who("Bea", received("Deck", 5, "asked@9 declined@2")),
        who("Cy", closed("Tea", 3, 7), received("Map", 1, "asked@9 declined@7")),
        who("Dot", received("Hand", 2, "asked@9 closed@1")),
    )
    rows = found.sections[Section.MOVED]
    assert [(_said(row), row.step, row.rung) for row in rows] == [
        ("Abe: Doctor", "closed", 1),
        ("Abe", None, 1),
        ("Bea: Deck", "declined", 5),
    ]


def test_what_moved_since_the_saved_review() -> None:
    """Saved nine days ago: events of the days after it, and the plan that was kept."""
    abe = who("Abe", closed("Doctor", 1, 7), closed("Book", 2, 9))
    item = PlanItem("Return the cherries", abe.contact.id, abe.favours[0].id, section=Section.CLOSE_LOOPS)
    found = review(abe, saved=SavedReview(ago(9), (item,)))
    rows = found.sections[Section.MOVED]
    assert [_said(row) for row in rows] == ["Abe: Doctor", ""]
    assert rows[-1].because.facts == {"done": 1, "n": 1}


def test_the_plan_is_the_first_seven_rows_with_a_day_each() -> None:
    """Nine loops open: seven are proposed, one for each of the next seven days."""
    found = review(*(who(f"Abe {n}", received("Tea", 3, f"granted@{30 - n}")) for n in range(9)))
    assert len(found.plan) == 7
    assert [item.day for item in found.plan] == [ago(-n) for n in range(1, 8)]
    assert {item.step for item in found.plan} == {"acted_on"}
    assert found.rows_to_do == 10  # the Dragon Boat Festival is near
    assert found.minutes(SETTINGS) == 5


def saved(relationship: Relationship, section: Section, step: str | None, **more: object) -> Agenda:
    """The review three days after one that planned this."""
    favour = relationship.favours[0].id if more.pop("favour", False) else None
    item = PlanItem("x", relationship.contact.id, favour, section=section, step=StepKind(step) if step else None)
    return review(relationship, saved=SavedReview(ago(3), (item,)))


@pytest.mark.parametrize(
    ("favour", "section", "step", "done"),
    [
        (received("Tea", 3, "granted@9"), Section.CLOSE_LOOPS, "acted_on", False),
        (received("Tea", 3, "granted@9 acted_on@2"), Section.CLOSE_LOOPS, "acted_on", True),
        (received("Tea", 3, "granted@9 acted_on@4"), Section.CLOSE_LOOPS, "acted_on", False),
        (received("Tea", 3, "granted@9 let_go@1"), Section.CLOSE_LOOPS, "acted_on", True),
        (given("Lift", "promised@9 done@3"), Section.KEEP_MY_WORD, "done", True),
        (received("Tea", 3, "asked@19 granted@2"), Section.WAITING, None, True),
        (received("Tea", 3, "asked@19 asked@2"), Section.WAITING, "asked", True),
        (received("Tea", 3, "asked@19"), Section.WAITING, "asked", False),
    ],
)
def test_a_planned_favour_is_done_when_its_step_was_taken(
    favour: object, section: Section, step: str, done: bool
) -> None:
    """From the day of the saved review on, or when nothing of it is open any more."""
    found = saved(who("Abe", favour), section, step, favour=True)
    assert [item.done for item in found.plan] == [done]


def test_a_planned_contact_is_done_with_an_ask_or_any_contact() -> None:
    """Ready: asked since. Cooling: met since. Untested with an offer: the offer."""
    assert saved(who("Abe", received("Map", 1, "asked@2")), Section.READY, "asked").plan[0].done
    assert not saved(who("Abe", received("Map", 1, "asked@4")), Section.READY, "asked").plan[0].done
    assert saved(who("Abe", met=(3,)), Section.COOLING, None).plan[0].done
    assert saved(who("Abe", given("Lift", "offered@1")), Section.UNTESTED, "offered").plan[0].done
    assert not saved(who("Abe", met=(4,)), Section.COOLING, None).plan[0].done


def test_the_order_of_recording_never_matters() -> None:
    """The same journal read in another order gives the same review."""
    people: Iterable[Relationship] = [
        who("Abe", received("Tea", 3, "granted@9"), given("Lift", "done@5")),
        who("Bea", closed("Doctor", 1, 60), met=(3,)),
        who("Cy", closed("Doctor", 1, 60), met=(3,)),
        who("Dot", courtesy("meal", 5)),
        who("Eve", received("Deck", 5, "asked@9 declined@2"), cadence=1),
    ]
    one = review(*people)
    other = review(*(replace(each, favours=each.favours[::-1]) for each in reversed(list(people))))
    for section in Section:
        assert [(_said(row), row.because, row.days) for row in one.sections[section]] == [
            (_said(row), row.because, row.days) for row in other.sections[section]
        ]
