"""Stands where the list of people would be while it is empty, and says what to do about it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.i18n import N_, Message
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label

from .finding import Filter

_NOBODY = {
    Filter.OPEN_LOOPS: N_("No open loops. What was asked for was used, told of and returned."),
    Filter.READY: N_("Nobody is ready for the next rung. Close a loop first."),
    Filter.COOLING: N_("Nobody is cooling. You were in touch with everyone in time."),
}


class Nobody(QWidget):
    """A sentence, and a button where there is a name to add."""

    def __init__(self) -> None:
        super().__init__()
        px = current_theme().px
        self.sentence = Label("", Type.BASE, Colour.TEXT_SECOND, wrap=True)
        self.add = Button("", "plain", icon_name="user-plus")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(tokens.SPACE_16), px(tokens.SPACE_8), px(tokens.SPACE_16), 0)
        layout.setSpacing(px(tokens.SPACE_12))
        layout.addWidget(self.sentence)
        layout.addWidget(self.add)
        layout.addStretch(1)

    def tell(self, name: str, wanted: Filter, everyone: int) -> None:
        """Say why nobody is listed. `name` is what was looked for."""
        self.add.setVisible(bool(name))
        if name:
            self.sentence.say(Message("Nobody found. Enter adds “{name}”.", name=name))
            self.add.say(Message("Add {name}", name=name))
        elif not everyone:
            self.sentence.say(N_("Nobody yet. Type a name above, and Enter adds them."))
        else:
            self.sentence.say(_NOBODY.get(wanted, ""))
