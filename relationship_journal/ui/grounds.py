"""What panes stand on: an area in one colour role, and the hairline between two of them."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from .theme import Colour, current_theme, tokens


class Ground(QFrame):
    """An area filled with one colour role, which follows the theme; `inside` fills it."""

    def __init__(self, role: Colour, inside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setAutoFillBackground(True)
        if inside is not None:
            self.fill(inside)
        current_theme().changed.connect(self._dress)
        self._dress()

    def fill(self, inside: QWidget) -> None:
        """Let `inside` take all of it."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), current_theme().colour(self._role))
        self.setPalette(palette)


class Backdrop(QWidget):
    """What the panes of a page stand on that is turned to as a whole: a ground that Qt does not know to be opaque.

    An opaque widget is painted by itself, with all within; then whatever within asked to be painted, as everything
    does that was just shown, is painted once more.
    """

    def __init__(self, role: Colour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        current_theme().changed.connect(self.update)

    def fill(self, inside: QWidget) -> None:
        """Let `inside` take all of it."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), current_theme().colour(self._role))
        painter.end()


class Hairline(Ground):
    """A line of one pixel, across or upright."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Colour.HAIRLINE, parent=parent)
        if upright:
            self.setFixedWidth(tokens.HAIRLINE)
        else:
            self.setFixedHeight(tokens.HAIRLINE)
