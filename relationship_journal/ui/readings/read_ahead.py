"""Reading what was brought in, in the background: a moment at a time, when nothing else is under way."""

from PySide6.QtCore import QObject, QTimer

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.problems import Problem
from relationship_journal.ui.context import Context

_AFTER_START, _AFTER_CHANGE, _BETWEEN = 2000, 150, 30  # ms


class ReadAhead(QObject):
    """What it finds is kept in the journal: the review and the timeline show how much waits."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)
        context.bridge.changed.connect(self._changed)

    def begin(self) -> None:
        """Read what was left unread when the journal was closed."""
        if not self._context.session.read_only:
            self._timer.start(_AFTER_START)

    def _changed(self, changes: Changes, _origin: object) -> None:
        brought = bool(changes.entries or changes.settings or changes.everything)
        if brought and not self._timer.isActive() and not self._context.session.read_only:
            self._timer.start(_AFTER_CHANGE)

    def _read(self) -> None:
        if self._reading:
            return
        if self._context.tasks.pending:
            self._timer.start(_AFTER_CHANGE)
            return
        session, today = self._context.session, self._context.today()
        give_way = self._context.tasks.window_first.give_way

        def read() -> bool:
            # The reader itself is loaded only when there is something to read.
            return bool(session.reads.notes_to_read(1)) and session.readings.read_ahead(today, give_way)

        self._reading = True
        self._context.tasks.read(read, self._done, failed=self._stop)

    def _done(self, more: bool) -> None:
        self._reading = False
        if more:
            self._timer.start(_BETWEEN)

    def _stop(self, _problem: Problem) -> None:
        """The journal cannot be written to now: gestures say so. It is tried again after the next change."""
        self._reading = False
