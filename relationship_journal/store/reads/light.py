"""Many relationships at once, as the weekly review and the marks look at them: what neither needs is not read.

Twenty years of a journal are a hundred thousand steps, of which few differ: one query groups them as text by favour,
and each distinct text is made a step once.
"""

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Any

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

from .connected import THESE, by_first, day, these
from .favours import STEP_KINDS, FavourReads

_CONTACTS = """
SELECT id, name, org, title, cadence, official, decision_first, decision_last, region
FROM contact WHERE trashed IS NULL AND {which} ORDER BY id"""
_FAVOURS = """
SELECT f.contact_id, f.id, f.title, f.direction, f.rung, f.domain, f.weight, f.against_interest, f.note,
    group_concat(s.kind || s.day || ' ' || ifnull(s.weight, '') || ' ' || ifnull(s.with_courtesy, ''))
FROM favour f LEFT JOIN step s ON s.favour_id = f.id WHERE f.trashed IS NULL AND {which} GROUP BY f.id"""
_DIRECTIONS = {direction.value: direction for direction in Direction}
_FACETS = {kind.value: kind for kind in FacetKind}
_OCCASIONS = {kind.value: kind for kind in OccasionKind}


class LightReads(FavourReads):
    """The queries behind the review and the marks."""

    def light_relationships(
        self, contacts: Collection[ContactId] | None = None, *, whole: bool = True, days: bool = True
    ) -> list[Relationship]:
        """The relationships with these contacts, or with all, by id.

        Contacts lack what is only shown (handles, note, picture), and unless `whole` what is known of their lives;
        steps lack their words, entry and reason. Without `days` those of entries are left out.
        """
        mine = () if contacts is None else (these(contacts),)

        def which(column: str) -> str:
            return f"{column} {THESE}" if mine else "true"

        with collector_paused(), self._moment():
            people = self._light_contacts(which, mine, whole=whole)
            facets = self.my_facets() if whole else ()
            favours: dict[int, list[Favour]] = {}
            for favour in self._light_favours(which("f.contact_id"), *mine):
                favours.setdefault(favour.contact, []).append(favour)
            courtesies = self._courtesies_of(*mine)
            kept = self.days_kept(contacts) if days else {}
        return [
            Relationship(
                contact,
                tuple(favours.get(contact.id, ())),
                tuple(courtesies.get(contact.id, ())),
                kept.get(contact.id, ()),
                facets,
            )
            for contact in people
        ]

    def _light_favours(self, which: str, *parameters: object) -> list[Favour]:
        return [_favour(row) for row in self._rows(_FAVOURS.format(which=which), *parameters)]

    def _courtesies_of(self, *mine: str) -> dict[int, list[Courtesy]]:
        theirs = f"(SELECT courtesy_id FROM courtesy_contact WHERE contact_id {THESE})"
        which = (f"id IN {theirs}", f"cc.courtesy_id IN {theirs}") if mine else ("true", "true")
        found: dict[int, list[Courtesy]] = {}
        for courtesy in self._courtesies(*which, *mine):
            for one in courtesy.contacts:
                found.setdefault(one, []).append(courtesy)
        return found

    def _light_contacts(self, which: Callable[[str], str], mine: tuple[str, ...], *, whole: bool) -> list[Contact]:
        def owned(columns: str, table: str) -> dict[int, list[Any]]:
            if not whole:
                return {}
            where = which("contact_id")
            query = f"SELECT contact_id, {columns} FROM {table} WHERE {where} ORDER BY contact_id, position, id"
            return by_first(self._rows(query, *mine))

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
            for number, name, org, title, cadence, official, first, last, region in self._rows(
                _CONTACTS.format(which=which("id")), *mine
            )
        ]


def _favour(row: Any) -> Favour:
    contact, number, title, direction, rung, domain, weight, against_interest, note, steps = row
    return Favour(
        FavourId(number),
        ContactId(contact),
        title,
        _DIRECTIONS[direction],
        rung,
        domain,
        weight,
        bool(against_interest),
        note,
        tuple(map(_step, steps.split(","))) if steps else (),
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
