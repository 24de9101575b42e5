"""Reads of the notes that wait: for somebody whose they are, for being read, or for their suggestions to be settled."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import EntryId

from .connected import day, marks
from .entries import EntryReads

if TYPE_CHECKING:
    from relationship_journal.domain.agenda_rows import UnsortedNote

_BEGINNING = """
CASE WHEN e.text = '' THEN (SELECT group_concat(name, ', ') FROM attachment WHERE entry_id = e.id)
ELSE substr(e.text, 1, 200) END"""
_UNSORTED = f"""
SELECT e.id, e.day, {_BEGINNING} FROM entry e WHERE e.unsorted = 1 AND e.trashed IS NULL ORDER BY e.day, e.time, e.id"""
_OPEN = "SELECT entry_id FROM waiting INDEXED BY waiting_open WHERE open = 1 AND suggestion <> ''"
_WAITING = f"""
SELECT e.id, e.day, {_BEGINNING},
    (SELECT contact_id FROM entry_contact WHERE entry_id = e.id ORDER BY position LIMIT 1)
FROM entry e WHERE e.id IN ({_OPEN}) AND e.unsorted = 0 AND e.trashed IS NULL ORDER BY e.day, e.time, e.id"""
_CHIPS = """
SELECT entry_id, sum(suggestion <> '') FROM waiting INDEXED BY waiting_open
WHERE open = 1 AND entry_id IN ({ids}) GROUP BY entry_id"""
_WHOSE = f"""
SELECT DISTINCT ec.contact_id FROM entry_contact ec
WHERE ec.entry_id IN ({_OPEN}) AND ec.trashed IS NULL"""
_TO_READ = "SELECT entry_id FROM waiting INDEXED BY waiting_open WHERE open = 1 AND suggestion = '' LIMIT ?"
_AT_ONCE = 500
_SNIPPET = 60

STILL_TO_READ = -1
"""Stands for the number of suggestions of a note that was not read yet."""


class WaitingReads(EntryReads):
    """Queries for notes that wait."""

    def unsorted_notes(self) -> "tuple[UnsortedNote, ...]":
        """The notes that belong to nobody, oldest first, with how they begin, else the names of their files."""
        from relationship_journal.domain.agenda_rows import UnsortedNote

        with self._moment():
            rows = self._rows(_UNSORTED)
            chips = self.waiting_chips([row[0] for row in rows])
        return tuple(
            UnsortedNote(EntryId(number), day(when), _beginning(text), chips=max(0, chips.get(EntryId(number), 0)))
            for number, when, text in rows
        )

    def waiting_notes(self) -> "tuple[UnsortedNote, ...]":
        """The notes of somebody of which suggestions wait, oldest first."""
        from relationship_journal.domain.agenda_rows import UnsortedNote

        with self._moment():
            rows = self._rows(_WAITING)
            chips = self.waiting_chips([row[0] for row in rows])
            names = self._names({row[3] for row in rows})
        return tuple(
            UnsortedNote(
                EntryId(number), day(when), _beginning(text), ContactId(whose), names.get(whose, ""), chips[number]
            )
            for number, when, text, whose in rows
        )

    def waiting_chips(self, entries: Sequence[int]) -> dict[EntryId, int]:
        """How many suggestions of these entries' notes wait, or `STILL_TO_READ`; none is left out."""
        found: dict[EntryId, int] = {}
        for first in range(0, len(entries), _AT_ONCE):
            some = entries[first : first + _AT_ONCE]
            for entry, waits in self._rows(_CHIPS.format(ids=marks(some)), *some):
                found[EntryId(entry)] = waits or STILL_TO_READ
        return found

    def notes_to_read(self, limit: int) -> tuple[EntryId, ...]:
        """Some notes that were brought in and not read yet."""
        return tuple(EntryId(entry) for (entry,) in self._rows(_TO_READ, limit))

    def contacts_of_waiting(self) -> frozenset[ContactId]:
        """Everybody on whose timeline the suggestions of a note wait; nobody where they cannot be taken."""
        found = frozenset(ContactId(contact) for (contact,) in self._rows(_WHOSE))
        return found if found and self._are_offered() else frozenset()

    def _are_offered(self) -> bool:
        """Whether suggestions are made here: not where reading is turned off, nor where nothing can be recorded."""
        return not self._file.read_only and self.settings().reading

    def settled_suggestions(self, entry: EntryId) -> frozenset[str]:
        """The suggestions of an entry's note that were taken or dismissed."""
        return frozenset(row[0] for row in self._rows("SELECT suggestion FROM reading WHERE entry_id = ?", entry))


def _beginning(text: str | None) -> str:
    from relationship_journal.domain.one_line import on_one_line

    line = on_one_line(text or "")
    return line if len(line) <= _SNIPPET else f"{line[: _SNIPPET - 1].rstrip()}…"
