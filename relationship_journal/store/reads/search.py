"""Searching: contacts by how well they fit, favours and entries newest first, each with its text."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from relationship_journal.domain.contact import Contact, ContactId
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.domain.search_query import SearchQuery
from relationship_journal.store.search_index import ID_MASK, document
from relationship_journal.store.words import match_expression

from .connected import AT_MOST, Row, by_first, day, marks
from .timeline import TimelineReads

BESIDE = 6
"""At most so many contacts, and so many favours, stand beside the entries found."""
_PERSON = """
SELECT id FROM contact c WHERE trashed IS NULL AND (instr(lower(name), ?1) OR instr(' ' || keys, ' ' || ?1)
    OR EXISTS (SELECT 1 FROM nickname n WHERE n.contact_id = c.id
        AND (instr(lower(n.text), ?1) OR instr(' ' || n.keys, ' ' || ?1))))"""
_CONTACTS = f"SELECT rowid FROM contact_index WHERE contact_index MATCH ? ORDER BY rank, rowid {AT_MOST}"
_FAVOURS = f"""
SELECT f.id, f.contact_id, c.name, f.title, f.note, f.rung, (SELECT max(day) FROM step WHERE favour_id = f.id) AS last
FROM favour_index x JOIN favour f ON f.id = x.rowid JOIN contact c ON c.id = f.contact_id
WHERE favour_index MATCH ?{{condition}} ORDER BY x.rowid DESC {AT_MOST}"""
_BY_WORDS = f"""
SELECT e.id, e.day, e.text, x.rowid AS place FROM entry_index x JOIN entry e ON e.id = x.rowid & {ID_MASK}
WHERE entry_index MATCH ?{{condition}} ORDER BY place DESC {AT_MOST}"""
_BY_DAY = f"""
SELECT e.id, e.day, e.text, e.time FROM entry e
WHERE e.trashed IS NULL AND e.day BETWEEN ? AND ?{{condition}} ORDER BY e.day DESC, e.time DESC, e.id DESC {AT_MOST}"""
_BY_CONTACT = f"""
SELECT e.id, m.day, e.text, m.time FROM entry_contact m JOIN entry e ON e.id = m.entry_id
WHERE m.trashed IS NULL AND m.day BETWEEN ? AND ?{{condition}}
ORDER BY m.day DESC, m.time DESC, m.entry_id DESC {AT_MOST}"""
_WITH_NAMES = """
SELECT f.id, f.day, f.text, coalesce(ec.position, 0), c.id, c.name FROM ({found}) f
LEFT JOIN entry_contact ec ON ec.entry_id = f.id LEFT JOIN contact c ON c.id = ec.contact_id AND c.trashed IS NULL
ORDER BY {order}"""
_PLACE, _TIME = "f.place DESC", "f.day DESC, f.time DESC, f.id DESC"
_STEP_TEXTS = "SELECT favour_id, text || ' ' || reason FROM step WHERE favour_id IN ({ids}) ORDER BY favour_id, day, id"

_ENTRY_KINDS = frozenset(EntryKind)
_NONE: tuple[str | int, ...] = ()


class _Wanted(NamedTuple):
    """A query with the people it names found: each filter as the ids that fit it."""

    query: SearchQuery
    match: str
    people: tuple[tuple[int, ...], ...]


class SearchReads(TimelineReads):
    """Queries that look for words."""

    def search(self, query: SearchQuery, limit: int = 50, contact: ContactId | None = None) -> tuple[Hit, ...]:
        """At most `limit` things found: contacts, favours, then entries, newest first; with `contact`, only theirs."""
        if query.empty:
            return ()
        match = match_expression(query.words, query.phrases)
        if query.terms and not match:
            return ()
        nouns = [noun for noun in HitKind if _wants(query, noun, match)]
        if nouns == [HitKind.ENTRY] and not query.people:
            return tuple(self._found(query, match, nouns, limit, contact))  # one query needs no moment of its own
        with self._moment():
            return tuple(self._found(query, match, nouns, limit, contact))

    def _found(
        self, query: SearchQuery, match: str, nouns: list[HitKind], limit: int, contact: ContactId | None
    ) -> list[Hit]:
        people = [tuple(row[0] for row in self._rows(_PERSON, name.lower())) for name in query.people]
        if contact is not None:
            people.append((contact,))
        if not all(people):
            return []
        wanted = _Wanted(query, match, tuple(people))
        hits: list[Hit] = []
        for noun in nouns:
            room = limit - len(hits)
            if noun is HitKind.ENTRY:
                hits += self._entry_hits(wanted, room)
            else:
                beside = room if len(query.kinds) == 1 else min(BESIDE, room)
                hits += (self._contact_hits if noun is HitKind.CONTACT else self._favour_hits)(wanted, beside)
        return hits

    def _contact_hits(self, wanted: _Wanted, limit: int) -> list[Hit]:
        if wanted.query.after or wanted.query.before:
            return []
        ids = [ContactId(row[0]) for row in self._rows(_CONTACTS, wanted.match, limit)]
        found = {contact.id: contact for contact in self._contacts(ids)}
        fitting = [one for one in ids if one in found and all(one in people for people in wanted.people)]
        return [_contact_hit(found[one], wanted.query.terms) for one in fitting]

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
        return [
            Hit(
                HitKind.FAVOUR,
                number,
                (ContactId(contact),),
                (name,),
                day(last) if last else None,
                (title, note, *(text for (text,) in texts.get(number, ()))),
                wanted.query.terms,
                rung,
            )
            for number, contact, name, title, note, rung, last in rows
        ]

    def _entry_hits(self, wanted: _Wanted, limit: int) -> list[Hit]:
        query, people = wanted.query, wanted.people
        condition, parameters = "", _NONE
        if kinds := tuple(kind for kind in query.kinds if kind in _ENTRY_KINDS):
            condition, parameters = f" AND e.kind IN ({marks(kinds)})", kinds
        if wanted.match:
            text, order, given = _BY_WORDS, _PLACE, (*_NONE, wanted.match)
            if query.after or query.before:
                first = document(query.after.toordinal() if query.after else 0)
                last = document(query.before.toordinal() + 1 if query.before else date.max.toordinal()) - 1
                condition, parameters = f" AND x.rowid BETWEEN ? AND ?{condition}", (first, last, *parameters)
        else:
            text, order, given = _BY_DAY, _TIME, (*_NONE, *_days(query))
            if people:
                text, condition = _BY_CONTACT, f"{condition} AND m.contact_id IN ({marks(people[0])})"
                parameters, people = (*parameters, *people[0]), people[1:]
        for ids in people:
            theirs = f"SELECT 1 FROM entry_contact WHERE entry_id = e.id AND contact_id IN ({marks(ids)})"
            condition, parameters = f"{condition} AND EXISTS ({theirs})", (*parameters, *ids)
        rows = self._rows(_with_names(text, condition, order), *given, *parameters, limit)
        return _entries(rows, query.terms)


def _wants(query: SearchQuery, noun: HitKind, match: str) -> bool:
    """Whether hits of this kind are asked for."""
    kinds = query.kinds
    if noun is HitKind.ENTRY:
        return not kinds or "entry" in kinds or not _ENTRY_KINDS.isdisjoint(kinds)
    return bool(match) and (not kinds or noun.value in kinds)


@lru_cache(maxsize=32)
def _with_names(found: str, condition: str, order: str) -> str:
    return _WITH_NAMES.format(found=found.format(condition=condition), order=order)


def _entries(rows: list[Row], terms: tuple[str, ...]) -> list[Hit]:
    """Rows (entry, day, text, position, contact or None, name) as hits; an entry of several people has several rows."""
    hits: dict[int, Hit] = {}
    kind = HitKind.ENTRY
    for number, when, text, _position, contact, name in sorted(rows, key=itemgetter(3)):
        before = hits.get(number)
        if before is None:
            contacts, names = ((), ()) if contact is None else ((contact,), (name,))
            hits[number] = Hit(kind, number, contacts, names, day(when), (text,), terms)
        elif contact is not None:
            hits[number] = before._replace(contacts=(*before.contacts, contact), names=(*before.names, name))
    return [hits[number] for number in dict.fromkeys(map(itemgetter(0), rows))]


def _contact_hit(contact: Contact, terms: tuple[str, ...]) -> Hit:
    texts = (
        ", ".join(filter(None, (contact.title, contact.org))),
        *contact.nicknames,
        *contact.tags,
        *(facet.text for facet in contact.facets),
        *(occasion.text for occasion in contact.occasions),
        *(handle.value for handle in contact.handles),
        contact.note,
    )
    return Hit(HitKind.CONTACT, contact.id, (contact.id,), (contact.name,), None, texts, terms)


def _in_people(column: str, people: Sequence[tuple[int, ...]]) -> tuple[str, tuple[str | int, ...]]:
    condition = "".join(f" AND {column} IN ({marks(ids)})" for ids in people)
    return condition, tuple(number for ids in people for number in ids)


def _days(query: SearchQuery) -> tuple[str, str]:
    return (query.after or date.min).isoformat(), (query.before or date.max).isoformat()
