"""The right pane: the plan of the week, what moved, and how the review ends or goes on later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.context import Context
from relationship_journal.ui.grounds import Hairline
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, IconButton, Label

from .moved_list import MovedList
from .plan_list import PlanList
from .plan_slot import week_words
from .review_model import ReviewModel


class PlanPane(QWidget):
    """Follows the model."""

    finished = Signal()
    later = Signal()
    print_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, context: Context, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        px = current_theme().px
        self._week = Label("", Type.SMALL, Colour.TEXT_SECOND)
        self.plan = PlanList(context, model)
        self.propose = Button(N_("Take the first rows"), "quiet", small=True)
        self.propose.clicked.connect(model.propose)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(tokens.SPACE_16), px(tokens.SPACE_16), px(tokens.SPACE_16), px(tokens.SPACE_16))
        column.setSpacing(px(tokens.SPACE_12))
        column.addLayout(self._head())
        column.addWidget(self.plan)
        column.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Hairline())
        column.addWidget(MovedList(model))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget fills it
        scroll.viewport().setAutoFillBackground(False)
        self.finish = Button(N_("Finish review"))
        self.finish.clicked.connect(self.finished)
        self.go_on_later = Button(N_("Go on later"), "quiet")
        self.go_on_later.clicked.connect(self.later)
        self.history = IconButton("clock-counter-clockwise", N_("Earlier reviews"), key="H")
        self.history.clicked.connect(self.history_wanted)
        self.printing = IconButton("printer", N_("Print or save"), key="Ctrl+P")
        self.printing.clicked.connect(self.print_wanted)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(tokens.SPACE_16), px(tokens.SPACE_8), px(tokens.SPACE_16), px(tokens.SPACE_16))
        foot.setSpacing(px(tokens.SPACE_8))
        foot.addWidget(self.finish)
        foot.addWidget(self.go_on_later)
        foot.addStretch(1)
        foot.addWidget(self.history)
        foot.addWidget(self.printing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        model.changed.connect(self._follow)
        self._follow()

    def _head(self) -> QVBoxLayout:
        """The week below the title: beside each other they have no room where it ends in another month."""
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(N_("Plan for the week"), Type.HEADING))
        head.addWidget(self._week)
        return head

    def _follow(self) -> None:
        model = self._model
        week = model.week
        self._week.say(lambda: week_words(week[0], week[-1]))
        proposal = model.review.agenda.proposal if model.review is not None else ()
        self.propose.setVisible(not model.finished and not model.plan and bool(proposal))
        self.finish.setVisible(not model.finished)
        self.go_on_later.say(N_("To the journal") if model.finished else N_("Go on later"))
        everything = model.progress.of > 0 and not model.progress.left
        self.finish.setProperty("kind", "primary" if everything else "plain")
        self.finish.style().unpolish(self.finish)
        self.finish.style().polish(self.finish)
