"""Recording a favour: what it is about, who does it for whom, its rung, and where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_, Message
from relationship_journal.services.favours import Recorded
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.tokens import SPACE_12
from relationship_journal.ui.widgets import (
    Button,
    CheckBox,
    ChoiceField,
    DayField,
    Field,
    NumberField,
    SegmentedRow,
    Sheet,
    labelled,
)
from relationship_journal.values import replace

from .entry_choice import EntryChoice
from .favour_form import FIRST_STEPS, FavourForm
from .ladder_model import Shown
from .through import Through, at_once
from .verdict_list import VerdictList
from .words import DIRECTION_WORDS, DOMAIN_WORDS, rung_words

ANYWAY = N_("Record it anyway")

_TOP = Qt.AlignmentFlag.AlignTop


class RecordDialog(Sheet):
    """Records a new favour. The verdicts are shown while it is typed; none of them stops it."""

    def __init__(
        self,
        context: Context,
        shown: Shown,
        parent: QWidget | None = None,
        *,
        form: FavourForm | None = None,
        entry: EntryId | None = None,
        above: QWidget | None = None,
        through: Through = at_once,
    ) -> None:
        super().__init__(N_("Record a favour"), N_("Record"), parent)
        self._context, self._shown, self._above, self._through = context, shown, above, through
        today = context.today()
        begun = form or FavourForm(shown.contact.id, rung=shown.to_ask)
        self._form = begun = replace(begun, day=begun.day or today, entry=entry)
        self.explain(lambda: shown.contact.name)
        self.direction = SegmentedRow(
            N_("Who does it"), [(one, words, "") for one, words in DIRECTION_WORDS.items()], begun.direction
        )
        self.title_field = Field(N_("What it is about"), N_("The doctor they go to"), text=begun.title)
        self.rung = ChoiceField(N_("Rung"), [(rung.number, rung_words(rung)) for rung in shown.rungs], begun.rung)
        self.steps = {
            direction: SegmentedRow(
                N_("Where it stands"),
                [(kind, step_word(kind, direction), "") for kind in _first_steps(direction, begun)],
                begun.step if begun.direction is direction else FIRST_STEPS[direction][2],
            )
            for direction in Direction
        }
        self.day = DayField(N_("Day"), begun.day or today, today)
        self.entry = EntryChoice(context, shown.contact.id, entry)
        self.domain = ChoiceField(N_("Domain"), [(key, words) for key, words in DOMAIN_WORDS.items()], "personal")
        self.weight = NumberField(N_("Weight: what it costs who does it"), 1)
        self.against = CheckBox(N_("Against their employer’s rules or their interest"))
        self.verdicts = VerdictList()
        self.details = Button(N_("Details"), "quiet", small=True, icon_name="caret-down")
        self._folded = QWidget()
        self._lay_out()
        self._follow_rung()
        self._wire()
        self._changed()
        self.title_field.line.setFocus()

    @property
    def form(self) -> FavourForm:
        """What is typed now."""
        direction = self.direction.value
        rung = self._shown.rungs[self.rung.value - 1]
        return FavourForm(
            self._shown.contact.id,
            self.title_field.text(),
            direction,
            self.rung.value,
            None if self.domain.value == rung.domain else self.domain.value,
            None if self.weight.value == rung.weight else self.weight.value,
            self.against.isChecked(),
            self._form.note,
            self.steps[direction].value,
            self.day.day(),
            self.entry.value,
        )

    def _lay_out(self) -> None:
        gap = current_theme().px(SPACE_12)
        if self._above is not None:
            self.body.addWidget(self._above)
        self.body.addWidget(self.direction)
        self.body.addWidget(self.title_field)
        self.body.addWidget(self.rung)
        both = QWidget()
        rows = QVBoxLayout(both)
        rows.setContentsMargins(0, 0, 0, 0)
        for row in self.steps.values():
            rows.addWidget(row)
        self.body.addWidget(labelled(N_("Where it stands"), both))
        when = QHBoxLayout()
        when.setSpacing(gap)
        when.addWidget(self.day, 2, _TOP)
        when.addWidget(self.entry, 3, _TOP)
        self.body.addLayout(when)
        self.body.addWidget(self.verdicts)
        self.body.addWidget(self.details)
        inside = QVBoxLayout(self._folded)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(gap)
        cost = QHBoxLayout()
        cost.setSpacing(gap)
        cost.addWidget(self.domain, 2, _TOP)
        cost.addWidget(self.weight, 3, _TOP)
        inside.addLayout(cost)
        inside.addWidget(self.against)
        self._folded.hide()
        self.body.addWidget(self._folded)

    def _wire(self) -> None:
        self.direction.chosen.connect(self._turn)
        self.rung.changed.connect(self._follow_rung)
        for changed in (self.title_field.changed, self.day.changed, self.entry.changed, self.domain.changed):
            changed.connect(self._changed)
        for row in self.steps.values():
            row.chosen.connect(self._changed)
        self.weight.changed.connect(self._changed)
        self.against.toggled.connect(self._changed)
        self.verdicts.spoke.connect(lambda _spoke: self.fit())
        self.details.clicked.connect(self._unfold)
        self.confirmed.connect(self._record)

    def _unfold(self) -> None:
        self._folded.setVisible(not self._folded.isVisible())
        self.details.draw("caret-up" if self._folded.isVisible() else "caret-down")
        self.fit()

    def _turn(self, direction: Direction) -> None:
        self.rung.choose(self.form.turned(direction).rung if direction is Direction.RECEIVED else 1)
        self._changed()

    def _follow_rung(self) -> None:
        rung = self._shown.rungs[self.rung.value - 1]
        self.domain.choose(rung.domain)
        self.weight.choose(rung.weight)
        self._changed()

    def _changed(self) -> None:
        direction = self.direction.value
        for one, row in self.steps.items():
            row.setVisible(one is direction)
        idea = self.steps[direction].value is StepKind.IDEA
        self.day.setEnabled(not idea)
        self.entry.setEnabled(not idea)
        self.day.look_ahead(self.steps[direction].value is StepKind.PLANNED)
        self.against.setVisible(direction is Direction.RECEIVED)
        form = self.form
        self.verdicts.show_verdicts(form.verdicts(self._shown) if form.day is not None else ())
        self.primary.say(ANYWAY if self.verdicts.verdicts else N_("Record"))

    def _record(self) -> None:
        form = self.form
        if not form.title:
            self.title_field.refuse(N_("A few words say later what it was."))
            self.title_field.line.setFocus()
            return
        if form.step is not StepKind.IDEA and self.day.check() is None:
            self.day.line.setFocus()
            return
        session, today, reason = self._context.session, self._context.today(), self.verdicts.said()
        through = self._through
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: through(lambda: session.favours.add(form.draft(), form.steps(reason), today=today)),
            self._recorded,
            self._failed,
        )

    def _recorded(self, recorded: Recorded) -> None:
        favour = recorded.favour
        self.accept()
        self._context.notices.say_done(Message("Recorded: {title}", title=favour.title), self._undo)

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)

    def _undo(self) -> None:
        self._context.tasks.run(self._context.session.history.undo)


def _first_steps(direction: Direction, begun: FavourForm) -> tuple[StepKind, ...]:
    """The steps with which a favour may begin, with the one that it was begun with here."""
    usual = FIRST_STEPS[direction]
    return usual if begun.direction is not direction or begun.step in usual else (*usual, begun.step)
