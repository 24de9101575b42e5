"""Buttons: primary (one a pane), plain, quiet and dangerous ones, and buttons that are an icon."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from relationship_journal.ui.icons import icon
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.theme.tokens import BUTTON_HEIGHT, ICON_ALONE, ICON_CONTROL, RADIUS_BUTTON

from .words import Rewords, Words, worded

Kind = Literal["primary", "plain", "quiet", "danger"]
_ICON_COLOUR = {
    "primary": Colour.ON_ACCENT,
    "plain": Colour.TEXT,
    "quiet": Colour.TEXT_SECOND,
    "danger": Colour.DANGER,
}


class Button(Rewords, QPushButton):
    """A button with words. `icon_name` stands before them; `key` is told in the tooltip."""

    def __init__(
        self,
        words: Words,
        kind: Kind = "plain",
        *,
        icon_name: str = "",
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._key = key
        self._because: Words = ""
        self.setProperty("kind", kind)
        if small:
            self.setProperty("small", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._kind: Kind = kind
        if icon_name:
            self.draw(icon_name)
        ring_around(self, RADIUS_BUTTON)
        current_theme().changed.connect(self._look)
        self._look()
        self.reword()

    def say(self, words: Words) -> None:
        """Take other words."""
        self._words = words
        self.reword()

    def draw(self, icon_name: str) -> None:
        """Show an icon before the words."""
        self.setIcon(icon(icon_name, _ICON_COLOUR[self._kind]))

    def allow(self, allowed: bool, because: Words = "") -> None:
        """Enable it, or disable it and say `because` in its tooltip."""
        self._because = "" if allowed else because
        self.setEnabled(allowed)
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        text = worded(self._words).replace("&", "&&")
        # The style sheet sets an icon 4 px before its words; the design wants twice that.
        self.setText(f" {text}" if text and not self.icon().isNull() else text)
        self.setAccessibleName(worded(self._words))
        if (told := worded(self._because) or _key_words(self._key)) != self.toolTip():
            self.setToolTip(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does: in a dialog that asks, it is this button that is meant."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def _look(self) -> None:
        self.setFont(current_theme().font(Type.BUTTON))
        side = current_theme().px(ICON_CONTROL)
        self.setIconSize(QSize(side, side))


class IconButton(Rewords, QToolButton):
    """A button that is an icon; its words are its tooltip and what a screen reader says."""

    def __init__(
        self,
        icon_name: str,
        words: Words,
        *,
        size: int = BUTTON_HEIGHT,
        icon_size: int = ICON_ALONE,
        key: str = "",
        role: Colour = Colour.TEXT_SECOND,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._key = key
        self._size, self._icon_size, self._role = size, icon_size, role
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.draw(icon_name)
        ring_around(self, RADIUS_BUTTON)
        current_theme().changed.connect(self._look)
        self._look()
        self.reword()

    def draw(self, icon_name: str) -> None:
        """Show another icon."""
        self.setIcon(icon(icon_name, self._role, self._icon_size))

    def say(self, words: Words) -> None:
        """Take other words."""
        self._words = words
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        text = worded(self._words)
        key = _key_words(self._key)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})" if key else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def _look(self) -> None:
        theme = current_theme()
        self.setIconSize(QSize(theme.px(self._icon_size), theme.px(self._icon_size)))
        self.setFixedSize(theme.px(self._size), theme.px(self._size))


def pressed_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press `button` where the key is Enter alone; whether it was."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not plain:
        return False
    button.click()
    return True


def _key_words(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
