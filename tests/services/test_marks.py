"""Marks that are kept in the file: right whatever happens to the journal, brought up to date by whoever has time."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from relationship_journal.domain.agenda import agenda
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.plan import SavedReview
from relationship_journal.domain.review import last_saved
from relationship_journal.services.session import Session
from tests.services.random_life import RandomLife

TODAY = date(2026, 11, 23)


def settle(session: Session, today: date = TODAY) -> int:
    """Bring all marks up to date; how many were not."""
    return len(session.reads.unmarked(today)) if list(session.marks.settle(today)) else 0


def assert_right(session: Session, today: date) -> None:
    """Kept marks are those computed anew, and rows and review rest on them."""
    reads = session.reads
    assert reads.differing_marks() == []
    anew = reads.marks_anew(today, None)
    rows = {row.id: row for row in reads.contact_rows(today)}
    assert rows.keys() == anew.keys()
    day = today.toordinal()
    for contact, marks in anew.items():
        row, now = rows[contact], marks.on(day)
        assert (row.standing, row.open_loops, row.ready, row.cooling) == (
            now.standing,
            now.open_loops,
            now.asks(day),
            now.cooling(day),
        )


@pytest.mark.parametrize("seed", range(5))
def test_marks_are_right_whatever_happens(tmp_path: Path, seed: int) -> None:
    """Any gestures, of two windows, undone and done again; settled now and then; looked at on days to come."""
    chance = random.Random(seed)
    session = Session.open(tmp_path / "journal.rjdb", create=True)
    other = Session.open(session.path)
    life = RandomLife(session, chance, TODAY, (other,))
    for _ in range(5):
        life.live(30)
        for one in (session, other):
            assert_right(one, TODAY)
        if chance.random() < 0.7:
            settle(chance.choice((session, other)))
            assert session.reads.unmarked(TODAY) == []
        session.file.poll()
        other.file.poll()
        later = TODAY + timedelta(days=chance.randint(1, 500))
        assert_right(session, later)
        assert_right(session, TODAY)
    assert_same_review(session, TODAY)
    assert_same_review(session, TODAY + timedelta(days=chance.randint(1, 90)))
    other.close()
    session.close()


def assert_same_review(session: Session, today: date) -> None:
    """The review is the one that whole relationships give."""
    reads = session.reads
    saved = last_saved(reads.reviews())
    whole = agenda(
        reads.light_relationships(),
        session.settings.numbers(),
        today,
        session.ideas.repertoire(today),
        unsorted=reads.unsorted_notes(),
        snoozes=reads.snoozes(),
        saved=None if saved is None else SavedReview(saved.day, saved.plan),
    )
    found = session.review.gather(today).agenda
    for section, rows in whole.sections.items():
        assert [row._replace(suggested=None) for row in found.sections[section]] == [
            row._replace(suggested=None) for row in rows
        ]
        assert [row.suggested and row.suggested.what for row in found.sections[section]] == [
            row.suggested and row.suggested.what for row in rows
        ]
    assert (found.plan, found.proposal) == (whole.plan, whole.proposal)


@pytest.fixture
def met(session: Session) -> ContactId:
    """Somebody met yesterday, whose marks are kept, beside nine others."""
    for number in range(9):
        session.contacts.add(ContactDraft(f"Contact {number}"))
    contact = session.contacts.add(ContactDraft("Helen")).id
    session.journal.keep(EntryDraft("Met", TODAY - timedelta(days=1), EntryKind.MEETING, (contact,)))
    settle(session)
    return contact


def test_a_gesture_removes_the_marks_of_those_whom_it_concerns(session: Session, met: ContactId) -> None:
    """A favour: hers alone are computed again. So it is when it is undone, and done again."""
    gestures: tuple[Callable[[], object], ...] = (
        lambda: session.favours.add(FavourDraft(met, "Tea"), [StepDraft(StepKind.ASKED)], today=TODAY),
        session.history.undo,
        session.history.redo,
        session.history.undo,
        lambda: session.contacts.save(replace(session.reads.contact(met), cadence=9)),
    )
    for gesture in gestures:
        assert session.reads.unmarked(TODAY) == []
        gesture()
        assert session.reads.unmarked(TODAY) == [met]
        list(session.marks.settle(TODAY))


def test_marks_are_no_step_of_undo(session: Session, met: ContactId) -> None:
    """What is done again can be undone, and what was undone done again, after marks were kept in between."""
    session.favours.add(FavourDraft(met, "Tea"), [StepDraft(StepKind.ASKED)], today=TODAY)
    session.history.undo()
    list(session.marks.settle(TODAY))
    assert session.history.can_redo() is not None
    session.history.redo()
    list(session.marks.settle(TODAY))
    assert [row.open_loops for row in session.reads.contact_rows(TODAY) if row.id == met] == [1]


def test_the_next_day_costs_nothing_and_another_number_everything(session: Session, met: ContactId) -> None:
    """Marks hold on the days to come; with another setting they are computed again; with the first one too."""
    assert session.reads.unmarked(TODAY + timedelta(days=100)) == []
    session.settings.set("theme", "dark")
    assert session.reads.unmarked(TODAY) == []
    session.settings.set("silent.days", "20")
    assert len(session.reads.unmarked(TODAY)) == 10
    assert session.reads.contact_rows(TODAY)[0].name == "Contact 0"


def test_check_finds_marks_that_are_not_right(session: Session, met: ContactId) -> None:
    """Somebody wrote into the file past its triggers: it is said, and put right."""
    assert session.check() == ()
    session.file._writing.execute(
        "UPDATE contact_mark SET cadence = 3, carries_2 = 999999 WHERE contact_id = ?", (met,)
    )
    assert [message.facts["n"] for message in session.check()] == [1]
    assert session.reads.unmarked(TODAY) == [met]
    assert session.check() == ()


def test_looking_writes_nothing(session: Session, met: ContactId) -> None:
    """Lists and reviews of any day leave the file as it is."""
    session.settings.set("theme", "dark")
    before = session.path.read_bytes(), session.path.with_name(f"{session.path.name}-wal").read_bytes()
    for days in (-400, 0, 400):
        session.reads.contact_rows(TODAY + timedelta(days=days))
        session.review.gather(TODAY + timedelta(days=days))
    assert (session.path.read_bytes(), session.path.with_name(f"{session.path.name}-wal").read_bytes()) == before
