"""Facets of life that a note tells of, each once for a contact."""

from collections.abc import Iterator, Sequence

from .annotated import Annotated
from .linear import Linear
from .note import FoundFacet
from .things import is_merely_owned

FACETS = tuple(
    f"facet:{kind}"
    for kind in (
        "weekend clothing partner parents children health affairs curiosity hobby food hometown expertise work"
    ).split()
)

_HOBBY = "facet:hobby"


def facets(
    annotated: Annotated, scores: Sequence[Sequence[int]], model: Linear, least: dict[str, int]
) -> Iterator[FoundFacet]:
    """The facets, by the clause that tells each most clearly."""
    best: dict[tuple[str | None, str], tuple[int, int]] = {}
    for label in FACETS:
        place, bound = model.labels.index(label), least.get(label, 0)
        for clause, sums in zip(annotated.clauses, scores, strict=True):
            if sums[place] <= bound or sums[place] <= best.get((clause.spoken_of, label), (bound, 0))[0]:
                continue
            if label != _HOBBY or not is_merely_owned(annotated, clause):
                best[clause.spoken_of, label] = (sums[place], clause.index)
    for (contact, label), (_score, index) in sorted(best.items(), key=lambda item: (item[1][1], item[0][1])):
        clause = annotated.clauses[index]
        yield FoundFacet(contact, label.partition(":")[2], annotated.span(clause.start, clause.end))
