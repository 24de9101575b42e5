"""A chip: a small button with a sign or an icon, a word or two, and what can be done with it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.theme.tokens import (
    CHIP_HEIGHT,
    DIGIT_CAP,
    FOCUS_RING,
    HAIRLINE,
    ICON_SMALL,
    RADIUS_CHIP,
    RADIUS_KEY_CAP,
    SPACE_4,
    SPACE_6,
    SPACE_8,
)
from relationship_journal.values import dataclass

from .button import pressed_by
from .text import fitted
from .words import Rewords, Words, worded

Sign = Callable[[QPainter, QRectF], None]


class ChipState(StrEnum):
    """How a chip stands."""

    REST = "rest"
    CURRENT = "current"
    TAKEN = "taken"
    DISMISSED = "dismissed"
    QUIET = "quiet"
    ACCENT = "accent"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class _Paint:
    fill: Colour | None
    line: Colour
    text: Colour
    width: float = HAIRLINE


_PAINTS = {
    ChipState.REST: _Paint(Colour.CARD, Colour.BORDER, Colour.TEXT),
    ChipState.CURRENT: _Paint(Colour.CARD, Colour.ACCENT, Colour.TEXT, FOCUS_RING),
    ChipState.TAKEN: _Paint(Colour.ACCENT_SOFT, Colour.ACCENT, Colour.TEXT),
    ChipState.DISMISSED: _Paint(None, Colour.EVIDENCE, Colour.TEXT_THIRD),
    ChipState.QUIET: _Paint(Colour.CARD, Colour.BORDER, Colour.TEXT_THIRD),
    ChipState.ACCENT: _Paint(Colour.ACCENT_SOFT, Colour.ACCENT_LINE, Colour.ACCENT),
    ChipState.DASHED: _Paint(None, Colour.BORDER, Colour.TEXT_SECOND),
}


class Chip(Rewords, QAbstractButton):
    """A chip of words; `sign` paints into a small square before them, or `icon_name` stands there.

    `digit` is shown as a key cap; `closable` ones show a cross under the pointer and send `dismissed` for it and for
    Delete. `pill` makes round ends.
    """

    dismissed = Signal()

    def __init__(
        self,
        words: Words,
        *,
        icon_name: str = "",
        after: str = "",
        sign: Sign | None = None,
        digit: int | None = None,
        closable: bool = False,
        pill: bool = False,
        height: int = CHIP_HEIGHT,
        state: ChipState = ChipState.REST,
        role: Type = Type.SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._icon, self._after, self._sign, self._digit = words, icon_name, after, sign, digit
        self._closable, self._pill, self._height, self._state, self._role = closable, pill, height, state, role
        self._spoken: Words = ""
        self._hover = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        ring_around(self, height // 2 if pill else RADIUS_CHIP)
        current_theme().changed.connect(self.updateGeometry)
        self.reword()

    @property
    def state(self) -> ChipState:
        """How it stands."""
        return self._state

    def turn(self, state: ChipState) -> None:
        """Stand otherwise."""
        if state is not self._state:
            self._state = state
            self.updateGeometry()
            self.update()

    def draw(self, icon_name: str | None = None, *, after: str | None = None) -> None:
        """Show another icon before the words, or after them."""
        before = self._icon, self._after
        self._icon = self._icon if icon_name is None else icon_name
        self._after = self._after if after is None else after
        if (self._icon, self._after) != before:
            self.updateGeometry()
            self.update()

    def number(self, digit: int | None) -> None:
        """Show another digit; one of two figures is none on a key."""
        self._digit = digit if digit is not None and digit < 10 else None
        self.updateGeometry()
        self.update()

    def say(self, words: Words) -> None:
        """Take other words."""
        self._words = words
        self.reword()

    def speak(self, words: Words) -> None:
        """Tell who hears it more than who sees it."""
        self._spoken = words
        self.setAccessibleName(worded(words))

    def reword(self) -> None:
        """Word it again."""
        text = worded(self._words)
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
            self.update()
        self.setAccessibleName(worded(self._spoken) or text)

    def sizeHint(self) -> QSize:
        """Room for all of it; the cross has its room from the start so that nothing jumps."""
        theme = current_theme()
        wide = theme.px(SPACE_8) * 2 + set_line(self.text(), theme.font(self._role)).width
        wide += self._lead_width() + (theme.px(ICON_SMALL + SPACE_6) if self._after else 0)
        wide += theme.px(ICON_SMALL + SPACE_4) if self._closable and self.keeps_room_for_cross() else 0
        return QSize(int(wide) + 2, theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """It may shrink to its sign and a letter or two."""
        theme = current_theme()
        return QSize(min(self.sizeHint().width(), int(self._lead_width()) + theme.px(56)), theme.px(self._height))

    def keeps_room_for_cross(self) -> bool:
        """Whether a closable one has room for its cross now."""
        return self._state is ChipState.CURRENT

    def shows_cross(self) -> bool:
        """Whether the cross of a closable one can be seen now."""
        return self._hover or self._state is ChipState.CURRENT

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Rest."""
        self._hover = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the cross dismisses."""
        if self._closable and self._cross().contains(event.position()) and self.isDown():
            self.setDown(False)
            self.dismissed.emit()
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes as Space does; Delete dismisses."""
        if pressed_by(self, event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Ctrl+Enter keeps the entry: whoever holds the chip knows
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._closable:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words and cross."""
        theme = current_theme()
        look = _PAINTS[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        x = float(theme.px(SPACE_8))
        x = self._paint_lead(painter, x, look)
        font = theme.font(self._role)
        if self._state is ChipState.DISMISSED:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setPen(theme.colour(look.text if self.isEnabled() else Colour.TEXT_THIRD))
        cross = self._closable and self.shows_cross()
        right = int(self._cross().left()) if cross else self.width() - theme.px(SPACE_8)
        if self._after:
            side = theme.px(ICON_SMALL)
            paint_icon(
                painter,
                QRectF(right - side, (self.height() - side) / 2, side, side),
                self._after,
                theme.colour(look.text),
            )
            right -= side + theme.px(SPACE_6)
        room = QRectF(x, 0, right - x + 1, self.height())
        fitted(self.text(), font, room.width()).paint(painter, room)
        if cross:
            inner = self._cross().adjusted(2, 0, -2, 0)
            side = theme.px(ICON_SMALL) - 2
            box = QRectF(inner.center() - QPointF(side / 2, side / 2), inner.center() + QPointF(side / 2, side / 2))
            pressing = self._hover or self._state is ChipState.CURRENT
            paint_icon(painter, box, "x", theme.colour(Colour.ACCENT if pressing else Colour.TEXT_THIRD))

    def _paint_ground(self, painter: QPainter, look: _Paint) -> None:
        theme = current_theme()
        fill: QColor | None = theme.colour(look.fill) if look.fill else None
        if self._state not in (ChipState.TAKEN, ChipState.DISMISSED, ChipState.ACCENT):
            if self.isDown():
                fill = theme.colour(Colour.PRESSED)
            elif self._hover and self.isEnabled():
                fill = theme.colour(Colour.HOVER)
        pen = QPen(theme.colour(look.line), look.width)
        if self._state in (ChipState.DISMISSED, ChipState.DASHED):
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        half = look.width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = box.height() / 2 if self._pill else theme.px(RADIUS_CHIP)
        painter.drawRoundedRect(box, radius, radius)

    def _lead_width(self) -> float:
        theme = current_theme()
        wide = 0.0
        if self._digit is not None or self._state is ChipState.TAKEN:
            wide += theme.px(DIGIT_CAP + SPACE_6 - SPACE_4)
        if self._sign is not None or self._icon:
            wide += theme.px(ICON_SMALL) + (theme.px(SPACE_6) if self.text() else 0)
        return wide

    def _paint_lead(self, painter: QPainter, x: float, look: _Paint) -> float:
        theme = current_theme()
        middle = self.height() / 2
        if self._digit is not None or self._state is ChipState.TAKEN:
            side = theme.px(DIGIT_CAP)
            cap = QRectF(x - theme.px(SPACE_4), middle - side / 2, side, side)
            if self._state is ChipState.TAKEN:
                paint_icon(painter, cap.adjusted(3, 3, -3, -3), "check", theme.colour(Colour.ACCENT))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour(Colour.ACCENT_SOFT))
                painter.drawRoundedRect(cap, RADIUS_KEY_CAP, RADIUS_KEY_CAP)
                painter.setPen(theme.colour(Colour.ACCENT))
                set_line(str(self._digit), theme.font(Type.TINY)).paint(painter, cap, centred=True)
            x = cap.right() + theme.px(SPACE_6)
        if self._sign is not None or self._icon:
            side = theme.px(ICON_SMALL)
            box = QRectF(x, round(middle - side / 2), side, side)
            if self._sign is not None:
                self._sign(painter, box)
            else:
                colour = Colour.TEXT_SECOND if look.text is Colour.TEXT else look.text
                paint_icon(painter, box, self._icon, theme.colour(colour))
            x = box.right() + theme.px(SPACE_6)
        return x

    def _cross(self) -> QRectF:
        theme = current_theme()
        side = theme.px(ICON_SMALL + SPACE_8)
        return QRectF(self.width() - side, 0, side, self.height())
