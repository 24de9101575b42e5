"""Facets of life that a note tells of, each once for a contact."""

from collections.abc import Iterator, Sequence

from .annotated import Annotated
from .linear import Linear
from .note import FoundFacet

FACETS = tuple(
    f"facet:{kind}"
    for kind in (
        "weekend clothing partner parents children health affairs curiosity hobby food hometown expertise work"
    ).split()
)


def facets(
    annotated: Annotated, scores: Sequence[Sequence[float]], model: Linear, least: dict[str, float]
) -> Iterator[FoundFacet]:
    """The facets, by the clause that tells each most clearly."""
    best: dict[tuple[str | None, str], tuple[float, int]] = {}
    places = {label: model.labels.index(label) for label in FACETS}
    for clause, sums in zip(annotated.clauses, scores, strict=True):
        for label in FACETS:
            score, bound = sums[places[label]], least.get(label, 0.0)
            if score > bound and score > best.get((clause.contact, label), (bound, 0))[0]:
                best[clause.contact, label] = (score, clause.index)
    for (contact, label), (_score, index) in sorted(best.items(), key=lambda item: (item[1][1], item[0][1])):
        clause = annotated.clauses[index]
        yield FoundFacet(contact, label.partition(":")[2], annotated.span(clause.start, clause.end))
