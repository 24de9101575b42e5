"""The current row's real widgets: what Tab reaches and a screen reader names, over the place where they are painted."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.theme.focus_ring import ring_around

from .row_layout import RowLayout
from .row_paint import GROUND_X, GROUND_Y
from .row_parts import Part, PartKind


class PartButton(QAbstractButton):
    """A part of the current row for the keyboard. It paints nothing: the row below it does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.part: Part | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ring_around(self, tokens.RADIUS_STEP_LINE)

    def stand_for(self, part: Part, corner_x: int, corner_y: int) -> None:
        """Be this part."""
        self.part = part
        self.setGeometry(part.rect.translated(corner_x, corner_y))
        self.setAccessibleName(part.says)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing."""


class OpenRow(QWidget):
    """Lies over the current row and has the focus that the timeline is given. The mouse goes through it."""

    def __init__(self, parent: QWidget, use: Callable[[Part], None], focused: Callable[[], None]) -> None:
        super().__init__(parent)
        self._use = use
        self._focused = focused
        self._buttons: list[PartButton] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_row(self, layout: RowLayout, says: str) -> None:
        """Offer the parts of this row; `says` is the whole row for a screen reader."""
        theme = current_theme()
        parts = layout.parts
        unfolds = any(button.hasFocus() and _unfolds(button.part) for button in self._buttons)
        while len(self._buttons) < len(parts):
            button = PartButton(self)
            button.clicked.connect(lambda _checked=False, button=button: self._clicked(button))
            # Tab walks through the row before it goes on to what was made earlier.
            self.setTabOrder(self._buttons[-1] if self._buttons else self, button)
            self._buttons.append(button)
        for index, button in enumerate(self._buttons):
            if index < len(parts):
                button.stand_for(parts[index], theme.px(GROUND_X), theme.px(GROUND_Y))
            else:
                button.hide()
        if unfolds:  # what was shown now stands before it: the keyboard stays with it
            next((button for button in self.part_buttons() if _unfolds(button.part)), self).setFocus()
        if says != self.accessibleName():
            self.setAccessibleName(says)
            if self.hasFocus():
                from PySide6.QtGui import QAccessible, QAccessibleEvent

                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))

    def lie_over(self, row: QRect) -> None:
        """Cover the row and its ground."""
        theme = current_theme()
        x, y = theme.px(GROUND_X), theme.px(GROUND_Y)
        self.setGeometry(row.adjusted(-x, -y, x, y))
        self.show()

    def holds_focus(self) -> bool:
        """Whether the row or one of its parts has the keyboard."""
        return self.hasFocus() or any(button.hasFocus() for button in self._buttons)

    def last_stop(self) -> QWidget:
        """Where Tab leaves the row."""
        return self._buttons[-1] if self._buttons else self

    def part_buttons(self) -> list[PartButton]:
        """The buttons that stand for parts now."""
        return [button for button in self._buttons if not button.isHidden()]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row shows that it has the keyboard."""
        self._focused()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And that it no longer has."""
        self._focused()
        super().focusOutEvent(event)

    def _clicked(self, button: PartButton) -> None:
        if button.part is not None:
            self._use(button.part)


def _unfolds(part: Part | None) -> bool:
    return part is not None and part.kind is PartKind.MORE
