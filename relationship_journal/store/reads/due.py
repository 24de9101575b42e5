"""What the weekly review is made from, read in one moment."""

from collections.abc import Collection, Sequence
from datetime import date

from relationship_journal.domain.collector import collector_paused
from relationship_journal.domain.contact import Contact, ContactId, Facet, FacetKind, Occasion, OccasionKind
from relationship_journal.domain.due import Due, Known, wanted
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.settings import Settings
from relationship_journal.values import replace

from .connected import THESE, by_first, these
from .marks import HOLDING, TODAY, MarkReads

_KNOWN = f"SELECT c.id, c.name, c.official, {TODAY} FROM contact c LEFT JOIN {HOLDING} WHERE c.trashed IS NULL"
_WITH_DAYS = """
SELECT id, name, region FROM contact WHERE trashed IS NULL
AND id IN (SELECT contact_id FROM occasion UNION SELECT contact_id FROM facet WHERE kind = ?)"""
_OCCASIONS = "SELECT contact_id, kind, date, text FROM occasion ORDER BY contact_id, position, id"
_REGIONS = "SELECT DISTINCT region FROM contact WHERE trashed IS NULL"


class DueReads(MarkReads):
    """Queries for the weekly review."""

    def due(self, planned: Collection[ContactId], settings: Settings, today: date, since: date) -> Due:
        """The marks of all, and what `domain.due.wanted` asks for; `planned` are the contacts of last week's plan."""
        with collector_paused(), self._moment():
            known = self._known(today)
            more = wanted(known, planned, settings, today, since)
            favours = self._light_favours(f"f.id {THESE}", these(more.favours)) if more.favours else []
            whole = self._whole(more.whole, known) if more.whole else []
            return Due(
                known,
                {favour.id: favour for favour in favours},
                {one.contact.id: one for one in whole},
                self._with_days(),
                frozenset(region for (region,) in self._rows(_REGIONS)),
            )

    def _known(self, today: date) -> list[Known]:
        rows = self._rows(_KNOWN, **self.holding(today))
        marks = self.marks_of_rows(rows, 3, today)
        return [Known(row[0], row[1], bool(row[2]), each) for row, each in zip(rows, marks, strict=True)]

    def _whole(self, contacts: Collection[ContactId], known: Sequence[Known]) -> list[Relationship]:
        """Whole relationships; of the days of their entries the last contact stands for all, which the marks tell."""
        last = {one.id: one.marks.last_contact for one in known if one.id in contacts}
        return [
            replace(one, days_kept=(date.fromordinal(last[one.contact.id]),) if last[one.contact.id] else ())
            for one in self.light_relationships(contacts, days=False)
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
