"""Recording: entries with all that happened in them, favours and their steps, courtesies that answer a favour."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from relationship_journal.domain.contact import Contact, FacetKind
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import (
    ContactDraft,
    CourtesyDraft,
    EntryDraft,
    FavourDraft,
    FileDraft,
    StepDraft,
)
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.problems import NotFound, Problem, WrongUsage
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.domain.timeline import EntryKey
from relationship_journal.services.session import Session

TODAY = date(2026, 11, 23)
GIFT = CourtesyDraft(CourtesyKind.GIFT, CourtesyDirection.GIVEN, text="樱桃", value=Decimal("128.50"), currency="cny")


@pytest.fixture
def ann(session: Session) -> Contact:
    return session.contacts.add(ContactDraft("Ann"))


def test_an_entry_with_all_that_happened_in_it(session: Session, ann: Contact) -> None:
    """Text, two files, a step and a gift: one gesture, one row of the timeline, one undo."""
    favour = session.favours.add(FavourDraft(ann.id, "Optician"), [StepDraft(StepKind.GRANTED)], today=TODAY).favour
    day = TODAY - timedelta(days=2)
    draft = EntryDraft(
        "Brought her cherries",
        day,
        EntryKind.VISIT,
        (ann.id,),
        "18:40",
        (FileDraft("a.txt", b"abc", "text/plain"), FileDraft("empty", b"", problem="It is empty.")),
        steps=(StepDraft(StepKind.THANKED, favour=favour.id),),
        courtesy=replace(GIFT, favour=favour.id),
    )
    entry = session.journal.keep(draft)
    (row,) = [row for row in session.reads.timeline(ann.id) if row.entry]
    assert row.entry == entry
    told = [(one.name, one.size, one.problem) for one in entry.attachments]
    assert told == [("a.txt", 3, ""), ("empty", 0, "It is empty.")]
    assert [session.journal.content(one) for one in entry.attachments] == [b"abc", b""]
    assert sorted(step.step.kind.value for step in row.steps) == ["returned", "thanked"]
    assert all(step.step.day == day for step in row.steps)
    (courtesy,) = row.courtesies
    assert (courtesy.value, courtesy.currency, courtesy.day, courtesy.favour) == (
        Decimal("128.50"),
        "CNY",
        day,
        favour.id,
    )
    session.history.undo()
    assert session.reads.timeline(ann.id) == ()
    assert session.reads.favour(favour.id) == favour


def test_an_empty_entry_is_no_entry(session: Session) -> None:
    """Blanks alone are not kept; a file without a word is."""
    with pytest.raises(Problem):
        session.journal.keep(EntryDraft(" \n", TODAY))
    assert session.journal.keep(EntryDraft("", TODAY, files=(FileDraft("a.jpg", b"x"),))).attachments


def test_text_as_it_comes(session: Session) -> None:
    """NUL characters go, halves of a character are joined or replaced; nothing else is touched, undo included."""
    entry = session.journal.keep(EntryDraft("bad \ud83d\ude00 and \ud800\0 x\r\n\t 'q' \u200d𠮷", TODAY))
    assert entry.text == "bad 😀 and \ufffd x\r\n\t 'q' \u200d𠮷"
    session.history.undo()
    session.history.redo()
    assert session.reads.entry(entry.id) == entry


def test_an_edited_entry(session: Session, ann: Contact) -> None:
    """Another day or contact moves it in every timeline; its revision counts up, unless nothing changed."""
    bob = session.contacts.add(ContactDraft("Bob"))
    first = session.journal.keep(EntryDraft("One", TODAY, EntryKind.CALL, (ann.id,)))
    session.journal.keep(EntryDraft("Two", TODAY - timedelta(days=1), contacts=(ann.id,)))
    moved = session.journal.edit(replace(first, day=TODAY - timedelta(days=2), kind=EntryKind.NOTE))
    assert moved.revision == first.revision + 1
    assert [row.entry.text for row in session.reads.timeline(ann.id) if row.entry] == ["Two", "One"]
    assert session.reads.relationship(ann.id).days_kept == ()
    session.journal.edit(replace(moved, contacts=(bob.id,)))
    assert session.reads.timeline_count(ann.id) == 1
    assert session.reads.timeline_count(bob.id) == 1
    nobody = session.journal.edit(replace(session.reads.entry(first.id), contacts=()))
    assert session.reads.timeline_count(UNSORTED) == 1
    assert session.journal.edit(nobody).revision == nobody.revision


def test_the_same_file_is_kept_once(session: Session) -> None:
    """Dropped a second time it is known by its bytes, whatever its name; its bytes are stored once."""
    first = session.journal.keep(EntryDraft("One", TODAY, files=(FileDraft("a.txt", b"abc"),)))
    digest = first.attachments[0].sha256
    assert session.journal.find_same_file(digest) == first.id
    second = session.journal.keep(EntryDraft("Two", TODAY))
    session.journal.attach(second.id, FileDraft("b.txt", b"abc"))
    assert session.file.connection().execute("SELECT count(*) FROM content").fetchone() == (1,)
    session.journal.remove([first.id])
    assert session.journal.find_same_file(digest) == second.id
    session.journal.detach(second.id, session.reads.entry(second.id).attachments[0].id)
    assert session.journal.find_same_file(digest) is None


def test_a_favour_takes_its_rungs_domain_and_weight(session: Session, ann: Contact) -> None:
    """Rung 3 is expertise and weighs 3 unless said otherwise; moved to rung 5 what was the rung's goes along."""
    plain = session.favours.add(FavourDraft(ann.id, "Tea", rung=3), today=TODAY).favour
    own = session.favours.add(FavourDraft(ann.id, "Tea", rung=3, domain="work", weight=9), today=TODAY).favour
    assert (plain.domain, plain.weight, own.domain, own.weight) == ("expertise", 3, "work", 9)
    moved, kept = (session.favours.move_to_rung(favour.id, 5) for favour in (plain, own))
    assert (moved.domain, moved.weight, kept.domain, kept.weight) == ("work", 8, "work", 9)
    with pytest.raises(WrongUsage):
        session.favours.move_to_rung(plain.id, 7)


