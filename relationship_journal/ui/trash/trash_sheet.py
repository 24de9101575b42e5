"""The trash: what was removed, last first; one or several can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyId
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.one_line import on_one_line
from relationship_journal.domain.trashed import Trashed, TrashedKind
from relationship_journal.i18n import N_, Message, _, ngettext, short_day
from relationship_journal.services.session import Session
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label, Sheet

_ICONS = {
    TrashedKind.CONTACT: "user",
    TrashedKind.ENTRY: "note",
    TrashedKind.FAVOUR: "handshake",
    TrashedKind.COURTESY: "gift",
}
_LIST_HEIGHT = 320


def show_trash(context: Context, parent: QWidget | None) -> None:
    """Show what was removed."""
    TrashSheet(context, parent).open()


class TrashSheet(Sheet):
    """A list, and the button that takes back what is selected in it."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(N_("Trash"), N_("Take back"), parent, width=tokens.SHEET_WIDE, cancel=N_("Close"))
        self._context = context
        self._removals: tuple[Trashed, ...] = ()
        self.empty = Label(N_("The trash is empty."), Type.BASE, Colour.TEXT_SECOND)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was removed"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setFixedHeight(current_theme().px(_LIST_HEIGHT))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemSelectionChanged.connect(self._allow)
        self.list.itemDoubleClicked.connect(lambda _item: self._take_back())
        self.body.addWidget(self.empty)
        self.body.addWidget(self.list)
        self.confirmed.connect(self._take_back)
        self._read()

    def _read(self) -> None:
        self._removals = self._context.session.reads.trash()
        self.list.clear()
        for removal in self._removals:
            item = QListWidgetItem(icon(_ICONS[removal.kind]), _told(removal))
            item.setSizeHint(QSize(0, current_theme().px(tokens.NAV_ROW)))
            self.list.addItem(item)
        found = bool(self._removals)
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        self.explain(N_("What went with a contact comes back with them.") if found else "")
        if found:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self._allow()

    def _allow(self) -> None:
        self.primary.setEnabled(bool(self.list.selectedIndexes()))

    def _take_back(self) -> None:
        chosen = [self._removals[index.row()] for index in self.list.selectedIndexes()]
        if chosen:
            self.primary.setEnabled(False)
            session = self._context.session
            self._context.tasks.run(
                lambda: _restore(session, chosen),
                lambda _done: self._taken(chosen),
                lambda problem: self.fail(problem.message),
            )

    def _taken(self, chosen: Sequence[Trashed]) -> None:
        first = chosen[0]
        if len(chosen) == 1 and first.kind is TrashedKind.CONTACT:
            self._context.selection.choose(ContactId(first.id))
            said = Message("{name} is back.", name=first.text)
        else:
            said = Message("What was taken back is in its place again.")
        self._context.notices.say_done(said, self._context.actions["edit.undo"].trigger)
        self._read()
        if not self._removals:
            self.accept()


def _restore(session: Session, chosen: Sequence[Trashed]) -> None:
    """Take back everything in one undo step."""
    with session.batch(Gesture.TAKEN_BACK):
        for removal in chosen:
            if removal.kind is TrashedKind.CONTACT:
                session.contacts.restore((ContactId(removal.id),))
            elif removal.kind is TrashedKind.ENTRY:
                session.journal.restore((EntryId(removal.id),))
            elif removal.kind is TrashedKind.FAVOUR:
                session.favours.restore((FavourId(removal.id),))
            else:
                session.courtesies.restore((CourtesyId(removal.id),))


def _told(removal: Trashed) -> str:
    parts = [on_one_line(removal.text) or _("Without words")]
    if removal.day is not None:
        parts.append(short_day(removal.day))
    if removal.entries:
        parts.append(ngettext("with {n} entry", "with {n} entries", removal.entries).format(n=removal.entries))
    return " · ".join(parts)
