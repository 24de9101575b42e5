"""The weekly review on a real journal: dealt with, resumed, planned, put off, saved and compared."""

from datetime import date, timedelta

import pytest

from relationship_journal.domain.agenda import TO_DO
from relationship_journal.domain.agenda_rows import Row
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, FileDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import FavourId, StepKind
from relationship_journal.domain.loop import loop_of
from relationship_journal.domain.plan import PlanItem, Section
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.review import row_key
from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)


def somebody(session: Session, name: str, days_ago: int) -> ContactId:
    """A contact last met so many days ago."""
    contact = session.contacts.add(ContactDraft(name)).id
    session.journal.keep(EntryDraft("Met", TODAY - timedelta(days=days_ago), EntryKind.MEETING, (contact,)))
    return contact


def granted(session: Session, contact: ContactId, title: str = "Optician") -> FavourId:
    steps = (
        StepDraft(StepKind.ASKED, TODAY - timedelta(days=20)),
        StepDraft(StepKind.GRANTED, TODAY - timedelta(days=19)),
    )
    return session.favours.add(FavourDraft(contact, title), steps, today=TODAY).favour.id


def rows(session: Session, section: Section, today: date = TODAY) -> tuple[Row, ...]:
    return tuple(session.review.gather(today).agenda.sections[section])


def test_done_records_the_step_that_the_row_is_about(session: Session) -> None:
    """Acted on is recorded today; the row is dealt with; one undo takes both back."""
    favour = granted(session, somebody(session, "Helen", 5))
    row = rows(session, Section.CLOSE_LOOPS)[0]
    session.review.done(row, TODAY)
    assert loop_of(session.reads.favour(favour), TODAY, session.settings.numbers()).state == "acted_on"
    assert session.review.gather(TODAY).is_dealt(row)
    session.history.undo()
    assert loop_of(session.reads.favour(favour), TODAY, session.settings.numbers()).state == "granted"
    assert not session.review.gather(TODAY).is_dealt(row)


def test_done_with_somebody_untested_is_an_ask_of_today(session: Session) -> None:
    """The idea becomes a favour under its title, asked today."""
    contact = somebody(session, "Tom", 5)
    row = rows(session, Section.UNTESTED)[0]
    session.review.done(row, TODAY)
    asked = session.reads.favours(contact)[0]
    assert (asked.rung, [step.kind for step in asked.steps], asked.steps[0].day) == (1, [StepKind.ASKED], TODAY)
    assert row.suggested is not None
    assert asked.title == row.suggested.what.text("en").title


def test_getting_in_touch_is_a_greeting(session: Session) -> None:
    """Somebody silent for months is greeted, and is not cooling any more."""
    contact = somebody(session, "Grace", 200)
    session.review.done(rows(session, Section.COOLING)[0], TODAY)
    assert session.reads.courtesies(contact)[0].kind == "greeting"
    assert rows(session, Section.COOLING) == ()


def test_a_half_done_review_is_resumed(session: Session) -> None:
    """What was dealt with and planned yesterday is still so today."""
    granted(session, somebody(session, "Helen", 5))
    row = rows(session, Section.CLOSE_LOOPS)[0]
    session.review.plan_row(row, TODAY, TODAY + timedelta(days=2))
    tomorrow = session.review.gather(TODAY + timedelta(days=1))
    assert tomorrow.held is not None
    assert tomorrow.is_dealt(tomorrow.agenda.sections[Section.CLOSE_LOOPS][0])
    assert [(item.contact, item.day) for item in tomorrow.plan] == [(row.contact, TODAY + timedelta(days=2))]


def test_a_snoozed_row_is_absent_until_its_day(session: Session) -> None:
    """A favour put off for a week comes back on the day."""
    contact = somebody(session, "Helen", 5)
    favour = granted(session, contact)
    session.review.snooze(contact, TODAY + timedelta(days=7), favour)
    session.review.snooze(contact, TODAY + timedelta(days=6), favour)
    assert len(session.reads.snoozes()) == 1
    assert rows(session, Section.CLOSE_LOOPS, TODAY + timedelta(days=5)) == ()
    assert len(rows(session, Section.CLOSE_LOOPS, TODAY + timedelta(days=6))) == 1


