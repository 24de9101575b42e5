"""Mending a courtesy: who gave, what, for how much, on which day; or removing it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationship_journal.domain.courtesy import Courtesy, CourtesyKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import COURTESY_WORDS
from relationship_journal.i18n import N_, Message, _
from relationship_journal.ui.composer.courtesy_row import CourtesyRow
from relationship_journal.ui.composer.day_popover import DayButton
from relationship_journal.ui.composer.unfinished import CourtesyFields
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import COURTESY_ICONS
from relationship_journal.ui.theme import tokens
from relationship_journal.ui.widgets import Button, SegmentedRow, Sheet
from relationship_journal.values import replace


class CourtesySheet(Sheet):
    """Opened from a courtesy's line in the timeline."""

    def __init__(self, context: Context, courtesy: Courtesy, parent: QWidget) -> None:
        super().__init__(N_("Gift, meal or greeting"), N_("Keep"), parent, width=tokens.SHEET_WIDE)
        self._context = context
        self._courtesy = courtesy
        kinds = [(kind, COURTESY_WORDS[kind], COURTESY_ICONS[kind]) for kind in CourtesyKind]
        self.kinds = SegmentedRow(N_("What it was"), kinds, courtesy.kind)
        self.day = DayButton(context.today)
        self.day.show_day(courtesy.day)
        value = "" if courtesy.value is None else f"{courtesy.value:f}"
        self.row = CourtesyRow(closable=False)
        self.row.show_fields(CourtesyFields(courtesy.kind, courtesy.direction, courtesy.text, value, courtesy.currency))
        self.remove = Button(N_("Remove"), "danger")
        first = QHBoxLayout()
        first.addWidget(self.kinds)
        first.addWidget(self.day)
        self.body.addLayout(first)
        self.body.addWidget(self.row)
        self.buttons.insertWidget(0, self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.kinds.chosen.connect(lambda kind: self.row.show_fields(replace(self.row.fields, kind=kind)))
        self.remove.clicked.connect(self._remove)
        self.confirmed.connect(self._keep)

    def _keep(self) -> None:
        fields = self.row.fields
        try:
            draft = fields.as_draft(strict=True)
        except Problem as problem:
            self.fail(problem.message)
            return
        edited = replace(
            self._courtesy,
            kind=draft.kind,
            direction=draft.direction,
            day=self.day.day or self._context.today(),
            text=draft.text,
            value=draft.value,
            currency=draft.currency,
        )
        courtesies = self._context.session.courtesies
        self._context.tasks.run(
            lambda: courtesies.edit(edited), lambda _done: self.accept(), lambda problem: self.fail(problem.message)
        )

    def _remove(self) -> None:
        courtesies, courtesy = self._context.session.courtesies, self._courtesy.id
        context = self._context
        told = Message("Removed: {what}.", what=_(COURTESY_WORDS[self._courtesy.kind]))
        context.tasks.run(
            lambda: courtesies.remove([courtesy]),
            lambda _done: context.notices.say_done(told, context.actions["edit.undo"].trigger),
        )
        self.accept()


def edit_courtesy(context: Context, courtesy: Courtesy, parent: QWidget) -> CourtesySheet:
    """Open the sheet for a courtesy."""
    sheet = CourtesySheet(context, courtesy, parent)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
    return sheet
