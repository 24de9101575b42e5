"""What the weekly review is made from, read in one moment."""

from collections.abc import Collection, Sequence
from datetime import date

from relationship_journal.domain.collector import collector_paused
from relationship_journal.domain.coming_up import Dated
from relationship_journal.domain.contact import ContactId, FacetKind, Occasion, OccasionKind
from relationship_journal.domain.due import Due, Known, wanted
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.settings import Settings
from relationship_journal.values import replace

from .connected import THESE, THESE_NAMED, by_first, these
from .marks import HOLDING, TODAY, MarkReads

# Whoever was never met, or rests and is warm, has no row: half of everybody need not become values.
_KNOWN = f"""
SELECT c.id, c.name, c.official, {TODAY} FROM contact c LEFT JOIN {HOLDING} WHERE c.trashed IS NULL
AND (m.contact_id IS NULL OR m.last_move > :since OR c.id {THESE_NAMED}
    OR (m.last_contact > 0 AND (m.open_favours <> '' OR m.rest_until <= :day
        OR :day - m.last_contact > m.cadence OR :day - m.last_contact >= :silent)))"""
_WITH_DAYS = """
SELECT c.id, c.name, c.region, d.parents FROM contact c JOIN (
    SELECT contact_id, max(parents) AS parents FROM (
        SELECT contact_id, 0 AS parents FROM occasion UNION ALL SELECT contact_id, 1 FROM facet WHERE kind = ?)
    GROUP BY contact_id) d ON d.contact_id = c.id WHERE c.trashed IS NULL"""
_OCCASIONS = "SELECT contact_id, kind, date, text FROM occasion ORDER BY contact_id, position, id"
_REGIONS = "SELECT DISTINCT region FROM contact WHERE trashed IS NULL"


class DueReads(MarkReads):
    """Queries for the weekly review."""

    def due(self, planned: Collection[ContactId], settings: Settings, today: date, since: date) -> Due:
        """The marks of all, and what `domain.due.wanted` asks for; `planned` are the contacts of last week's plan."""
        with collector_paused(), self._moment():
            known = self._known(planned, settings, today, since)
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

    def _known(self, planned: Collection[ContactId], settings: Settings, today: date, since: date) -> list[Known]:
        who: dict[str, int | str] = {"these": these(planned), "silent": settings.silent_days}
        rows = self._rows(_KNOWN, **self.holding(today), since=since.toordinal(), **who)
        marks = self.marks_of_rows(rows, 3, today)
        return [Known(row[0], row[1], bool(row[2]), each) for row, each in zip(rows, marks, strict=True)]

    def _whole(self, contacts: Collection[ContactId], known: Sequence[Known]) -> list[Relationship]:
        """Whole relationships; of the days of their entries the last contact stands for all, which the marks tell."""
        last = {one.id: one.marks.last_contact for one in known if one.id in contacts}
        return [
            replace(one, days_kept=(date.fromordinal(last[one.contact.id]),) if last[one.contact.id] else ())
            for one in self.light_relationships(contacts, days=False)
        ]

    def _with_days(self) -> list[Dated]:
        """Contacts with an occasion, or whose parents are known."""
        occasions = {
            contact: tuple(Occasion(OccasionKind(kind), when, text) for kind, when, text in told)
            for contact, told in by_first(self._rows(_OCCASIONS)).items()
        }
        return [
            Dated(ContactId(number), name, region, bool(parents), occasions.get(number, ()))
            for number, name, region, parents in self._rows(_WITH_DAYS, FacetKind.PARENTS)
        ]
