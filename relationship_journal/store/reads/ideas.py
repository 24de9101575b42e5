"""Reads of the user's own ideas and offers, and of which shipped ones are hidden."""

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.ideas import Idea, IdeaText
from relationship_journal.domain.offers import Offer

from .connected import Connected, Row

_OWN = """
SELECT id, rung, domain, facets, season, text, words, act_on, fitting_return
FROM own_idea WHERE offer = ? ORDER BY id"""
_ANY_LANGUAGE = "own"
_KINDS = frozenset(kind.value for kind in FacetKind)


class IdeaReads(Connected):
    """Queries for ideas."""

    def own_ideas(self) -> tuple[Idea, ...]:
        """The asks that the user wrote, oldest first; they have one text for every language."""
        return tuple(
            Idea(f"own-{row[0]}", row[1], row[2], {_ANY_LANGUAGE: _text(row)}, _facets(row), row[4], own=True)
            for row in self._rows(_OWN, 0)
        )

    def own_offers(self) -> tuple[Offer, ...]:
        """The ways to help that the user wrote, oldest first."""
        return tuple(
            Offer(f"own-{row[0]}", {_ANY_LANGUAGE: _text(row)}, _facets(row), row[4], own=True)
            for row in self._rows(_OWN, 1)
        )

    def hidden_ideas(self) -> frozenset[str]:
        """Ids of the shipped ideas and offers that the user does not want to see."""
        return frozenset(row[0] for row in self._rows("SELECT idea FROM hidden_idea"))


def _text(row: Row) -> IdeaText:
    return IdeaText(title=row[5], words=row[6], act=row[7], returns=row[8])


def _facets(row: Row) -> frozenset[FacetKind]:
    return frozenset(FacetKind(word) for word in row[3].split() if word in _KINDS)
