"""With whom a courtesy was shared: the contact in view first, and whoever is added by name."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.i18n import N_
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import SPACE_4
from relationship_journal.ui.widgets import Chip, ChipState, Flow, Label, LineField, verbatim


class WithWhom(QWidget):
    """Chips of contacts and a line to add one; the first cannot be taken away."""

    changed = Signal()

    def __init__(self, context: Context, *contacts: ContactId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[ContactId, str] = {}
        self._chosen = list(contacts)
        self._flow_widget = QWidget()
        self._flow = Flow(self._flow_widget)
        self.line = LineField(N_("With"), N_("Add somebody who was there"), icon_name="user-plus")
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._add_named, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(completer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(SPACE_4))
        layout.addWidget(Label(N_("With"), Type.SMALL, Colour.TEXT_SECOND))
        layout.addWidget(self._flow_widget)
        layout.addWidget(self.line)
        context.tasks.read(context.session.reads.names, self._know)

    @property
    def contacts(self) -> tuple[ContactId, ...]:
        """Whose courtesy it is."""
        return tuple(self._chosen)

    def _know(self, names: dict[ContactId, str]) -> None:
        self._names = names
        self._show()

    def _add_named(self, name: str) -> None:
        found = next((one for one, known in self._names.items() if known == name and one not in self._chosen), None)
        if found is None:
            return
        self._chosen.append(found)
        self.line.clear()
        self._show()
        self.changed.emit()

    def _drop(self, contact: ContactId) -> None:
        self._chosen.remove(contact)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._flow.clear()
        for number, contact in enumerate(self._chosen):
            name = self._names.get(contact, "")
            state = ChipState.REST if number == 0 else ChipState.CURRENT
            chip = Chip(verbatim(name), icon_name="user", closable=number > 0, state=state)
            chip.dismissed.connect(lambda contact=contact: self._drop(contact))
            self._flow.addWidget(chip)
            chip.show()
        self._offered.setStringList([name for one, name in self._names.items() if one not in self._chosen])
        self._flow_widget.updateGeometry()