def test_the_ladder_as_the_user_edited_it(session: Session, ann: Contact) -> None:
    """An edited rung has the user's words and weight, for new favours and for the rules; the shipped ones come back."""
    rung = session.settings.rungs()[2]
    session.settings.save_rung(replace(rung, names=rung.names | {"zh": "请教"}, weight=4, domain="trade", hidden=True))
    edited = session.settings.rungs()[2]
    assert (edited.name("zh"), edited.name("en"), edited.weight) == ("请教", rung.name("en"), 4)
    favour = session.favours.add(FavourDraft(ann.id, "Tea", rung=3), today=TODAY).favour
    assert (favour.domain, favour.weight) == ("trade", 4)
    assert session.settings.numbers().hidden_rungs == {3}
    session.settings.save_rung(rung)
    assert session.settings.rungs()[2] == rung
    assert session.file.connection().execute("SELECT count(*) FROM rung_edit").fetchone() == (0,)


def test_the_day_of_a_step(session: Session, ann: Contact) -> None:
    """Its own, else its entry's, else today."""
    entry = session.journal.keep(EntryDraft("Called", TODAY - timedelta(days=3), contacts=(ann.id,)))
    favour = session.favours.add(FavourDraft(ann.id, "Optician"), today=TODAY).favour
    session.favours.take_step(favour.id, StepDraft(StepKind.ASKED, TODAY - timedelta(days=9)), TODAY)
    session.favours.take_step(favour.id, StepDraft(StepKind.GRANTED, entry=entry.id), TODAY)
    steps = session.favours.take_step(favour.id, StepDraft(StepKind.ACTED_ON), TODAY).favour.steps
    assert [(TODAY - step.day).days for step in steps] == [9, 3, 0]


def test_a_step_of_the_other_direction_is_wrong(session: Session, ann: Contact) -> None:
    """Nobody promises me what I asked for; the sentence names the steps that there are."""
    favour = session.favours.add(FavourDraft(ann.id, "Optician"), today=TODAY).favour
    with pytest.raises(WrongUsage) as told:
        session.favours.take_step(favour.id, StepDraft(StepKind.PROMISED), TODAY)
    assert "granted" in str(told.value.message.facts["steps"])


