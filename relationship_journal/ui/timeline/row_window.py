"""A window of rows with its place in the whole: what is held of a timeline that may be a hundred thousand rows long."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.scope import Scope
from relationship_journal.domain.timeline import EntryKey, TimelineRow
from relationship_journal.values import dataclass, field

PAGE = 60
FIRST = 24  # rows that fill a high screen: what is shown at once when another timeline is chosen
MOST = 240


class TimelineReads(Protocol):
    """What is asked of `store.reads` here."""

    def timeline(
        self, scope: Scope, before: EntryKey | None = None, after: EntryKey | None = None, limit: int = PAGE
    ) -> tuple[TimelineRow, ...]:
        """Rows newest first: the next older ones than `before`, or the next newer ones than `after`."""

    def timeline_count(self, scope: Scope) -> int:
        """How long the whole is."""

    def timeline_position(self, scope: Scope, key: EntryKey) -> int:
        """How many rows are newer than `key`."""

    def timeline_key_at(self, scope: Scope, when: date) -> EntryKey | None:
        """The newest row of that day, or the next older one."""

    def timeline_key_of(self, scope: Scope, position: int) -> EntryKey | None:
        """The row with so many newer ones."""

    def entry_key(self, entry: EntryId) -> EntryKey | None:
        """Where an entry stands; None if it is gone."""


@dataclass(frozen=True, slots=True)
class RowWindow:
    """Rows newest first; `first` is the position of the newest one held, `total` the length of the whole."""

    rows: tuple[TimelineRow, ...] = ()
    first: int = 0
    total: int = 0
    _index: dict[EntryKey, int] = field(init=False, default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._index.update({row.key: index for index, row in enumerate(self.rows)})

    @property
    def newer(self) -> int:
        """How many rows are newer than those held."""
        return self.first

    @property
    def older(self) -> int:
        """How many rows are older than those held."""
        return max(0, self.total - self.first - len(self.rows))

    def index_of(self, key: EntryKey | None) -> int | None:
        """Where in `rows` the row with `key` stands."""
        return None if key is None else self._index.get(key)

    def nearest(self, key: EntryKey) -> int | None:
        """The row with `key`, or where it is gone the next older one held, or the oldest; None if nothing is held."""
        if not self.rows:
            return None
        index = self.index_of(key)
        if index is not None:
            return index
        return next((at for at, row in enumerate(self.rows) if row.key < key), len(self.rows) - 1)

    def with_older(self, page: Sequence[TimelineRow]) -> "RowWindow":
        """With a page appended; what is farthest away at the other end is let go."""
        rows = (*self.rows, *page)
        if not page:
            return RowWindow(rows, self.first, self.first + len(rows))
        over = max(0, len(rows) - MOST)
        return RowWindow(rows[over:], self.first + over, max(self.total, self.first + len(rows)))

    def with_newer(self, page: Sequence[TimelineRow]) -> "RowWindow":
        """With a page put before; what is farthest away at the other end is let go."""
        if not page:
            return RowWindow(self.rows, 0, max(len(self.rows), self.total - self.first))
        return RowWindow((*page, *self.rows)[:MOST], max(0, self.first - len(page)), self.total)


def read_around(reads: TimelineReads, scope: Scope, key: EntryKey | None, above: int, whole: int) -> RowWindow:
    """`whole` rows: the newest, or those around `key` (of a row that may be gone by now), `above` ≥ 1 of them newer."""
    newer = tuple(reads.timeline(scope, after=key, limit=above)) if key is not None else ()
    rows = (*newer, *reads.timeline(scope, before=newer[-1].key if newer else None, limit=whole - len(newer)))
    first = reads.timeline_position(scope, rows[0].key) if newer else 0
    return RowWindow(rows, first, max(reads.timeline_count(scope), first + len(rows)))
