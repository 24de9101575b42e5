"""Keeping the marks of contacts up to date while nobody needs the computer for anything else."""

from PySide6.QtCore import QObject, QTimer

from .context import Context
from .tasks import Job

_AFTER_START = 4000  # ms: whatever the user does first goes first
_AFTER_CHANGE = 2000  # ms after the latest change


class Settling(QObject):
    """Has marks that gestures removed computed and kept, in small parts between which gestures run."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.settle)
        context.bridge.changed.connect(self._changed)
        context.tasks.closing.connect(self._stop)
        self._timer.start(_AFTER_START)

    def settle(self) -> None:
        """Begin, unless it is under way."""
        if self._job is not None or self._context.session.read_only:
            return
        marks, today = self._context.session.marks, self._context.today()
        self._job = self._context.tasks.run_long(lambda _job: marks.settle(today), self._settled, self._failed)

    def _changed(self, *_changed: object) -> None:
        self._timer.start(_AFTER_CHANGE)

    def _stop(self) -> None:
        """The journal is closed: what is not kept yet is computed the next time."""
        if self._job is not None:
            self._job.cancel()

    def _settled(self, _count: int) -> None:
        self._job = None

    def _failed(self, _problem: object) -> None:
        """A full disk is told at the next gesture; marks can wait."""
        self._job = None
