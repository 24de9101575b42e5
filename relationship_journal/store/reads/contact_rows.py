"""Contacts as the rows of a list, with the marks that the method gives them.

The marks come from light relationships, which are not kept: rows are, and are made again only where something
changed, so that a gesture costs the contacts that it concerns.
"""

import threading
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.collector import collector_paused
from relationship_journal.domain.contact import Contact, ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.next_step import Action, next_step
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.settings import Settings
from relationship_journal.domain.situation import situation_of
from relationship_journal.domain.warmth import warmth

from .connected import Row, by_first, marks
from .light import FEW, LightReads
from .stale import Stale

_ROW = """
SELECT id, name, org, title, picture, official, sort_key, keys
FROM contact WHERE trashed IS NULL"""


class ContactRowReads(LightReads):
    """Queries for lists of contacts."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._kept = _Kept()

    def contact_rows(self, today: date) -> tuple[ContactRow, ...]:
        """Everybody, in the order of a list."""
        kept = self._kept
        with kept.lock:
            stale = kept.take_stale(today)
            try:
                self._read_again(stale, today)
            except BaseException:
                kept.forget(Changes(everything=True))
                raise
            return kept.ordered()

    def unmarked_contact_rows(self) -> tuple[ContactRow, ...]:
        """Everybody, in the order of a list, without the marks: for a first look at many."""
        with self._moment():
            return in_order(map(_unmarked, self._named(None).values()))

    def changed(self, changes: Changes) -> None:
        """Rows that these changes concern will be made again."""
        super().changed(changes)
        self._kept.forget(changes)

    def _read_again(self, stale: frozenset[ContactId] | None, today: date) -> None:
        rows = self._kept.rows
        if stale is None or len(stale) > FEW:
            rows.clear()
            rows.update((row.id, row) for row in self._all_rows(today))
            return
        for contact in stale:
            rows.pop(contact, None)
        if stale:
            with self._moment():
                relationships = [self.relationship(contact) for contact in stale if self.has_contact(contact)]
                settings, named = self.settings(), self._named(stale)
            rows.update((one.contact.id, _row(named[one.contact.id], one, settings, today)) for one in relationships)

    def _all_rows(self, today: date) -> list[ContactRow]:
        with collector_paused(), self._moment():
            relationships, named, settings = self._all_light(whole=False), self._named(None), self.settings()
            return [_row(named[one.contact.id], one, settings, today) for one in relationships]

    def _named(self, ids: Collection[ContactId] | None) -> dict[ContactId, "_Line"]:
        """What a row says of who they are, for these contacts or for all, in the order of a list."""
        mine = () if ids is None else tuple(ids)
        one, owned = (
            ("", "") if ids is None else (f" AND id IN ({marks(mine)})", f"WHERE contact_id IN ({marks(mine)})")
        )
        nicknames = by_first(
            self._rows(f"SELECT contact_id, text, keys FROM nickname {owned} ORDER BY contact_id, position, id", *mine)
        )
        tags = by_first(
            self._rows(f"SELECT contact_id, text FROM tag {owned} ORDER BY contact_id, position, id", *mine)
        )
        return {
            ContactId(row[0]): _Line(row, nicknames.get(row[0], []), tags.get(row[0], []))
            for row in self._rows(_ROW + one, *mine)
        }


class _Line:
    """Who a row is about."""

    __slots__ = ("contact", "keys", "sort_key")

    def __init__(self, row: Row, nicknames: list[Row], tags: list[Row]) -> None:
        number, name, org, title, picture, official, self.sort_key, keys = row
        self.contact = Contact(
            ContactId(number),
            name,
            tuple(text for text, _keys in nicknames),
            org,
            title,
            tuple(text for (text,) in tags),
            official=bool(official),
            picture=picture,
        )
        searched = (
            name,
            *self.contact.nicknames,
            org,
            title,
            *self.contact.tags,
            keys,
            *(also for _t, also in nicknames),
        )
        self.keys = "\n".join(filter(None, searched)).casefold()


class _Kept:
    """The rows read so far, and whose have to be read again."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.rows: dict[ContactId, ContactRow] = {}
        self._order: tuple[ContactRow, ...] | None = None
        self._day: date | None = None
        self._stale = Stale()

    def forget(self, changes: Changes) -> None:
        """These changes were made; on any thread."""
        self._stale.note(changes)

    def take_stale(self, today: date) -> frozenset[ContactId] | None:
        """Whose rows are to be read again now, None for all."""
        stale = self._stale.take()
        if today != self._day:
            stale, self._day = None, today
        if stale is None or stale:
            self._order = None
        return stale

    def ordered(self) -> tuple[ContactRow, ...]:
        """All rows in the order of a list."""
        if self._order is None:
            self._order = in_order(self.rows.values())
        return self._order


def in_order(rows: Iterable[ContactRow]) -> tuple[ContactRow, ...]:
    """Rows in the order of a list."""
    return tuple(sorted(rows, key=lambda row: (row.sort_key, row.name, row.id)))


def _unmarked(line: _Line) -> ContactRow:
    one = line.contact
    return ContactRow(
        one.id,
        one.name,
        one.nicknames,
        one.org,
        one.title,
        one.tags,
        one.picture,
        one.official,
        line.sort_key,
        line.keys,
    )


def _row(line: _Line, relationship: Relationship, settings: Settings, today: date) -> ContactRow:
    situation, contact = situation_of(relationship, settings, today), line.contact
    return ContactRow(
        contact.id,
        contact.name,
        contact.nicknames,
        contact.org,
        contact.title,
        contact.tags,
        contact.picture,
        contact.official,
        line.sort_key,
        line.keys,
        situation.standing,
        sum(loop.open for loop in (*situation.received, *situation.given)),
        next_step(situation).action is Action.ASK,
        warmth(situation).cooling,
        situation.last_contact,
        situation.granted[0].arcs if situation.granted else (False, False, False, False),
    )
