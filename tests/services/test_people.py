"""Contacts: found as people name them, saved whole, merged, put into the trash and taken out again."""

from dataclasses import replace
from datetime import date

import pytest

from relationship_journal.domain.contact import (
    Facet,
    FacetKind,
    Handle,
    HandleKind,
    Occasion,
    OccasionKind,
    OpenDecision,
)
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import ContactDraft, CourtesyDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.problems import Ambiguous, NotFound, Problem
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.services.session import Session
from relationship_journal.store.pinyin import keys, sort_key

TODAY = date(2026, 11, 23)


def test_a_contact_is_found_by_name_nickname_or_id(session: Session) -> None:
    """The name goes before a nickname, letter case is no matter; two of one name are told apart."""
    wang = session.contacts.add(ContactDraft("王建国", ("王总",), org="澜海重工"))
    ann = session.contacts.add(ContactDraft("Ann Lee", ("王建国的朋友",)))
    assert session.contacts.find(" 王总 ").id == wang.id
    assert session.contacts.find("ann LEE").id == ann.id
    other = session.contacts.add(ContactDraft("王建国", org="东海船务", title="经理"))
    with pytest.raises(Ambiguous) as told:
        session.contacts.find("王建国")
    assert len(told.value.candidates) == 2
    assert "澜海重工" in told.value.candidates[0]
    with pytest.raises(NotFound):
        session.contacts.find("Bob")
    session.contacts.remove([other.id])
    assert session.contacts.find("王建国").id == wang.id


def test_a_contact_needs_a_name(session: Session) -> None:
    """Blanks are no name; nothing is kept."""
    with pytest.raises(Problem):
        session.contacts.add(ContactDraft("  "))
    assert session.reads.contacts() == ()
    assert session.history.can_undo() is None


def test_a_contact_is_saved_whole(session: Session) -> None:
    """What is given is what stands there afterwards, in its order; rows that stay keep their ids."""
    wang = session.contacts.add(
        ContactDraft(
            "王建国",
            facets=(Facet(FacetKind.PARENTS, "老母亲"), Facet(FacetKind.FOOD, "樱桃")),
            handles=(Handle(HandleKind.PHONE, "1"), Handle(HandleKind.WECHAT, "w")),
            occasions=(Occasion(OccasionKind.BIRTHDAY, "lunar:08-06"),),
        )
    )
    changed = replace(
        wang,
        name="王建军",
        nicknames=("老王", "军哥"),
        tags=("客户", "老乡"),
        cadence=14,
        official=True,
        decision=OpenDecision(date(2026, 11, 1), date(2026, 12, 1)),
        facets=(wang.facets[1], Facet(FacetKind.HOBBY, "钓鱼"), replace(wang.facets[0], text="老母亲 72 岁")),
        handles=(wang.handles[1],),
        occasions=(),
        region="CN",
        note="稳重",
    )
    saved = session.contacts.save(changed)
    assert saved == replace(
        changed, facets=(changed.facets[0], replace(changed.facets[1], id=saved.facets[1].id), changed.facets[2])
    )
    assert saved.facets[1].id not in (0, *(facet.id for facet in wang.facets))
    session.history.undo()
    assert session.reads.contact(wang.id) == wang


def test_nothing_changed_is_no_gesture(session: Session) -> None:
    """Pressing save without a change adds nothing to undo."""
    wang = session.contacts.add(ContactDraft("王建国", tags=("客户",), facets=(Facet(FacetKind.FOOD, "樱桃"),)))
    session.contacts.save(wang)
    session.history.undo()
    assert session.history.can_undo() is None


def test_pinyin_knows_surnames() -> None:
    """A surname is read as a surname, names order by syllables, Latin names by their letters."""
    assert keys("王建国") == "wangjianguo wjg"
    assert keys("曾国藩").startswith("zeng")
    assert keys("单雄信").startswith("shan")
    assert keys("令狐冲") == "linghuchong lhc"
    assert keys("Ann Lee") == ""
    assert sorted(["周瑜", "Édith", "安娜", "bob"], key=sort_key) == ["安娜", "bob", "Édith", "周瑜"]


