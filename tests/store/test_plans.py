"""Every query has its index: the plans of all that the program asks, and how many queries a read costs."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import (
    ContactDraft,
    CourtesyDraft,
    EntryDraft,
    FavourDraft,
    FileDraft,
    StepDraft,
)
from relationship_journal.domain.entry import EntryId, EntryKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.services.session import Session
from relationship_journal.store.reads.connected import Row

TODAY = date(2026, 11, 23)
LARGE = {"entry", "entry_contact", "step", "attachment", "courtesy_contact", "chunk", "waiting"}
# What reads everybody's facts reads these through, once.
ABOUT_ALL = {
    "contact_rows": {"step", "courtesy_contact", "entry_contact"},
    "relationships": {"step", "courtesy_contact", "entry_contact"},
    "light_relationships": {"step", "courtesy_contact", "entry_contact"},
    "marks_anew": {"step", "courtesy_contact", "entry_contact"},
    "due": {"step", "courtesy_contact", "entry_contact"},
    "favours": {"step"},
    "courtesies": {"courtesy_contact"},
    "days_kept": {"entry_contact"},
    "digest": LARGE,
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A journal with a little of everything, and statistics as a large one would have none."""
    session = Session.open(tmp_path / "journal.rjdb", create=True)
    for number in range(3):
        who = session.contacts.add(ContactDraft(f"王建国{number}", ("老王",), tags=("客户",)))
        favour = session.favours.add(FavourDraft(who.id, "老中医"), today=TODAY).favour
        for days in range(5):
            entry = session.journal.keep(
                EntryDraft(
                    "吃饭 lunch", TODAY - timedelta(days=days), EntryKind.MEAL, (who.id,), files=(FileDraft("a", b"x"),)
                )
            )
            session.favours.take_step(favour.id, StepDraft(StepKind.ASKED, entry=entry.id), TODAY)
        session.courtesies.add(CourtesyDraft(CourtesyKind.GIFT, CourtesyDirection.GIVEN, TODAY, (who.id,)), TODAY)
    yield session
    session.close()


