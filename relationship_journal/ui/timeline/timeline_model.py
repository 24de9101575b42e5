"""What the timeline shows: which rows are held, and how they follow the journal and the user's way through it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import Scope, Whole
from relationship_journal.domain.timeline import EntryKey
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation
from relationship_journal.values import dataclass

from .courtesy_warnings import CourtesyWarnings
from .row_window import FIRST, MOST, PAGE, RowWindow, TimelineReads, read_around


@dataclass(frozen=True, slots=True)
class Place:
    """Where the view goes with new rows: to `key`, which may be `marked` for a while; None means the top."""

    key: EntryKey | None = None
    marked: bool = False


class TimelineModel(QObject):
    """A window of rows of one scope, read off the UI thread, one reading at a time.

    Another scope or place that the user asks for makes the reading under way stale. Whatever only follows (scrolling,
    changes of the journal) waits for it and asks from where one is then: however fast it comes, answers arrive.
    """

    renewed = Signal(object)  #: the rows were read anew; a Place to go to, or None to stay
    extended = Signal()  #: rows were added at an end, and perhaps let go at the other

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.window = RowWindow()
        self._warnings = CourtesyWarnings(context, self._warned, self)
        self.scope: Scope = context.selection.scope  #: whose rows are held
        self.anchor: EntryKey | None = None  #: the row that the view rests on, None at the top
        self.is_read = False  #: whether anything was read of this scope: before, nothing is known to be empty
        self._wanted: Scope = self.scope
        self._generation = Generation()
        self._busy = False
        self._outdated = False  #: the journal has changed since what is under way was asked for
        context.bridge.changed.connect(self._journal_changed)
        context.selection.changed.connect(self.show_scope)
        context.selection.entry_wanted.connect(self._show_wanted)

    def _show_wanted(self, entry: int) -> None:
        self.go_to_entry(EntryId(entry))

    @property
    def reads(self) -> TimelineReads:
        """The journal's reads."""
        reads: TimelineReads = self.context.session.reads
        return reads

    def load(self) -> None:
        """Read the newest rows here and now: for the first paint."""
        self.window = read_around(self.reads, self.scope, None, 1, FIRST)
        self.is_read = True
        self.renewed.emit(Place())
        self._warnings.work_out(self.window)

    def show_scope(self, scope: Scope) -> None:
        """Show the newest rows of `scope`. Until they are read, those of the scope before stay."""
        self._wanted = scope
        self.anchor = None
        self._read(_newest, Place())

    def refresh(self) -> None:
        """Read again what is held, or what is under way once it has arrived."""
        if self._busy:
            self._outdated = True
            return
        anchor = self.anchor
        self._read(lambda _reads: anchor, None)

    def fetch_older(self) -> None:
        """Append the next page, if there is one and none is under way."""
        if self._busy or not self.window.older or not self.window.rows:
            return
        self._busy = True
        reads, scope, last = self.reads, self.scope, self.window.rows[-1].key
        self.context.tasks.read(
            lambda: reads.timeline(scope, before=last, limit=PAGE),
            lambda page: self._extend(self.window.with_older(page)),
            self._generation,
            self._failed,
        )

    def fetch_newer(self) -> None:
        """Put the page of the next newer rows before those held, if there is one and none is under way."""
        if self._busy or not self.window.newer or not self.window.rows:
            return
        self._busy = True
        reads, scope, first = self.reads, self.scope, self.window.rows[0].key
        self.context.tasks.read(
            lambda: reads.timeline(scope, after=first, limit=PAGE),
            lambda page: self._extend(self.window.with_newer(page)),
            self._generation,
            self._failed,
        )

    def go_to_entry(self, entry: EntryId) -> None:
        """Show and mark an entry of this scope; where it is not of this scope, the place where it would stand."""
        self._read(lambda reads: reads.entry_key(entry), Place(marked=True))

    def go_to_day(self, day: date) -> None:
        """Show the newest row of `day`, or the next older one, or the oldest of all."""
        scope = self._wanted
        self._read(
            lambda reads: (
                reads.timeline_key_at(scope, day)
                or reads.timeline_key_of(scope, max(0, reads.timeline_count(scope) - 1))
            ),
            Place(marked=True),
        )

    def go_to_position(self, position: int) -> None:
        """Show and mark the row that has so many newer ones."""
        self._read(self._key_of(position), Place(marked=True))

    def fetch_around(self, position: int) -> None:
        """Hold the rows around another position instead, unless a reading is under way."""
        if not self._busy:
            self._read(self._key_of(position), Place())

    def _key_of(self, position: int) -> Callable[[TimelineReads], EntryKey | None]:
        scope = self._wanted
        return lambda reads: reads.timeline_key_of(scope, position)

    def _read(self, key_of: Callable[[TimelineReads], EntryKey | None], place: Place | None) -> None:
        reads, scope = self.reads, self._wanted
        held = min(max(PAGE, len(self.window.rows)), MOST)
        whole = held if place is None else FIRST if key_of is _newest else PAGE + PAGE // 2

        def read() -> tuple[RowWindow, EntryKey | None]:
            key = key_of(reads)
            return read_around(reads, scope, key, PAGE // 2 if place else held // 2, whole), key

        def done(result: tuple[RowWindow, EntryKey | None]) -> None:
            window, key = result
            self.window = self._warnings.beside(window)
            self.scope = scope
            self.is_read, self._busy = True, False
            self.renewed.emit(None if place is None else Place(key, place.marked))
            self._arrived()

        self._busy, self._outdated = True, False
        self.context.tasks.read(read, done, self._generation, self._failed)

    def _failed(self, problem: Problem) -> None:
        self._busy = self._outdated = False
        self.context.notices.problem(problem)

    def _extend(self, window: RowWindow) -> None:
        self.window, self._busy = self._warnings.beside(window), False
        self.extended.emit()
        self._arrived()

    def _arrived(self) -> None:
        self._warnings.work_out(self.window)
        if self._outdated:
            self.refresh()

    def _warned(self) -> None:
        """The rules spoke of courtesies that are held."""
        self.window = self._warnings.beside(self.window)
        self.extended.emit()

    def _journal_changed(self, changes: Changes, _origin: object) -> None:
        self._warnings.forget(changes)
        if isinstance(self._wanted, Whole):
            concerned = bool(changes)
        else:
            shown = {contact for row in self.window.rows for contact in row.contacts}
            concerned = changes.concern(self._wanted) or not shown.isdisjoint(changes.contacts) or changes.readings
        if concerned:
            self.refresh()


def _newest(_reads: TimelineReads) -> EntryKey | None:
    """No row in particular: the newest."""
    return None
