"""What stands in the middle once nothing is left: the review is done, or nothing was due."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.i18n import N_, Message
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label

from .review_model import ReviewModel


class Finished(QWidget):
    """A sentence, what to do next, and one button."""

    finish_wanted = Signal()

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        theme = current_theme()
        self.sentence = Label("", Type.TITLE, wrap=True)
        self.hint = Label("", Type.BASE, Colour.TEXT_SECOND, wrap=True)
        self.again = Button(N_("Look through it again"), "quiet")
        self.again.clicked.connect(model.begin_again)
        self.finish = Button(N_("Finish review"), "primary")
        self.finish.clicked.connect(self.finish_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(tokens.SPACE_12))
        layout.addStretch(2)
        for part in (self.sentence, self.hint):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        for button in (self.finish, self.again):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        model.changed.connect(self._follow)
        if model.review is not None:  # read before the page was made: a journal opened again after its review
            self._follow()

    def _follow(self) -> None:
        model = self._model
        planned, begun = len(model.plan), bool(model.progress.of)
        waiting = model.still_waiting if model.finished else 0
        if waiting:
            said = Message(
                "The review is saved. {n} row still waits.",
                plural="The review is saved. {n} rows still wait.",
                n=waiting,
            )
        elif planned:
            said = Message("All done. {n} thing for the week.", plural="All done. {n} things for the week.", n=planned)
        else:
            said = Message("All done.") if begun or model.finished else Message("Nothing is due.")
        self.sentence.say(said)
        if model.finished:
            self.hint.say(N_("Tick what you have done in the plan. What moved is told next week."))
        else:
            self.hint.say(
                N_("Finish the review to keep its plan and to begin the next week from here.")
                if begun
                else N_("Loops to close, promises and people to ask appear here as the journal grows.")
            )
        self.finish.setVisible(begun and not model.finished)
        self.again.setVisible(model.finished and bool(model.review and model.review.agenda.rows_to_do))
