"""A favour as a line of a list: its title and its weight; opens it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.balance import Row
from relationship_journal.i18n import Message, short_day, word
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.theme.tokens import RADIUS_KEY_CAP, SPACE_6
from relationship_journal.ui.widgets import Rewords
from relationship_journal.ui.widgets.text import fitted

from .favour_button import FavourButton


class FavourLine(Rewords, FavourButton):
    """Title at the left, weight at the right; the day is told in the tooltip."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(row.favour.id, RADIUS_KEY_CAP, parent)
        self._row = row
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.reword()

    def show_row(self, row: Row) -> None:
        """Show another favour."""
        self._row, self.favour = row, row.favour.id
        self.reword()
        self.updateGeometry()
        self.update()

    def reword(self) -> None:
        """Word it again."""
        said = Message(
            "{title}, weight {weight}, {day}",
            title=self._row.favour.title,
            weight=self._row.weight,
            day=short_day(self._row.day),
        )
        self.setAccessibleName(word(said))
        self.setToolTip(word(said))

    def sizeHint(self) -> QSize:
        """A line of small text."""
        theme = current_theme()
        wide = theme.metrics(Type.SMALL).horizontalAdvance(f"{self._row.favour.title}  {self._row.weight}")
        return QSize(int(wide) + theme.px(SPACE_6), theme.line_height(Type.SMALL))

    def height_at(self, _width: int) -> int:
        """A line."""
        return current_theme().line_height(Type.SMALL)

    def minimumSizeHint(self) -> QSize:
        """It may shrink."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title and weight."""
        theme = current_theme()
        painter = QPainter(self)
        font = theme.font(Type.SMALL)
        painter.setPen(theme.colour(Colour.TEXT if self._hover or self.isDown() else Colour.TEXT_SECOND))
        weight = set_line(str(self._row.weight), font)
        room = self.width() - weight.width - theme.px(SPACE_6)
        fitted(self._row.favour.title, font, room).paint(painter, QRectF(0, 0, room + 1, self.height()))
        weight.paint(painter, QRectF(self.width() - weight.width, 0, weight.width, self.height()))
