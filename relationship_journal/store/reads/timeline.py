"""Reads of the timeline: pages by key, in either direction, counts and places for the scroll bar.

Entries and the courtesies without one come from two queries in the same order and are merged. A page costs the rows
on it, however long the journal is.
"""

from datetime import date, timedelta
from heapq import merge
from typing import Any, NamedTuple

from relationship_journal.domain.courtesy import CourtesyId
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import Favour
from relationship_journal.domain.loop import loop_of
from relationship_journal.domain.scope import EVERYONE, UNSORTED, Scope
from relationship_journal.domain.settings import Settings
from relationship_journal.domain.timeline import EntryKey, StepInEntry, TimelineRow
from relationship_journal.values import replace

from .connected import AT_MOST, Row, day, marks
from .waiting import WaitingReads

_NEVER = 1 << 62


class _Source(NamedTuple):
    """A query of keys (day, time, entry, courtesy), what it is ordered by, and its parameters."""

    keys: str
    order: tuple[str, ...]
    parameters: tuple[int, ...] = ()

    def place(self, key: EntryKey) -> tuple[Any, ...]:
        """`key` in terms of `order`. Of a day's rows the courtesies without an entry are the oldest."""
        when = key.day.isoformat()
        if len(self.order) == 3:
            return (when, key.time, key.entry)
        return (when, _NEVER if key.entry or key.time else key.courtesy)

    def page(self, than: str, key: EntryKey | None, direction: str) -> tuple[str, tuple[Any, ...]]:
        """The query of the rows beyond `key`, with its parameters but the limit."""
        order = ", ".join(f"{column} {direction}" for column in self.order)
        if key is None:
            return f"{self.keys} ORDER BY {order} {AT_MOST}", self.parameters
        beyond = self.beyond(than)
        return f"{self.keys} AND {beyond} ORDER BY {order} {AT_MOST}", (*self.parameters, *self.place(key))

    def beyond(self, than: str) -> str:
        """The condition that a row stands on this side of a key."""
        return f"({', '.join(self.order)}) {than} ({marks(self.order)})"


_ENTRIES = _Source(
    "SELECT day, time, id, 0 FROM entry INDEXED BY entry_by_day WHERE trashed IS NULL", ("day", "time", "id")
)
_UNSORTED = _ENTRIES._replace(
    keys="SELECT day, time, id, 0 FROM entry INDEXED BY entry_unsorted WHERE trashed IS NULL AND unsorted = 1"
)
_COURTESIES = _Source("SELECT day, '', 0, id FROM courtesy WHERE trashed IS NULL AND alone = 1", ("day", "id"))


def _sources(scope: Scope) -> tuple[_Source, ...]:
    if scope is EVERYONE:
        return (_ENTRIES, _COURTESIES)
    if scope is UNSORTED:
        return (_UNSORTED,)
    contact = int(scope)
    entries = "SELECT day, time, entry_id, 0 FROM entry_contact WHERE trashed IS NULL AND contact_id = ?"
    theirs = " AND id IN (SELECT courtesy_id FROM courtesy_contact WHERE contact_id = ?)"
    return (
        _Source(entries, ("day", "time", "entry_id"), (contact,)),
        _Source(_COURTESIES.keys + theirs, _COURTESIES.order, (contact,)),
    )


