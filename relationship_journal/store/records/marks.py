"""Writing the marks of contacts."""

from collections.abc import Mapping

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.marks import Marks
from relationship_journal.store.work import Work


def keep(work: Work, marks: Mapping[ContactId, Marks], stamp: int) -> None:
    """Keep these marks in place of those that stand there."""
    for contact, one in marks.items():
        forget(work, contact)
        work.insert(
            "contact_mark",
            contact_id=contact,
            stamp=stamp,
            first_day=one.first,
            end_day=one.end,
            rest_until=one.rest_until,
            last_contact=one.last_contact,
            cadence=one.cadence,
            last_move=one.last_move,
            open_favours=one.open_favours,
            arcs=one.arcs,
            **{f"carries_{rung}": until for rung, until in enumerate(one.carries, 1)},
        )


def forget(work: Work, contact: ContactId) -> None:
    """The marks of a contact are computed anew when they are asked for."""
    work.delete("contact_mark", contact_id=contact)
