"""How well an idea or an offer fits a contact today, and why: common ground, known facets, season, used before."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol
from zlib import crc32

from relationship_journal.i18n import N_, Message

from .contact import Contact, FacetKind
from .festivals import FESTIVALS
from .words import FACET_WORDS

_SEASON_NAMES = {festival.id: festival.name for festival in FESTIVALS} | {"mothers-day": N_("Mother's Day")}
_NOW = {
    "exams": N_("It is the season of examinations."),
    "summer": N_("It is summer."),
    "winter": N_("It is winter."),
}
_AT_WORK = frozenset({FacetKind.WORK, FacetKind.EXPERTISE})
_NO_WORD = re.compile(r"\W+|(?<=[一-鿿])(?=[a-z0-9])")  # and between Chinese and Latin
_HONORIFICS = frozenset("dr prof professor mr mrs ms miss mx sir dame lord lady rev fr sr hon".split())


class Fitting(Protocol):
    """What an idea and an offer have in common."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def facets(self) -> frozenset[FacetKind]:
        """The facets of their life that it builds on; all must be known."""

    @property
    def season(self) -> str:
        """When it fits, empty for always."""

    @property
    def about(self) -> tuple[str, ...]:
        """What to look up, as `read_about` makes it: one must stand in what is known; empty where nothing need."""

    @property
    def titles(self) -> tuple[str, ...]:
        """Its title in each language."""


class Ground(NamedTuple):
    """What is known for ranking: the contact, their facets, those that we share, the seasons on, titles used before."""

    contact: Contact
    known: frozenset[FacetKind]
    shared: frozenset[FacetKind]
    seasons: frozenset[str]
    used: frozenset[str]

    def was_used(self, each: Fitting) -> bool:
        """Whether a favour with this contact bears its title already, in whatever language."""
        return bool(self.used) and any(title.casefold() in self.used for title in each.titles)


def fits(each: Fitting, ground: Ground) -> bool:
    """Whether it can be suggested: all the facets it builds on are known, and its season is on."""
    return each.facets <= ground.known and (not each.season or each.season in ground.seasons)


class Told:
    """What is known of a contact as text to look words up in, by the facets that it is about."""

    __slots__ = ("_contact", "_texts")

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self._texts: dict[frozenset[FacetKind], str] = {}

    def of(self, facets: frozenset[FacetKind]) -> str:
        """Those facets; for work and expertise, and without a facet, organisation, title and tags too.

        In lower case, with a blank before every word.
        """
        text = self._texts.get(facets)
        if text is None:
            contact = self._contact
            known = [facet.text for facet in contact.facets if facet.kind in facets] if facets else []
            if not facets or facets & _AT_WORK:
                known += (contact.org, contact.title, *contact.tags)
            text = self._texts[facets] = _to_look_up(" ".join(known))
        return text


def bears(each: Fitting, told: Told) -> bool:
    """Whether what is known of a contact bears what the idea or offer is about.

    Decided: one of its words stands in what is known of its facets; for work and expertise, and where it names no
    facet, in their organisation, title or tags too. Chinese words count anywhere, others at the beginning of a word.
    So the lesson in tea goes to who likes tea, and the question about wards to who works in a hospital.
    """
    return not each.about or _stands_in(each.about, told.of(each.facets))


def _stands_in(about: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in about)


def _to_look_up(text: str) -> str:
    return " " + _NO_WORD.sub(" ", text.casefold())


def rank(each: Fitting, ground: Ground) -> tuple[int, int, int, int]:
    """Sorts the best first: not used before, then common ground, known facets, season."""
    return (
        ground.was_used(each),
        -len(each.facets & ground.shared),
        -len(each.facets),
        not each.season,
    )


def dealt(each: Fitting, contact: Contact) -> tuple[int, str]:
    """Breaks ties.

    Decided: by a sum over the contact's name and the id, not by title, so that not everybody known as little is asked
    the same thing in one week; it is the same on every machine and every day.
    """
    return crc32(f"{contact.name}\n{each.id}".encode()), each.id


def reasons(each: Fitting, ground: Ground) -> tuple[Message, ...]:
    """Why it is suggested, in short sentences."""
    found = []
    for kind in FacetKind:
        if kind in each.facets:
            said = _said(each, ground.contact, kind).rstrip("。.")
            word = Message(FACET_WORDS[kind])
            if kind in ground.shared and said:
                found.append(Message("{facet}, common ground: {text}.", facet=word, text=said))
            elif kind in ground.shared:
                found.append(Message("{facet}: common ground.", facet=word))
            elif said:
                found.append(Message("{facet}: {text}.", facet=word, text=said))
    if each.about and not each.facets:
        contact = ground.contact
        where = " · ".join(filter(None, (contact.org, contact.title) if contact.org or contact.title else contact.tags))
        found.append(Message("{facet}: {text}.", facet=Message(FACET_WORDS[FacetKind.WORK]), text=where))
    if each.season in _NOW:
        found.append(Message(_NOW[each.season]))
    elif each.season:
        found.append(Message("{season} is near.", season=Message(_SEASON_NAMES[each.season])))
    if ground.was_used(each):
        found.append(Message("You did this with them before."))
    return tuple(found) or (Message("It needs nothing but an occasion."),)


def _said(each: Fitting, contact: Contact, kind: FacetKind) -> str:
    """What is known of a facet; of several, that which bears what it is about, else the first."""
    told = [facet.text for facet in contact.facets if facet.kind is kind and facet.text]
    bearing = [text for text in told if _stands_in(each.about, _to_look_up(text))]
    return next(iter(bearing or told), "")


def address(contact: Contact) -> str:
    """How they are addressed in words to say: a nickname, else the first name where it is written first."""
    if contact.nicknames:
        return contact.nicknames[0]
    first, _, rest = contact.name.partition(" ")
    return contact.name if not rest or first.casefold().rstrip(".") in _HONORIFICS else first


def read_facets(table: Mapping[str, Any], known_seasons: Iterable[str]) -> tuple[frozenset[FacetKind], str]:
    """Facets and season of a table in a resource; ValueError where one is unknown."""
    season = table.get("season", "")
    if season and season not in known_seasons:
        raise ValueError(f"{table.get('id')}: no such season: {season}")
    return frozenset(FacetKind(kind) for kind in table.get("facets", ())), season


def read_about(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The words of a table in a resource as they are looked up in what is known: others than Chinese begin a word."""
    return tuple(f" {word.casefold()}" if word.isascii() else word for word in table.get("about", ()))
