"""A check box in the look of the other controls: its border can be seen in both schemes."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.theme.tokens import CHECK_BOX, HAIRLINE, RADIUS_KEY_CAP, SPACE_8

from .text import elided
from .words import Rewords, Words, worded


def paint_check_box(
    painter: QPainter, box: QRectF, *, checked: bool, usable: bool = True, ground: Colour = Colour.FIELD
) -> None:
    """Paint the box alone; `ground` fills it while it is empty."""
    theme = current_theme()
    line = (Colour.ACCENT if checked else Colour.EMPTY) if usable else Colour.BORDER
    fill = (Colour.ACCENT if usable else Colour.DISABLED_FILL) if checked else ground
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(line), HAIRLINE))
    painter.setBrush(theme.colour(fill))
    half = HAIRLINE / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS_KEY_CAP, RADIUS_KEY_CAP)
    if checked:
        inner = box.adjusted(2, 2, -2, -2)
        paint_icon(painter, inner, "check-bold", theme.colour(Colour.ON_ACCENT if usable else Colour.TEXT_THIRD))


class CheckBox(Rewords, QCheckBox):
    """A check box with words."""

    def __init__(self, words: Words, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        ring_around(self, RADIUS_KEY_CAP)
        current_theme().changed.connect(self.updateGeometry)
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        self.setText(worded(self._words).replace("&", "&&"))
        self.setAccessibleName(worded(self._words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Box and words on one line."""
        theme = current_theme()
        wide = theme.metrics(Type.BASE).horizontalAdvance(worded(self._words)) + theme.px(CHECK_BOX + SPACE_8) + 2
        return QSize(int(wide), max(theme.line_height(Type.BASE), theme.px(CHECK_BOX)))

    def minimumSizeHint(self) -> QSize:
        """It may shrink to a few letters."""
        return QSize(current_theme().px(CHECK_BOX * 4), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, check and words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(CHECK_BOX)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        usable = self.isEnabled()
        ground = Colour.FIELD
        if self.isDown():
            ground = Colour.PRESSED
        elif self.underMouse() and usable:
            ground = Colour.HOVER
        paint_check_box(painter, box, checked=self.isChecked(), usable=usable, ground=ground)
        font = theme.font(Type.BASE)
        painter.setFont(font)
        painter.setPen(theme.colour(Colour.TEXT if usable else Colour.TEXT_THIRD))
        x = side + theme.px(SPACE_8)
        words = elided(worded(self._words), font, self.width() - x + 1)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(x, 0, self.width() - x + 1, self.height()), flags, words)
