"""The ideas and offers at hand on a day, ranked for one contact after another."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

from relationship_journal.i18n import Message

from .common_ground import common_ground
from .contact import FacetKind
from .festivals import seasons
from .ideas import Idea
from .offers import Offer
from .settings import Settings
from .situation import Situation
from .suggestion import Fitting, Ground, Told, bears, dealt, fits, rank, reasons

T = TypeVar("T", bound=Fitting)
_OFFERS = 0  # the shelf of offers beside those of the rungs 1 to 6


class Suggested(Generic[T]):
    """An idea or an offer that fits. The reasons are put into words when they are looked at."""

    __slots__ = ("_ground", "what")

    def __init__(self, what: T, ground: Ground) -> None:
        self.what = what
        self._ground = ground

    @property
    def because(self) -> tuple[Message, ...]:
        """Why it is suggested, in short sentences."""
        return reasons(self.what, self._ground)


class Repertoire:
    """Ideas and offers, ranked by common ground, known facets, season and what was used before.

    What is hidden is left out. Among equals those about something known come first. Contacts of whom the same is
    known share the work of ranking.
    """

    def __init__(self, ideas: Iterable[Idea], offers: Iterable[Offer], settings: Settings, today: date) -> None:
        self._settings = settings
        self._today = today
        self._ideas: dict[int, list[Idea]] = {}
        for idea in ideas:
            if not idea.hidden:
                self._ideas.setdefault(idea.rung, []).append(idea)
        self._offers = [offer for offer in offers if not offer.hidden]
        shelves: list[tuple[int, Sequence[Fitting]]] = [*self._ideas.items(), (_OFFERS, self._offers)]
        self._titles = {
            shelf: frozenset(title.casefold() for each in pool for title in each.titles) for shelf, pool in shelves
        }
        self._seasons: dict[str, frozenset[str]] = {}
        self._ranked: dict[tuple[object, ...], list[list[Fitting]]] = {}

    def ideas_for(self, situation: Situation, rung: int) -> tuple[Suggested[Idea], ...]:
        """The best few ideas on a rung for this contact, with reasons."""
        return self._best(self._ideas.get(rung, []), rung, situation, self._settings.ideas_shown)

    def offers_for(self, situation: Situation) -> tuple[Suggested[Offer], ...]:
        """The best few ways to help this contact, with reasons."""
        return self._best(self._offers, _OFFERS, situation, self._settings.ideas_shown)

    def best_idea(self, situation: Situation, rung: int) -> Suggested[Idea] | None:
        """The best idea alone."""
        return next(iter(self._best(self._ideas.get(rung, []), rung, situation, 1)), None)

    def best_offer(self, situation: Situation) -> Suggested[Offer] | None:
        """The best offer alone."""
        return next(iter(self._best(self._offers, _OFFERS, situation, 1)), None)

    def _best(self, pool: Sequence[T], shelf: int, situation: Situation, count: int) -> tuple[Suggested[T], ...]:
        ground = self._ground(situation, shelf)
        told = Told(ground.contact)
        found: list[T] = []
        for equals in self._classes(pool, shelf, ground):
            if len(found) >= count:
                break
            bearing = [each for each in equals if bears(each, told)]
            ranked = sorted(bearing, key=lambda each: (not each.about, dealt(each, ground.contact)))
            found += ranked[: count - len(found)]
        return tuple(Suggested(each, ground) for each in found)

    def _ground(self, situation: Situation, shelf: int) -> Ground:
        contact, mine = situation.contact, situation.relationship.my_facets
        known = frozenset(facet.kind for facet in contact.facets)
        shared: frozenset[FacetKind] = frozenset(common_ground(contact.facets, mine)) if known and mine else frozenset()
        on = self._seasons.get(contact.region)
        if on is None:
            on = self._seasons[contact.region] = seasons(self._today, contact.region, self._settings.coming_up_days)
        titles = frozenset(favour.title.casefold() for favour in situation.relationship.favours)
        used = titles & self._titles.get(shelf, frozenset())
        return Ground(contact, known, shared, on, used)

    def _classes(self, pool: Sequence[T], shelf: int, ground: Ground) -> list[list[T]]:
        """What fits, in classes of equals, best first."""
        key = (shelf, ground.known, ground.shared, ground.seasons, ground.used)
        ranked = self._ranked.get(key)
        if ranked is None:
            classes: dict[tuple[int, ...], list[Fitting]] = {}
            for each in pool:
                if fits(each, ground):
                    classes.setdefault(rank(each, ground), []).append(each)
            ranked = self._ranked[key] = [classes[place] for place in sorted(classes)]
        return ranked  # type: ignore[return-value]
