"""Putting contacts into the trash, with a notice that takes it back."""

from collections.abc import Sequence

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import Message
from relationship_journal.ui.context import Context


def remove_contacts(context: Context, contacts: Sequence[ContactId]) -> None:
    """Put `contacts` into the trash and say so."""
    chosen = tuple(contacts)
    names = [context.session.reads.contact(contact).name for contact in chosen]

    def done(_nothing: object) -> None:
        if context.selection.contact in chosen:
            context.selection.choose(EVERYONE)
        if len(chosen) == 1:
            said = Message("{name} is in the trash.", name=names[0])
        else:
            said = Message("{n} contacts are in the trash.", n=len(chosen))
        context.notices.say_done(said, context.actions["edit.undo"].trigger)

    context.tasks.run(lambda: context.session.contacts.remove(chosen), done)