def test_a_return_weighs_one_more_by_default(session: Session, ann: Contact) -> None:
    """A favour of weight 1 is returned with 2 unless said otherwise, by hand or by a gift."""
    favour = session.favours.add(FavourDraft(ann.id, "Optician"), [StepDraft(StepKind.GRANTED)], today=TODAY).favour
    step = session.favours.take_step(favour.id, StepDraft(StepKind.RETURNED), TODAY).favour.steps[-1]
    assert step.weight == 2
    session.favours.remove_step(step.id)
    session.courtesies.add(replace(GIFT, favour=favour.id), TODAY)
    assert session.reads.favour(favour.id).steps[-1].weight == 2
    with pytest.raises(NotFound):
        session.favours.remove_step(step.id)


@pytest.mark.parametrize(
    ("direction", "courtesy", "adds"),
    [
        (Direction.RECEIVED, CourtesyDirection.GIVEN, StepKind.RETURNED),
        (Direction.GIVEN, CourtesyDirection.RECEIVED, StepKind.ACKNOWLEDGED),
        (Direction.RECEIVED, CourtesyDirection.RECEIVED, None),
        (Direction.GIVEN, CourtesyDirection.GIVEN, None),
    ],
)
def test_a_courtesy_tied_to_a_favour(
    session: Session, ann: Contact, direction: Direction, courtesy: CourtesyDirection, adds: StepKind | None
) -> None:
    """Given for what I received it returns, received for what I gave it acknowledges; the other way round it adds
    nothing, and where the step stands already neither. Removed, it takes its step along."""
    favour = session.favours.add(FavourDraft(ann.id, "Help", direction), today=TODAY).favour
    recorded = session.courtesies.add(replace(GIFT, direction=courtesy, favour=favour.id), TODAY)
    assert recorded.courtesy.contacts == (ann.id,)
    assert [step.kind for step in session.reads.favour(favour.id).steps] == ([adds] if adds else [])
    session.courtesies.add(replace(GIFT, direction=courtesy, favour=favour.id), TODAY)
    assert len(session.reads.favour(favour.id).steps) == (1 if adds else 0)
    session.courtesies.remove([recorded.courtesy.id])
    assert session.reads.favour(favour.id).steps == ()
    session.history.undo()
    assert len(session.reads.favour(favour.id).steps) == (1 if adds else 0)


def test_a_gift_named_by_a_return_is_tied_to_the_favour(session: Session, ann: Contact) -> None:
    """Recorded alone first, then named as that in which something was returned."""
    gift = session.courtesies.add(replace(GIFT, contacts=(ann.id,)), TODAY).courtesy
    steps = [StepDraft(StepKind.GRANTED), StepDraft(StepKind.RETURNED, with_courtesy=gift.id)]
    favour = session.favours.add(FavourDraft(ann.id, "Optician"), steps, today=TODAY).favour
    assert session.reads.courtesy(gift.id).favour == favour.id


def test_what_makes_no_sense_of_a_courtesy(session: Session, ann: Contact) -> None:
    """Nobody's, of a negative value, in a currency that is none: a sentence, and nothing is kept."""
    for wrong in (
        GIFT,
        replace(GIFT, contacts=(ann.id,), value=Decimal(-1)),
        replace(GIFT, contacts=(ann.id,), value=Decimal("NaN")),
        replace(GIFT, contacts=(ann.id,), currency="yuan"),
    ):
        with pytest.raises(Problem):
            session.courtesies.add(wrong, TODAY)
    assert session.reads.courtesies() == ()


def test_the_rules_speak_and_what_happened_is_recorded(session: Session, ann: Contact) -> None:
    """Two asks in a row on too high a rung: recorded, with the verdicts that are not ok and the user's reason."""
    session.favours.add(FavourDraft(ann.id, "Optician"), [StepDraft(StepKind.GRANTED)], today=TODAY)
    ask = StepDraft(StepKind.ASKED, reason="She offered")
    recorded = session.favours.add(FavourDraft(ann.id, "Speak for us", rung=6), [ask], today=TODAY)
    rules = {verdict.rule for verdict in recorded.warnings}
    assert {"two-small-first", "one-rung-up", "close-the-loop", "habit-before-work"} <= rules
    assert recorded.favour.steps[0].reason == "She offered"


