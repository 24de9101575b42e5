"""The ladder as a sign, all rungs closed: what the program is about, before anything is in it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationship_journal.domain.rung import HIGHEST
from relationship_journal.ui.signs import Bar, LadderGeometry, RungLook, paint_ladder
from relationship_journal.ui.theme import current_theme

_RUNGS = tuple(RungLook(number, Bar.CLOSED) for number in range(1, HIGHEST + 1))
_WIDE, _ROW, _LOW_ROW = 200, 34, 21


class LadderSign(QWidget):
    """Decoration: it has nothing to tell to those who do not see it."""

    def __init__(self) -> None:
        super().__init__()
        self._row = _ROW
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)

    def be_low(self, low: bool) -> None:
        """Draw it lower, where the window is."""
        self._row = _LOW_ROW if low else _ROW
        self.updateGeometry()

    @property
    def _geometry(self) -> LadderGeometry:
        return LadderGeometry(middle=_WIDE / 2, foot=self._row, taper=self._row * 0.3, row=self._row, numeral=None)

    def sizeHint(self) -> QSize:
        """As large as the ladder."""
        px = current_theme().px
        return QSize(px(_WIDE), px(self._geometry.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        paint_ladder(painter, _WIDE, self._geometry, _RUNGS)
        painter.end()
