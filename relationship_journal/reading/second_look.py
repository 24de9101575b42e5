"""A second look at each clause with what the first look found around it: who asked before, who thanks after."""

from collections.abc import Sequence

from .annotated import Annotated
from .courtesies import COURTESIES
from .favour_steps import STEPS
from .follow_ups import FOLLOW_UP

_WATCHED = (*STEPS, FOLLOW_UP, *COURTESIES)
_REACH = 12
_SURE, _LIKELY, _POSSIBLE = 1.0, -0.3, -1.5


def found_around(annotated: Annotated, labels: Sequence[str], scores: Sequence[Sequence[float]]) -> list[list[str]]:
    """For each clause what the first look says of it, its neighbours, and those of the same contact farther off."""
    clauses = annotated.clauses
    found: list[list[str]] = [[] for _clause in clauses]
    for label in _WATCHED:
        place = labels.index(label)
        sums = [row[place] for row in scores]
        if max(sums, default=_POSSIBLE) <= _POSSIBLE:
            continue
        for index, clause in enumerate(clauses):
            before = [sums[i] for i in range(max(0, index - _REACH), index - 1) if clauses[i].contact == clause.contact]
            after = [
                sums[i]
                for i in range(index + 2, min(len(clauses), index + _REACH))
                if clauses[i].contact == clause.contact
            ]
            looked = (
                ("z0", sums[index]),
                ("z1", sums[index - 1] if index else _POSSIBLE),
                ("z2", sums[index + 1] if index + 1 < len(clauses) else _POSSIBLE),
                ("z3", max(before, default=_POSSIBLE)),
                ("z4", max(after, default=_POSSIBLE)),
            )
            found[index] += [
                f"{where}:{place}:{2 if score > _SURE else 1 if score > _LIKELY else 0}"
                for where, score in looked
                if score > _POSSIBLE
            ]
    return found
