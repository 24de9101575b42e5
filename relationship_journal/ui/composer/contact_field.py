"""Several contacts: chips, and a line that completes names, nicknames and pinyin."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.i18n import N_
from relationship_journal.ui.context import Context
from relationship_journal.ui.sidebar.finding import find
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets import Chip, Flow, LineField, verbatim
from relationship_journal.ui.widgets.floating import Floating

MOST = 8
_LIST_WIDTH = 280
_ID = Qt.ItemDataRole.UserRole
_KEYS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape}
Named = tuple[ContactId, str]


class ContactField(QWidget):
    """The people of an entry. `changed` tells that somebody was added or taken away."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[ContactRow, ...] = ()
        self._chosen: list[Named] = []
        self._chips: list[Chip] = []
        self._flow = Flow(self)
        self.line = LineField(N_("Add a person"), N_("Add a person"))
        self.line.setProperty("bare", True)
        self.line.setFixedWidth(current_theme().px(150))
        self._flow.addWidget(self.line)
        self._list = CompletionList(self)
        self._list.taken.connect(self._take)
        self.line.textEdited.connect(self._look_up)
        self.line.installEventFilter(self)

    @property
    def contacts(self) -> tuple[ContactId, ...]:
        """Who is chosen."""
        return tuple(contact for contact, _name in self._chosen)

    @property
    def named(self) -> tuple[Named, ...]:
        """Who is chosen, with names."""
        return tuple(self._chosen)

    def show_contacts(self, named: Sequence[Named]) -> None:
        """Show these."""
        if list(named) == self._chosen:
            return
        self._chosen = list(named)
        for chip, (_contact, name) in zip(self._chips, self._chosen, strict=False):
            chip.say(verbatim(name))
        if len(self._chips) != len(self._chosen):
            self._make_chips()
        self.updateGeometry()

    def _make_chips(self) -> None:
        """As many as there are people, before the line; those that are there stay."""
        line = self._flow.takeAt(self._flow.count() - 1)
        while len(self._chips) > len(self._chosen):
            self._flow.takeAt(self._flow.count() - 1)
            chip = self._chips.pop()
            chip.hide()
            chip.deleteLater()
        for place in range(len(self._chips), len(self._chosen)):
            words = verbatim(self._chosen[place][1])
            chip = Chip(words, icon_name="user", closable=True, height=tokens.CHIP_HEIGHT)
            chip.dismissed.connect(partial(self._take_off_at, place))
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        if line is not None:
            self._flow.addItem(line)
        self._flow.tab_through()

    def _take_off_at(self, place: int) -> None:
        self.take_off(self._chosen[place][0])

    def add(self, contact: ContactId, name: str) -> None:
        """Add somebody who is not there yet."""
        if contact not in self.contacts:
            self.show_contacts([*self._chosen, (contact, name)])
            self.changed.emit()

    def take_off(self, contact: ContactId) -> None:
        """Take somebody away."""
        self.show_contacts([one for one in self._chosen if one[0] != contact])
        self.line.setFocus()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the line belong to the list below it; Backspace in an empty line takes the last off."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._list.isVisible() and self._list.take_key(event):
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chosen:
                self.take_off(self._chosen[-1][0])
                return True
        elif watched is self.line and event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        elif watched is self.line and event.type() == QEvent.Type.FocusIn:
            reads, today = self._context.session.reads, self._context.today()
            self._context.tasks.read(lambda: reads.contact_rows(today), self._keep_rows)
        return super().eventFilter(watched, event)

    def _keep_rows(self, rows: tuple[ContactRow, ...]) -> None:
        self._rows = rows
        if self.line.text():
            self._look_up(self.line.text())

    def _look_up(self, text: str) -> None:
        found = [row for row in find(self._rows, text) if row.id not in self.contacts] if text.strip() else []
        self._list.offer(found[:MOST], self.line)

    def _take(self, contact: int, name: str) -> None:
        self.line.clear()
        self._list.hide()
        self.add(ContactId(contact), name)
        self.line.setFocus()


class CompletionList(Floating):
    """What completes: below the line, never with the focus."""

    taken = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        # A window that could grow is never adjusted to less than 100 pixels, which would stand empty around one name.
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[current_theme().px(tokens.SPACE_4)] * 4)
        layout.addWidget(self.list)
        self.list.itemClicked.connect(self._item_taken)

    def offer(self, rows: Sequence[ContactRow], line: QWidget, at: QPoint | None = None) -> None:
        """Show these below `line`, or at a point of it, or nothing."""
        self.list.clear()
        for row in rows:
            beside = row.org or row.title
            item = QListWidgetItem(f"{row.name}  {beside}" if beside else row.name)
            item.setData(_ID, (row.id, row.name))
            item.setSizeHint(QSize(0, current_theme().px(tokens.CHIP_HEIGHT)))
            self.list.addItem(item)
        if not rows:
            self.hide()
            return
        self.list.setCurrentRow(0)
        theme = current_theme()
        self.list.setFixedHeight(theme.px(tokens.CHIP_HEIGHT) * len(rows))
        self.setFixedWidth(theme.px(_LIST_WIDTH))
        self.open_below(line, at)

    def has_use_for(self, event: QKeyEvent) -> bool:
        """Whether `take_key` would take this one."""
        return event.key() in _KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier

    def take_key(self, event: QKeyEvent) -> bool:
        """Arrows move, Enter and Tab take, Escape closes."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._item_taken(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _item_taken(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            contact, name = item.data(_ID)
            self.taken.emit(contact, name)
