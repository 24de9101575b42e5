"""The left pane: a field to find people, filters, the whole journal and the unsorted notes, and the people."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from relationship_journal.domain.scope import EVERYONE, UNSORTED, Scope
from relationship_journal.i18n import N_, _
from relationship_journal.ui.context import Context
from relationship_journal.ui.grounds import Hairline
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets import Rewords, SegmentedRow

from .contact_list import ContactList
from .contacts_model import ContactsModel
from .find_field import FindField
from .finding import Filter
from .nav_row import NavRow
from .nobody import Nobody


class Sidebar(Rewords, QWidget):
    """Who is there. `on` asks for the focus to go on to the timeline."""

    on = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = Filter.ALL
        self.people = ContactsModel(context, self)
        self.field = FindField()
        self.filters = SegmentedRow(
            N_("Which people are listed"),
            [(choice, choice.value, "") for choice in Filter],
            Filter.ALL,
            height=tokens.FILTER_HEIGHT,
            pill=True,
        )
        self.everyone = NavRow(N_("Everyone"), "users")
        self.unsorted = NavRow(N_("Unsorted"), "tray", urgent=True)
        self.list = ContactList(context, self.people)
        self.nobody = Nobody()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nobody)
        self._lay_out()
        self._connect()
        self.people.load()
        self._mark(context.selection.scope)
        self._tell_nobody()
        self.list.follow()

    def find_somebody(self) -> None:
        """Put the focus into the field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def reword(self) -> None:
        """Put everything into the language in use."""
        self.list.reword()
        self._tell_nobody()

    def _connect(self) -> None:
        selection = self._context.selection
        self.field.textChanged.connect(self._look)
        self.filters.chosen.connect(self._filter)
        self.everyone.clicked.connect(lambda: selection.choose(EVERYONE))
        self.unsorted.clicked.connect(lambda: selection.choose(UNSORTED))
        self.unsorted.accept_drops(self._verb, self._take_in)
        self.field.down.connect(lambda: self.list.go_to(max(0, self.list.currentIndex().row())))
        self.field.entered.connect(self._enter)
        self.field.left.connect(self._leave)
        self.list.typed.connect(self._type)
        self.list.left.connect(self._leave)
        self.list.opened.connect(self.on)
        self.nobody.add.clicked.connect(self._enter)
        self.people.counted.connect(self._count)
        self.people.modelReset.connect(self._tell_nobody)
        selection.changed.connect(self._mark)
        selection.changed.connect(self._let_see)

    def _lay_out(self) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(tokens.SPACE_12), 0, 0)
        layout.setSpacing(0)
        for widget, below in ((self.field, tokens.SPACE_12), (self.filters, tokens.SPACE_8)):
            row = QVBoxLayout()
            row.setContentsMargins(px(tokens.SPACE_12), 0, px(tokens.SPACE_12), px(below))
            row.addWidget(widget)
            layout.addLayout(row)
        layout.addWidget(self.everyone)
        layout.addWidget(self.unsorted)
        line = QVBoxLayout()
        line.setContentsMargins(px(tokens.SPACE_12), px(tokens.SPACE_8), px(tokens.SPACE_12), px(tokens.SPACE_8))
        line.addWidget(Hairline())
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)

    def _look(self, text: str) -> None:
        self.people.look_for(text, self._wanted)
        self._tell_nobody()

    def _filter(self, wanted: Filter) -> None:
        self._wanted = wanted
        self._look(self.field.text())

    def _enter(self) -> None:
        """Go to the first who fits; where nobody does, add them."""
        name = self.field.text().strip()
        if self.people.rowCount():
            self.list.go_to(0 if name else max(0, self.list.currentIndex().row()))
        elif name:
            from relationship_journal.ui.contact_dialogs.add_sheet import add_contact

            self.field.clear()
            add_contact(self._context, self.window(), name)

    def _leave(self) -> None:
        """Escape: first what was typed goes, then the filter, then the focus goes on."""
        if self.field.text():
            self.field.clear()
            self.list.follow()
        elif self._wanted is not Filter.ALL:
            self.filters.choose(Filter.ALL)
            self._filter(Filter.ALL)
        else:
            self.on.emit()

    def _type(self, text: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            self.field.setText(text)

    def _mark(self, scope: Scope) -> None:
        self.everyone.setChecked(scope is EVERYONE)
        self.unsorted.setChecked(scope is UNSORTED)

    def _let_see(self, _scope: Scope) -> None:
        """Whoever was chosen elsewhere stands in the list: what was typed, and the filter, give way to them."""
        contact = self._context.selection.contact
        if contact is None or self.people.row_of(contact) >= 0:
            return
        if self.field.text() or self._wanted is not Filter.ALL:
            self.field.clear()
            self.filters.choose(Filter.ALL)
            self._filter(Filter.ALL)
            self.list.follow()

    def _count(self) -> None:
        self.everyone.count(self.people.everyone)
        self.unsorted.count(self.people.unsorted)

    def _tell_nobody(self) -> None:
        """The list, or a sentence why it is empty and what to do."""
        empty = not self.people.rowCount()
        if empty:
            self.nobody.tell(self.field.text().strip(), self._wanted, self.people.everyone)
        self._stack.setCurrentWidget(self.nobody if empty else self.list)

    def _verb(self, mime: QMimeData) -> str | None:
        from relationship_journal.ui.drop.taking_in import verb_for

        verb: str | None = verb_for(mime, _("Unsorted"))
        return verb

    def _take_in(self, mime: QMimeData) -> None:
        from relationship_journal.ui.drop.taking_in import take_in

        take_in(self._context, mime, ())
        self._context.selection.choose(UNSORTED)
