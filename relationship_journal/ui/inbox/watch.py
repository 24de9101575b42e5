"""Watches the inbox folder: looks at the start and when something changes there, takes in what stands still."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message, _, sentences
from relationship_journal.services.settings import INBOX
from relationship_journal.ui.context import Context

if TYPE_CHECKING:
    from relationship_journal.services.importing import Taken
    from relationship_journal.services.inbox import Inbox

_BETWEEN_LOOKS = 1200  # ms: a file that did not change for so long is whole
_NOW_AND_THEN = 30_000  # ms: network folders tell nobody of what is saved in them


class InboxWatch(QObject):
    """One for an open journal; follows the setting."""

    def __init__(self, context: Context, parent: QObject | None = None, *, between: int = _BETWEEN_LOOKS) -> None:
        super().__init__(parent)
        self._context = context
        self._inbox: Inbox | None = None
        self._busy = False
        self._closing = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look_soon)
        self._timer = QTimer(self, singleShot=True, interval=between)
        self._timer.timeout.connect(self._look)
        self._now_and_then = QTimer(self, interval=_NOW_AND_THEN)
        self._now_and_then.timeout.connect(self.look_soon)
        context.bridge.changed.connect(self._changed)
        context.tasks.closing.connect(self._close)

    def begin(self) -> None:
        """Follow the setting from now on, and look at what lies there already."""
        if not self._context.session.read_only:
            self._follow()

    def look_soon(self) -> None:
        """Something may lie in the folder: look, and once more after a while, whether it still grows."""
        if self._inbox is not None and not self._timer.isActive():
            self._timer.start()

    def _changed(self, changes: Changes, _origin: object) -> None:
        if (changes.settings or changes.everything) and not self._context.session.read_only:
            self._follow()

    def _follow(self) -> None:
        name = str(self._context.session.settings.get(INBOX) or "")
        folder = Path(name) if name else None
        if folder == (self._inbox.folder if self._inbox else None):
            return
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._inbox = None
        self._now_and_then.stop()
        if folder is not None:
            from relationship_journal.services.inbox import Inbox

            self._inbox = Inbox(self._context.session, folder)
            self._watcher.addPath(str(folder))
            self._now_and_then.start()
            self.look_soon()

    def _look(self) -> None:
        inbox = self._inbox
        if inbox is None or self._busy or self._closing:
            return
        if not self._watcher.directories() and inbox.folder.is_dir():
            self._watcher.addPath(str(inbox.folder))  # it was away: a drive that was not connected
        self._busy = True
        today = self._context.today()

        def look_and_take() -> "tuple[bool, Taken | None]":
            arrival = inbox.look()
            taken = inbox.take(arrival.ready, today, lambda: self._closing) if arrival.ready else None
            return arrival.growing, taken

        self._context.tasks.read(look_and_take, self._done, failed=self._failed)

    def _done(self, looked: "tuple[bool, Taken | None]") -> None:
        self._busy = False
        growing, taken = looked
        if growing:
            self.look_soon()
        if taken is not None:
            self._tell(taken)

    def _failed(self, problem: Problem) -> None:
        """The journal cannot be written to now; what lies in the folder is looked at again when it changes."""
        self._busy = False
        self._context.notices.problem(problem)

    def _tell(self, taken: "Taken") -> None:
        from relationship_journal.ui.drop.taking_in import sentences_of

        new = taken.created or any(report.added or report.completed for report in taken.reports)
        refused = any(report.refused for report in taken.reports)
        if not new and not refused:
            return  # known already, from before a crash: there is nothing to tell
        told = Message("{told}", told=sentences([_("From the inbox:"), *self._whose(taken), *sentences_of(taken)]))
        if new:
            self._context.notices.say_done(told, self._context.actions["edit.undo"].trigger)
        else:
            self._context.notices.problem(Problem(told))

    def _whose(self, taken: "Taken") -> list[str]:
        """With whom what came is kept, where it is one name or two."""
        reads = self._context.session.reads
        names: dict[str, None] = {}
        for number in taken.created[:20]:
            try:
                names |= dict.fromkeys(reads.contact(contact).name for contact in reads.entry(number).contacts)
            except Problem:
                continue  # removed meanwhile
        return [_("{names}.").format(names=_(", ").join(names))] if 0 < len(names) <= 2 else []

    def _close(self) -> None:
        self._closing = True
        self._timer.stop()
        self._now_and_then.stop()
