"""Many things taken in portion by portion: so many are opened and kept at a time that memory stays bounded."""

from collections.abc import Callable
from typing import Generic, TypeVar

from .keeping import grouped
from .sources import Planned

Told = TypeVar("Told")

HELD = 256 * 1024 * 1024
"""Bytes of files that are held at once; of fewer everything is opened before anything is kept."""


class StoppedError(Exception):
    """The user asked to stop; what was kept by then is kept."""


class Portions(Generic[Told]):
    """Gathers what is opened, and has it kept group by group. `told` is what became of each thing, in their order.

    `progress` learns how much is done of twice the number of sources, since each is opened and kept. StoppedError is
    raised where `cancelled` says so, which is asked before each thing is opened and before each group is kept.
    """

    def __init__(
        self,
        keep: Callable[[list[Planned]], list[Told]],
        *,
        each: bool,
        sources: int,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.told: list[Told] = []
        self._keep = keep
        self._each = each
        self._sources = sources
        self._progress = progress
        self._cancelled = cancelled
        self._opened: list[Planned] = []
        self._held = 0
        self._places = 0  # sources that are opened
        self._kept = 0  # sources that are kept

    def add(self, item: Planned) -> None:
        """One more thing; what was gathered before is kept first where both are too much together."""
        if self._cancelled():
            raise StoppedError
        if self._opened and self._held + item.size > HELD:
            self.keep()
        self._opened.append(item)
        self._held += item.size

    def next_source(self) -> None:
        """All things of a source are there."""
        self._places += 1
        self._progress(self._places - 1 + self._kept, 2 * self._sources)

    def keep(self) -> None:
        """Keep what is gathered: texts each, files with the text that they belong to."""
        done: dict[int, Told] = {}
        share = (self._places - self._kept) / max(1, len(self._opened))
        try:
            for group in grouped(self._opened, each=self._each):
                if self._cancelled():
                    raise StoppedError
                done |= zip(map(id, group), self._keep(group), strict=True)
                self._progress(self._places + self._kept + int(share * len(done)), 2 * self._sources)
        finally:
            self.told += [done[id(item)] for item in self._opened if id(item) in done]
            self._opened, self._held, self._kept = [], 0, self._places
