"""The list of people: one row each, by keyboard and mouse, several at once, and a place to drop things."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.i18n import N_, Message, _
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.widgets import Menu

from .contact_delegate import ContactDelegate
from .contacts_model import ContactsModel, Index

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ContactList(QListView):
    """Choosing a row looks at its contact; letters typed here look for a name."""

    typed = Signal(str)  #: text that belongs into the field above
    left = Signal()  #: Escape
    opened = Signal()  #: Enter: on to the timeline

    def __init__(self, context: Context, model: ContactsModel) -> None:
        super().__init__()
        self._context = context
        self._people = model
        self._delegate = ContactDelegate(self)
        self._following = False
        self.setViewport(QWidget())  # Qt's own would be unknown to Python, which loads every widget class to name it
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.setAcceptDrops(True)
        self.selectionModel().selectionChanged.connect(self._chosen)
        model.modelReset.connect(self.follow)
        context.selection.changed.connect(self.follow)
        current_theme().changed.connect(self.scheduleDelayedItemsLayout)
        self.reword()

    def reword(self) -> None:
        """Put it into the language in use."""
        self.setAccessibleName(_("People"))
        self.viewport().update()

    def selected(self) -> tuple[ContactId, ...]:
        """The contacts that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._people.at(row).id for row in rows)

    def follow(self) -> None:
        """Select whom the window looks at, if shown here."""
        contact = self._context.selection.contact
        self._following = True
        try:
            place = self._people.row_of(contact) if contact is not None else -1
            if place < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            elif contact not in self.selected():
                index = self._people.index(place)
                self.selectionModel().setCurrentIndex(index, _CHOOSE)
                self.scrollTo(index)
        finally:
            self._following = False

    def go_to(self, place: int) -> None:
        """Choose the row at `place` and take the focus."""
        if 0 <= place < self._people.rowCount():
            self.setFocus(Qt.FocusReason.TabFocusReason)
            index = self._people.index(place)
            self.selectionModel().setCurrentIndex(index, _CHOOSE)
            self.scrollTo(index)

    def dataChanged(self, first: Index, last: Index, _roles: Sequence[int] = ()) -> None:
        """Rows say something else and are as high as before: Qt would place all of them anew, asking for each."""
        for place in range(first.row(), last.row() + 1):
            self.update(self._people.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Escape goes back, Delete removes, letters look for a name, the rest is the list's own."""
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Delete and self.selected():
            self._remove()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0 and plain:
            self.typed.emit("")
        elif event.text().strip() and event.text().isprintable() and plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the contacts selected."""
        where = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.visualRect(self.currentIndex()).center()
        if self.indexAt(where).isValid() and self.selected():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(where))

    def menu(self) -> Menu:
        """The menu for the contacts selected."""
        menu = Menu(self)
        chosen = self.selected()
        only = chosen[0] if len(chosen) == 1 else None
        if only is not None:
            menu.offer(N_("Record a favour…"), lambda: self._record(only), icon_name="handshake")
            menu.offer(N_("Edit contact"), lambda: self._edit(only), icon_name="pencil-simple", key="Ctrl+E")
        names = "\n".join(self._people.at(self._people.row_of(contact)).name for contact in chosen)
        copy = N_("Copy name") if only is not None else N_("Copy names")
        menu.offer(copy, lambda: QGuiApplication.clipboard().setText(names), icon_name="copy")
        menu.addSeparator()
        remove = N_("Remove contact") if only is not None else Message("Remove {n} contacts", n=len(chosen))
        menu.offer(remove, self._remove, icon_name="trash", key="Del")
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only what can be kept may come in; what would happen is said over a row."""
        from relationship_journal.ui.drop.taking_in import verb_for

        if verb_for(event.mimeData(), "") is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say on the row under the pointer what dropping there would do."""
        from relationship_journal.ui.drop.taking_in import verb_for

        at = event.position().toPoint()
        index = self.indexAt(at)
        verb = verb_for(event.mimeData(), self._people.at(index.row()).name) if index.isValid() else None
        self._show_drag(index.row() if verb else -1, verb or "")
        self._scroll_near_edges(at)
        if verb:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing would happen any more."""
        self._show_drag(-1, "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep it with the contact under the pointer, and look at them."""
        from relationship_journal.ui.drop.taking_in import take_in

        self._show_drag(-1, "")
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            contact = self._people.at(index.row()).id
            event.acceptProposedAction()
            take_in(self._context, event.mimeData(), (contact,))
            self._context.selection.choose(contact)

    def _show_drag(self, row: int, verb: str) -> None:
        if (row, verb) != (self._delegate.over, self._delegate.verb):
            self._delegate.over, self._delegate.verb = row, verb
            self.viewport().update()

    def _scroll_near_edges(self, at: QPoint) -> None:
        margin = self.autoScrollMargin()
        bar = self.verticalScrollBar()
        if at.y() < margin:
            bar.setValue(bar.value() - margin)
        elif at.y() > self.viewport().height() - margin:
            bar.setValue(bar.value() + margin)

    def _chosen(self, _new: QItemSelection, _old: QItemSelection) -> None:
        chosen = self.selected()
        if len(chosen) == 1 and not self._following:
            self._context.selection.choose(chosen[0])

    def _record(self, contact: ContactId) -> None:
        from relationship_journal.ui.ladder.recording_for import record_favour

        record_favour(self._context, contact, self.window())

    def _edit(self, contact: ContactId) -> None:
        from relationship_journal.ui.contact_dialogs.contact_sheet import edit_contact

        edit_contact(self._context, contact, self.window())

    def _remove(self) -> None:
        from relationship_journal.ui.contact_dialogs.removing import remove_contacts

        remove_contacts(self._context, self.selected())
