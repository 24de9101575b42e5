"""Adding somebody by one line; what the line says is shown while it is typed."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import Contact
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type
from relationship_journal.ui.widgets import Button, Field, Label, Sheet

from .one_line import read_line


def add_contact(context: Context, parent: QWidget | None, name: str = "") -> None:
    """Let the user add somebody, `name` being known already."""
    AddSheet(context, parent, name).open()


def kept(context: Context, contact: Contact) -> None:
    """Look at somebody who was just added, and say so."""
    context.selection.choose(contact.id)
    context.notices.say_done(Message("{name} was added.", name=contact.name), context.actions["edit.undo"].trigger)


class AddSheet(Sheet):
    """One line, and a way to all fields."""

    def __init__(self, context: Context, parent: QWidget | None, name: str) -> None:
        super().__init__(N_("Add a contact"), N_("Add"), parent)
        self._context = context
        self.explain(N_("Name first; then, with commas, whatever you know: company, title, phone, mail, #tag."))
        self.line = Field(N_("Who"), N_("Lin Mei, Harbor Bank, CFO, lin@example.com, #client"), text=name)
        self.understood = Label("", Type.SMALL, Colour.TEXT_SECOND, wrap=True)
        self.body.addWidget(self.line)
        self.body.addWidget(self.understood)
        self.all_fields = Button(N_("All fields…"), "quiet")
        self.all_fields.clicked.connect(self._open_all)
        self.buttons.insertWidget(0, self.all_fields)
        self.line.changed.connect(lambda _text: self._show())
        self.confirmed.connect(self._add)
        self.line.line.setFocus()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """What stands there is typed on: the focus that a dialog gives when it is shown selects it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.line.line.end(False))

    def _draft(self) -> ContactDraft:
        return read_line(self.line.text())

    def _show(self) -> None:
        draft = self._draft()
        parts = [draft.name, *draft.nicknames, draft.org, draft.title]
        parts += [handle.value for handle in draft.handles] + [f"#{tag}" for tag in draft.tags]
        told = " · ".join(part for part in parts if part)
        self.understood.say(lambda: told)
        self.fit()

    def _add(self) -> None:
        draft = self._draft()
        if not draft.name:
            self.line.refuse(N_("A contact needs a name."))
            return
        self.primary.setEnabled(False)
        self._context.tasks.run(lambda: self._context.session.contacts.add(draft), self._added, self._failed)

    def _added(self, contact: Contact) -> None:
        self.accept()
        kept(self._context, contact)

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.message)

    def _open_all(self) -> None:
        from .contact_sheet import ContactSheet

        parent = self.parentWidget()
        self.reject()
        ContactSheet(self._context, parent, draft=self._draft()).open()
