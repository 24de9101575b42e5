"""Reads of favours with their steps, of courtesies, and of a relationship as a whole."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.favour import Direction, Favour, FavourId, Step, StepKind
from relationship_journal.domain.problems import NotFound
from relationship_journal.domain.relationship import Relationship
from relationship_journal.i18n import Message

from .connected import THESE, Row, by_first, day, these
from .contacts import ContactReads

_FAVOUR = """
SELECT id, contact_id, title, direction, rung, domain, weight, against_interest, note
FROM favour WHERE trashed IS NULL AND {which} ORDER BY id"""
_STEP = """
SELECT favour_id, kind, day, text, iif(entry_id IN (SELECT id FROM entry WHERE trashed IS NOT NULL), NULL, entry_id),
    weight, with_favour, with_courtesy, reason, id
FROM step WHERE {which} ORDER BY favour_id, day, id"""
_COURTESY = """
SELECT id, kind, direction, day, text, value, currency, favour_id, entry_id
FROM courtesy WHERE trashed IS NULL AND {which} ORDER BY day, id"""
_COURTESY_CONTACT = """
SELECT cc.courtesy_id, cc.contact_id FROM courtesy_contact cc JOIN contact c ON c.id = cc.contact_id
WHERE c.trashed IS NULL AND {which} ORDER BY cc.courtesy_id, cc.position"""
# In the order of the key: nothing is sorted, and twenty thousand entries come as one text.
_DAYS_OF_ONE = """
SELECT group_concat(day) FROM (
    SELECT DISTINCT day FROM entry_contact
    WHERE trashed IS NULL AND kind <> 'note' AND contact_id = ? ORDER BY day)"""

STEP_KINDS = {kind.value: kind for kind in StepKind}


def step(row: Row) -> Step:
    """A step from kind, day, text, entry, weight, favour, courtesy, reason, id."""
    return Step._make((STEP_KINDS[row[0]], day(row[1]), *row[2:]))


class FavourReads(ContactReads):
    """Queries for favours, courtesies and relationships."""

    def favour(self, favour: FavourId) -> Favour:
        """A favour with its steps. Raises NotFound."""
        with self._moment():
            found = self._favours("id = ?", "favour_id = ?", favour)
        if not found:
            raise NotFound(Message("There is no such favour; perhaps it was removed."))
        return found[0]

    def favours(self, contact: ContactId | None = None) -> tuple[Favour, ...]:
        """A contact's favours, or all, by id."""
        with self._moment():
            if contact is None:
                return tuple(self._favours("true", "true"))
            of_favours = "favour_id IN (SELECT id FROM favour WHERE contact_id = ?)"
            return tuple(self._favours("contact_id = ?", of_favours, contact))

    def courtesy(self, courtesy: CourtesyId) -> Courtesy:
        """A courtesy. Raises NotFound."""
        found = self._courtesies("id = ?", "cc.courtesy_id = ?", courtesy)
        if not found:
            raise NotFound(Message("There is no such courtesy; perhaps it was removed."))
        return found[0]

    def courtesies(self, contact: ContactId | None = None) -> tuple[Courtesy, ...]:
        """A contact's courtesies, or all, by day."""
        with self._moment():
            if contact is None:
                return tuple(self._courtesies("true", "true"))
            theirs = "(SELECT courtesy_id FROM courtesy_contact WHERE contact_id = ?)"
            return tuple(self._courtesies(f"id IN {theirs}", f"cc.courtesy_id IN {theirs}", contact))

    def relationship(self, contact: ContactId) -> Relationship:
        """All that the method looks at for one contact. Raises NotFound."""
        return self._as_read(("relationship", contact), lambda: self._relationship(contact))

    def _relationship(self, contact: ContactId) -> Relationship:
        with self._moment():
            days = self.days_kept((contact,))
            return Relationship(
                self.contact(contact),
                self.favours(contact),
                self.courtesies(contact),
                days.get(contact, ()),
                self.my_facets(),
            )

    def relationships(self) -> tuple[Relationship, ...]:
        """The relationships with all contacts, by id, from one query for each table."""
        with self._moment():
            contacts, mine = self.contacts(), self.my_facets()
            favours: dict[ContactId, list[Favour]] = {}
            for favour in self.favours():
                favours.setdefault(favour.contact, []).append(favour)
            courtesies: dict[ContactId, list[Courtesy]] = {}
            for courtesy in self.courtesies():
                for contact in courtesy.contacts:
                    courtesies.setdefault(contact, []).append(courtesy)
            days = self.days_kept()
        return tuple(
            Relationship(
                contact,
                tuple(favours.get(contact.id, ())),
                tuple(courtesies.get(contact.id, ())),
                days.get(contact.id, ()),
                mine,
            )
            for contact in contacts
        )

    def days_kept(self, contacts: Collection[ContactId] | None = None) -> dict[ContactId, tuple[date, ...]]:
        """The days on which there was contact by an entry, ascending, for each of these contacts, or of all."""
        if contacts is not None and len(contacts) == 1:
            (contact,) = contacts
            joined = self._row(_DAYS_OF_ONE, contact)[0]
            return {contact: tuple(map(day, sorted(joined.split(","))))} if joined else {}
        one, mine = ("", ()) if contacts is None else (f" AND contact_id {THESE}", (these(contacts),))
        rows = self._rows(
            "SELECT contact_id, group_concat(DISTINCT day) FROM entry_contact"
            f" WHERE trashed IS NULL AND kind <> 'note'{one} GROUP BY contact_id",
            *mine,
        )
        return {ContactId(number): tuple(map(day, sorted(days.split(",")))) for number, days in rows}

    def _favours(self, which: str, which_steps: str, *mine: Any) -> list[Favour]:
        rows = self._rows(_FAVOUR.format(which=which), *mine)
        steps = by_first(self._rows(_STEP.format(which=which_steps), *mine)) if rows else {}
        return [
            Favour(
                FavourId(number),
                ContactId(contact),
                title,
                Direction(direction),
                rung,
                domain,
                weight,
                bool(against_interest),
                note,
                tuple(step(row) for row in steps.get(number, ())),
            )
            for number, contact, title, direction, rung, domain, weight, against_interest, note in rows
        ]

    def _courtesies(self, which: str, which_contacts: str, *mine: Any) -> list[Courtesy]:
        rows = self._rows(_COURTESY.format(which=which), *mine)
        contacts = by_first(self._rows(_COURTESY_CONTACT.format(which=which_contacts), *mine)) if rows else {}
        return [
            Courtesy(
                CourtesyId(number),
                CourtesyKind(kind),
                CourtesyDirection(direction),
                day(when),
                tuple(ContactId(contact) for (contact,) in contacts.get(number, ())),
                text,
                None if value is None else Decimal(value),
                currency,
                favour,
                entry,
            )
            for number, kind, direction, when, text, value, currency, favour, entry in rows
        ]
