"""Editing a favour itself: its title, rung, domain, weight, note, and whether it goes against their interest."""

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from relationship_journal.domain.favour import Direction, Favour
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import N_, Message, _
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.tokens import NOTE_HEIGHT, SPACE_12
from relationship_journal.ui.widgets import CheckBox, ChoiceField, Field, NumberField, Sheet, labelled
from relationship_journal.values import replace

from .ladder_model import Shown
from .words import DOMAIN_WORDS, rung_words


class EditDialog(Sheet):
    """Edits one favour; its steps are edited in its story."""

    def __init__(self, context: Context, shown: Shown, favour: Favour, parent: QWidget | None = None) -> None:
        super().__init__(N_("Edit favour"), N_("Keep"), parent)
        self._context, self._shown, self._favour = context, shown, favour
        self.explain(lambda: shown.contact.name)
        self.title_field = Field(N_("What it is about"), text=favour.title)
        self.rung = ChoiceField(N_("Rung"), [(rung.number, rung_words(rung)) for rung in shown.rungs], favour.rung)
        self.domain = ChoiceField(N_("Domain"), list(DOMAIN_WORDS.items()), favour.domain)
        self.weight = NumberField(N_("Weight: what it costs who does it"), favour.weight)
        self.note = QPlainTextEdit(favour.note)
        self.note.setFixedHeight(current_theme().px(NOTE_HEIGHT))
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(_("Note"))
        self.against = CheckBox(N_("Against their employer’s rules or their interest"))
        self.against.setChecked(favour.against_interest)
        self.against.setVisible(favour.direction is Direction.RECEIVED)
        self._lay_out()
        self.rung.changed.connect(self._follow_rung)
        self.confirmed.connect(self._keep)
        self.title_field.line.setFocus()

    def _lay_out(self) -> None:
        cost = QHBoxLayout()
        cost.setSpacing(current_theme().px(SPACE_12))
        cost.addWidget(self.domain, 2)
        cost.addWidget(self.weight, 3)
        self.body.addWidget(self.title_field)
        self.body.addWidget(self.rung)
        self.body.addLayout(cost)
        self.body.addWidget(labelled(N_("Note"), self.note))
        self.body.addWidget(self.against)

    def _follow_rung(self) -> None:
        """Domain and weight follow the rung where they were the old rung's."""
        old, new = self._shown.rungs[self._favour.rung - 1], self._shown.rungs[self.rung.value - 1]
        if self._favour.domain == old.domain:
            self.domain.choose(new.domain)
        if self._favour.weight == old.weight:
            self.weight.choose(new.weight)

    def _keep(self) -> None:
        title = self.title_field.text()
        if not title:
            self.title_field.refuse(N_("A few words say later what it was."))
            return
        edited = replace(
            self._favour,
            title=title,
            rung=self.rung.value,
            domain=self.domain.value,
            weight=self.weight.value,
            note=self.note.toPlainText().strip(),
            against_interest=self.against.isChecked(),
        )
        session = self._context.session
        self.primary.setEnabled(False)
        self._context.tasks.run(lambda: session.favours.edit(edited), self._kept, self._failed)

    def _kept(self, favour: Favour) -> None:
        self.accept()
        said = Message("Kept: {text}", text=favour.title)
        self._context.notices.say_done(said, lambda: self._context.tasks.run(self._context.session.history.undo))

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)
