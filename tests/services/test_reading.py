"""Suggestions of a kept note: taken and undone, dismissed for good, and tied to the favour that was open."""

from dataclasses import replace
from datetime import date, timedelta

from relationship_journal.domain.contact import ContactId, FacetKind
from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryId, EntryKind, EntrySource
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.plan import Section
from relationship_journal.services.session import Session
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.store.reads.waiting import STILL_TO_READ

from .conftest import TODAY


def kept(session: Session, text: str, contact: ContactId) -> EntryId:
    return session.journal.keep(EntryDraft(contacts=(contact,), day=TODAY, text=text)).id


def one(suggestions: tuple[Suggestion, ...], start: str) -> Suggestion:
    return next(each for each in suggestions if each.key.startswith(start))


def test_a_taken_suggestion_is_recorded_and_undone_as_one_gesture(session: Session) -> None:
    """A facet read in a note becomes the contact's; undo takes it back, and then it is offered again."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "跟王总通了电话，他女儿明年高考。", wang.id)
    facet = one(session.readings.read(entry, TODAY), "facet:children")
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
    step = one(session.readings.read(entry, TODAY), "step:received:acted_on")
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


def brought_in(session: Session, text: str, *contacts: ContactId) -> EntryId:
    draft = EntryDraft(contacts=contacts, day=TODAY, text=text, source=EntrySource.DROPPED)
    return session.journal.keep(draft).id


def read_all(session: Session) -> None:
    while session.readings.read_ahead(TODAY):
        pass


def waiting(session: Session) -> list[tuple[EntryId, int]]:
    """The notes of *Unsorted* with the number of their suggestions."""
    rows = session.review.gather(TODAY).agenda.sections[Section.UNSORTED]
    return [(row.entry, session.reads.waiting_chips([row.entry]).get(row.entry, 0)) for row in rows if row.entry]


def test_suggestions_of_a_dropped_note_wait_in_the_review(session: Session) -> None:
    """Read in the background, they are in the file; each one settled counts down, and undo brings it back.

    A note typed by hand never waits: its suggestions are offered while it is fresh.
    """
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    kept(session, "他女儿明年高考。", wang.id)
    entry = brought_in(session, "跟王总通了电话，他女儿明年高考。", wang.id)
    assert session.reads.timeline(wang.id)[0].chips == STILL_TO_READ
    assert waiting(session) == []
    read_all(session)
    suggestions = session.readings.read(entry, TODAY)
    assert waiting(session) == [(entry, len(suggestions))]
    assert session.reads.timeline(wang.id)[0].chips == len(suggestions)
    assert session.reads.contacts_of_waiting() == {wang.id}
    facet = one(suggestions, "facet:")
    session.readings.take((facet,), TODAY)
    assert waiting(session) == [(entry, len(suggestions) - 1)]
    session.history.undo()
    assert waiting(session) == [(entry, len(suggestions))]
    session.readings.dismiss(suggestions)
    assert waiting(session) == []


def test_an_edited_note_is_read_again(session: Session) -> None:
    """What the text no longer says does not wait any more; what was dismissed before is not offered again."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = brought_in(session, "跟王总通了电话，他女儿明年高考。", wang.id)
    read_all(session)
    session.readings.dismiss((one(session.readings.read(entry, TODAY), "channel:"),))
    session.journal.edit(replace(session.reads.entry(entry), text="跟王总通了电话。他母亲住院了。"))
    assert session.reads.timeline(wang.id)[0].chips == STILL_TO_READ
    read_all(session)
    keys = {each.key for each in session.readings.read(entry, TODAY)}
    assert waiting(session) == [(entry, len(keys))]
    assert "facet:parents" in keys
    assert not any(key.startswith(("facet:children", "channel:")) for key in keys)


def test_undoing_what_was_dropped_leaves_nothing_to_read(session: Session) -> None:
    """Its reading goes with it, comes back to be read with redo, and nothing stands in the way of undo."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = brought_in(session, "他女儿明年高考。", wang.id)
    read_all(session)
    session.history.undo()
    assert waiting(session) == []
    assert session.reads.notes_to_read(1) == ()
    session.history.redo()
    read_all(session)
    assert [number for number, _chips in waiting(session)] == [entry]


def test_reading_turned_off_leaves_notes_unread(session: Session) -> None:
    """They are read when it is turned on again."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    session.settings.set("reading", "no")
    entry = brought_in(session, "他女儿明年高考。", wang.id)
    assert not session.readings.read_ahead(TODAY)
    assert waiting(session) == []
    session.settings.set("reading", "yes")
    read_all(session)
    assert [number for number, _chips in waiting(session)] == [entry]


