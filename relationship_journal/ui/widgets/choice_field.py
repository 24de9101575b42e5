"""A field in which one of several things is chosen, and a field for a number; both with their label above."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import FIELD_HEIGHT, SPACE_2, SPACE_8

from .combo_box import ComboBox
from .label import Label
from .words import Rewords, Words, worded

Value = TypeVar("Value")


class _Signals(QObject):
    changed = Signal()


class ChoiceField(Rewords, QWidget, Generic[Value]):
    """Choices as (value, words). `changed` when another one is taken."""

    def __init__(
        self, label: Words, choices: Sequence[tuple[Value, Words]], value: Value, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signals = _Signals(self)
        self.changed = self._signals.changed
        self._label_words = label
        self._choices = list(choices)
        self.box = ComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill(value)
        _stack(self, Label(label, Type.SMALL, Colour.TEXT_SECOND), self.box)
        self.reword()
        self.box.currentIndexChanged.connect(lambda _index: self.changed.emit())

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._choices[max(0, self.box.currentIndex())][0]

    def choose(self, value: Value) -> None:
        """Take `value`; the first choice where there is no such one."""
        values = [choice for choice, _words in self._choices]
        self.box.setCurrentIndex(values.index(value) if value in values else 0)

    def offer(self, choices: Sequence[tuple[Value, Words]], value: Value) -> None:
        """Offer other choices."""
        self.box.blockSignals(True)
        self._choices = list(choices)
        self._fill(value)
        self.box.blockSignals(False)
        self.changed.emit()

    def reword(self) -> None:
        """Word it again."""
        for number, (_value, words) in enumerate(self._choices):
            self.box.setItemText(number, worded(words))
        self.box.setAccessibleName(worded(self._label_words))

    def _fill(self, value: Value) -> None:
        self.box.clear()
        self.box.addItems([worded(words) for _value, words in self._choices])
        self.choose(value)


class NumberField(Rewords, QWidget):
    """A whole number from 0 to `most`."""

    def __init__(
        self, label: Words, number: int, *, least: int = 0, most: int = 99, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label_words = label
        self.box = _Spin()
        self.box.setRange(least, most)
        self.box.setValue(number)
        self.box.lineEdit().setTextMargins(current_theme().px(SPACE_8) - 1, 0, 0, 0)
        self.box.setFixedHeight(current_theme().px(FIELD_HEIGHT))
        self.changed = self.box.valueChanged
        _stack(self, Label(label, Type.SMALL, Colour.TEXT_SECOND), self.box)
        self.reword()

    @property
    def value(self) -> int:
        """The number."""
        return self.box.value()

    def choose(self, number: int) -> None:
        """Take another number."""
        self.box.setValue(number)

    def reword(self) -> None:
        """Word it again."""
        self.box.setAccessibleName(worded(self._label_words))


class _Spin(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def labelled(label: Words, control: QWidget) -> QWidget:
    """`control` with its label above."""
    field = QWidget()
    _stack(field, Label(label, Type.SMALL, Colour.TEXT_SECOND), control)
    return field


def _stack(field: QWidget, label: Label, control: QWidget) -> None:
    label.setBuddy(control)
    field.setFocusProxy(control)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(SPACE_2))
    layout.addWidget(label)
    layout.addWidget(control)