def test_saving_keeps_the_proposal_where_nothing_was_planned(session: Session) -> None:
    """The first rows become the plan, which stands until the next saved review and knows what was done."""
    granted(session, somebody(session, "Helen", 5))
    saved = session.review.save(TODAY)
    assert [item.text for item in saved.plan] == ["Use what “Optician” gave you"]
    week_later = TODAY + timedelta(days=7)
    assert not session.review.gather(week_later).plan[0].done
    session.review.done(rows(session, Section.CLOSE_LOOPS)[0], TODAY + timedelta(days=2))
    review = session.review.gather(week_later)
    assert len(review.before) == 1
    assert [row.what.text for row in review.agenda.sections[Section.MOVED]][-1] == "Last week's plan"


def test_the_plan_is_added_to_ticked_changed_and_shortened(session: Session) -> None:
    """Places count from the first; a place that is not there is a sentence."""
    contact = somebody(session, "Helen", 5)
    session.review.add_to_plan(PlanItem("Send cherries", contact, day=TODAY), TODAY)
    session.review.add_to_plan(PlanItem("Call Tom"), TODAY)
    assert [item.done for item in session.review.tick(1, TODAY)] == [False, True]
    assert [item.text for item in session.review.change_planned(0, None, TODAY)] == ["Call Tom"]
    session.history.undo()
    assert len(session.review.standing_plan()) == 2
    with pytest.raises(Problem):
        session.review.tick(5, TODAY)
    with pytest.raises(Problem):
        session.review.add_to_plan(PlanItem("  "), TODAY)


def test_unsorted_notes_wait_in_the_review(session: Session) -> None:
    """One row an entry, with how it begins."""
    session.journal.keep(EntryDraft("Somebody called about the tender " * 5, TODAY))
    row = rows(session, Section.UNSORTED)[0]
    assert str(row.what.facts["snippet"]).endswith("…")


def test_lines_of_an_unsorted_note_are_told_apart(session: Session) -> None:
    """A mail's subject, its line of names and its first words stand on one line with a sign between them."""
    session.journal.keep(EntryDraft("Apples\nAgnes → me\n\n- Boskop\n- Elstar, 3 kg\n", TODAY))
    session.journal.keep(EntryDraft("苹果\n王建国 → 我\n\n周五见。\n带上秤", TODAY))
    assert [row.what.facts["snippet"] for row in rows(session, Section.UNSORTED)] == [
        "Apples · Agnes → me · Boskop · Elstar, 3 kg",
        "苹果 · 王建国 → 我 · 周五见。带上秤",
    ]


def test_pictures_of_nobody_are_called_by_their_names(session: Session) -> None:
    """What was dropped without a word stands under the names of its files."""
    session.journal.keep(EntryDraft("", TODAY, files=(FileDraft("desk.png", b"1"), FileDraft("lamp.png", b"2"))))
    assert rows(session, Section.UNSORTED)[0].what.facts["snippet"] == "desk.png, lamp.png"


def test_an_ask_made_in_the_review_does_not_come_back_in_it(session: Session) -> None:
    """Tom was asked today; the ask waits for an answer, but not as another row of the same sitting."""
    somebody(session, "Tom", 5)
    session.review.done(rows(session, Section.UNTESTED)[0], TODAY)
    assert rows(session, Section.WAITING) == ()
    session.review.save(TODAY)
    assert len(rows(session, Section.WAITING, TODAY + timedelta(days=1))) == 1


def test_put_off_is_dealt_with_in_one_gesture(session: Session) -> None:
    """The row is away until its day; its contact gets no other one; one undo brings it back."""
    granted(session, somebody(session, "Helen", 5))
    row = rows(session, Section.CLOSE_LOOPS)[0]
    session.review.put_off(row, TODAY + timedelta(days=7), TODAY)
    assert session.review.gather(TODAY).agenda.rows_to_do == 0
    session.history.undo()
    assert [row_key(back) for back in rows(session, Section.CLOSE_LOOPS)] == [row_key(row)]
    with pytest.raises(Problem):
        session.review.put_off(row._replace(contact=None), TODAY, TODAY)


