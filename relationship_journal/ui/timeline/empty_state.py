"""What the timeline says where nothing is written yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain.scope import EVERYONE, UNSORTED, Scope
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label


class EmptyState(QWidget):
    """A sentence and what to do next, in the middle of the column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.sentence = Label("", Type.READING, Colour.TEXT_SECOND, wrap=True)
        self.hint = Label("", Type.SMALL, Colour.TEXT_THIRD, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(tokens.ENTRY_TEXT_LEFT), theme.px(tokens.SPACE_32), 0, 0)
        layout.setSpacing(theme.px(tokens.SPACE_4))
        for label in (self.sentence, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(label)

    def speak_of(self, scope: Scope, name: str) -> None:
        """Say the sentence of a scope; `name` is the contact's."""
        if scope is UNSORTED:
            self.sentence.say(N_("Nothing is waiting for a name."))
            self.hint.say(N_("What you write or drop here first, you can give to somebody later."))
        elif scope is EVERYONE:
            self.sentence.say(N_("Nothing is written yet. Who crossed your mind today?"))
            self.hint.say(N_("Write above, or drop notes, mails and pictures anywhere in the window."))
        else:
            self.sentence.say(
                Message("Nothing written about {name} yet. What did they last say about their weekend?", name=name)
            )
            self.hint.say(N_("Write above, or drop notes, mails and pictures anywhere in the window."))
