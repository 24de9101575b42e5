"""The marks of contacts: those that are kept and hold, and for the others computed from their relationships."""

from collections.abc import Collection, Sequence
from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.marks import Marks, MarksToday, stamp
from relationship_journal.domain.rung import HIGHEST

from .connected import Row
from .light import LightReads

_STANDING = " + ".join(f"(m.carries_{rung} > :day)" for rung in range(1, HIGHEST + 1))
TODAY = f"{_STANDING}, m.open_favours, m.rest_until, m.last_contact, m.cadence, m.last_move, m.arcs"
"""The columns of `MarksToday`, NULL where none are kept."""
HOLDING = "contact_mark m ON m.contact_id = c.id AND m.stamp = :stamp AND m.first_day <= :day AND m.end_day > :day"
"""To be joined with a contact `c`; the parameters are those of `MarkReads.holding`."""
_WIDTH = len(MarksToday._fields)
_UNMARKED = f"SELECT c.id FROM contact c LEFT JOIN {HOLDING} WHERE c.trashed IS NULL AND m.contact_id IS NULL"
_KEPT = """
SELECT c.id, m.first_day, m.end_day, m.rest_until, m.last_contact, m.cadence, m.last_move, m.open_favours, m.arcs,
    m.carries_1, m.carries_2, m.carries_3, m.carries_4, m.carries_5, m.carries_6
FROM contact c JOIN contact_mark m ON m.contact_id = c.id AND m.stamp = ?
WHERE c.trashed IS NULL ORDER BY m.first_day, c.id"""

_MANY = 500  # rows of which none has its marks: they are everybody, or so many that reading everybody is as quick


class MarkReads(LightReads):
    """Queries for the marks."""

    def marks_stamp(self) -> int:
        """What marks are stamped with now."""
        return stamp(self.settings())

    def unmarked(self, today: date) -> list[ContactId]:
        """The contacts whose marks of today are not kept."""
        with self._moment():
            return [ContactId(row[0]) for row in self._rows(_UNMARKED, **self.holding(today))]

    def marks_anew(self, today: date, contacts: Collection[ContactId] | None) -> dict[ContactId, Marks]:
        """The marks of these contacts, or of all, computed from all that is known of them."""
        from relationship_journal.domain.marking import marks_of
        from relationship_journal.domain.situation import Situation

        with self._moment():
            settings = self.settings()
            relationships = self.light_relationships(contacts, whole=False)
        return {one.contact.id: marks_of(Situation(one, settings, today)) for one in relationships}

    def marks_of_rows(self, rows: Sequence[Row], place: int, today: date) -> list[MarksToday]:
        """The marks of rows that begin with the contact's id and have the columns `TODAY` from `place` on."""
        without = [row[0] for row in rows if row[place] is None]
        everybody = len(without) == len(rows) > _MANY
        anew = self.marks_anew(today, None if everybody else without) if without else {}
        day, end, make = today.toordinal(), place + _WIDTH, MarksToday._make
        return [anew[row[0]].on(day) if row[place] is None else make(row[place:end]) for row in rows]

    def differing_marks(self) -> list[ContactId]:
        """The contacts whose kept marks are not what computing them anew gives. Reads everything."""
        with self._moment():
            days: dict[int, dict[ContactId, Marks]] = {}
            for contact, *told, arcs, c1, c2, c3, c4, c5, c6 in self._rows(_KEPT, self.marks_stamp()):
                kept = Marks._make((*told, arcs, (c1, c2, c3, c4, c5, c6)))
                days.setdefault(kept.first, {})[ContactId(contact)] = kept
            return [
                contact
                for first, kept in days.items()
                for contact, anew in self.marks_anew(date.fromordinal(first), kept).items()
                if anew != kept[contact]
            ]

    def holding(self, today: date) -> dict[str, int | str]:
        """The parameters of `HOLDING`."""
        return {"stamp": self.marks_stamp(), "day": today.toordinal()}
