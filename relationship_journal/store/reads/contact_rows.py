"""Contacts as the rows of a list, with the marks that the method gives them, from one query.

Rows are kept and made again only where something changed, so that a gesture costs the contacts that it concerns.
"""

import threading
from collections.abc import Collection
from datetime import date
from operator import attrgetter
from typing import Any

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.collector import collector_paused
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.marks import MarksToday, arcs_of

from .connected import THESE, THESE_NAMED, Row, by_first, these
from .marks import HOLDING, TODAY, MarkReads
from .stale import Stale

_WHO = "c.id, c.name, c.org, c.title, c.picture, c.official, c.sort_key, c.keys"
_IN_ORDER = "ORDER BY c.sort_key, c.name, c.id"
_ROWS = f"SELECT {_WHO}, {TODAY} FROM contact c LEFT JOIN {HOLDING} WHERE c.trashed IS NULL {{which}} {_IN_ORDER}"
_WIDTH = _WHO.count(",") + 1
_FEW = 200  # more changed contacts than these are read as everybody is
_NO_MARKS = MarksToday(0, "", 0, 0, 0, 0, 0)
Also = dict[int, list[Row]]


class ContactRowReads(MarkReads):
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

    def first_contact_rows(self, today: date, limit: int) -> tuple[tuple[ContactRow, ...], int, bool]:
        """The first in the order of a list, how many there are, and whether these rows are whole.

        For a first look: marks that are not kept are not computed, and then the rows are not whole.
        """
        day = today.toordinal()
        with self._moment():
            found = self._rows(f"{_ROWS.format(which='')} LIMIT :limit", **self.holding(today), limit=limit)
            nicknames, tags = self._also([row[0] for row in found])
            count: int = self._row("SELECT count(*) FROM contact WHERE trashed IS NULL")[0]
        rows = tuple(
            _row(row, _NO_MARKS if row[_WIDTH] is None else MarksToday._make(row[_WIDTH:]), day, nicknames, tags)
            for row in found
        )
        return rows, count, all(row[_WIDTH] is not None for row in found)

    def changed(self, changes: Changes) -> None:
        """Rows that these changes concern will be made again."""
        self._kept.forget(changes)

    def _read_again(self, stale: frozenset[ContactId] | None, today: date) -> None:
        rows = self._kept.rows
        if stale is None or len(stale) > _FEW:
            rows.clear()
            stale = None
        elif not stale:
            return
        for contact in stale or ():
            rows.pop(contact, None)
        again = self._marked_rows(stale, today)
        rows.update((row.id, row) for row in again)
        if stale is None:
            self._kept.order = tuple(again)

    def _marked_rows(self, contacts: Collection[ContactId] | None, today: date) -> list[ContactRow]:
        which, mine = ("", {}) if contacts is None else (f"AND c.id {THESE_NAMED}", {"these": these(contacts)})
        day = today.toordinal()
        with collector_paused(), self._moment():
            found = self._rows(_ROWS.format(which=which), **self.holding(today), **mine)
            nicknames, tags = self._also(contacts)
            marks = self.marks_of_rows(found, _WIDTH, today)
        return [_row(row, each, day, nicknames, tags) for row, each in zip(found, marks, strict=True)]

    def _also(self, contacts: Collection[ContactId] | None) -> tuple[Also, Also]:
        """Nicknames with their keys, and tags, of these contacts or of all."""
        which, mine = ("", ()) if contacts is None else (f"WHERE contact_id {THESE}", (these(contacts),))
        nicknames, tags = (
            by_first(self._rows(f"SELECT contact_id, {columns} {which} ORDER BY contact_id, position, id", *mine))
            for columns in ("text, keys FROM nickname", "text FROM tag")
        )
        return nicknames, tags


class _Kept:
    """The rows read so far, and whose have to be read again."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.rows: dict[ContactId, ContactRow] = {}
        self.order: tuple[ContactRow, ...] | None = None
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
            self.order = None
        return stale

    def ordered(self) -> tuple[ContactRow, ...]:
        """All rows in the order of a list."""
        if self.order is None:
            self.order = tuple(sorted(self.rows.values(), key=attrgetter("sort_key", "name", "id")))
        return self.order


def _row(row: Row, marks: MarksToday, day: int, nicknames: Also, tags: Also) -> ContactRow:
    """A row of the list from the columns `_WHO`; the marks are those of `day`, an ordinal."""
    number, name, org, title, picture, official, sort_key, keys = row[:_WIDTH]
    called: tuple[str, ...] = ()
    tagged: tuple[str, ...] = ()
    searched = [name]
    if number in nicknames:
        called = tuple(text for text, _keys in nicknames[number])
        searched += called
    searched += (org, title)
    if number in tags:
        tagged = tuple(text for (text,) in tags[number])
        searched += tagged
    searched.append(keys)
    if called:
        searched += (also for _text, also in nicknames[number])
    last = marks.last_contact
    return ContactRow(
        number,
        name,
        called,
        org,
        title,
        tagged,
        picture,
        bool(official),
        sort_key,
        "\n".join(filter(None, searched)).casefold(),
        marks.standing,
        marks.open_loops,
        marks.asks(day),
        marks.cooling(day),
        date.fromordinal(last) if last else None,
        arcs_of(marks.arcs),
    )
