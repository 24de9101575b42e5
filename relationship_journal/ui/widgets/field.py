"""A field of one line: an icon before the text, and below it a sentence when what was typed makes no sense."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.icons import icon
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import SPACE_2

from .label import Label
from .words import Rewords, Words, worded

_SENT = (
    Qt.FocusReason.OtherFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class LineField(Rewords, QLineEdit):
    """The line alone: `name` is what a screen reader says, `hint` stands in it while it is empty."""

    def __init__(
        self,
        name: Words,
        hint: Words = "",
        *,
        icon_name: str = "",
        clearable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._hint = name, hint
        self._clear: QAction | None = None
        if icon_name:
            self.addAction(icon(icon_name, Colour.TEXT_THIRD), QLineEdit.ActionPosition.LeadingPosition)
        if clearable:
            self._clear = self.addAction(icon("x", Colour.TEXT_THIRD), QLineEdit.ActionPosition.TrailingPosition)
            self._clear.triggered.connect(self.clear)
            self.textChanged.connect(self._show_clear)
            self._show_clear("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._look)
        self._look()
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        self.setAccessibleName(worded(self._name))
        self.setPlaceholderText(worded(self._hint))
        if self._clear is not None:
            self._clear.setToolTip(worded(N_("Clear")))

    def setText(self, text: str | None) -> None:
        """Show the beginning of what does not fit, unless somebody is writing there."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever is sent here writes on, after what stands there."""
        super().focusInEvent(event)
        if event.reason() in _SENT and not self.hasSelectedText():
            self.end(False)

    def mark_wrong(self, wrong: bool) -> None:
        """Draw its border as wrong, or as right again."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """As the style says, never narrower than a short name."""
        return super().sizeHint().expandedTo(QSize(current_theme().px(120), 0))

    def _show_clear(self, text: str) -> None:
        if self._clear is not None:
            self._clear.setVisible(bool(text))

    def _look(self) -> None:
        self.setFont(current_theme().font(Type.BASE))


class Field(QWidget):
    """A line with its label above and an error sentence below, both only where they have something to say."""

    changed = Signal(str)

    def __init__(
        self,
        label: Words,
        hint: Words = "",
        *,
        text: str = "",
        icon_name: str = "",
        show_label: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.label = Label(label, Type.SMALL, Colour.TEXT_SECOND)
        if not show_label:  # shown before it has a parent it would be a window of its own for a moment
            self.label.hide()
        self.line = LineField(label, hint, icon_name=icon_name)
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.label.setBuddy(self.line)
        self.error = Label("", Type.SMALL, Colour.DANGER, wrap=True)
        self.error.hide()
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(SPACE_2))
        layout.addWidget(self.label)
        layout.addWidget(self.line)
        layout.addWidget(self.error)
        self.line.textChanged.connect(self._typed)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.line.text().strip()

    def refuse(self, because: Words) -> None:
        """Say why what was typed cannot be; the next key takes it back."""
        self.line.mark_wrong(True)
        self.error.say(because)
        self.error.show()
        self.line.setAccessibleDescription(worded(because))

    def accept(self) -> None:
        """Nothing is wrong."""
        self.line.mark_wrong(False)
        self.error.hide()
        self.line.setAccessibleDescription("")

    def _typed(self, text: str) -> None:
        self.accept()
        self.changed.emit(text)
