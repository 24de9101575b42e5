"""Whom a text names: an id, a name or a nickname, as the command line and the palette take it."""

from collections.abc import Sequence

from relationship_journal.domain import written_ids
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.problems import Ambiguous, NotFound
from relationship_journal.i18n import Message
from relationship_journal.store.reads import Reads


def contact_named(reads: Reads, text: str) -> ContactId:
    """The contact whose name it is, else whose nickname, else whose id; letter case is no matter.

    Raises NotFound, and Ambiguous with what tells the candidates apart.
    """
    wanted = text.strip()
    for found in (reads.contacts_called(wanted), reads.contacts_nicknamed(wanted)):
        if len(found) == 1:
            return found[0][0]
        if found:
            raise _ambiguous(wanted, found)
    number = written_ids.contact_number(wanted)
    if number is not None and reads.has_contact(number):
        return ContactId(number)
    raise NotFound(Message("Nobody in the journal is called {name}.", name=wanted))


def _ambiguous(wanted: str, found: Sequence[tuple[ContactId, str, str, str]]) -> Ambiguous:
    candidates = tuple(
        f"{name} ({', '.join(filter(None, (org, title, written_ids.written(written_ids.CONTACT, number))))})"
        for number, name, org, title in found
    )
    return Ambiguous(
        Message(
            "{name} could be several: {candidates}. Say which by id.", name=wanted, candidates="; ".join(candidates)
        ),
        candidates,
    )
