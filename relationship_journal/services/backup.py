"""Backing up a journal while it is in use, and putting a backup in its place."""

from datetime import date
from pathlib import Path

from relationship_journal.store import backing_up
from relationship_journal.store.backing_up import Progress
from relationship_journal.store.journal_file import JournalFile
from relationship_journal.store.snapshot import beside

LAST = "last_backup"
"""The memo that says on which day the journal was backed up last."""


class Backups:
    """The use case of one open journal."""

    def __init__(self, file: JournalFile) -> None:
        self._file = file

    def usual_place(self, today: date) -> Path:
        """Beside the journal, named after the day; a name that nothing has."""
        return beside(self._file.path, f"backup-{today.isoformat()}")

    def make(
        self, target: Path | None, today: date, *, replace: bool = False, progress: Progress | None = None
    ) -> Path:
        """Back up to `target`, or to the usual place; where the backup lies, compared with the journal.

        Half a backup never has that name. Raises as `store.backing_up.back_up`.
        """
        place = target or self.usual_place(today)
        backing_up.back_up(self._file, place, replace=replace, progress=progress)
        if not self._file.read_only:
            self._note(today)
        return place

    def _note(self, today: date) -> None:
        with self._file.gestures.work(None) as work:
            work.delete("memo", key=LAST)
            work.insert("memo", key=LAST, value=today.isoformat())


def restore(backup: Path, path: Path) -> Path | None:
    """Put `backup` in the place of the journal at `path`, which nobody may have open; where that one lies now.

    Raises as `store.backing_up.restore`.
    """
    return backing_up.restore(backup, path)
