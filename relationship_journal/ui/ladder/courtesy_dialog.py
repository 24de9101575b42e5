"""Recording a gift, a meal or a greeting; tied to a favour it is that favour's return or answer."""

from decimal import InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import COURTESY_WORDS, courtesy_done
from relationship_journal.i18n import N_, Message, _, current_language
from relationship_journal.services.courtesies import RecordedCourtesy
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import COURTESY_ICONS
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.tokens import SPACE_12
from relationship_journal.ui.widgets import ChoiceField, DayField, Field, SegmentedRow, Sheet, verbatim

from .courtesy_form import CURRENCIES, CourtesyForm, could_answer, learned_worth_asking, usual_currency
from .entry_choice import EntryChoice
from .ladder_model import Shown
from .learned_dialog import ask_what_was_learned
from .record_dialog import ANYWAY
from .through import Through, at_once
from .verdict_list import VerdictList
from .with_whom import WithWhom

_DIRECTIONS = {
    CourtesyDirection.GIVEN: N_("From me"),
    CourtesyDirection.RECEIVED: N_("From them"),
}

_TOP = Qt.AlignmentFlag.AlignTop


class CourtesyDialog(Sheet):
    """Records a courtesy with the contact in view, and others who shared it."""

    def __init__(
        self,
        context: Context,
        shown: Shown,
        parent: QWidget | None = None,
        *,
        kind: CourtesyKind = CourtesyKind.GIFT,
        favour: FavourId | None = None,
        form: CourtesyForm | None = None,
        through: Through = at_once,
    ) -> None:
        super().__init__(N_("Record a courtesy"), N_("Record"), parent)
        self._context, self._shown, self._through = context, shown, through
        today = context.today()
        begun = form or CourtesyForm((shown.contact.id,), kind, favour=favour)
        self.kind = SegmentedRow(
            N_("What it was"), [(one, COURTESY_WORDS[one], COURTESY_ICONS[one]) for one in CourtesyKind], begun.kind
        )
        self.direction = SegmentedRow(
            N_("From whom"), [(one, words, "") for one, words in _DIRECTIONS.items()], begun.direction
        )
        self.words = Field(N_("What"), N_("Cherries from home"), text=begun.text)
        self.value = Field(N_("Value in all"), N_("Unknown"), text=begun.value)
        usual = begun.currency if begun.value else usual_currency(shown, current_language())
        offered = CURRENCIES if usual in CURRENCIES else (usual, *CURRENCIES)
        self.currency = ChoiceField(N_("Currency"), [(code, verbatim(code)) for code in offered], usual)
        self.day = DayField(N_("Day"), begun.day or today, today)
        self.entry = EntryChoice(context, shown.contact.id, begun.entry)
        self.whom = WithWhom(context, *begun.contacts)
        self.favour = ChoiceField(N_("In return for"), could_answer(shown, begun.direction), begun.favour)
        self.verdicts = VerdictList(ask_reason=False)
        self._lay_out()
        self._wire()
        self._changed()
        self.words.line.setFocus()

    @property
    def form(self) -> CourtesyForm:
        """What is typed now."""
        return CourtesyForm(
            self.whom.contacts,
            self.kind.value,
            self.direction.value,
            self.words.text(),
            self.value.text(),
            self.currency.value,
            self.day.day(),
            self.entry.value,
            self.favour.value,
        )

    def _lay_out(self) -> None:
        gap = current_theme().px(SPACE_12)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.direction)
        self.body.addWidget(self.words)
        worth = QHBoxLayout()
        worth.setSpacing(gap)
        worth.addWidget(self.value, 3, _TOP)
        worth.addWidget(self.currency, 2, _TOP)
        self.body.addLayout(worth)
        when = QHBoxLayout()
        when.setSpacing(gap)
        when.addWidget(self.day, 2, _TOP)
        when.addWidget(self.entry, 3, _TOP)
        self.body.addLayout(when)
        self.body.addWidget(self.whom)
        self.body.addWidget(self.favour)
        self.body.addWidget(self.verdicts)

    def _wire(self) -> None:
        self.direction.chosen.connect(self._turn)
        self.kind.chosen.connect(self._changed)
        for changed in (
            self.words.changed,
            self.value.changed,
            self.currency.changed,
            self.day.changed,
            self.whom.changed,
            self.favour.changed,
        ):
            changed.connect(self._changed)
        self.entry.changed.connect(self._follow_entry)
        self.verdicts.spoke.connect(lambda _spoke: self.fit())
        self.confirmed.connect(self._record)

    def _turn(self, direction: CourtesyDirection) -> None:
        self.favour.offer(could_answer(self._shown, direction), None)

    def _follow_entry(self) -> None:
        self.entry.put_day_into(self.day)
        self._changed()

    def _changed(self) -> None:
        self.verdicts.show_verdicts(self.form.verdicts(self._shown))
        self.primary.say(ANYWAY if self.verdicts.verdicts else N_("Record"))

    def _record(self) -> None:
        form = self.form
        try:
            draft = form.draft()
        except InvalidOperation:
            self.value.refuse(N_("A sum is written in digits, as in 380."))
            self.value.line.setFocus()
            return
        if self.day.check() is None:
            self.day.line.setFocus()
            return
        session, today, through = self._context.session, self._context.today(), self._through
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: through(lambda: session.courtesies.add(draft, today)), self._recorded, self._failed
        )

    def _recorded(self, recorded: RecordedCourtesy) -> None:
        self.accept()
        courtesy = recorded.courtesy
        done = _(courtesy_done(courtesy.kind, courtesy.direction))
        self._context.notices.say_done(Message("Recorded: {title}", title=courtesy.text or done), self._undo)
        if learned_worth_asking(courtesy.kind):
            ask_what_was_learned(self._context, courtesy.contacts, self.parentWidget())

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)

    def _undo(self) -> None:
        self._context.tasks.run(self._context.session.history.undo)
