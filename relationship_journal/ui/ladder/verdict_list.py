"""What the rules say to what is about to be recorded: advice, never a refusal; and why the user does it anyway."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain.rules import Advice, Verdict
from relationship_journal.i18n import N_
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import SPACE_6
from relationship_journal.ui.widgets import Card, Field, Label

from .reason import Reason, Tone
from .reason_line import ReasonLine, show_reasons


class VerdictList(QWidget):
    """The verdicts that speak, live; empty and without height where none does. `spoke` when that changes."""

    spoke = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, ask_reason: bool = True) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._card = Card("wash", gap=SPACE_6)
        self._card.body.addWidget(Label(N_("Before you record it"), Type.SMALL_STRONG, Colour.ACCENT))
        self._lines: list[ReasonLine] = []
        self._layout = QVBoxLayout()
        self._layout.setSpacing(theme.px(SPACE_6))
        self._card.body.addLayout(self._layout)
        self.reason = Field(N_("Why anyway"), N_("In your own words, if you like"))
        if not ask_reason:
            self.reason.hide()
        self._card.body.addWidget(self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self._shown: tuple[Verdict, ...] = ()
        self.hide()

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is shown."""
        return self._shown

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Show those that speak against it."""
        speaking = tuple(verdict for verdict in verdicts if verdict.speaks)
        if speaking == self._shown:
            return
        self._shown = speaking
        tones = {Advice.WAIT: Tone.WAIT}
        reasons = [Reason(tones.get(verdict.advises, Tone.OPEN), verdict.because) for verdict in speaking]
        show_reasons(self._layout.addWidget, self._lines, reasons)
        self.setVisible(bool(speaking))
        self.spoke.emit(bool(speaking))

    def said(self) -> str:
        """The user's reason, empty where no verdict speaks."""
        return self.reason.text() if self._shown else ""
