"""In a narrow window: the sections under a button, how far the review is, and the plan as a tab beside the rows."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.agenda import heading
from relationship_journal.i18n import N_, word
from relationship_journal.ui.grounds import Hairline
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label, Menu, SegmentedRow, verbatim

from .review_model import WORKED_ON, ReviewModel
from .section_list import progress_words


class Tab(StrEnum):
    """What the middle shows."""

    ROWS = "rows"
    PLAN = "plan"


class NarrowBar(QWidget):
    """Follows the model."""

    section_wanted = Signal(object)
    tab_wanted = Signal(object)

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        px = current_theme().px
        self.sections = Button(N_("Sections"), icon_name="list")
        self.sections.clicked.connect(self._open_menu)
        self._summary = Label(progress_words(model), Type.SMALL, Colour.TEXT_SECOND)
        self.tabs = SegmentedRow(
            N_("Rows or plan"),
            [(Tab.ROWS, N_("Review"), "check-square"), (Tab.PLAN, N_("Plan for the week"), "calendar-check")],
            Tab.ROWS,
        )
        self.tabs.chosen.connect(self.tab_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(px(tokens.SPACE_24), px(tokens.SPACE_8), px(tokens.SPACE_24), px(tokens.SPACE_8))
        row.setSpacing(px(tokens.SPACE_12))
        row.addWidget(self.sections)
        row.addWidget(self._summary, 1)
        row.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Hairline())
        model.changed.connect(self._follow)

    @property
    def tab(self) -> Tab:
        """What is shown."""
        return self.tabs.value

    def show_tab(self, tab: Tab) -> None:
        """Mark a tab as shown."""
        self.tabs.choose(tab)

    def _follow(self) -> None:
        self._summary.say(progress_words(self._model))

    def _open_menu(self) -> None:
        menu = Menu(self)
        for section in WORKED_ON:
            progress = self._model.progress_of(section)
            if progress.of:
                text = f"{word(heading(section))}   {progress.done}/{progress.of}"
                menu.offer(verbatim(text), partial(self.section_wanted.emit, section))
        menu.popup(self.sections.mapToGlobal(self.sections.rect().bottomLeft()))
