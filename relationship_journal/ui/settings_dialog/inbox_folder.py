"""The inbox folder in the settings: chosen, shown by its name, turned off."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.i18n import N_, _
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label
from relationship_journal.ui.widgets.words import verbatim


class InboxFolder(QWidget):
    """A folder or none. `folder` is its path as text, empty for none."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder
        px = current_theme().px
        self._shown = Label("", Type.BASE, Colour.TEXT, wrap=True)
        self.choose = Button(N_("Choose a folder…"), small=True)
        self.turn_off = Button(N_("Turn off"), "quiet", small=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(tokens.SPACE_8), 0, 0)
        layout.setSpacing(px(tokens.SPACE_6))
        layout.addWidget(Label(N_("Inbox folder"), Type.SMALL, Colour.TEXT_SECOND))
        layout.addWidget(self._shown)
        says = N_(
            "What is saved there (by a telephone, a recorder, another program) is taken in while the journal is open."
            " The original is moved into a folder beside it."
        )
        layout.addWidget(Label(says, Type.SMALL, Colour.TEXT_THIRD, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(tokens.SPACE_8))
        row.addWidget(self.choose)
        row.addWidget(self.turn_off)
        row.addStretch(1)
        layout.addLayout(row)
        self.choose.clicked.connect(self._choose)
        self.turn_off.clicked.connect(self._turn_off)
        self._show()

    def use(self, folder: str) -> None:
        """Take this folder, or none."""
        self.folder = folder
        self._show()

    def _choose(self) -> None:
        start = self.folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, _("Inbox folder"), start)
        if chosen:
            self.use(chosen)

    def _turn_off(self) -> None:
        self.use("")

    def _show(self) -> None:
        self._shown.say(verbatim(self.folder) if self.folder else N_("None: nothing is taken in by itself."))
        self.turn_off.setVisible(bool(self.folder))
