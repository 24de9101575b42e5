"""Words on widgets: said once as a message, worded again whenever the language changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from relationship_journal.i18n import Message, _, word

Words = str | Message | Callable[[], str]
"""An English msgid (marked by `N_` where it stands), a message with facts, or a function that words it itself."""

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


def worded(words: Words) -> str:
    """The words in the language in use."""
    if isinstance(words, Message):
        return word(words)
    if isinstance(words, str):
        return _(words) if words else ""
    return words()


def verbatim(text: str) -> Words:
    """What somebody wrote, the same in every language."""
    return lambda: text


class Rewords(_Widget):
    """Put before a Qt widget class: calls `reword` when the language changed."""

    def reword(self) -> None:
        """Say everything again in the language in use."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """React to the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.reword()
        super().changeEvent(event)
