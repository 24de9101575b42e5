"""Reads of reviews, plans and snoozes."""

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.favour import FavourId, StepKind
from relationship_journal.domain.plan import PlanItem, Section, Snooze
from relationship_journal.domain.review import HeldReview, ReviewId

from .connected import Connected, Row, by_first, day, day_or_none

_PLAN = """
SELECT p.review_id, p.text, p.contact_id, p.favour_id, p.day, p.section, p.step, p.done
FROM plan p LEFT JOIN contact c ON c.id = p.contact_id
WHERE c.trashed IS NULL ORDER BY p.review_id, p.position, p.id"""


class ReviewReads(Connected):
    """Queries for the weekly review."""

    def reviews(self) -> tuple[HeldReview, ...]:
        """Every review, newest first; the one that is not saved yet, if any, before all."""
        rows = self._rows("SELECT id, day, saved, moved FROM review ORDER BY saved, day DESC, id DESC")
        dealt = by_first(self._rows("SELECT review_id, key FROM review_row ORDER BY review_id"))
        plans = by_first(self._rows(_PLAN))
        return tuple(
            HeldReview(
                ReviewId(number),
                day(when),
                bool(saved),
                frozenset(key for (key,) in dealt.get(number, ())),
                tuple(_plan_item(row) for row in plans.get(number, ())),
                moved,
            )
            for number, when, saved, moved in rows
        )

    def snoozes(self, contact: ContactId | None = None) -> tuple[Snooze, ...]:
        """What was put off, past ones too: of a contact, or of everybody."""
        which, mine = ("", ()) if contact is None else (" WHERE contact_id = ?", (contact,))
        rows = self._rows(f"SELECT contact_id, until, favour_id FROM snooze{which} ORDER BY id", *mine)
        return tuple(
            Snooze(ContactId(contact), day(until), None if favour is None else FavourId(favour))
            for contact, until, favour in rows
        )


def _plan_item(row: Row) -> PlanItem:
    text, contact, favour, when, section, step, done = row
    return PlanItem(
        text,
        None if contact is None else ContactId(contact),
        None if favour is None else FavourId(favour),
        day_or_none(when),
        Section(section) if section else None,
        StepKind(step) if step else None,
        bool(done),
    )
