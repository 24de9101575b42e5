"""A second look at each clause with what the first look found around it: who asked before, who thanks after."""

from collections.abc import Iterator, Sequence

from .annotated import Annotated
from .courtesies import COURTESIES
from .favour_steps import STEPS
from .follow_ups import FOLLOW_UP

_WATCHED = (*STEPS, FOLLOW_UP, *COURTESIES)
_REACH = 12
_SURE, _LIKELY, _POSSIBLE = 1.0, -0.3, -1.5


def found_around(annotated: Annotated, labels: Sequence[str], scores: Sequence[Sequence[float]]) -> list[list[str]]:
    """For each clause what the first look says of it, its neighbours, and those of the same contact farther off."""
    contacts = [clause.contact for clause in annotated.clauses]
    found: list[list[str]] = [[] for _clause in contacts]
    for label in _WATCHED:
        place = labels.index(label)
        seen: dict[tuple[int, str], float] = {}
        for index, row in enumerate(scores):
            if row[place] > _POSSIBLE:
                for other, where in _seen_from(index, contacts):
                    seen[other, where] = max(row[place], seen.get((other, where), row[place]))
        for (index, where), score in seen.items():
            found[index].append(f"{where}:{place}:{2 if score > _SURE else 1 if score > _LIKELY else 0}")
    return found


def _seen_from(index: int, contacts: Sequence[str | None]) -> Iterator[tuple[int, str]]:
    """The clauses that see the one at `index`, and as what: itself, before or after it, far before or far after."""
    for other in range(max(0, index - _REACH + 1), min(len(contacts), index + _REACH + 1)):
        away = index - other
        if -1 <= away <= 1:
            yield other, ("z0", "z2", "z1")[away]
        elif contacts[other] == contacts[index]:
            yield other, "z4" if away > 0 else "z3"
