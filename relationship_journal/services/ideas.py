"""Ideas and offers: those that ship with the program, the user's own, and what the user hid."""

from datetime import date
from functools import cache

from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.ideas import Idea, IdeaText, ideas_in, tables_in
from relationship_journal.domain.offers import Offer, offers_in
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.i18n import Message
from relationship_journal.paths import resources
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.values import replace

from .settings import SettingsService

_OWN = "own-"


@cache
def shipped() -> tuple[tuple[Idea, ...], tuple[Offer, ...]]:
    """The ideas and offers that ship with the program, in the order of their files; read once, in some 20 ms."""
    files = [tables_in(path.read_text("utf-8")) for path in sorted((resources() / "ideas").glob("*.toml"))]
    ideas = tuple(idea for tables in files for idea in ideas_in(tables))
    return ideas, tuple(offer for tables in files for offer in offers_in(tables))


class Ideas:
    """Use cases on ideas and offers."""

    def __init__(self, gestures: Gestures, reads: Reads, settings: SettingsService) -> None:
        self._gestures = gestures
        self._reads = reads
        self._settings = settings

    def ideas(self) -> tuple[Idea, ...]:
        """Every idea, the user's own last; hidden ones are marked."""
        hidden = self._reads.hidden_ideas()
        ships = (replace(idea, hidden=True) if idea.id in hidden else idea for idea in shipped()[0])
        return (*ships, *self._reads.own_ideas())

    def offers(self) -> tuple[Offer, ...]:
        """Every offer, the user's own last; hidden ones are marked."""
        hidden = self._reads.hidden_ideas()
        ships = (replace(offer, hidden=True) if offer.id in hidden else offer for offer in shipped()[1])
        return (*ships, *self._reads.own_offers())

    def repertoire(self, today: date) -> Repertoire:
        """All of them at hand, to be ranked for one contact after another. Ideas on a hidden rung are left out."""
        settings = self._settings.numbers()
        seen = (idea for idea in self.ideas() if idea.rung not in settings.hidden_rungs)
        return Repertoire(seen, self.offers(), settings, today)

    def hide(self, idea: str, *, hidden: bool = True) -> None:
        """Do not suggest a shipped idea or offer any more, or do so again."""
        with self._gestures.work(Gesture.IDEAS_EDITED) as work:
            work.delete("hidden_idea", idea=idea)
            if hidden:
                work.insert("hidden_idea", idea=idea)

    def keep_idea(self, idea: Idea) -> None:
        """Keep an idea of the user's own: a new one where its id is empty. Problem without a title."""
        self._keep(idea.id, idea.text(""), facets=idea.facets, season=idea.season, rung=idea.rung, domain=idea.domain)

    def keep_offer(self, offer: Offer) -> None:
        """Keep an offer of the user's own: a new one where its id is empty. Problem without a title."""
        self._keep(offer.id, offer.text(""), facets=offer.facets, season=offer.season, offer=1)

    def remove(self, idea: str) -> None:
        """Remove an idea or an offer of the user's own; undo brings it back."""
        with self._gestures.work(Gesture.IDEAS_EDITED) as work:
            work.delete("own_idea", id=_number(idea))

    def _keep(self, idea: str, text: IdeaText, *, facets: frozenset[str], **values: str | int) -> None:
        if not text.title.strip():
            raise Problem(Message("An idea needs a title."))
        row: dict[str, str | int] = {
            **values,
            "facets": " ".join(sorted(facets)),
            "text": text.title.strip(),
            "words": text.words.strip(),
            "act_on": text.act.strip(),
            "fitting_return": text.returns.strip(),
        }
        with self._gestures.work(Gesture.IDEAS_EDITED) as work:
            if idea:
                work.update("own_idea", {"id": _number(idea)}, **row)
            else:
                work.insert("own_idea", **row)


def _number(idea: str) -> int:
    if not idea.startswith(_OWN):
        raise Problem(Message("This idea ships with the program; it can be hidden, not changed."))
    return int(idea.removeprefix(_OWN))
