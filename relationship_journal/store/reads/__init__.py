"""Every query of the program, hand-written, giving domain values. Nothing here imports SQLModel.

What the first picture of a window shows is read by `Reads` itself; what stands behind it for search, trash, ideas and
the review is loaded when it is first asked for.
"""

from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from relationship_journal.domain.contact import ContactId

from .timeline import TimelineReads

if TYPE_CHECKING:
    from relationship_journal.domain.due import Due
    from relationship_journal.domain.hit import Hit
    from relationship_journal.domain.ideas import Idea
    from relationship_journal.domain.offers import Offer
    from relationship_journal.domain.plan import Snooze
    from relationship_journal.domain.review import HeldReview
    from relationship_journal.domain.search_query import SearchQuery
    from relationship_journal.domain.settings import Settings
    from relationship_journal.domain.trashed import Trashed

    from .due import DueReads
    from .ideas import IdeaReads
    from .reviews import ReviewReads
    from .search import SearchReads
    from .trash import TrashReads

__all__ = ["Reads"]


class Reads(TimelineReads):
    """All reads of one journal, on any thread."""

    def search(self, query: "SearchQuery", limit: int = 50, contact: ContactId | None = None) -> "tuple[Hit, ...]":
        """At most `limit` things found: contacts, favours, then entries, newest first; with `contact`, only theirs."""
        return self._search.search(query, limit, contact)

    def trash(self, limit: int = 500) -> "tuple[Trashed, ...]":
        """The last removals, last first."""
        return self._trash.trash(limit)

    def own_ideas(self) -> "tuple[Idea, ...]":
        """The asks that the user wrote, oldest first; they have one text for every language."""
        return self._ideas.own_ideas()

    def own_offers(self) -> "tuple[Offer, ...]":
        """The ways to help that the user wrote, oldest first."""
        return self._ideas.own_offers()

    def hidden_ideas(self) -> frozenset[str]:
        """Ids of the shipped ideas and offers that the user does not want to see."""
        return self._ideas.hidden_ideas()

    def reviews(self) -> "tuple[HeldReview, ...]":
        """Every review, newest first; the one that is not saved yet, if any, before all."""
        return self._reviews.reviews()

    def snoozes(self, contact: ContactId | None = None) -> "tuple[Snooze, ...]":
        """What was put off, past ones too: of a contact, or of everybody."""
        return self._reviews.snoozes(contact)

    def due(self, planned: Collection[ContactId], settings: "Settings", today: date, since: date) -> "Due":
        """The marks of all, and what `domain.due.wanted` asks for; `planned` are the contacts of last week's plan."""
        return self._due.due(planned, settings, today, since)

    @cached_property
    def _search(self) -> "SearchReads":
        from .search import SearchReads

        return SearchReads(self._file)

    @cached_property
    def _trash(self) -> "TrashReads":
        from .trash import TrashReads

        return TrashReads(self._file)

    @cached_property
    def _ideas(self) -> "IdeaReads":
        from .ideas import IdeaReads

        return IdeaReads(self._file)

    @cached_property
    def _reviews(self) -> "ReviewReads":
        from .reviews import ReviewReads

        return ReviewReads(self._file)

    @cached_property
    def _due(self) -> "DueReads":
        from .due import DueReads

        return DueReads(self._file)
