"""Which row is current and which are selected, kept by identity while rows come, go and move."""

from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.values import dataclass, field

from .row_window import RowWindow

RowId = tuple[int, int]


def identity(row: TimelineRow) -> RowId:
    """What stays the same while a row changes: the ids of its entry and its courtesy, one of which is 0."""
    return row.key.entry, row.key.courtesy


@dataclass(slots=True)
class RowChoice:
    """`current` has the keyboard; `selected` holds it and what was added to it; a range grows from `pivot`."""

    current: RowId | None = None
    selected: set[RowId] = field(default_factory=set)
    pivot: RowId | None = None
    _index: int = 0

    def clear(self) -> None:
        """Choose nothing."""
        self.current, self.pivot = None, None
        self.selected.clear()
        self._index = 0

    def choose(self, row: TimelineRow) -> None:
        """Make `row` current, and it alone selected."""
        self.current = self.pivot = identity(row)
        self.selected = {self.current}

    def toggle(self, row: TimelineRow) -> None:
        """Add `row` to the selected ones, or take it away; it becomes current."""
        self.current = self.pivot = identity(row)
        self.selected ^= {self.current}

    def extend(self, row: TimelineRow, window: RowWindow) -> None:
        """Select from the pivot to `row`, which becomes current."""
        rows = window.rows
        ids = [identity(one) for one in rows]
        self.pivot = next(one for one in (self.pivot, self.current, identity(row)) if one in ids)
        self.current = identity(row)
        first, last = sorted((ids.index(self.pivot), ids.index(self.current)))
        self.selected = set(ids[first : last + 1])

    def index(self, window: RowWindow) -> int | None:
        """Where the current row stands among those held; None while it is not held."""
        found = next((at for at, row in enumerate(window.rows) if identity(row) == self.current), None)
        if found is not None:
            self._index = found
        return found

    def follow(self, window: RowWindow) -> None:
        """After a new reading: where the current row was removed its neighbour becomes current."""
        if self.current is None or self.index(window) is not None:
            return
        self.selected.discard(self.current)
        if window.rows:
            self.choose(window.rows[min(self._index, len(window.rows) - 1)])
        else:
            self.clear()

    def chosen(self, window: RowWindow) -> list[TimelineRow]:
        """The selected rows that are held, newest first."""
        return [row for row in window.rows if identity(row) in self.selected]
