"""What lies over a whole window while something floats on it."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from relationship_journal.ui.theme import Colour, current_theme


class Veil(QWidget):
    """Shows the window darkened, as a picture of how it looked when the veil fell over it.

    A veil that one really looks through has the whole window painted again below it at every letter that is typed on
    it, which takes several times as long as what was found.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._below = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        current_theme().changed.connect(self.look_again, Qt.ConnectionType.QueuedConnection)

    def cover(self) -> None:
        """Lie over all of the window, whose size may be another one."""
        if self.geometry() != self._window.rect() or self._below.isNull():
            self.setGeometry(self._window.rect())
            self.look_again()

    def look_again(self) -> None:
        """Show the window as it looks now."""
        ratio = self._window.devicePixelRatioF()
        self._below = QPixmap(self._window.size() * ratio)
        self._below.setDevicePixelRatio(ratio)
        self._below.fill(current_theme().colour(Colour.WINDOW))
        painter = QPainter(self._below)
        for child in self._window.children():
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and child is not self:
                child.render(painter, child.pos())
        painter.fillRect(QRect(QPoint(), self._window.size()), current_theme().colour(Colour.VEIL))
        painter.end()
        self.update()

    def paint_below(self, painter: QPainter, part: QRect | None = None, hole: QRect | None = None) -> None:
        """Paint the picture, or a part of it and not the hole in that; the veil's own paint event begins with it."""
        part = self.rect() if part is None else part
        hole = QRect() if hole is None else hole.intersected(part)
        if hole.isEmpty():
            self._paint_piece(painter, part)
            return
        across = part.width()
        self._paint_piece(painter, QRect(part.left(), part.top(), across, hole.top() - part.top()))
        self._paint_piece(painter, QRect(part.left(), hole.top(), hole.left() - part.left(), hole.height()))
        self._paint_piece(painter, QRect(hole.right() + 1, hole.top(), part.right() - hole.right(), hole.height()))
        self._paint_piece(painter, QRect(part.left(), hole.bottom() + 1, across, part.bottom() - hole.bottom()))

    def _paint_piece(self, painter: QPainter, piece: QRect) -> None:
        ratio = self._below.devicePixelRatioF()
        of_picture = QRectF(piece.x() * ratio, piece.y() * ratio, piece.width() * ratio, piece.height() * ratio)
        painter.drawPixmap(QRectF(piece), self._below, of_picture)
