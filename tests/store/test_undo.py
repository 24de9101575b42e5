"""Undo: one mechanism for every gesture, cascades included, and never over somebody else's change."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from relationship_journal.domain.contact import ContactId, Facet, FacetKind, Handle, HandleKind, OccasionKind
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
from relationship_journal.domain.favour import STEPS_OF, Direction, StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.plan import Section
from relationship_journal.domain.problems import ChangedElsewhere, Problem
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.domain.trashed import TrashedKind
from relationship_journal.services.session import Session
from relationship_journal.store.connection import connect
from relationship_journal.store.schema import OUTSIDE_UNDO

TODAY = date(2026, 11, 23)


def tables(path: Path) -> dict[str, list[Any]]:
    """Every row of every table that undo answers for, and what the full-text indexes hold."""
    connection = connect(path)
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
        )
    ]
    held = {
        name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for name in names
        if name not in OUTSIDE_UNDO and not name.startswith("sqlite_")
    }
    for noun in ("entry", "contact", "favour"):
        held[f"{noun}_index"] = connection.execute(f"SELECT id FROM {noun}_index_docsize ORDER BY id").fetchall()
    connection.close()
    return held


def test_undo_and_redo_of_a_cascade(session: Session, path: Path) -> None:
    """Somebody is erased for good, which takes facets, favours and steps along; undo brings all of it back."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",), facets=(Facet(FacetKind.FOOD, "樱桃"),)))
    entry = session.journal.keep(EntryDraft("电话", TODAY, contacts=(wang.id,), files=(FileDraft("a.txt", b"abc"),)))
    favour = session.favours.add(
        FavourDraft(wang.id, "老中医"), [StepDraft(STEPS_OF[Direction.RECEIVED][3])], today=TODAY
    )
    session.courtesies.add(
        CourtesyDraft(CourtesyKind.GIFT, CourtesyDirection.GIVEN, favour=favour.favour.id, entry=entry.id), TODAY
    )
    before = tables(path)
    with session.file.gestures.work(Gesture.CONTACT_REMOVED) as work:
        work.delete("contact", id=wang.id)
    after = tables(path)
    assert after["favour"] == after["step"] == after["facet"] == after["entry_contact"] == []
    for _ in range(3):
        session.history.undo()
        assert tables(path) == before
        session.history.redo()
        assert tables(path) == after


def test_a_new_gesture_ends_redo(session: Session) -> None:
    """What was undone can be redone until something else is done."""
    session.contacts.add(ContactDraft("Ann"))
    session.history.undo()
    assert session.history.can_redo() is not None
    session.contacts.add(ContactDraft("Bob"))
    assert session.history.can_redo() is None
    assert session.history.redo() is None


def test_undo_never_overwrites_what_another_window_changed(session: Session, path: Path) -> None:
    """Another copy of the program renames somebody whom I added: undo of my gesture says so and changes nothing."""
    ann = session.contacts.add(ContactDraft("Ann", tags=("friend",)))
    other = Session.open(path)
    other.contacts.save(replace(other.reads.contact(ann.id), name="Anna"))
    held = tables(path)
    with pytest.raises(ChangedElsewhere):
        session.history.undo()
    assert tables(path) == held
    assert other.history.undo() is not None
    assert session.history.undo() is not None
    assert session.reads.contacts() == ()
    other.close()


def test_a_failed_gesture_leaves_nothing(session: Session, path: Path) -> None:
    """An entry whose step is nonsense is not kept either, and there is nothing to undo."""
    ann = session.contacts.add(ContactDraft("Ann"))
    favour = session.favours.add(FavourDraft(ann.id, "Optician"), today=TODAY).favour
    held = tables(path)
    wrong = StepDraft(StepKind.OFFERED, favour=favour.id)
    with pytest.raises(Problem):
        session.journal.keep(EntryDraft("Called", TODAY, contacts=(ann.id,), steps=(wrong,)))
    assert tables(path) == held
    label = session.history.can_undo()
    assert label is not None
    assert label.text == Gesture.FAVOUR_ADDED.value


