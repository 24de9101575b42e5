"""One suggestion as a chip: Enter takes it, Del dismisses it, E edits it first."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from relationship_journal.i18n import N_, _
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.focus_ring import RING
from relationship_journal.ui.widgets import Chip, ChipState, Menu

from .chip_words import because, icon_of, said_of, spoken, whose

_MOST = 360  # pixels; the rest is elided


class SuggestionChip(Chip):
    """`used` and `dismissed` settle it; `lit` tells that its words are to be shown."""

    edited = Signal()
    dismissed_all = Signal()
    lit = Signal()

    def __init__(self, context: Context, suggestion: Suggestion, parent: QWidget | None = None) -> None:
        self._context = context
        self.suggestion = suggestion
        self._at, self._count, self._names = 1, 1, False
        super().__init__(self._said, icon_name=icon_of(suggestion), digit=1, closable=True, parent=parent)
        self.setProperty(RING, None)  # the current chip has a line of its own

    def stand_for(self, suggestion: Suggestion, at: int, count: int, *, names: bool) -> None:
        """Be this suggestion, the one of number `at`; with the name of whose it is where `names`."""
        self.suggestion, self._at, self._count, self._names = suggestion, at, count, names
        self.number(at)
        self.draw(icon_of(suggestion), after="warning" if suggestion.warnings else "")
        self.reword()

    def settle(self, taken: bool | None) -> None:
        """Show that it is being taken or dismissed, or (None) that it waits."""
        if taken is None:
            self.turn(ChipState.CURRENT if self.hasFocus() else ChipState.REST)
        else:
            self.turn(ChipState.TAKEN if taken else ChipState.DISMISSED)

    @property
    def waits(self) -> bool:
        """Whether it is still to be settled."""
        return self.state in (ChipState.REST, ChipState.CURRENT)

    def reword(self) -> None:
        """Word it again, for a screen reader too."""
        super().reword()
        self.setAccessibleName(spoken(self.suggestion, self._at, self._count, self._context.today()))
        self.setAccessibleDescription(because(self.suggestion))
        self.setToolTip(because(self.suggestion))

    def sizeHint(self) -> QSize:
        """As wide as its words, up to a bound."""
        size = super().sizeHint()
        return size.boundedTo(QSize(current_theme().px(_MOST), size.height()))

    def keeps_room_for_cross(self) -> bool:
        """Always, so that nothing jumps when it becomes the current one."""
        return True

    def shows_cross(self) -> bool:
        """While it waits: who works with the mouse sees how it is dismissed."""
        return self.waits

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is the current one: its words light up."""
        if self.waits:
            self.turn(ChipState.CURRENT)
        self.lit.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another one is."""
        if self.waits:
            self.turn(ChipState.REST)
        self.lit.emit()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E edits it first."""
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.edited.emit()
        elif event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self._menu(self.mapToGlobal(self.rect().bottomLeft()))
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # Ctrl+Shift+Enter takes all: whoever holds the chips knows
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by the mouse."""
        self._menu(event.globalPos())

    def _menu(self, at: QPoint) -> None:
        menu = Menu(self)
        menu.offer(N_("Take"), self.click, icon_name="check", key="Return")
        menu.offer(N_("Edit first…"), self.edited.emit, icon_name="pencil-simple", key="E")
        menu.addSeparator()
        menu.offer(N_("Dismiss"), self.dismissed.emit, icon_name="x", key="Del")
        menu.offer(N_("Dismiss all"), self.dismissed_all.emit)
        menu.popup(at)

    def _said(self) -> str:
        said = said_of(self.suggestion, self._context.today())
        name = whose(self.suggestion, self._names)
        return _("{name}: {what}").format(name=name, what=said) if name else said
