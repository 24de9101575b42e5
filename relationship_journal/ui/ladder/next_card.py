"""The Next card: what comes next, the words to say, why, and one button."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.next_step import Action
from relationship_journal.i18n import N_, Message, word
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import HAIRLINE, SPACE_4, SPACE_6, SPACE_8, SPACE_12
from relationship_journal.ui.widgets import Button, Label
from relationship_journal.ui.widgets.placing import Column, Line, Of, Space, Within

from .advice import Advice
from .reason import Reason, Tone
from .reason_line import ReasonLine, show_reasons
from .words_to_say import WordsToSay


class NextCard(QFrame):
    """Shows an advice. `taken` for the button, `copied` with the words, `answered` with a step.

    The panel in which it stands gives it and its parts their places (`part`); `grown` says that they want other ones.
    """

    grown = Signal()

    taken = Signal()
    copied = Signal(str)
    another_wanted = Signal()
    later_wanted = Signal()
    shown_again = Signal()
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "accent")
        self._advice: Advice | None = None
        self._choice = 0
        self.kicker = Label("", Type.SMALL_STRONG, Colour.ACCENT)
        self.headline = Label("", Type.HEADING, wrap=True)
        self.words = WordsToSay()
        self._lines: list[ReasonLine] = []
        self._reasons = Column(gap=current_theme().px(SPACE_4))
        self.primary = Button("", "primary")
        self.copy = Button(N_("Copy words"))
        self.another = Button(N_("Another"), "quiet", small=True)
        self.later = Button(N_("Later"), "quiet")
        self.again = Button(N_("Show"), "quiet")
        self.part = self._arranged()
        self.words.grown.connect(self.grown)
        self.primary.clicked.connect(self.taken)
        self.copy.clicked.connect(lambda: self.copied.emit(self.words.text()))
        self.another.clicked.connect(self.another_wanted)
        self.later.clicked.connect(self.later_wanted)
        self.again.clicked.connect(self.shown_again)

    def _arranged(self) -> Within:
        theme = current_theme()
        answers = self._answer_row()
        padding = theme.px(SPACE_12)
        for widget in (self.kicker, self.another, self.headline, self.words, self._answers):
            widget.setParent(self)
        buttons = (self.primary, self.copy, self.later, self.again)
        for button in buttons:
            button.setParent(self)
        inside = Column(
            Column(Line(Of(self.kicker, 1), Of(self.another)), Of(self.headline)),
            Of(self.words),
            self._reasons,
            answers,
            Line(*map(Of, buttons[:2]), Space(stretch=1), *map(Of, buttons[2:]), gap=theme.px(SPACE_6)),
            gap=theme.px(SPACE_8),
            edges=(padding, padding, padding, padding),
        )
        return Within(self, inside, border=HAIRLINE)

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

    def _answer_row(self) -> Within:
        """The ways in which an ask that waits is answered."""
        self._answers = QWidget()
        self._answer_came = Label(N_("The answer came:"), Type.SMALL, Colour.TEXT_SECOND, parent=self._answers)
        self.answers = {
            StepKind.GRANTED: Button(N_("Yes"), small=True),
            StepKind.DECLINED: Button(N_("No"), small=True),
        }
        for kind, button in self.answers.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.answered.emit(kind))
            button.setParent(self._answers)
        row = Line(Of(self._answer_came), *map(Of, self.answers.values()), gap=current_theme().px(SPACE_6))
        return Within(self._answers, row)

    def _show_reasons(self, reasons: tuple[Reason, ...]) -> None:
        show_reasons(self._take_line, self._lines, reasons)

    def _take_line(self, line: ReasonLine) -> None:
        line.setParent(self)
        self._reasons.parts.append(Of(line))


def _later(until: date) -> Reason:
    return Reason(Tone.WAIT, Message("Put off until {day}", day=until))