class Asked:
    """The statements that a read runs, with its parameters."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.statements: list[tuple[str, tuple[object, ...] | dict[str, object]]] = []
        reads = session.reads
        for part in (reads, reads._search, reads._trash, reads._ideas, reads._reviews, reads._due):
            part._rows = self._noting(part._rows)  # type: ignore[method-assign]

    def _noting(self, real: Callable[..., list[Row]]) -> Callable[..., list[Row]]:
        def rows(sql: str, *parameters: object, **named: object) -> list[Row]:
            self.statements.append((sql, named or parameters))
            return real(sql, *parameters, **named)

        return rows

    def plans(self) -> Iterator[tuple[str, str]]:
        """Each statement with each line of its plan."""
        connection = self.session.file.connection()
        for sql, parameters in self.statements:
            for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters):
                yield sql, row[3]


def reads(session: Session) -> dict[str, object]:
    """Every read that the program has, with arguments that reach all its queries."""
    reads, who, entry = session.reads, ContactId(1), EntryId(1)
    key = reads.timeline_key_of(EVERYONE, 3)
    assert key is not None
    return {
        "info": reads.info,
        "memo": lambda: reads.memo("x"),
        "digest": reads.digest,
        "draft": lambda: reads.draft(0),
        "my_facets": reads.my_facets,
        "setting_texts": reads.setting_texts,
        "settings": reads.settings,
        "rungs": reads.rungs,
        "contact": lambda: reads.contact(who),
        "contacts": reads.contacts,
        "names": reads.names,
        "name_of": lambda: reads.name_of(who),
        "forms_of_address": reads.forms_of_address,
        "contacts_called": lambda: reads.contacts_called("王建国1"),
        "contacts_nicknamed": lambda: reads.contacts_nicknamed("老王"),
        "contacts_reached_by": lambda: reads.contacts_reached_by(("a@example.com",)),
        "has_contact": lambda: reads.has_contact(1),
        "contact_rows": lambda: reads.contact_rows(TODAY),
        "first_contact_rows": lambda: reads.first_contact_rows(TODAY, 60),
        "favour": lambda: reads.favour(reads.favours()[0].id),
        "favours": reads.favours,
        "favours of one": lambda: reads.favours(who),
        "courtesy": lambda: reads.courtesy(reads.courtesies()[0].id),
        "courtesies": reads.courtesies,
        "courtesies of one": lambda: reads.courtesies(who),
        "relationship": lambda: reads.relationship(who),
        "relationships": reads.relationships,
        "light_relationships": reads.light_relationships,
        "light_relationships of some": lambda: reads.light_relationships((who,)),
        "marks_stamp": reads.marks_stamp,
        "marks_anew": lambda: reads.marks_anew(TODAY, None),
        "marks_anew of some": lambda: reads.marks_anew(TODAY, (who,)),
        "unmarked": lambda: reads.unmarked(TODAY),
        "differing_marks": reads.differing_marks,
        "due": lambda: reads.due((who,), reads.settings(), TODAY, TODAY),
        "days_kept": reads.days_kept,
        "days_kept of one": lambda: reads.days_kept((who,)),
        "own_ideas": reads.own_ideas,
        "own_offers": reads.own_offers,
        "hidden_ideas": reads.hidden_ideas,
        "reviews": reads.reviews,
        "snoozes": reads.snoozes,
        "snoozes of one": lambda: reads.snoozes(who),
        "unsorted_notes": reads.unsorted_notes,
        "waiting_notes": reads.waiting_notes,
        "waiting_chips": lambda: reads.waiting_chips([1, 2]),
        "notes_to_read": lambda: reads.notes_to_read(3),
        "contacts_of_waiting": reads.contacts_of_waiting,
        "settled_suggestions": lambda: reads.settled_suggestions(entry),
        "trash": reads.trash,
        "entry": lambda: reads.entry(entry),
        "entry_key": lambda: reads.entry_key(entry),
        "entry_of_file": lambda: reads.entry_of_file("0" * 64),
        "attachment_bytes": lambda: reads.attachment_bytes(reads.entry(entry).attachments[0].sha256),
        "timeline": lambda: [reads.timeline(scope) for scope in (EVERYONE, UNSORTED, who)],
        "timeline before": lambda: [reads.timeline(scope, before=key) for scope in (EVERYONE, UNSORTED, who)],
        "timeline after": lambda: [reads.timeline(scope, after=key) for scope in (EVERYONE, UNSORTED, who)],
        "timeline_row": lambda: reads.timeline_row(key),
        "timeline_count": lambda: [reads.timeline_count(scope) for scope in (EVERYONE, UNSORTED, who)],
        "timeline_position": lambda: [reads.timeline_position(scope, key) for scope in (EVERYONE, UNSORTED, who)],
        "timeline_key_of": lambda: [reads.timeline_key_of(scope, 2) for scope in (EVERYONE, UNSORTED, who)],
        "timeline_key_at": lambda: [reads.timeline_key_at(scope, TODAY) for scope in (EVERYONE, UNSORTED, who)],
        "search": lambda: [
            session.search.find(text, TODAY)
            for text in (
                "国",
                "王建国",
                "lun",
                "with:wjg 吃饭",
                "with:wjg",
                "kind:meal",
                "吃饭 after:2026",
                "before:2026",
            )
        ],
    }


def test_every_read_is_looked_at(session: Session) -> None:
    """A new read finds its place in this test."""
    known = {name.split()[0] for name in reads(session)} | {
        "entries",
        "courtesies_of_entries",
        "changed",
        "holding",
        "marks_of_rows",
        "moment",
    }
    public = {name for name in dir(session.reads) if not name.startswith("_")}
    assert public - known == set()


@pytest.mark.parametrize("analyzed", [False, True])
def test_no_query_reads_a_large_table_through(session: Session, analyzed: bool) -> None:
    """The plans: large tables are searched by an index, but for reads that are about everybody; with statistics too."""
    if analyzed:
        writing = session.file._writing
        writing.execute("ANALYZE")
        writing.execute("DELETE FROM sqlite_stat4")
        for rowid, stat in writing.execute("SELECT rowid, stat FROM sqlite_stat1").fetchall():
            rows, *rest = stat.split()
            large = " ".join((f"{int(rows) * 10_000}", *rest))
            writing.execute("UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?", (large, rowid))
        session = Session.open(session.path)
    slow = []
    for name, read in reads(session).items():
        asked = Asked(session)
        read()  # type: ignore[operator]
        for sql, line in asked.plans():
            scan = re.fullmatch(r"SCAN (\w+)", line)
            if scan and _table(scan[1], sql) in (LARGE - ABOUT_ALL.get(name, frozenset())):
                slow.append((name, line, sql))
    if analyzed:
        session.close()
    assert slow == []


def test_a_page_of_the_timeline_sorts_nothing(session: Session) -> None:
    """Keys come in the order of an index: a page costs its rows, however long the journal is."""
    asked = Asked(session)
    key = session.reads.timeline_key_of(EVERYONE, 3)
    asked.statements.clear()
    for scope in (EVERYONE, UNSORTED):
        session.reads._keys(scope, key, None, 60)
        session.reads._keys(scope, None, key, 60)
    assert [(sql, line) for sql, line in asked.plans() if "TEMP B-TREE" in line] == []


@pytest.mark.parametrize(
    ("text", "most"),
    [("国", 10), ("lun", 10), ("lun kind:entry", 1), ("吃饭 after:2026 kind:meal", 1), ("with:wjg", 2), ("zzz", 3)],
)
def test_how_many_queries_a_letter_costs(session: Session, text: str, most: int) -> None:
    """Entries are found, read and given their people's names by one query; contacts take seven, favours two."""
    asked = Asked(session)
    session.search.find(text, TODAY)
    assert len(asked.statements) <= most


