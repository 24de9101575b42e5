"""Recording one step of a favour, on any day: with words, the entry in which it happened, and what was returned."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import STEPS_OF, StepKind
from relationship_journal.domain.loop import Loop
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_, _
from relationship_journal.services.favours import Recorded
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.tokens import SPACE_12
from relationship_journal.ui.widgets import ChoiceField, DayField, Field, NumberField, Sheet, verbatim

from .entry_choice import EntryChoice
from .ladder_model import Shown
from .record_dialog import ANYWAY
from .step_form import StepForm, could_be_within, default_return, takes_words
from .through import Through, at_once
from .verdict_list import VerdictList

_TOP = Qt.AlignmentFlag.AlignTop


class StepDialog(Sheet):
    """Records a step of a favour. `told` is called with what was recorded, after the sheet is closed."""

    def __init__(
        self,
        context: Context,
        shown: Shown,
        loop: Loop,
        kind: StepKind,
        *,
        told: Callable[[Loop, StepKind, Recorded], object],
        parent: QWidget | None = None,
        day: date | None = None,
        entry: EntryId | None = None,
        above: QWidget | None = None,
        through: Through = at_once,
    ) -> None:
        self._loop = loop
        super().__init__(verbatim(loop.favour.title), N_("Record"), parent)
        self._context, self._shown, self._told, self._above, self._through = context, shown, told, above, through
        favour, today = loop.favour, context.today()
        self.explain(lambda: shown.contact.name)
        kinds = [one for one in STEPS_OF[favour.direction] if one is not StepKind.IDEA]
        self.kind = ChoiceField(N_("What happened"), [(one, step_word(one, favour.direction)) for one in kinds], kind)
        self.day = DayField(N_("Day"), day or today, today)
        self.words = Field(lambda: _(takes_words(self.kind.value, favour.direction)))
        self.weight = NumberField(N_("Weight of it"), default_return(favour, shown))
        self.within = ChoiceField(N_("In which gift, meal or favour"), could_be_within(shown, favour), None)
        self.entry = EntryChoice(context, shown.contact.id, entry)
        self.verdicts = VerdictList()
        self._lay_out()
        self._wire()
        self._changed()
        (self.words.line if kind is StepKind.RETURNED or kind is StepKind.CLOSED else self.day.line).setFocus()

    @property
    def form(self) -> StepForm:
        """What is typed now."""
        returned = self.kind.value is StepKind.RETURNED
        return StepForm(
            self.kind.value,
            self.day.day(),
            self.words.text(),
            self.entry.value,
            self.weight.value if returned else None,
            self.within.value if returned else None,
        )

    def _lay_out(self) -> None:
        gap = current_theme().px(SPACE_12)
        if self._above is not None:
            self.body.addWidget(self._above)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.words)
        given = QHBoxLayout()
        given.setSpacing(gap)
        given.addWidget(self.weight, 1, _TOP)
        given.addWidget(self.within, 3, _TOP)
        self.body.addLayout(given)
        when = QHBoxLayout()
        when.setSpacing(gap)
        when.addWidget(self.day, 2, _TOP)
        when.addWidget(self.entry, 3, _TOP)
        self.body.addLayout(when)
        self.body.addWidget(self.verdicts)

    def _wire(self) -> None:
        for changed in (self.kind.changed, self.day.changed, self.words.changed, self.within.changed):
            changed.connect(self._changed)
        self.weight.changed.connect(self._changed)
        self.entry.changed.connect(self._follow_entry)
        self.verdicts.spoke.connect(lambda _spoke: self.fit())
        self.confirmed.connect(self._record)

    def _follow_entry(self) -> None:
        self.entry.put_day_into(self.day)
        self._changed()

    def _changed(self) -> None:
        form = self.form
        returned = form.kind is StepKind.RETURNED
        if returned != self.weight.isVisibleTo(self):
            self.weight.setVisible(returned)
            self.within.setVisible(returned)
            self.fit()
        self.words.label.reword()
        self.day.look_ahead(form.kind is StepKind.PLANNED)
        self.verdicts.show_verdicts(form.verdicts(self._shown, self._loop.favour))
        self.primary.say(ANYWAY if self.verdicts.verdicts else N_("Record"))

    def _record(self) -> None:
        form = self.form
        if form.needs_words:
            self.words.refuse(N_("Closing by hand needs a reason, for yourself later."))
            self.words.line.setFocus()
            return
        if self.day.check() is None:
            self.day.line.setFocus()
            return
        session, today = self._context.session, self._context.today()
        favour, reason, through = self._loop.favour.id, self.verdicts.said(), self._through
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: through(lambda: session.favours.take_step(favour, form.draft(reason), today)),
            self._recorded,
            self._failed,
        )

    def _recorded(self, recorded: Recorded) -> None:
        self.accept()
        self._told(self._loop, self.kind.value, recorded)

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)
