"""The people as a list: the first of them read at once, all of them beside the window, filtered as one types."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.scope import UNSORTED
from relationship_journal.i18n import _, ngettext
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation

from .finding import Filter, find

ROW = Qt.ItemDataRole.UserRole
WAITS = Qt.ItemDataRole.UserRole + 1
"""Whether suggestions of a note on their timeline wait."""
_FEW = 40
Index = QModelIndex | QPersistentModelIndex
_Read = tuple[tuple[ContactRow, ...], int, frozenset[ContactId]]
_AT_ONCE = 60  # contacts that a high window shows


class ContactsModel(QStringListModel):
    """The contacts that fit the filter and the text, in pinyin order.

    Qt's list holds a name for each of them, so that Qt counts them itself: a view asks for the count once for every
    row that it lays out, ten thousand times for a letter taken away, and Python would answer each time.
    """

    counted = Signal()  #: `everyone` and `unsorted` were read again

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._generation = Generation()
        self._all: tuple[ContactRow, ...] = ()
        self._shown: list[ContactRow] = []
        self._filter = Filter.ALL
        self._text = ""
        self._waiting: frozenset[ContactId] = frozenset()
        self._lacks_some = False
        self.everyone = 0
        self.unsorted = 0
        context.bridge.changed.connect(self._changed)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._text

    @property
    def filter(self) -> Filter:
        """The filter in use."""
        return self._filter

    @property
    def everybody(self) -> tuple[ContactRow, ...]:
        """All contacts, shown or not."""
        return self._all

    def load(self) -> None:
        """Read the first of the people now, for the first picture."""
        reads = self._context.session.reads
        self._all, self.everyone, whole = reads.first_contact_rows(self._context.today(), _AT_ONCE)
        self._lacks_some = not whole or len(self._all) < self.everyone
        self.unsorted, self._waiting = reads.timeline_count(UNSORTED), reads.contacts_of_waiting()
        self._show()
        self.counted.emit()

    def complete(self) -> None:
        """Read everybody, beside the window, where `load` could not."""
        if self._lacks_some:
            self._context.tasks.read(self._read, self._take, self._generation)

    def look_for(self, text: str, wanted: Filter) -> None:
        """Show only who fits."""
        if (text, wanted) != (self._text, self._filter):
            self._text, self._filter = text, wanted
            self._show()

    def row_of(self, contact: ContactId) -> int:
        """The place of a contact in what is shown, or -1."""
        return next((n for n, row in enumerate(self._shown) if row.id == contact), -1)

    def at(self, place: int) -> ContactRow:
        """The contact at a place in what is shown."""
        return self._shown[place]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, the whole row under `ROW`, and a sentence for screen readers."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if role == WAITS:
            return row.id in self._waiting
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, waits=row.id in self._waiting)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Chosen, never edited in place."""
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _changed(self, changes: Changes, _origin: object) -> None:
        self._context.tasks.read(self._read, self._take, self._generation)

    def _read(self) -> _Read:
        reads = self._context.session.reads
        return reads.contact_rows(self._context.today()), reads.timeline_count(UNSORTED), reads.contacts_of_waiting()

    def _take(self, read: _Read) -> None:
        self._all, self.unsorted, self._waiting = read
        self.everyone = len(self._all)
        self._show()
        self.counted.emit()

    def _show(self) -> None:
        shown = find(self._all, self._text, self._filter)
        if [row.id for row in shown] == [row.id for row in self._shown]:
            before, self._shown = self._shown, shown
            for first, last in _spans([n for n, row in enumerate(shown) if row is not before[n]]):
                self.dataChanged.emit(self.index(first), self.index(last))
            return
        self._shown = shown
        self.setStringList([row.name for row in shown])


def _spans(places: list[int]) -> list[tuple[int, int]]:
    """Each place alone while they are few; the list looks through all the rows of a span that it is told of."""
    return [(place, place) for place in places] if len(places) <= _FEW else [(places[0], places[-1])]


def _spoken(row: ContactRow, *, waits: bool) -> str:
    parts = [row.name, row.org, _("Standing {n} of 6").format(n=row.standing)]
    if row.open_loops:
        parts.append(ngettext("{n} open loop", "{n} open loops", row.open_loops).format(n=row.open_loops))
    if waits:
        parts.append(_("suggestions wait"))
    return ", ".join(part for part in parts if part)
