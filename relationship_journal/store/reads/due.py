"""What the weekly review is made from, read in one moment."""

from collections.abc import Collection
from datetime import date

from relationship_journal.domain.contact import Contact, ContactId, Facet, FacetKind, Occasion, OccasionKind
from relationship_journal.domain.due import Due, Known, wanted
from relationship_journal.domain.settings import Settings

from .connected import THESE, by_first, these
from .marks import HOLDING, MARKS, MarkReads, marks_from

_KNOWN = f"SELECT c.id, c.name, c.official, {MARKS} FROM contact c LEFT JOIN {HOLDING} WHERE c.trashed IS NULL"
_WITH_DAYS = """
SELECT id, name, region FROM contact WHERE trashed IS NULL
AND id IN (SELECT contact_id FROM occasion UNION SELECT contact_id FROM facet WHERE kind = ?)"""
_OCCASIONS = "SELECT contact_id, kind, date, text FROM occasion ORDER BY contact_id, position, id"
_REGIONS = "SELECT DISTINCT region FROM contact WHERE trashed IS NULL"


class DueReads(MarkReads):
    """Queries for the weekly review."""

    def due(self, planned: Collection[ContactId], settings: Settings, today: date, since: date) -> Due:
        """The marks of all, and what `domain.due.wanted` asks for; `planned` are the contacts of last week's plan."""
        with self._moment():
            known = self._known(today)
            more = wanted(known, planned, settings, today, since)
            favours = self._light_favours(f"f.id {THESE}", these(more.favours)) if more.favours else []
            whole = self.light_relationships(more.whole) if more.whole else []
            return Due(
                known,
                {favour.id: favour for favour in favours},
                {one.contact.id: one for one in whole},
                self._with_days(),
                frozenset(region for (region,) in self._rows(_REGIONS)),
            )

    def _known(self, today: date) -> list[Known]:
        rows = self._rows(_KNOWN, *self.holding(today))
        without = [row[0] for row in rows if row[3] is None]
        anew = self.marks_anew(today, None if len(without) == len(rows) else without) if without else {}
        return [
            Known(row[0], row[1], bool(row[2]), anew[row[0]] if row[3] is None else marks_from(row[3:])) for row in rows
        ]

    def _with_days(self) -> list[Contact]:
        """Contacts with an occasion, or whose parents are known."""
        parents = (Facet(FacetKind.PARENTS, ""),)
        occasions = by_first(self._rows(_OCCASIONS))
        of_parents = {row[0] for row in self._rows("SELECT contact_id FROM facet WHERE kind = ?", FacetKind.PARENTS)}
        return [
            Contact(
                ContactId(number),
                name,
                region=region,
                facets=parents if number in of_parents else (),
                occasions=tuple(
                    Occasion(OccasionKind(kind), when, text) for kind, when, text in occasions.get(number, ())
                ),
            )
            for number, name, region in self._rows(_WITH_DAYS, FacetKind.PARENTS)
        ]
