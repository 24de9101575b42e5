"""Every relationship at once, as the weekly review and the list of contacts look at it: what neither needs is not read.

Twenty years of a journal are a hundred thousand steps, of which few differ: one query groups them as text by favour,
and each distinct text is made a step once.
"""

import threading
from functools import lru_cache
from typing import Any

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.collector import collector_paused
from relationship_journal.domain.contact import (
    Contact,
    ContactId,
    Facet,
    FacetKind,
    Occasion,
    OccasionKind,
    OpenDecision,
)
from relationship_journal.domain.courtesy import Courtesy, CourtesyId
from relationship_journal.domain.favour import Direction, Favour, FavourId, Step
from relationship_journal.domain.relationship import Relationship

from .connected import by_first, day
from .favours import STEP_KINDS, FavourReads
from .stale import Stale

_CONTACTS = """
SELECT id, name, org, title, cadence, official, decision_first, decision_last, region
FROM contact WHERE trashed IS NULL ORDER BY id"""
_FAVOURS = """
SELECT f.contact_id, f.id, f.title, f.direction, f.rung, f.domain, f.weight, f.against_interest,
    group_concat(s.kind || s.day || ' ' || ifnull(s.weight, '') || ' ' || ifnull(s.with_courtesy, ''))
FROM favour f LEFT JOIN step s ON s.favour_id = f.id WHERE f.trashed IS NULL GROUP BY f.id"""
FEW = 200
"""More changed contacts than these are read as everybody is."""
_DIRECTIONS = {direction.value: direction for direction in Direction}
_FACETS = {kind.value: kind for kind in FacetKind}
_OCCASIONS = {kind.value: kind for kind in OccasionKind}


class LightReads(FavourReads):
    """The queries behind the review and the list of contacts."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._light = _Kept()

    def light_relationships(self) -> tuple[Relationship, ...]:
        """The relationships with all contacts, by id.

        Contacts lack what is only shown (handles, note, picture), steps their words, entry and reason. They are kept
        and read again only where something changed, so that a row dealt with costs its own contact.
        """
        kept = self._light
        with kept.lock:
            stale = kept.stale.take()
            try:
                self._read_light(stale)
            except BaseException:
                kept.stale.note(Changes(everything=True))
                raise
            return tuple(kept.relationships[contact] for contact in sorted(kept.relationships))

    def changed(self, changes: Changes) -> None:
        """Relationships that these changes concern will be read again."""
        self._light.stale.note(changes)

    def _read_light(self, stale: frozenset[ContactId] | None) -> None:
        found = self._light.relationships
        if stale is None or len(stale) > FEW:
            found.clear()
            with collector_paused():
                found.update((one.contact.id, one) for one in self._all_light())
            return
        for contact in stale:
            found.pop(contact, None)
        if stale:
            with self._moment():
                found.update((one, self.relationship(one)) for one in stale if self.has_contact(one))

    def _all_light(self, *, whole: bool = True) -> list[Relationship]:
        """Everybody's; unless `whole`, without what is known of their lives, which no mark depends on."""
        with self._moment():
            contacts, mine = self._light_contacts(whole=whole), self.my_facets()
            favours: dict[int, list[Favour]] = {}
            for contact, *favour in self._rows(_FAVOURS):
                favours.setdefault(contact, []).append(_favour(contact, favour))
            courtesies: dict[int, list[Courtesy]] = {}
            for courtesy in self.courtesies():
                for one in courtesy.contacts:
                    courtesies.setdefault(one, []).append(courtesy)
            days = self.days_kept()
        return [
            Relationship(
                contact,
                tuple(favours.get(contact.id, ())),
                tuple(courtesies.get(contact.id, ())),
                days.get(contact.id, ()),
                mine,
            )
            for contact in contacts
        ]

    def _light_contacts(self, *, whole: bool) -> list[Contact]:
        def owned(columns: str, table: str) -> dict[int, list[Any]]:
            if not whole:
                return {}
            return by_first(self._rows(f"SELECT contact_id, {columns} FROM {table} ORDER BY contact_id, position, id"))

        nicknames, tags = owned("text", "nickname"), owned("text", "tag")
        facets, occasions = owned("kind, text", "facet"), owned("kind, date, text", "occasion")
        return [
            Contact(
                ContactId(number),
                name,
                tuple(text for (text,) in nicknames.get(number, ())),
                org,
                title,
                tuple(text for (text,) in tags.get(number, ())),
                cadence=cadence,
                official=bool(official),
                decision=OpenDecision(day(first), day(last)) if first and last else None,
                region=region,
                facets=tuple(Facet(_FACETS[kind], text) for kind, text in facets.get(number, ())),
                occasions=tuple(
                    Occasion(_OCCASIONS[kind], when, text) for kind, when, text in occasions.get(number, ())
                ),
            )
            for number, name, org, title, cadence, official, first, last, region in self._rows(_CONTACTS)
        ]


class _Kept:
    """The relationships read so far, and whose have to be read again."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.relationships: dict[ContactId, Relationship] = {}
        self.stale = Stale()


def _favour(contact: int, row: list[Any]) -> Favour:
    number, title, direction, rung, domain, weight, against_interest, steps = row
    return Favour(
        FavourId(number),
        ContactId(contact),
        title,
        _DIRECTIONS[direction],
        rung,
        domain,
        weight,
        bool(against_interest),
        steps=tuple(map(_step, steps.split(","))) if steps else (),
    )


@lru_cache(maxsize=1 << 16)
def _step(told: str) -> Step:
    """A step from its kind with its day behind it, then its weight and its courtesy where it has them."""
    what, weight, courtesy = told.split(" ")
    return Step(
        STEP_KINDS[what[:-10]],
        day(what[-10:]),
        weight=int(weight) if weight else None,
        courtesy=CourtesyId(int(courtesy)) if courtesy else None,
    )
