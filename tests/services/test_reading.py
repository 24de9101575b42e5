"""Suggestions of a kept note: taken and undone, dismissed for good, and tied to the favour that was open."""

from datetime import date

from relationship_journal.domain.contact import ContactId, FacetKind
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import StepKind
from relationship_journal.services.reading import Suggestion
from relationship_journal.services.session import Session

from .conftest import TODAY


def kept(session: Session, text: str, contact: ContactId) -> EntryId:
    return session.journal.keep(EntryDraft(contacts=(contact,), day=TODAY, text=text)).id


def one(suggestions: tuple[Suggestion, ...], start: str) -> Suggestion:
    return next(each for each in suggestions if each.key.startswith(start))


def test_a_taken_suggestion_is_recorded_and_undone_as_one_gesture(session: Session) -> None:
    """A facet read in a note becomes the contact's; undo takes it back, and then it is offered again."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "跟王总通了电话，他女儿明年高考。", wang.id)
    facet = one(session.readings.read(entry, TODAY), "facet:王建国:children")
    assert facet.words == "他女儿明年高考"
    session.readings.take((facet,), TODAY)
    assert [each.kind for each in session.reads.contact(wang.id).facets] == [FacetKind.CHILDREN]
    assert facet.key not in {each.key for each in session.readings.read(entry, TODAY)}
    session.history.undo()
    assert session.reads.contact(wang.id).facets == ()
    assert facet.key in {each.key for each in session.readings.read(entry, TODAY)}


def test_a_dismissed_suggestion_is_not_offered_again(session: Session) -> None:
    """Also not after the journal was closed: it is in the file."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "跟王总通了电话，他女儿明年高考。", wang.id)
    suggestions = session.readings.read(entry, TODAY)
    session.readings.dismiss(suggestions)
    assert session.readings.read(entry, TODAY) == ()


def test_a_step_goes_on_with_the_open_favour_that_shares_its_words(session: Session) -> None:
    """Two favours were granted; the note tells that the doctor helped, so the doctor's favour gets the step."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    steps = (StepDraft(StepKind.ASKED, date(2026, 10, 1)), StepDraft(StepKind.GRANTED, date(2026, 10, 1)))
    desk = session.favours.add(FavourDraft(wang.id, "书桌在哪买的"), steps, today=TODAY).favour
    doctor = session.favours.add(FavourDraft(wang.id, "推荐老中医"), steps, today=TODAY).favour
    entry = kept(session, "王总推荐的那个老中医我去看了，腰好多了，今天打电话跟王总说了。", wang.id)
    step = one(session.readings.read(entry, TODAY), "step:王建国:received:acted_on")
    session.readings.take((step,), TODAY)
    assert StepKind.ACTED_ON in {each.kind for each in session.reads.favour(doctor.id).steps}
    assert StepKind.ACTED_ON not in {each.kind for each in session.reads.favour(desk.id).steps}


def test_steps_of_one_note_make_one_favour(session: Session) -> None:
    """Asked and granted in one note: the first opens a favour, the second goes on with it, both tied to the entry."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "昨天问王总能不能把装修队长的电话给我，他当场就推给我了。", wang.id)
    steps = tuple(each for each in session.readings.read(entry, TODAY) if each.key.startswith("step:"))
    session.readings.take(steps, TODAY)
    (favour,) = session.reads.favours(wang.id)
    assert [step.kind for step in favour.steps] == [StepKind.ASKED, StepKind.GRANTED]
    assert {step.entry for step in favour.steps} == {entry}
    session.history.undo()
    assert session.reads.favours(wang.id) == ()


def test_reading_can_be_turned_off(session: Session) -> None:
    """Then nothing is suggested."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "他女儿明年高考。", wang.id)
    session.settings.set("reading", "no")
    assert session.readings.read(entry, TODAY) == ()
