"""The user's own facets of life, for common ground."""

from collections.abc import Sequence

from relationship_journal.domain.contact import Facet, FacetKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads


class Profile:
    """Use cases on the user's profile."""

    def __init__(self, gestures: Gestures, reads: Reads) -> None:
        self._gestures = gestures
        self._reads = reads

    def facets(self) -> tuple[Facet, ...]:
        """The user's facets, in their order."""
        return self._reads.my_facets()

    def add_facet(self, kind: FacetKind, text: str) -> tuple[Facet, ...]:
        """Note one more; gives them all."""
        if not text.strip():
            raise Problem(Message("There is nothing to note yet; write a few words."))
        return self.save_facets((*self.facets(), Facet(kind, text.strip())))

    def save_facets(self, facets: Sequence[Facet]) -> tuple[Facet, ...]:
        """Keep these, in this order, and no others; what has an id keeps it."""
        with self._gestures.work(Gesture.PROFILE_EDITED) as work:
            before = {facet.id: (place, facet) for place, facet in enumerate(self.facets())}
            for gone in before.keys() - {facet.id for facet in facets}:
                work.delete("profile_facet", id=gone)
            for place, facet in enumerate(facets):
                if facet.id not in before:
                    work.insert("profile_facet", position=place, kind=facet.kind.value, text=facet.text)
                elif before[facet.id] != (place, facet):
                    work.update(
                        "profile_facet", {"id": facet.id}, position=place, kind=facet.kind.value, text=facet.text
                    )
            return self.facets()
