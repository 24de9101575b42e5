"""The marks of contacts: those that are kept and hold, and for the others computed from their relationships."""

from collections.abc import Collection
from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.marks import Marks, marks_of, stamp
from relationship_journal.domain.situation import Situation

from .connected import Row
from .light import LightReads

MARKS = """m.first_day, m.end_day, m.rest_until, m.last_contact, m.cadence, m.last_move, m.open_favours, m.arcs,
    m.carries_1, m.carries_2, m.carries_3, m.carries_4, m.carries_5, m.carries_6"""
HOLDING = "contact_mark m ON m.contact_id = c.id AND m.stamp = ? AND m.first_day <= ? AND m.end_day > ?"
"""To be joined with a contact `c`; the parameters are those of `MarkReads.holding`."""
_UNMARKED = f"SELECT c.id FROM contact c LEFT JOIN {HOLDING} WHERE c.trashed IS NULL AND m.contact_id IS NULL"
_KEPT = f"""
SELECT c.id, {MARKS} FROM contact c JOIN contact_mark m ON m.contact_id = c.id AND m.stamp = ?
WHERE c.trashed IS NULL ORDER BY m.first_day, c.id"""


def marks_from(row: Row) -> Marks:
    """Marks from the columns `MARKS`."""
    first, end, rest, last, cadence, moved, opened, arcs, *carries = row
    favours = tuple(map(int, opened.split())) if opened else ()
    return Marks(first, end, rest, last, cadence, moved, favours, arcs, tuple(carries))


class MarkReads(LightReads):
    """Queries for the marks."""

    def marks_stamp(self) -> int:
        """What marks are stamped with now."""
        return stamp(self.settings())

    def unmarked(self, today: date) -> list[ContactId]:
        """The contacts whose marks of today are not kept."""
        with self._moment():
            return [ContactId(row[0]) for row in self._rows(_UNMARKED, *self.holding(today))]

    def marks_anew(self, today: date, contacts: Collection[ContactId] | None) -> dict[ContactId, Marks]:
        """The marks of these contacts, or of all, computed from all that is known of them."""
        with self._moment():
            settings = self.settings()
            relationships = self.light_relationships(contacts, whole=False)
        return {one.contact.id: marks_of(Situation(one, settings, today)) for one in relationships}

    def differing_marks(self) -> list[ContactId]:
        """The contacts whose kept marks are not what computing them anew gives. Reads everything."""
        with self._moment():
            days: dict[int, dict[ContactId, Marks]] = {}
            for contact, *row in self._rows(_KEPT, self.marks_stamp()):
                kept = marks_from(tuple(row))
                days.setdefault(kept.first, {})[ContactId(contact)] = kept
            return [
                contact
                for first, kept in days.items()
                for contact, anew in self.marks_anew(date.fromordinal(first), kept).items()
                if anew != kept[contact]
            ]

    def holding(self, today: date) -> tuple[int, int, int]:
        """The parameters of `HOLDING`."""
        day = today.toordinal()
        return self.marks_stamp(), day, day
