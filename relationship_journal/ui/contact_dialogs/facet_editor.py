"""The facets of one life, on a sheet of their own: opened by the + after the chips of the header."""

from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import Contact, ContactId, Facet
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.words import FACET_WORDS
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.context import Context
from relationship_journal.ui.widgets import Sheet
from relationship_journal.values import replace

from .rows_editor import RowsEditor, RowText


def edit_facets(context: Context, contact: ContactId, parent: QWidget | None) -> None:
    """Let the user note what is known of a life, an empty row ready for the next."""
    try:
        found = context.session.reads.contact(contact)
    except Problem as problem:
        context.notices.problem(problem)
        return
    FacetSheet(context, found, parent).open()


class FacetSheet(Sheet):
    """Rows of facets."""

    def __init__(self, context: Context, contact: Contact, parent: QWidget | None) -> None:
        super().__init__(Message("Facets of {name}’s life", name=contact.name), N_("Save"), parent)
        self._context = context
        self._contact = contact
        self.explain(N_("What fills their days says first what you could help with, then what you could ask."))
        self.facets = RowsEditor(
            N_("Facets of life"),
            N_("Add a facet"),
            FACET_WORDS,
            text_name=N_("What you know of it"),
            text_hint=N_("such as: daughter takes her exams this year"),
        )
        self.facets.fill([RowText(facet.kind, facet.text, id=facet.id) for facet in contact.facets])
        self.body.addWidget(self.facets)
        self.facets.append(None, focus=True)
        self.confirmed.connect(self._save)

    def _save(self) -> None:
        facets = tuple(Facet(row.kind, row.text, row.id) for row in self.facets.rows())
        whole = replace(self._contact, facets=facets)
        self.primary.setEnabled(False)
        self._context.tasks.run(
            lambda: self._context.session.contacts.save(whole),
            lambda _saved: self.accept(),
            lambda problem: self.fail(problem.message),
        )