def test_what_a_gesture_says_it_changed(session: Session) -> None:
    """The contact of an entry, favour or courtesy is concerned too, when it is done, undone and redone."""
    heard = []
    ann = session.contacts.add(ContactDraft("Ann"))
    entry = session.journal.keep(EntryDraft("Called", TODAY, contacts=(ann.id,)))
    session.hub.subscribe(lambda changes, _origin: heard.append(changes))
    session.journal.edit(replace(entry, text="Called twice"))
    session.history.undo()
    session.history.redo()
    assert len(heard) == 3
    assert all(changes.contacts == {ann.id} and changes.entries == {entry.id} for changes in heard)
    session.settings.set("let-it-rest.days", "20")
    assert heard[-1].settings
    label = session.history.can_undo()
    assert label is not None
    assert label.text == Gesture.ENTRY_EDITED.value


def test_a_batch_is_one_step(session: Session, path: Path) -> None:
    """Thirty notes dropped at once are one undo step, whatever the chunks in which they were committed."""
    before = tables(path)
    with session.batch(Gesture.DROPPED):
        for number in range(300):
            session.journal.keep(EntryDraft(f"Note {number} of many", TODAY))
    after = tables(path)
    assert len(after["entry"]) == 300
    session.history.undo()
    assert tables(path) == before
    assert session.history.can_undo() is None
    session.history.redo()
    assert tables(path) == after


def test_a_batch_that_is_cancelled(session: Session, path: Path) -> None:
    """Cancelled half-way: all goes if the user wants that, else what was done stays, as one step."""
    before = tables(path)
    with session.batch(Gesture.DROPPED) as batch:
        session.journal.keep(EntryDraft("One", TODAY))
        batch.roll_back()
    assert tables(path) == before
    assert session.history.can_undo() is None
    with suppress(KeyError), session.batch(Gesture.DROPPED):
        session.journal.keep(EntryDraft("One", TODAY))
        raise KeyError
    assert session.reads.timeline_count(EVERYONE) == 1
    session.history.undo()
    assert tables(path) == before