def test_a_review_left_half_done_for_a_week_is_looked_at_afresh(session: Session) -> None:
    """What was planned stays planned; the rows come again, and dealing with one begins a new sitting."""
    for name in ("Helen", "Tom"):
        granted(session, somebody(session, name, 5), f"Optician of {name}")
    first, second = rows(session, Section.CLOSE_LOOPS)
    session.review.plan_row(first, TODAY, None)
    later = TODAY + timedelta(days=7)
    review = session.review.gather(later)
    assert not any(review.is_dealt(row) for row in review.agenda.sections[Section.CLOSE_LOOPS])
    assert len(review.plan) == 1
    session.review.deal(second, later)
    assert [session.review.gather(later).is_dealt(row) for row in (first, second)] == [False, True]


def test_when_a_review_is_due(session: Session) -> None:
    """On Mondays by default; not again on the day of one that was saved, nor after one that came a day early."""
    assert session.review.gather(TODAY).due
    session.review.save(TODAY)
    assert not session.review.gather(TODAY).due
    assert not session.review.gather(TODAY + timedelta(days=6)).due
    assert session.review.gather(TODAY + timedelta(days=7)).due
    session.review.save(TODAY + timedelta(days=6))
    assert not session.review.gather(TODAY + timedelta(days=7)).due
    assert session.review.gather(TODAY + timedelta(days=14)).due


def test_past_reviews_tell_what_was_done_before_the_next(session: Session) -> None:
    """Of two planned things one was done in the week, the other only after the next review."""
    helen, tom = somebody(session, "Helen", 5), somebody(session, "Tom", 5)
    first, second = granted(session, helen, "Optician"), granted(session, tom, "Nursery")
    session.review.save(TODAY)
    session.favours.take_step(first, StepDraft(StepKind.ACTED_ON, TODAY + timedelta(days=2)), TODAY + timedelta(days=2))
    week = TODAY + timedelta(days=7)
    session.review.save(week)
    session.favours.take_step(second, StepDraft(StepKind.ACTED_ON, week + timedelta(days=1)), week + timedelta(days=1))
    past = session.review.history(week + timedelta(days=1))
    assert [[(item.favour, item.done) for item in each.plan] for each in past] == [
        [(first, False), (second, True)],
        [(first, True), (second, False)],
    ]


def test_an_idea_that_is_hidden_is_suggested_no_more(session: Session) -> None:
    """The review was gathered before; what the user hides in the settings leaves it at once."""
    somebody(session, "Helen", 5)
    before = rows(session, Section.UNTESTED)[0].suggested
    assert before is not None
    session.ideas.hide(before.what.id)
    after = rows(session, Section.UNTESTED)[0].suggested
    assert after is not None
    assert after.what.id != before.what.id


@pytest.mark.parametrize(("answer", "state"), [(StepKind.GRANTED, "granted"), (StepKind.DECLINED, "declined")])
def test_an_answer_that_came_is_recorded_from_its_row(session: Session, answer: StepKind, state: str) -> None:
    """They said yes, or no: recorded today, the row is dealt with, nothing of it comes back in this sitting."""
    contact = somebody(session, "Helen", 5)
    steps = (StepDraft(StepKind.ASKED, TODAY - timedelta(days=4)),)
    favour = session.favours.add(FavourDraft(contact, "Optician"), steps, today=TODAY).favour.id
    row = rows(session, Section.WAITING)[0]
    session.review.answered(row, answer, TODAY)
    assert loop_of(session.reads.favour(favour), TODAY, session.settings.numbers()).state == state
    review = session.review.gather(TODAY)
    assert review.is_dealt(row)
    assert [row.name for section in TO_DO for row in review.agenda.sections[section]] == []
    session.history.undo()
    assert loop_of(session.reads.favour(favour), TODAY, session.settings.numbers()).state == "asked"
    assert rows(session, Section.WAITING)[0].loop is not None
