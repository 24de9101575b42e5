"""Saying whose entries are: a line that completes names and pinyin, floating over the timeline."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.composer.contact_field import ContactField
from relationship_journal.ui.composer.unfinished import Named
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label
from relationship_journal.ui.widgets.floating import Floating

_WIDTH = 340


class AssignPopover(Floating):
    """Enter in the empty line, or the button, assigns those chosen."""

    def __init__(self, context: Context, assign: Callable[[Sequence[Named]], object], parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._assign = assign
        self.field = ContactField(context)
        self.button = Button(N_("Assign"), "primary", small=True)
        self.button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.px(tokens.SPACE_12)] * 4)
        layout.setSpacing(theme.px(tokens.SPACE_8))
        layout.addWidget(Label(N_("Whose is it?"), Type.SMALL_STRONG, Colour.TEXT))
        layout.addWidget(self.field)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.px(_WIDTH))
        self.field.changed.connect(self._changed)
        self.button.clicked.connect(self._take)

    def open_below(self, anchor: QWidget, at: QPoint | None = None) -> None:
        """Show it with the keyboard in the line."""
        super().open_below(anchor, at)
        self.field.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter assigns."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.contacts:
            self._take()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self.button.setEnabled(bool(self.field.contacts))
        self.adjustSize()

    def _take(self) -> None:
        self._assign(self.field.named)
        self.close()
