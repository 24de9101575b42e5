"""Choosing the entry in which something happened, among the latest of the contact."""

from collections.abc import Callable

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import Entry, EntryId
from relationship_journal.domain.one_line import on_one_line
from relationship_journal.domain.words import ENTRY_WORDS
from relationship_journal.i18n import N_, _, short_day
from relationship_journal.ui.context import Context
from relationship_journal.ui.widgets import ChoiceField, DayField, Words

_OFFERED = 30
_LETTERS = 40


class EntryChoice(ChoiceField[EntryId | None]):
    """The latest entries with a contact; one that is older but chosen already is offered too."""

    def __init__(self, context: Context, contact: ContactId, chosen: EntryId | None = None) -> None:
        self.entries: dict[EntryId, Entry] = {}
        super().__init__(N_("Happened in"), [(None, N_("No entry"))], None)
        self._chosen = chosen
        reads = context.session.reads

        def read() -> list[Entry]:
            rows = [row.entry for row in reads.timeline(contact, limit=_OFFERED) if row.entry is not None]
            if chosen is not None and all(entry.id != chosen for entry in rows):
                rows.append(reads.entry(chosen))
            return rows

        context.tasks.read(read, self._offer)

    def put_day_into(self, day: DayField) -> None:
        """Let `day` show the day of the chosen entry, if one is chosen."""
        entry = self.entries.get(self.value) if self.value is not None else None
        if entry is not None:
            day.show_day(entry.day)

    def _offer(self, entries: list[Entry]) -> None:
        self.entries = {entry.id: entry for entry in entries}
        choices: list[tuple[EntryId | None, Words]] = [(None, N_("No entry"))]
        choices += [(entry.id, _words_of(entry)) for entry in entries]
        self.offer(choices, self._chosen)


def _words_of(entry: Entry) -> Callable[[], str]:
    text = on_one_line(entry.text)
    shown = text if len(text) <= _LETTERS else text[:_LETTERS].rstrip() + "…"
    return lambda: "  ".join([short_day(entry.day), _(ENTRY_WORDS[entry.kind]), shown])
