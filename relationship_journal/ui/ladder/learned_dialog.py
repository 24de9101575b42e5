"""After a meal or a visit: what was learned, kept as a facet of life. Asked once, never insisted on."""

from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId, FacetKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import FACET_WORDS
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.context import Context
from relationship_journal.ui.widgets import ChoiceField, Field, Sheet, verbatim


class LearnedDialog(Sheet):
    """One facet of one of the contacts; closing it is as good an answer."""

    def __init__(
        self, context: Context, people: tuple[tuple[ContactId, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(N_("What did you learn?"), N_("Keep"), parent, cancel=N_("Nothing new"))
        self._context = context
        self.explain(N_("Weekends, parents, children, health, what they are curious of: it says how you could help."))
        self.whom = ChoiceField(N_("About whom"), [(one, verbatim(name)) for one, name in people], people[0][0])
        self.whom.setVisible(len(people) > 1)
        self.kind = ChoiceField(N_("Which side of life"), list(FACET_WORDS.items()), FacetKind.WEEKEND)
        self.words = Field(N_("What you learned"), N_("His daughter sits her exams next June"))
        for field in (self.whom, self.kind, self.words):
            self.body.addWidget(field)
        self.confirmed.connect(self._keep)
        self.words.line.setFocus()

    def _keep(self) -> None:
        text = self.words.text()
        if not text:
            self.reject()
            return
        session, contact, kind = self._context.session, self.whom.value, self.kind.value
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: session.contacts.add_facet(contact, kind, text), lambda _contact: self._kept(text), self._failed
        )

    def _kept(self, text: str) -> None:
        self.accept()
        self._context.notices.say_done(
            Message("Kept: {text}", text=text), lambda: self._context.tasks.run(self._context.session.history.undo)
        )

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)


def ask_what_was_learned(context: Context, contacts: tuple[ContactId, ...], parent: QWidget | None) -> None:
    """Ask after a meal or a visit with `contacts`, unless the user does not want to be asked."""
    reads, settings = context.session.reads, context.session.settings

    def read() -> tuple[tuple[ContactId, str], ...]:
        if not settings.numbers().ask_what_was_learned:
            return ()
        names = reads.names()
        return tuple((one, names[one]) for one in contacts if one in names)

    def ask(people: tuple[tuple[ContactId, str], ...]) -> None:
        if people:
            LearnedDialog(context, people, parent).open()

    context.tasks.read(read, ask)
