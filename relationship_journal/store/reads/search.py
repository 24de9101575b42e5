"""Searching: contacts by how well they fit, favours and entries newest first; snippets made here, from the text."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from relationship_journal.domain.contact import Contact, ContactId
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.domain.search_query import SearchQuery
from relationship_journal.store.search_index import ID_MASK, document
from relationship_journal.store.snippets import Finder, telling
from relationship_journal.store.words import match_expression

from .connected import by_first, day, marks
from .timeline import TimelineReads

BESIDE = 6
"""At most so many contacts, and so many favours, stand beside the entries found."""
_PERSON = """
SELECT id FROM contact c WHERE trashed IS NULL AND (instr(lower(name), ?1) OR instr(' ' || keys, ' ' || ?1)
    OR EXISTS (SELECT 1 FROM nickname n WHERE n.contact_id = c.id
        AND (instr(lower(n.text), ?1) OR instr(' ' || n.keys, ' ' || ?1))))"""
_CONTACTS = "SELECT rowid FROM contact_index WHERE contact_index MATCH ? ORDER BY rank, rowid LIMIT ?"
_FAVOURS = """
SELECT f.id, f.contact_id, c.name, f.title, f.note, f.rung, (SELECT max(day) FROM step WHERE favour_id = f.id) AS last
FROM favour_index x JOIN favour f ON f.id = x.rowid JOIN contact c ON c.id = f.contact_id
WHERE favour_index MATCH ?{condition} ORDER BY x.rowid DESC LIMIT ?"""
_BY_WORDS = f"""
SELECT e.id, e.day, e.text FROM entry_index x JOIN entry e ON e.id = x.rowid & {ID_MASK}
WHERE entry_index MATCH ? AND x.rowid BETWEEN ? AND ?{{condition}} ORDER BY x.rowid DESC LIMIT ?"""
_BY_DAY = """
SELECT e.id, e.day, e.text FROM entry e
WHERE e.trashed IS NULL AND e.day BETWEEN ? AND ?{condition} ORDER BY e.day DESC, e.time DESC, e.id DESC LIMIT ?"""
_BY_CONTACT = """
SELECT e.id, e.day, e.text FROM entry_contact m JOIN entry e ON e.id = m.entry_id
WHERE m.trashed IS NULL AND m.day BETWEEN ? AND ?{condition}
ORDER BY m.day DESC, m.time DESC, m.entry_id DESC LIMIT ?"""
_STEP_TEXTS = "SELECT favour_id, text || ' ' || reason FROM step WHERE favour_id IN ({ids}) ORDER BY favour_id, day, id"
_NAMES = """
SELECT ec.entry_id, ec.contact_id, c.name FROM entry_contact ec JOIN contact c ON c.id = ec.contact_id
WHERE c.trashed IS NULL AND ec.entry_id IN ({ids}) ORDER BY ec.entry_id, ec.position"""

_NONE: tuple[str | int, ...] = ()


class _Wanted(NamedTuple):
    """A query with the people it names found: each filter as the ids that fit it."""

    query: SearchQuery
    match: str
    people: tuple[tuple[int, ...], ...]
    find: Finder

    def wants(self, noun: HitKind) -> bool:
        """Whether hits of this kind are asked for."""
        kinds = self.query.kinds
        if noun is HitKind.ENTRY:
            return not kinds or "entry" in kinds or bool(self.entry_kinds())
        return bool(self.match) and (noun.value in kinds if kinds else True)

    def entry_kinds(self) -> tuple[str, ...]:
        """The kinds of entries asked for, none where any will do."""
        return tuple(kind for kind in self.query.kinds if kind in frozenset(EntryKind))


class SearchReads(TimelineReads):
    """Queries that look for words."""

    def search(self, query: SearchQuery, limit: int = 50, contact: ContactId | None = None) -> tuple[Hit, ...]:
        """At most `limit` things found: contacts, favours, then entries, newest first; with `contact`, only theirs."""
        if query.empty:
            return ()
        with self._moment():
            people = [tuple(row[0] for row in self._rows(_PERSON, name.lower())) for name in query.people]
            if contact is not None:
                people.append((contact,))
            match = match_expression(query.words, query.phrases)
            wanted = _Wanted(query, match, tuple(people), Finder(query.terms))
            if not all(people) or (query.terms and not match):
                return ()
            alone = len(query.kinds) == 1
            hits: list[Hit] = []
            for noun, found in (
                (HitKind.CONTACT, self._contact_hits),
                (HitKind.FAVOUR, self._favour_hits),
                (HitKind.ENTRY, self._entry_hits),
            ):
                if wanted.wants(noun):
                    room = limit - len(hits)
                    hits += found(wanted, room if alone or noun is HitKind.ENTRY else min(BESIDE, room))
        return tuple(hits)

    def _contact_hits(self, wanted: _Wanted, limit: int) -> list[Hit]:
        if wanted.query.after or wanted.query.before:
            return []
        ids = [ContactId(row[0]) for row in self._rows(_CONTACTS, wanted.match, limit)]
        found = {contact.id: contact for contact in self._contacts(ids)}
        fitting = [one for one in ids if one in found and all(one in people for people in wanted.people)]
        return [_contact_hit(found[one], wanted.find) for one in fitting]

    def _favour_hits(self, wanted: _Wanted, limit: int) -> list[Hit]:
        condition, parameters = _in_people("f.contact_id", wanted.people)
        if wanted.query.after or wanted.query.before:
            condition += " AND last BETWEEN ? AND ?"
            parameters += _days(wanted.query)
        rows = self._rows(_FAVOURS.format(condition=condition), wanted.match, *parameters, limit)
        if not rows:
            return []
        ids = [row[0] for row in rows]
        texts = by_first(self._rows(_STEP_TEXTS.format(ids=marks(ids)), *ids))
        hits = []
        for number, contact, name, title, note, rung, last in rows:
            told = telling([title, note, *(text for (text,) in texts.get(number, ()))], wanted.find)
            shown, spans = wanted.find.snippet(told)
            if told != title:
                # A favour is known by its title: what a step says of it comes after.
                shown, by = f"{title}: {shown}", len(title) + 2
                spans = tuple((start + by, end + by) for start, end in spans)
            when = day(last) if last else None
            hits.append(Hit(HitKind.FAVOUR, number, (ContactId(contact),), (name,), when, shown, spans, rung))
        return hits

    def _entry_hits(self, wanted: _Wanted, limit: int) -> list[Hit]:
        query, people = wanted.query, wanted.people
        condition, parameters = "", _NONE
        if kinds := wanted.entry_kinds():
            condition, parameters = f" AND e.kind IN ({marks(kinds)})", kinds
        if wanted.match:
            first = document(query.after.toordinal() if query.after else 0)
            last = document(query.before.toordinal() + 1 if query.before else date.max.toordinal()) - 1
            text, given = _BY_WORDS, (*_NONE, wanted.match, first, last)
        else:
            text, given = _BY_DAY, (*_NONE, *_days(query))
            if people:
                text, condition = _BY_CONTACT, f"{condition} AND m.contact_id IN ({marks(people[0])})"
                parameters, people = (*parameters, *people[0]), people[1:]
        for ids in people:
            theirs = f"SELECT 1 FROM entry_contact WHERE entry_id = e.id AND contact_id IN ({marks(ids)})"
            condition, parameters = f"{condition} AND EXISTS ({theirs})", (*parameters, *ids)
        rows = self._rows(text.format(condition=condition), *given, *parameters, limit)
        if not rows:
            return []
        texts = {number: (when, text) for number, when, text in rows}
        names: dict[int, tuple[tuple[ContactId, ...], tuple[str, ...]]] = {}
        for number, contact, name in self._rows(_NAMES.format(ids=marks(rows)), *texts):
            if number in names:  # few entries are of several people
                contacts, called = names[number]
                names[number] = (*contacts, contact), (*called, name)
            else:
                names[number] = (contact,), (name,)
        snippet, nobody, kind = wanted.find.snippet, ((), ()), HitKind.ENTRY
        return [
            Hit(kind, number, *names.get(number, nobody), day(when), *snippet(text))
            for number, (when, text) in texts.items()
        ]


def _contact_hit(contact: Contact, find: Finder) -> Hit:
    told = telling(
        [
            ", ".join(filter(None, (contact.title, contact.org))),
            *contact.nicknames,
            *contact.tags,
            *(facet.text for facet in contact.facets),
            *(occasion.text for occasion in contact.occasions),
            *(handle.value for handle in contact.handles),
            contact.note,
        ],
        find,
    )
    shown, spans = find.snippet(told)
    return Hit(HitKind.CONTACT, contact.id, (contact.id,), (contact.name,), None, shown, spans)


def _in_people(column: str, people: Sequence[tuple[int, ...]]) -> tuple[str, tuple[str | int, ...]]:
    condition = "".join(f" AND {column} IN ({marks(ids)})" for ids in people)
    return condition, tuple(number for ids in people for number in ids)


def _days(query: SearchQuery) -> tuple[str, str]:
    return (query.after or date.min).isoformat(), (query.before or date.max).isoformat()
