"""A row of choices of which one holds: arrows move, every choice tells its name."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from relationship_journal.ui.icons import icon
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.theme.tokens import (
    ICON_CONTROL,
    RADIUS_BUTTON,
    SEGMENT_HEIGHT,
    SPACE_2,
    SPACE_6,
    SPACE_12,
)

from .tool_label import paint_tool
from .words import Rewords, Words, worded

Value = TypeVar("Value")


class _Signals(QObject):
    chosen = Signal(object)


class SegmentedRow(QWidget, Generic[Value]):
    """Choices as (value, words, icon name or empty); `icons_only` shows words as tooltips, except on the chosen one.

    `chosen` sends the value that the user took.
    """

    def __init__(
        self,
        name: Words,
        choices: Sequence[tuple[Value, Words, str]],
        value: Value,
        *,
        height: int = SEGMENT_HEIGHT,
        icons_only: bool = False,
        pill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._signals = _Signals(self)
        self.chosen = self._signals.chosen
        self._values = [choice for choice, _, _ in choices]
        self._group = QButtonGroup(self)
        self._name = name
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(SPACE_2))
        for number, (choice, words, icon_name) in enumerate(choices):
            segment = _Segment(words, icon_name, height, icons_only=icons_only, pill=pill)
            segment.setChecked(choice == value)
            self._group.addButton(segment, number)
            layout.addWidget(segment)
        layout.addStretch()
        self._tab_stop()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(worded(name))
        self._group.idClicked.connect(self._clicked)

    def changeEvent(self, event: QEvent) -> None:
        """Its name follows the language; the segments follow by themselves."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(worded(self._name))
        super().changeEvent(event)

    @property
    def value(self) -> Value:
        """What holds."""
        return self._values[self._group.checkedId()]

    def choose(self, value: Value) -> None:
        """Take `value` without telling."""
        if value != self.value:
            self._group.button(self._values.index(value)).setChecked(True)
            self._tab_stop()

    def button(self, value: Value) -> QToolButton:
        """The button of a value."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QToolButton)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right, up and down, Home and End move the choice."""
        last = len(self._values) - 1
        here = self._group.checkedId()
        to = {
            Qt.Key.Key_Left: max(0, here - 1),
            Qt.Key.Key_Up: max(0, here - 1),
            Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Down: min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
            return
        button = self._group.button(to)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def _clicked(self, number: int) -> None:
        self._tab_stop()
        self.chosen.emit(self._values[number])

    def _tab_stop(self) -> None:
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)


class _Segment(Rewords, QToolButton):
    def __init__(self, words: Words, icon_name: str, height: int, *, icons_only: bool, pill: bool) -> None:
        super().__init__()
        self._words, self._height, self._icons_only = words, height, icons_only and bool(icon_name)
        self._pill = pill
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("segment", "pill" if pill else "true")
        if icon_name:
            self.setIcon(icon(icon_name, Colour.TEXT_SECOND))
        ring_around(self, height // 2 if pill else RADIUS_BUTTON)
        self.toggled.connect(self.reword)
        current_theme().changed.connect(self._look)
        self._look()
        self.reword()

    def reword(self) -> None:
        text = worded(self._words)
        with_text = not self._icons_only or self.isChecked()
        self.setText(text if with_text else "")
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        bare = Qt.ToolButtonStyle.ToolButtonTextOnly if self.icon().isNull() else beside
        self.setToolButtonStyle(bare if with_text else Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setAccessibleName(text)
        self.setToolTip("" if with_text else text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        height = theme.px(self._height)
        if not self.text():
            return QSize(height, height)
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * theme.px(SPACE_6 if self._pill else SPACE_12)
        if not self.icon().isNull():
            wide += theme.px(ICON_CONTROL)
        return QSize(wide, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tool(self)

    def _look(self) -> None:
        theme = current_theme()
        self.setFont(theme.font(Type.SMALL if self._pill else Type.BUTTON))
        self.setIconSize(QSize(theme.px(ICON_CONTROL), theme.px(ICON_CONTROL)))
        self.setFixedHeight(theme.px(self._height))
