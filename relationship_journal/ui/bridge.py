"""From the services' hub to one Qt signal on the UI thread, with what other programs wrote as well."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from relationship_journal.domain.changes import Changes
from relationship_journal.services.session import Session

FOREIGN = "foreign"  #: the origin of changes that another program made
_EVERY = 300  # ms: PRAGMA data_version costs microseconds


class Bridge(QObject):
    """Says on the UI thread what a commit changed, whoever made it."""

    changed = Signal(object, object)  #: Changes, and the origin that the service was given

    _published = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._published.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = session.hub.subscribe(self._publish)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look_for_foreign_changes)

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
            self.changed.emit(changes, FOREIGN)

    def _publish(self, changes: Changes, origin: object) -> None:
        """Called on the thread that wrote."""
        self._published.emit(changes, origin)
