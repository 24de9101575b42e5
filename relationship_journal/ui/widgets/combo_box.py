"""A box in which one of several things is chosen, in the look of the fields."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.ui.theme.tokens import ICON_SMALL, SPACE_8


class ComboBox(QComboBox):
    """Turns only with the keys and by choosing: a wheel over a form scrolls the form."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's box, and a caret in the theme's own colour."""
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(ICON_SMALL)
        box = QRectF(self.width() - side - theme.px(SPACE_8), (self.height() - side) / 2, side, side)
        role = Colour.TEXT_SECOND if self.isEnabled() else Colour.TEXT_THIRD
        paint_icon(QPainter(self), box, "caret-down", theme.colour(role))