def test_somebody_new_is_added_and_the_entry_is_theirs_too(session: Session) -> None:
    """「孟师傅」 is nobody known: taken, he is a contact, with the entry on his timeline; undo takes both back."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "王总介绍了孟师傅，打柜子的。", wang.id)
    new = one(session.readings.read(entry, TODAY), "new:孟师傅")
    assert new.contact is None
    session.readings.take((new,), TODAY)
    meng = session.contacts.find("孟师傅")
    assert session.reads.entry(entry).contacts == (wang.id, meng.id)
    session.history.undo()
    assert session.reads.entry(entry).contacts == (wang.id,)
    assert "孟师傅" not in {contact.name for contact in session.reads.contacts()}


def test_a_note_of_nobody_tells_first_whose_it_is(session: Session) -> None:
    """Two are named and it is nobody's: what would be recorded with somebody waits until it is known with whom."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = session.journal.keep(EntryDraft("王总的女儿明年高考。", TODAY)).id
    suggestions = session.readings.read(entry, TODAY)
    assert suggestions[0].key == "contact:王建国"
    assert one(suggestions, "facet:").contact == wang.id
    nobody = session.journal.keep(EntryDraft("今天请他吃饭花了380元，他女儿明年高考。", TODAY)).id
    assert {type(each.found) for each in session.readings.read(nobody, TODAY)} <= {EntryKind}


def test_a_day_that_was_taken_is_not_counted_again(session: Session) -> None:
    """「昨天」 puts the entry on the day before; from there it is not a day earlier once more."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "昨天跟王总通了电话，下周三他过生日。", wang.id)
    before = session.readings.read(entry, TODAY)
    birthday = one(before, "occasion:birthday")
    session.readings.take((one(before, "day:"),), TODAY)
    assert session.reads.entry(entry).day == TODAY - timedelta(days=1)
    after = session.readings.read(entry, TODAY)
    assert not any(each.key.startswith("day:") for each in after)
    assert birthday.key in {each.key for each in after}


def test_a_step_happened_on_the_day_that_the_note_tells(session: Session) -> None:
    """Also where the step is taken before the day is."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "昨天问王总能不能把装修队长的电话给我，他当场就推给我了。", wang.id)
    session.readings.take((one(session.readings.read(entry, TODAY), "step:received:asked"),), TODAY)
    (favour,) = session.reads.favours(wang.id)
    assert [step.day for step in favour.steps] == [TODAY - timedelta(days=1)]


def test_a_step_says_before_it_is_taken_which_favour_and_what_the_rules_say(session: Session) -> None:
    """The doctor was not thanked for, and the note tells of another ask: close-the-loop speaks before it is taken."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    steps = (StepDraft(StepKind.ASKED, date(2026, 10, 1)), StepDraft(StepKind.GRANTED, date(2026, 10, 1)))
    session.favours.add(FavourDraft(wang.id, "推荐老中医"), steps, today=TODAY)
    entry = kept(session, "问王总能不能把装修队长的电话给我，他当场就推给我了。", wang.id)
    asked, granted = (each for each in session.readings.read(entry, TODAY) if each.key.startswith("step:received"))
    assert asked.opens_favour
    assert "close-the-loop" in {verdict.rule for verdict in asked.warnings}
    assert granted.opens_favour
    assert granted.favour is not None
    assert asked.favour is not None
    assert granted.favour.title == asked.favour.title


def test_what_the_user_made_of_a_suggestion_takes_it_in_one_gesture(session: Session) -> None:
    """Edited first: the courtesy is recorded as typed, the suggestion is gone, and one undo takes back both."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "晚上请王总吃饭，花了380元。", wang.id)
    meal = one(session.readings.read(entry, TODAY), "courtesy:")
    draft = replace(meal.courtesy_draft(session.reads.entry(entry)), text="湘菜馆")
    session.readings.take_as(meal, lambda: session.courtesies.add(draft, TODAY))
    assert [each.text for each in session.reads.courtesies(wang.id)] == ["湘菜馆"]
    assert meal.key not in {each.key for each in session.readings.read(entry, TODAY)}
    session.history.undo()
    assert session.reads.courtesies(wang.id) == ()
    assert meal.key in {each.key for each in session.readings.read(entry, TODAY)}


