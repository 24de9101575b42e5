"""What the rules say of the courtesies on a timeline: worked out beside the rows, so that no page waits for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.courtesy import Courtesy, CourtesyId
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.i18n import Message
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation
from relationship_journal.values import replace

from .row_window import RowWindow

Known = dict[CourtesyId, tuple[Courtesy, tuple[Message, ...]]]


class CourtesyWarnings(QObject):
    """Knows what was worked out. What is stale stays shown until it is worked out again: rows do not flicker."""

    def __init__(self, context: Context, told: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told = told
        self._known: Known = {}
        self._fresh: set[CourtesyId] = set()
        self._generation = Generation()
        self._window = RowWindow()
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self._ask)

    def beside(self, window: RowWindow) -> RowWindow:
        """The same window, its rows with what is known of their courtesies."""
        if not self._known:
            return window
        rows = tuple(self._with_said(row) if row.courtesies else row for row in window.rows)
        return replace(window, rows=rows)

    def work_out(self, window: RowWindow) -> None:
        """Ask the rules about the courtesies in the window that are not known as they stand now, then tell.

        The rows are painted first: a thread that works meanwhile would take turns with it.
        """
        self._window = window
        self._after_paint.start()

    def _ask(self) -> None:
        wanted = [courtesy for row in self._window.rows for courtesy in row.courtesies if not self._is_fresh(courtesy)]
        if not wanted:
            return
        courtesies = self._context.session.courtesies

        def ask() -> Known:
            found = courtesies.warnings(wanted)
            return {
                courtesy.id: (courtesy, tuple(verdict.because for verdict in found[courtesy.id] if verdict.speaks))
                for courtesy in wanted
            }

        self._context.tasks.read(ask, self._learn, self._generation, _silent)

    def forget(self, changes: Changes) -> None:
        """What these changes may have made otherwise will be worked out again."""
        self._generation.next()
        if changes.everything or changes.settings:
            self._fresh.clear()
            return
        stale = {
            number for number, (courtesy, _said) in self._known.items() if changes.contacts & set(courtesy.contacts)
        }
        self._fresh -= stale

    def _is_fresh(self, courtesy: Courtesy) -> bool:
        return courtesy.id in self._fresh and self._known[courtesy.id][0] == courtesy

    def _learn(self, found: Known) -> None:
        before = {number: said for number, (_courtesy, said) in self._known.items()}
        self._known.update(found)
        self._fresh.update(found)
        if any(before.get(number, ()) != said for number, (_courtesy, said) in found.items()):
            self._told()

    def _with_said(self, row: TimelineRow) -> TimelineRow:
        said = tuple(
            (courtesy.id, self._known[courtesy.id][1])
            for courtesy in row.courtesies
            if courtesy.id in self._known and self._known[courtesy.id][1]
        )
        return row if said == row.said else replace(row, said=said)


def _silent(_problem: Problem) -> None:
    """A row that is gone, or a file that is, is told of by whatever reads the rows."""
