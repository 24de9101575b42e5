"""What the user does to entries: each is one gesture on the writing thread, told with a way to undo it."""

from collections.abc import Callable, Sequence
from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import Entry, EntryKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.i18n import Message
from relationship_journal.ui.context import Context
from relationship_journal.values import replace

from .row_words import joined


class EntryGestures:
    """Gestures on rows of the timeline. What they change comes back through the bridge."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def undo(self) -> None:
        """Take the latest gesture back."""
        self._context.actions["edit.undo"].trigger()

    def remove(self, rows: Sequence[TimelineRow]) -> None:
        """Remove rows, the files and steps in them with them."""
        session = self._context.session
        entries = [row.entry.id for row in rows if row.entry is not None]
        courtesies = [row.courtesies[0].id for row in rows if row.entry is None]

        def run() -> None:
            if not courtesies:
                session.journal.remove(entries)
                return
            if not entries:
                session.courtesies.remove(courtesies)
                return
            with session.batch(Gesture.ENTRY_REMOVED):
                session.journal.remove(entries)
                session.courtesies.remove(courtesies)

        n = len(rows)
        self._say_when_done(run, Message("Removed {n} entry.", plural="Removed {n} entries.", n=n))

    def keep(
        self, entry: Entry, done: Callable[[], object] | None = None, failed: Callable[[Problem], object] | None = None
    ) -> None:
        """Keep an edited entry."""
        journal = self._context.session.journal
        self._context.tasks.run(lambda: journal.edit(entry), lambda _kept: done() if done else None, failed)

    def keep_edited(self, entry: Entry) -> None:
        """Keep an entry that was being edited when the user went elsewhere."""
        self._edit_all([entry], Message("What you were editing was kept."))

    def move_to_day(self, rows: Sequence[TimelineRow], day: date) -> None:
        """Put entries on another day."""
        self._edit_all([replace(entry, day=day) for entry in _entries(rows)], Message("Moved to {day}.", day=day))

    def change_kind(self, rows: Sequence[TimelineRow], kind: EntryKind) -> None:
        """Give entries another kind."""
        self._edit_all([replace(entry, kind=kind) for entry in _entries(rows)], Message("Kind changed."))

    def assign(self, rows: Sequence[TimelineRow], contacts: Sequence[tuple[ContactId, str]]) -> None:
        """Add contacts to entries."""
        added = tuple(contact for contact, _name in contacts)
        edited = [replace(entry, contacts=tuple(dict.fromkeys((*entry.contacts, *added)))) for entry in _entries(rows)]
        self._edit_all(edited, Message("Assigned to {names}.", names=joined([name for _contact, name in contacts])))

    def _edit_all(self, entries: list[Entry], told: Message) -> None:
        if not entries:
            return
        session = self._context.session

        def run() -> None:
            if len(entries) == 1:
                session.journal.edit(entries[0])
                return
            with session.batch(Gesture.ENTRY_EDITED):
                for entry in entries:
                    session.journal.edit(entry)

        self._say_when_done(run, told)

    def _say_when_done(self, run: Callable[[], None], told: Message) -> None:
        self._context.tasks.run(run, lambda _done: self._context.notices.say_done(told, self.undo))


def _entries(rows: Sequence[TimelineRow]) -> list[Entry]:
    return [row.entry for row in rows if row.entry is not None]
