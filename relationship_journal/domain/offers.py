"""Offers (可帮的忙): ways to help them, from their facets of life and the season. METHOD 5.

The format, in `resources/ideas/*.toml` too: `[[offer]]` with id, facets, season and about as for an idea, then
`[offer.en]` and `[offer.zh]` with title, words and act (how it is done).
"""

from collections.abc import Mapping
from typing import Any

from relationship_journal.values import dataclass

from .contact import FacetKind
from .festivals import SEASONS
from .ideas import IdeaText, InLanguages, read_texts, tables_in
from .suggestion import read_about, read_facets


@dataclass(frozen=True, slots=True)
class Offer(InLanguages):
    """A way to help somebody. `own` and `hidden` as for an idea."""

    id: str
    texts: Mapping[str, IdeaText]
    facets: frozenset[FacetKind] = frozenset()
    season: str = ""
    about: tuple[str, ...] = ()
    own: bool = False
    hidden: bool = False


def read_offers(toml: str) -> tuple[Offer, ...]:
    """The offers in the text of a resource file. ValueError or KeyError where it is not well made."""
    return offers_in(tables_in(toml))


def offers_in(tables: Mapping[str, Any]) -> tuple[Offer, ...]:
    """The offers in a resource file that was taken apart."""
    return tuple(_offer(table) for table in tables.get("offer", ()))


def _offer(table: Mapping[str, Any]) -> Offer:
    facets, season = read_facets(table, SEASONS)
    return Offer(table["id"], read_texts(table), facets, season, read_about(table))