def test_what_is_told_again_is_not_offered(session: Session) -> None:
    """The doctor was seen and that is recorded; the note says so again, and that he was told: only that is new.

    A decline without an ask, and a note of another ask with a plan that it has nothing to do with, open nothing wrong.
    """
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    steps = tuple(StepDraft(kind, date(2026, 10, 1)) for kind in (StepKind.ASKED, StepKind.GRANTED, StepKind.ACTED_ON))
    doctor = session.favours.add(FavourDraft(wang.id, "推荐老中医"), steps, today=TODAY).favour
    planned = (StepDraft(StepKind.PLANNED, TODAY),)
    session.favours.add(FavourDraft(wang.id, "评标会上说句话", rung=6), planned, today=TODAY)
    entry = kept(session, "王总推荐的那个老中医我去看了，腰好多了，今天打电话跟王总说了。", wang.id)
    told = [each for each in session.readings.read(entry, TODAY) if each.key.startswith("step:received")]
    assert {each.favour.id for each in told if each.favour is not None} == {doctor.id}
    assert "acted_on" not in {each.key.rpartition(":")[2] for each in told}
    asked = kept(session, "问王总能不能把装修队长的电话给我。", wang.id)
    assert one(session.readings.read(asked, TODAY), "step:received:asked").opens_favour


def test_a_present_is_the_return_that_the_note_tells_of(session: Session) -> None:
    """Cherries for the doctor: one suggestion, tied to the favour; taken, it is the return and nothing is left."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    kinds = (StepKind.ASKED, StepKind.GRANTED, StepKind.ACTED_ON, StepKind.THANKED)
    steps = tuple(StepDraft(kind, date(2026, 10, 1)) for kind in kinds)
    doctor = session.favours.add(FavourDraft(wang.id, "推荐老中医"), steps, today=TODAY).favour
    entry = kept(session, "给王总寄了一箱樱桃，谢他介绍老中医，算是还了人情。", wang.id)
    suggestions = session.readings.read(entry, TODAY)
    gift = one(suggestions, "courtesy:gift")
    assert gift.favour is not None
    assert gift.favour.id == doctor.id
    assert not any(each.key.startswith("step:received:returned") for each in suggestions)
    session.readings.take((gift,), TODAY)
    assert StepKind.RETURNED in {each.kind for each in session.reads.favour(doctor.id).steps}
    left = {each.key for each in session.readings.read(entry, TODAY)}
    assert not any(key.startswith(("courtesy:", "step:received:returned")) for key in left)


def test_what_waits_is_what_is_offered(session: Session) -> None:
    """The return was recorded by hand meanwhile: whoever looks at the note finds the count put right."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    steps = tuple(StepDraft(kind, date(2026, 10, 1)) for kind in (StepKind.ASKED, StepKind.GRANTED))
    doctor = session.favours.add(FavourDraft(wang.id, "推荐老中医"), steps, today=TODAY).favour
    entry = brought_in(session, "王总推荐的那个老中医我去看了，腰好多了，今天打电话跟王总说了。", wang.id)
    read_all(session)
    (before,) = waiting(session)
    for kind in (StepKind.ACTED_ON, StepKind.THANKED):
        session.favours.take_step(doctor.id, StepDraft(kind), TODAY)
    offered = session.readings.offered(entry, TODAY)
    assert len(offered) < before[1]
    assert [chips for _entry, chips in waiting(session)] == ([len(offered)] if offered else [])


def test_something_to_do_is_met_in_the_review_and_done_there(session: Session) -> None:
    """「下周给他寄樱桃」 stands under *Coming up* with its day; done, nothing else is recorded: it was no greeting."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",)))
    entry = kept(session, "跟王总通了电话。下周给他寄点樱桃。", wang.id)
    task = one(session.readings.read(entry, TODAY), "follow_up:")
    session.readings.take((task,), TODAY)
    (row,) = [row for row in session.review.gather(TODAY).agenda.sections[Section.COMING_UP] if row.contact == wang.id]
    assert row.occasion is not None
    assert row.occasion.text == "下周给他寄点樱桃"
    session.review.done(row, TODAY)
    assert session.reads.courtesies(wang.id) == ()
    assert session.review.gather(TODAY).is_dealt(row)
