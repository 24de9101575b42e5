"""The field that looks for people as one types; arrows and Enter go into the list below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from relationship_journal.i18n import N_
from relationship_journal.ui.widgets import LineField


class FindField(LineField):
    """Down, Enter and Escape are for whoever holds the list."""

    down = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(
            N_("Find people"), N_("Name, company, tag, initials"), icon_name="magnifying-glass", clearable=True
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that go elsewhere."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
