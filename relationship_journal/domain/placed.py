"""Rows that are due before they are made: what orders and names each is known, the row itself when it is looked at."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple, overload

from .agenda_rows import Key, Row
from .contact import ContactId, OccasionKind
from .entry import EntryId
from .favour import FavourId
from .plan import Section


class Placed(NamedTuple):
    """The key that orders a row within its section, what it is about, and how it is made.

    `favour`, `entry` and `contact` are those of the row, `occasion` the kind and the day of its occasion.
    """

    key: Key
    section: Section
    make: Callable[[], Row]
    contact: ContactId | None = None
    favour: FavourId | None = None
    entry: EntryId | None = None
    occasion: tuple[OccasionKind, date] | None = None


def made(key: Key, row: Row) -> Placed:
    """A row that is made already."""
    occasion = (row.occasion.kind, row.day) if row.occasion is not None and row.day is not None else None
    favour = row.loop.favour.id if row.loop is not None else None
    return Placed(key, row.section, partial(_itself, row), row.contact, favour, row.entry, occasion)


def _itself(row: Row) -> Row:
    return row


class Rows(Sequence[Row]):
    """The rows of a section in their order, thousands of which nobody looks at; each is made once."""

    __slots__ = ("_made", "placed")

    def __init__(self, placed: Iterable[Placed] = ()) -> None:
        self.placed = tuple(placed)
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.placed)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(len(self.placed))))
        place = at if at >= 0 else at + len(self.placed)
        row = self._made.get(place)
        if row is None:
            row = self._made[place] = self.placed[place].make()
        return row

    def __iter__(self) -> Iterator[Row]:
        return (self[place] for place in range(len(self.placed)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]  # as a list: it is compared by its rows

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"


def _same(one: object, other: object) -> bool:
    return one == other