def test_a_search_for_words_sorts_no_entries(session: Session) -> None:
    """The index has them newest first, and one of its statements is planned once: nothing in it depends on numbers."""
    asked = Asked(session)
    session.search.find("lun kind:entry after:2026", TODAY)
    assert [line for _sql, line in asked.plans() if "TEMP B-TREE" in line] == []
    assert [sql for sql, _parameters in asked.statements if re.search(r"LIMIT \?(?! \+)", sql)] == []


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("contact", 6),
        ("timeline", 39),
        ("relationship", 13),
        ("contact_rows", 12),
        ("light_relationships", 11),
        ("due", 30),
    ],
)
def test_how_many_queries_a_read_costs(session: Session, name: str, most: int) -> None:
    """A read asks as often whatever it finds: nothing is asked for each row."""
    read = reads(session)[name]
    asked = Asked(session)
    read()  # type: ignore[operator]
    assert len(asked.statements) <= most


def test_contact_rows_are_read_again_only_where_something_changed(session: Session) -> None:
    """The list of ten thousand is asked after each gesture; one gesture costs one contact."""
    first = session.reads.contact_rows(TODAY)
    asked = Asked(session)
    assert session.reads.contact_rows(TODAY) is first
    assert asked.statements == []
    session.favours.add(FavourDraft(ContactId(2), "书"), [StepDraft(StepKind.ASKED)], today=TODAY)
    asked.statements.clear()
    again = session.reads.contact_rows(TODAY)
    assert len(asked.statements) < 20
    assert [row.open_loops for row in again] == [row.open_loops + (row.id == 2) for row in first]
    assert session.reads.contact_rows(TODAY + timedelta(days=400)) != again


def test_of_many_contacts_the_first_are_listed_before_their_marks(session: Session) -> None:
    """Four hundred people: the first sixty at once, in the same order as with their marks, which are not computed."""
    with session.batch(Gesture.IMPORTED):
        for number in range(400):
            session.contacts.add(ContactDraft(f"Contact {number}", tags=("many",)))
    rows, count, whole = session.reads.first_contact_rows(TODAY, 60)
    everybody = session.reads.contact_rows(TODAY)
    assert count == len(everybody)
    assert not whole
    assert [(row.id, row.keys, row.tags) for row in rows] == [(row.id, row.keys, row.tags) for row in everybody[:60]]
    assert any(row.open_loops for row in everybody)
    for _ in session.marks.settle(TODAY):
        pass
    assert session.reads.first_contact_rows(TODAY, 60) == (everybody[:60], count, True)


def test_contact_rows_follow_every_gesture(session: Session) -> None:
    """Added, renamed, removed, undone, changed elsewhere: kept rows are those that reading all afresh gives."""
    reads = session.reads
    other = Session.open(session.path)

    def same() -> bool:
        kept = reads.contact_rows(TODAY)
        fresh = Session.open(session.path)
        rows = fresh.reads.contact_rows(TODAY)
        fresh.close()
        return kept == rows

    assert same()
    ann = session.contacts.add(ContactDraft("Ann", tags=("friend",)))
    assert same()
    session.contacts.remove([ContactId(1)])
    assert same()
    session.history.undo()
    assert same()
    session.contacts.merge(ContactId(2), ann.id)
    assert same()
    session.settings.set("warmth.default", "2")
    assert same()
    other.contacts.add(ContactDraft("Bob"))
    session.file.poll()
    assert same()
    other.close()


def _table(alias: str, sql: str) -> str:
    found = re.search(rf"(?:FROM|JOIN) (\w+) (?:AS )?{alias}\b", sql)
    return found[1] if found else alias


def test_one_gesture_computes_one_contact_anew(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among many, the marks of the one contact that a gesture is about are computed, nobody else's."""
    reads = session.reads
    reads.contact_rows(TODAY)
    real, computed = reads.light_relationships, []

    def counted(*arguments: object, **named: object) -> object:
        found = real(*arguments, **named)  # type: ignore[arg-type]
        computed.append(len(found))
        return found

    monkeypatch.setattr(reads, "light_relationships", counted)
    session.journal.keep(EntryDraft("one more", TODAY, contacts=(ContactId(2),)))
    reads.contact_rows(TODAY)
    assert computed == [1]