class Somebody:
    """Does random things to a journal, as a person would in years."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.choose = random.Random(seed)

    def gestures(self) -> Iterator[Callable[[], object]]:
        """What can be done now."""
        session, choose = self.session, self.choose
        contacts = list(session.reads.names())
        yield lambda: session.contacts.add(
            ContactDraft(choose.choice(["王建国", "Ann", "李梅"]), ("老王",), tags=("客户", "x")[: choose.randrange(3)])
        )
        yield self.batch
        yield lambda: session.profile.add_facet(FacetKind.HOBBY, "fishing")
        yield lambda: session.journal.keep(EntryDraft("一条没有联系人的记录", self.day()))
        if not contacts:
            return
        who = ContactId(choose.choice(contacts))
        rows = session.reads.timeline(EVERYONE, limit=20)
        entries = [row.entry for row in rows if row.entry]
        favours = session.reads.favours(who)
        courtesies = session.reads.courtesies(who)
        yield lambda: session.contacts.save(self.changed(who))
        yield lambda: session.review.snooze(who, TODAY + timedelta(days=7))
        yield lambda: session.review.save(TODAY)
        if choose.random() < 0.1:
            sections = session.review.gather(TODAY).agenda.sections
            if due := [row for section, found in sections.items() if section is not Section.MOVED for row in found]:
                yield lambda: session.review.plan_row(choose.choice(due), TODAY)
                yield lambda: session.review.deal(choose.choice(due), TODAY)
        yield lambda: session.contacts.add_occasion(who, OccasionKind.BIRTHDAY, "--04-12")
        yield lambda: session.journal.keep(self.entry(who, contacts))
        yield lambda: session.favours.add(FavourDraft(who, "推荐老中医", choose.choice(list(Direction))), today=TODAY)
        yield lambda: session.courtesies.add(
            CourtesyDraft(
                CourtesyKind.GIFT, choose.choice(list(CourtesyDirection)), self.day(), (who,), value=Decimal(9)
            ),
            TODAY,
        )
        if choose.random() < 0.2:
            yield lambda: session.contacts.remove([who])
            if len(contacts) > 1:
                yield lambda: session.contacts.merge(*map(ContactId, choose.sample(contacts, 2)))
        if trashed := [ContactId(one.id) for one in session.reads.trash() if one.kind is TrashedKind.CONTACT]:
            yield lambda: session.contacts.restore(trashed[:1])
        if entries:
            entry = choose.choice(entries)
            yield lambda: session.journal.edit(replace(entry, text=f"改过 {choose.random()}", day=self.day()))
            yield lambda: session.journal.edit(replace(entry, contacts=(who,) if choose.random() < 0.5 else ()))
            yield lambda: session.journal.remove([entry.id])
            yield lambda: session.journal.attach(entry.id, FileDraft("b.bin", choose.randbytes(9)))
            if entry.attachments:
                yield lambda: session.journal.detach(entry.id, entry.attachments[0].id)
        if favours:
            favour = choose.choice(favours)
            kind = choose.choice(STEPS_OF[favour.direction])
            yield lambda: session.favours.take_step(favour.id, StepDraft(kind, self.day(), "说了什么"), TODAY)
            yield lambda: session.favours.move_to_rung(favour.id, choose.randint(1, 6))
            yield lambda: session.favours.edit(replace(favour, title="另一件事", note="x"))
            yield lambda: session.favours.remove([favour.id])
            if favour.steps:
                yield lambda: session.favours.remove_step(favour.steps[-1].id)
        if courtesies:
            yield lambda: session.courtesies.edit(replace(courtesies[0], text="换了", contacts=(who,)))
            yield lambda: session.courtesies.remove([courtesies[-1].id])

    def batch(self) -> None:
        """Several gestures as one, of which some fail and some are taken back as a whole."""
        with self.session.batch(Gesture.IMPORTED) as batch:
            for number in range(self.choose.randint(1, 4)):
                who = self.session.contacts.add(ContactDraft(f"批 {number}", tags=("imported",)))
                self.session.journal.keep(EntryDraft("导入的", self.day(), contacts=(who.id,)))
                with suppress(Problem):
                    self.session.journal.keep(EntryDraft("不成", self.day(), contacts=(ContactId(10**6),)))
            if self.choose.random() < 0.3:
                batch.roll_back()

    def day(self) -> date:
        return TODAY - timedelta(days=self.choose.randrange(400))

    def entry(self, who: ContactId, contacts: list[ContactId]) -> EntryDraft:
        others = tuple(map(ContactId, self.choose.sample(contacts, min(2, len(contacts)))))
        files = (FileDraft("a.txt", self.choose.randbytes(20)),) if self.choose.random() < 0.2 else ()
        return EntryDraft("和王总吃饭 lunch", self.day(), EntryKind.MEAL, (who, *others), files=files)

    def changed(self, who: ContactId) -> Any:
        contact = self.session.reads.contact(who)
        return replace(
            contact,
            org=self.choose.choice(["澜海重工", "Acme", ""]),
            facets=(Facet(FacetKind.FOOD, "茶"), *contact.facets[1:]),
            handles=(*contact.handles[:3], Handle(HandleKind.PHONE, "555")),
        )


@pytest.mark.parametrize("seed", range(2))
def test_random_gestures_with_undo_and_redo_between(session: Session, path: Path, seed: int) -> None:
    """A thousand rounds in all: whatever was done, undoing it gives the tables of before, redoing those of after.

    synchronous=OFF in this test alone: it writes some thousand times, and what it shows is not durability.
    """
    session.file._writing.execute("PRAGMA synchronous = OFF")
    somebody = Somebody(session, seed)
    history = [tables(path)]
    for _ in range(500):
        roll = somebody.choose.random()
        if roll < 0.25 and len(history) > 1:
            back = somebody.choose.randint(1, min(len(history) - 1, 6))
            forth = somebody.choose.randint(0, back)
            for step in range(back):
                assert session.history.undo() is not None
                if step == back - 1:
                    assert tables(path) == history[-1 - back]
            for _step in range(forth):
                assert session.history.redo() is not None
            del history[len(history) - back + forth :]
            assert tables(path) == history[-1]
        else:
            undoable = session.history.can_undo()
            depth = len(session.file.gestures._ready[1].done) if session.file.gestures._ready else 0
            somebody.choose.choice(list(somebody.gestures()))()
            assert session.file.gestures._ready is not None
            if len(session.file.gestures._ready[1].done) > depth:
                history.append(tables(path))
            else:
                assert session.history.can_undo() == undoable
                assert tables(path) == history[-1]
    while session.history.undo():
        history.pop()
    assert tables(path) == history[-1] == history[0]