def test_the_trash_takes_along_what_is_nobody_elses(session: Session) -> None:
    """Tom goes with his own entries, favours and courtesies; what he shares with Ann stays hers; back comes all."""
    tom, ann = (session.contacts.add(ContactDraft(name)) for name in ("Tom", "Ann"))
    alone = session.journal.keep(EntryDraft("Alone", TODAY, contacts=(tom.id,)))
    both = session.journal.keep(EntryDraft("Both", TODAY, contacts=(tom.id, ann.id)))
    favour = session.favours.add(FavourDraft(tom.id, "Optician"), today=TODAY).favour
    session.courtesies.add(CourtesyDraft(CourtesyKind.MEAL, CourtesyDirection.GIVEN, contacts=(tom.id, ann.id)), TODAY)
    session.contacts.remove([tom.id])
    reads = session.reads
    assert [row.id for row in reads.contact_rows(TODAY)] == [ann.id]
    assert [row.entry.id if row.entry else 0 for row in reads.timeline(EVERYONE)] == [both.id, 0]
    assert reads.entry(both.id).contacts == (ann.id,)
    assert reads.courtesies()[0].contacts == (ann.id,)
    assert reads.favours() == ()
    assert reads.timeline_count(UNSORTED) == 0
    with pytest.raises(NotFound):
        reads.relationship(tom.id)
    session.journal.edit(replace(reads.entry(both.id), text="Both of them"))
    session.contacts.restore([tom.id])
    assert reads.entry(alone.id).contacts == (tom.id,)
    assert reads.entry(both.id).contacts == (tom.id, ann.id)
    assert reads.favour(favour.id).contact == tom.id
    assert len(reads.timeline(tom.id)) == 3


def test_one_of_several_removed_entries_is_restored(session: Session) -> None:
    """Five entries are removed at once; the one that is taken out of the trash comes alone, with its courtesy."""
    ann = session.contacts.add(ContactDraft("Ann"))
    gift = CourtesyDraft(CourtesyKind.GIFT, CourtesyDirection.GIVEN, text="tea")
    entries = [
        session.journal.keep(EntryDraft(f"Note {number}", TODAY, contacts=(ann.id,), courtesy=gift))
        for number in range(5)
    ]
    session.journal.remove([entry.id for entry in entries])
    assert session.reads.timeline(ann.id) == ()
    assert session.reads.courtesies() == ()
    session.journal.restore([entries[2].id])
    (row,) = session.reads.timeline(ann.id)
    assert row.entry == entries[2]
    assert [courtesy.text for courtesy in row.courtesies] == ["tea"]


def test_two_contacts_that_are_one(session: Session) -> None:
    """Merged: entries, favours, courtesies and who was introduced go over, the other's name becomes a nickname."""
    keep = session.contacts.add(ContactDraft("王建国", tags=("客户",), facets=(Facet(FacetKind.FOOD, "樱桃"),)))
    facets = (Facet(FacetKind.FOOD, "樱桃"), Facet(FacetKind.HOBBY, "钓鱼"))
    other = session.contacts.add(ContactDraft("老王", ("王总",), org="澜海重工", tags=("客户", "老乡"), facets=facets))
    third = session.contacts.add(ContactDraft("李梅", introduced_by=other.id))
    both = session.journal.keep(EntryDraft("一起", TODAY, contacts=(keep.id, other.id)))
    alone = session.journal.keep(EntryDraft("单独", TODAY, contacts=(other.id,)))
    steps = [StepDraft(StepKind.ASKED, entry=alone.id)]
    favour = session.favours.add(FavourDraft(other.id, "老中医"), steps, today=TODAY).favour
    session.courtesies.add(CourtesyDraft(CourtesyKind.GIFT, CourtesyDirection.GIVEN, contacts=(other.id,)), TODAY)
    merged = session.contacts.merge(keep.id, other.id)
    assert (merged.nicknames, merged.org, merged.tags) == (("老王", "王总"), "澜海重工", ("客户", "老乡"))
    assert [facet.text for facet in merged.facets] == ["樱桃", "钓鱼"]
    reads = session.reads
    assert reads.contact(third.id).introduced_by == keep.id
    assert reads.entry(both.id).contacts == (keep.id,)
    assert reads.entry(alone.id).contacts == (keep.id,)
    assert reads.favour(favour.id).contact == keep.id
    assert reads.courtesies()[0].contacts == (keep.id,)
    with pytest.raises(NotFound):
        reads.contact(other.id)
    session.history.undo()
    assert reads.contact(other.id) == other
    assert reads.contact(keep.id) == keep
    with pytest.raises(Problem):
        session.contacts.merge(keep.id, keep.id)
