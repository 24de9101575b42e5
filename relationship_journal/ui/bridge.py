"""From the services' hub to one Qt signal on the UI thread, with what other programs wrote as well."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from relationship_journal.domain.changes import Changes
from relationship_journal.services.hub import LONG
from relationship_journal.services.session import Session

FOREIGN = "foreign"  #: the origin of changes that another program made
_EVERY = 300  # ms: PRAGMA data_version costs microseconds
_REST = 100  # ms: all panes read again and paint at most so often …
_LONGEST_REST = 600  # … and the more seldom, the longer somebody's long work goes on


class Bridge(QObject):
    """Says on the UI thread what a commit changed, whoever made it.

    A commit is told at once; those that follow within a short time are told together at its end. What a long job
    commits meanwhile waits longer, and goes with the user's own gesture where one comes.
    """

    changed = Signal(object, object)  #: Changes, and the origin that the service was given

    _published = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._published.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._waiting: tuple[Changes, object] | None = None
        self._pause = _REST
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._tell_waiting)
        self._unsubscribe = session.hub.subscribe(self._publish)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look_for_foreign_changes)

    @property
    def is_behind(self) -> bool:
        """Whether something that was committed is still to be told."""
        return self._waiting is not None

    @property
    def is_flooded(self) -> bool:
        """Whether long work commits so much that nobody follows each part."""
        return self._pause > _REST

    def start(self) -> None:
        """Begin to look for what other programs write."""
        self._timer.start()

    def stop(self) -> None:
        """Hear nothing more: the journal is being closed."""
        self._timer.stop()
        self._unsubscribe()

    def look_for_foreign_changes(self) -> None:
        """Look now instead of at the next turn of the timer."""
        changes = self._session.file.poll()
        if changes:
            self._tell(changes, FOREIGN)

    def _tell(self, changes: Changes, origin: object) -> None:
        if not self._rest.isActive():
            self._rest.start(self._pause)
            self.changed.emit(changes, origin)
            return
        self._waiting = (self._waiting[0] | changes if self._waiting else changes, origin)
        if origin != LONG:
            rested = self._rest.interval() - self._rest.remainingTime()
            self._rest.start(max(0, min(_REST, self._rest.interval()) - rested))

    def _tell_waiting(self) -> None:
        if self._waiting is None:
            self._pause = _REST
            return
        (changes, origin), self._waiting = self._waiting, None
        self._pause = min(2 * self._pause, _LONGEST_REST) if origin == LONG else _REST
        self._tell(changes, origin)

    def _publish(self, changes: Changes, origin: object) -> None:
        """Called on the thread that wrote."""
        self._published.emit(changes, origin)