class TimelineReads(WaitingReads):
    """Queries for the timeline of a contact, of everyone, or of what belongs to nobody."""

    def timeline(
        self, scope: Scope, before: EntryKey | None = None, after: EntryKey | None = None, limit: int = 60
    ) -> tuple[TimelineRow, ...]:
        """At most `limit` rows, newest first: the newest, the next before a key or the next after one."""
        with self._moment():
            return self._timeline_rows(self._keys(scope, before, after, limit))

    def timeline_row(self, key: EntryKey) -> TimelineRow | None:
        """The row of this key's entry or courtesy as it stands now, None if it is gone."""
        with self._moment():
            rows = self._timeline_rows([key])
        return rows[0] if rows else None

    def timeline_count(self, scope: Scope) -> int:
        """How many rows there are."""

        def count() -> int:
            return sum(self._count(source.keys, source.parameters) for source in _sources(scope))

        return self._as_read(("timeline_count", scope), count)

    def timeline_position(self, scope: Scope, key: EntryKey) -> int:
        """How many rows are newer than `key`."""
        return sum(
            self._count(f"{source.keys} AND {source.beyond('>')}", (*source.parameters, *source.place(key)))
            for source in _sources(scope)
        )

    def timeline_key_of(self, scope: Scope, position: int) -> EntryKey | None:
        """The key of the row that has so many newer ones; None if there are not so many rows."""
        sources = _sources(scope)
        query = " UNION ALL ".join(f"SELECT * FROM ({source.keys})" for source in sources)
        parameters = [parameter for source in sources for parameter in source.parameters]
        rows = self._rows(
            f"{query} ORDER BY 1 DESC, 2 DESC, 3 DESC, 4 DESC LIMIT 1 OFFSET ?", *parameters, max(0, position)
        )
        return EntryKey(day(rows[0][0]), *rows[0][1:]) if rows else None

    def timeline_key_at(self, scope: Scope, when: date) -> EntryKey | None:
        """The newest row of that day or of the next earlier day that has one; None if all are later."""
        keys = self._keys(scope, EntryKey(when + timedelta(days=1), ""), None, 1)
        return keys[0] if keys else None

    def entry_key(self, entry: EntryId) -> EntryKey | None:
        """Where an entry stands in a timeline; None if it is gone."""
        rows = self._rows("SELECT day, time FROM entry WHERE id = ? AND trashed IS NULL", entry)
        return EntryKey(day(rows[0][0]), rows[0][1], entry) if rows else None

    def _count(self, query: str, parameters: tuple[Any, ...]) -> int:
        count: int = self._row(f"SELECT count(*) FROM ({query})", *parameters)[0]
        return count

    def _keys(self, scope: Scope, before: EntryKey | None, after: EntryKey | None, limit: int) -> list[EntryKey]:
        than, key, direction = (">", after, "ASC") if after is not None else ("<", before, "DESC")
        found: list[list[Row]] = []
        for source in _sources(scope):
            query, parameters = source.page(than, key, direction)
            found.append(self._rows(query, *parameters, limit))
        rows = list(merge(*found, reverse=direction == "DESC"))[:limit]
        if direction == "ASC":
            rows.reverse()
        return [EntryKey(day(when), time, entry, courtesy) for when, time, entry, courtesy in rows]

    def _timeline_rows(self, keys: list[EntryKey]) -> tuple[TimelineRow, ...]:
        ids = [key.entry for key in keys if key.entry]
        entries = {entry.id: (entry, names) for entry, names in self._named_entries(ids)}
        steps, courtesies = self._steps_in(ids), self.courtesies_of_entries(ids)
        chips = self.waiting_chips(ids)
        if chips and not self._are_offered():
            chips = {}
        alone = {courtesy.id: courtesy for courtesy in self._courtesies_by_id([k.courtesy for k in keys if k.courtesy])}
        names = self._names({contact for courtesy in alone.values() for contact in courtesy.contacts})
        rows = []
        for key in keys:
            if key.courtesy and (courtesy := alone.get(CourtesyId(key.courtesy))):
                theirs = tuple(names[contact] for contact in courtesy.contacts)
                rows.append(TimelineRow(key, None, theirs, (), (courtesy,)))
            elif (number := EntryId(key.entry)) in entries:
                entry, their_names = entries[number]
                rows.append(
                    TimelineRow(
                        EntryKey(entry.day, entry.time, entry.id),
                        entry,
                        their_names,
                        tuple(steps.get(number, ())),
                        tuple(courtesies.get(number, ())),
                        chips=chips.get(number, 0),
                    )
                )
        return tuple(rows)

    def _steps_in(self, ids: list[int]) -> dict[EntryId, list[StepInEntry]]:
        """The steps that happened in these entries, each with its favour's state as it was after it."""
        if not ids:
            return {}
        steps = f"SELECT favour_id FROM step WHERE entry_id IN ({marks(ids)})"
        favours = self._favours(f"id IN ({steps})", f"favour_id IN ({steps})", *ids)
        if not favours:
            return {}
        found: dict[EntryId, list[StepInEntry]] = {}
        wanted, settings = set(ids), self.settings()
        for favour in favours:
            for place, step in enumerate(favour.steps):
                if step.entry in wanted and step.entry is not None:
                    found.setdefault(step.entry, []).append(_told(favour, place, settings))
        return found


def _told(favour: Favour, place: int, settings: Settings) -> StepInEntry:
    step = favour.steps[place]
    loop = loop_of(replace(favour, steps=favour.steps[: place + 1]), step.day, settings)
    return StepInEntry(
        favour.id,
        favour.contact,
        favour.title,
        favour.direction,
        favour.rung,
        favour.weight,
        step,
        loop.state.value,
        loop.arcs,
    )