def test_the_timeline_in_pages(session: Session, ann: Contact) -> None:
    """Older and newer pages meet without a gap or a double, courtesies alone among them, whatever the page's size."""
    for number in range(40):
        session.journal.keep(
            EntryDraft(
                f"{number}", TODAY - timedelta(days=number // 3), time="" if number % 2 else "09:30", contacts=(ann.id,)
            )
        )
    for number in range(6):
        session.courtesies.add(replace(GIFT, contacts=(ann.id,), day=TODAY - timedelta(days=number * 2)), TODAY)
    for scope in (EVERYONE, ann.id):
        whole = [row.key for row in session.reads.timeline(scope, limit=100)]
        assert len(whole) == 46 == session.reads.timeline_count(scope)
        assert whole == sorted(whole, reverse=True)
        for size in (1, 7, 46):
            down: list[EntryKey] = []
            while page := session.reads.timeline(scope, before=down[-1] if down else None, limit=size):
                down += [row.key for row in page]
            up: list[EntryKey] = [whole[-1]]
            while page := session.reads.timeline(scope, after=up[0], limit=size):
                up = [row.key for row in page] + up
            assert down == up == whole
        for place, key in enumerate(whole):
            assert session.reads.timeline_position(scope, key) == place
            assert session.reads.timeline_key_of(scope, place) == key
        day = TODAY - timedelta(days=5)
        assert session.reads.timeline_key_at(scope, day) == next(key for key in whole if key.day <= day)


def test_drafts_outlive_a_crash_and_are_no_step_of_undo(session: Session, ann: Contact) -> None:
    """Unfinished text for Ann and for nobody; replaced, cleared; undo takes back the contact and leaves the draft."""
    draft = EntryDraft("Half a sen", TODAY, EntryKind.CALL, (ann.id,), "09:30")
    session.drafts.save(ann.id, draft)
    session.drafts.save(ann.id, replace(draft, text="Half a sentence"))
    session.drafts.save(None, EntryDraft("没写完", TODAY))
    other = Session.open(session.path)
    assert other.drafts.load(ann.id) == replace(draft, text="Half a sentence")
    other.close()
    session.drafts.clear(ann.id)
    assert session.drafts.load(ann.id) is None
    assert session.history.undo() is not None
    assert session.history.undo() is None
    found = session.drafts.load(None)
    assert found is not None
    assert found.text == "没写完"


def test_settings_make_sense_or_say_so(session: Session) -> None:
    """Changed, back to the default, limits by currency; what makes no sense is refused; undo does not touch them."""
    settings = session.settings
    assert settings.get("let-it-rest.days") == 14
    settings.set("let-it-rest.days", "20")
    settings.set("gift-limit.year.CNY", "500")
    assert (settings.get("let-it-rest.days"), settings.get("gift-limit.year.CNY")) == (20, Decimal(500))
    assert settings.numbers().let_it_rest_days == 20
    for key, text in (("let-it-rest.days", "soon"), ("no.such", "1"), ("gift-limit.year.yuan", "5")):
        with pytest.raises(Problem):
            settings.set(key, text)
    assert session.history.undo() is None
    settings.set("let-it-rest.days", "14")
    settings.set("gift-limit.year.CNY", "none")
    assert session.reads.setting_texts() == {}


def test_the_users_own_facets(session: Session) -> None:
    """Added, put in another order, removed; undone."""
    session.profile.add_facet(FacetKind.HOBBY, "fishing")
    two = session.profile.add_facet(FacetKind.FOOD, "tea")
    assert session.profile.save_facets(two[::-1]) == two[::-1]
    assert session.profile.save_facets(two[1:]) == two[1:]
    session.history.undo()
    assert session.profile.facets() == two[::-1]
