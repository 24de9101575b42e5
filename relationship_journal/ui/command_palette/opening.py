"""Opens the palette over a window and gives it what it can do; entries are looked for beside the window."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.hit import Hit, HitKind
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.domain.search_query import parse
from relationship_journal.i18n import N_, day_and_month
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation

from .palette import Palette
from .palette_model import Deeds, Line, PaletteModel

_ENTRIES = 3


def open_palette(
    context: Context,
    people: Sequence[ContactRow],
    window: QWidget,
    *,
    start_entry: Callable[[], object],
    search: Callable[[str], object],
) -> Palette:
    """Show the palette. `people` is everybody; `start_entry` and `search` are the window's."""
    opener = _Opener(context, people, window, start_entry, search)
    return opener.open()


class _Opener:
    def __init__(
        self,
        context: Context,
        people: Sequence[ContactRow],
        window: QWidget,
        start_entry: Callable[[], object],
        search: Callable[[str], object],
    ) -> None:
        self._context = context
        self._window = window
        self._start_entry = start_entry
        self._search = search
        self._generation = Generation()
        self._people = people
        self._names = {row.id: row.name for row in people}
        self._model = PaletteModel(context.actions, people, self._deeds())

    def open(self) -> Palette:
        palette = Palette(self._model, self._window)
        self._model.setParent(palette)
        palette.field.textChanged.connect(self._look_for_entries)
        palette.open()
        return palette

    def _deeds(self) -> Deeds:
        return Deeds(
            in_view=lambda: next((row for row in self._people if row.id == self._context.selection.contact), None),
            look_at=self._context.selection.choose,
            for_person=(
                (N_("New entry"), "plus", self._entry_with),
                (N_("Record a favour…"), "handshake", self._record),
                (N_("Edit contact"), "pencil-simple", self._edit),
                (N_("Copy name"), "copy", self._copy),
            ),
            add=self._add,
            search=self._search,
        )

    def _look_for_entries(self, text: str) -> None:
        self._generation.next()
        if self._model.person is not None or not text.strip():
            return
        query = parse(text, self._context.today())
        reads = self._context.session.reads
        self._context.tasks.read(lambda: reads.search(query, _LOOKED_AT), self._show_entries, self._generation)

    def _show_entries(self, hits: tuple[Hit, ...]) -> None:
        entries = [hit for hit in hits if hit.kind is HitKind.ENTRY][:_ENTRIES]
        if entries:
            self._model.add_entries([self._line(hit) for hit in entries])

    def _line(self, hit: Hit) -> Line:
        names = "、".join(hit.names) if hit.names and not hit.names[0].isascii() else ", ".join(hit.names)
        detail = " · ".join(part for part in (names, day_and_month(hit.day) if hit.day else "") if part)
        return Line(" ".join(hit.snippet.split()), lambda: self._show_entry(hit), "note", detail)

    def _show_entry(self, hit: Hit) -> None:
        self._context.selection.show_entry(EntryId(hit.id), hit.contacts[0] if hit.contacts else EVERYONE)

    def _entry_with(self, contact: ContactId) -> None:
        self._context.selection.choose(contact)
        self._start_entry()

    def _record(self, contact: ContactId) -> None:
        from relationship_journal.ui.ladder.recording_for import record_favour

        record_favour(self._context, contact, self._window)

    def _edit(self, contact: ContactId) -> None:
        from relationship_journal.ui.contact_dialogs.contact_sheet import edit_contact

        edit_contact(self._context, contact, self._window)

    def _copy(self, contact: ContactId) -> None:
        QGuiApplication.clipboard().setText(self._names[contact])

    def _add(self, name: str) -> None:
        from relationship_journal.ui.contact_dialogs.add_sheet import add_contact

        add_contact(self._context, self._window, name)


_LOOKED_AT = 30
