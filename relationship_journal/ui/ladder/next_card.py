"""The Next card: what comes next, the words to say, why, and one button."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.next_step import Action
from relationship_journal.i18n import N_, Message, word
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import (
    SPACE_4,
    SPACE_6,
    SPACE_8,
)
from relationship_journal.ui.widgets import Button, Card, Label

from .advice import Advice
from .reason import Reason, Tone
from .reason_line import ReasonLine, show_reasons
from .words_to_say import WordsToSay


class NextCard(Card):
    """Shows an advice. `taken` for the button, `copied` with the words, `answered` with a step."""

    taken = Signal()
    copied = Signal(str)
    another_wanted = Signal()
    later_wanted = Signal()
    shown_again = Signal()
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent", gap=SPACE_8, parent=parent)
        self._advice: Advice | None = None
        self._choice = 0
        self.kicker = Label("", Type.SMALL_STRONG, Colour.ACCENT)
        self.headline = Label("", Type.HEADING, wrap=True)
        self.words = WordsToSay()
        self._lines: list[ReasonLine] = []
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(current_theme().px(SPACE_4))
        self.primary = Button("", "primary")
        self.copy = Button(N_("Copy words"))
        self.another = Button(N_("Another"), "quiet", small=True)
        self.later = Button(N_("Later"), "quiet")
        self.again = Button(N_("Show"), "quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(current_theme().px(SPACE_6))
        for button in (self.primary, self.copy):
            buttons.addWidget(button)
        buttons.addStretch()
        for button in (self.later, self.again):
            buttons.addWidget(button)
        self.body.setSpacing(current_theme().px(SPACE_8))
        top = QVBoxLayout()
        top.setSpacing(0)
        above = QHBoxLayout()
        above.addWidget(self.kicker, 1)
        above.addWidget(self.another)
        top.addLayout(above)
        top.addWidget(self.headline)
        self.body.addLayout(top)
        self.body.addWidget(self.words)
        self.body.addLayout(self._reasons)
        self.body.addWidget(self._answer_row())
        self.body.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.primary.clicked.connect(self.taken)
        self.copy.clicked.connect(lambda: self.copied.emit(self.words.text()))
        self.another.clicked.connect(self.another_wanted)
        self.later.clicked.connect(self.later_wanted)
        self.again.clicked.connect(self.shown_again)

    def show_advice(self, advice: Advice, choice: int, *, until: date | None) -> None:
        """Show an advice, at one of its choices; folded to its heading where it was put off `until` a day."""
        put_off = until is not None
        self._advice, self._choice = advice, choice
        card = advice.card(choice)
        self.kicker.say(advice.kicker)
        self.headline.say(lambda: advice.card(choice).headline)
        speaks = bool(card.words) and not put_off
        self.words.say(card.words)
        self.words.setVisible(speaks)
        self._show_reasons(card.reasons if until is None else (_later(until),))
        self.primary.say(card.button)
        self.primary.setVisible(bool(card.button) and not put_off)
        self.copy.setVisible(speaks)
        more = len(advice.choices)
        self.another.setVisible(more > 1 and not put_off)
        if more > 1:
            self.another.say(Message("Another {at}/{all}", at=choice % more + 1, all=more))
        self.later.setVisible(not put_off and advice.step.action is not Action.REST)
        self.again.setVisible(put_off)
        self._answers.setVisible(bool(advice.answers) and not put_off)
        theirs = advice.step.action is Action.WAIT
        self._answer_came.setVisible(theirs)
        self.answers[StepKind.DECLINED].say(N_("No") if theirs else N_("Say no"))
        for kind, button in self.answers.items():
            button.setVisible(kind in advice.answers)
        self.setAccessibleName(f"{word(Message(advice.kicker))}. {self.headline.text()}")

    def _answer_row(self) -> QWidget:
        """The ways in which an ask that waits is answered."""
        self._answers = QWidget()
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(SPACE_6))
        self._answer_came = Label(N_("The answer came:"), Type.SMALL, Colour.TEXT_SECOND)
        row.addWidget(self._answer_came)
        self.answers = {
            StepKind.GRANTED: Button(N_("Yes"), small=True),
            StepKind.DECLINED: Button(N_("No"), small=True),
        }
        for kind, button in self.answers.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.answered.emit(kind))
            row.addWidget(button)
        row.addStretch()
        return self._answers

    def _show_reasons(self, reasons: tuple[Reason, ...]) -> None:
        show_reasons(self._reasons, self._lines, reasons)


def _later(until: date) -> Reason:
    return Reason(Tone.WAIT, Message("Put off until {day}", day=until))
