"""What every line that stands for a favour does: lights up under the mouse, and opens by click, Space or Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relationship_journal.ui.theme.focus_ring import ring_around


class FavourButton(QAbstractButton):
    """As wide as there is room. `opened` is sent with the favour's id; a subclass paints it. `radius` of its ring."""

    opened = Signal(int)

    def __init__(self, favour: int, radius: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.favour = favour
        self._hover = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ring_around(self, radius)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Rest."""
        self._hover = False
        self.update()

    def _open(self) -> None:
        self.opened.emit(self.favour)
