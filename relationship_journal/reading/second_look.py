"""A second look at each clause with what the first look found around it: who asked before, who thanks after."""

from collections.abc import Iterator, Sequence

from .annotated import Annotated
from .courtesies import COURTESIES
from .favour_steps import STEPS
from .follow_ups import FOLLOW_UP

_WATCHED = (*STEPS, FOLLOW_UP, *COURTESIES)
_REACH = 12
_SURE, _LIKELY, _POSSIBLE = 100, -30, -150  # hundredths


def found_around(annotated: Annotated, labels: Sequence[str], scores: Sequence[Sequence[int]]) -> list[list[str]]:
    """For each clause what the first look says of it, its neighbours, and those of the same contact farther off."""
    contacts = [clause.contact for clause in annotated.clauses]
    found: list[list[str]] = [[] for _clause in contacts]
    seers: dict[int, list[tuple[int, str]]] = {}
    for label in _WATCHED:
        place = labels.index(label)
        seen: dict[tuple[int, str], int] = {}
        for index, row in enumerate(scores):
            score = row[place]
            if score > _POSSIBLE:
                level = 2 if score > _SURE else 1 if score > _LIKELY else 0
                if index not in seers:
                    seers[index] = list(_seen_from(index, contacts))
                for seer in seers[index]:
                    if level > seen.get(seer, -1):
                        seen[seer] = level
        for (index, where), level in seen.items():
            found[index].append(_SEEN[where, place, level])
        best: dict[str | None, int] = {}
        for (index, where), level in seen.items():
            if where == "z0" and level > best.get(contacts[index], 0):
                best[contacts[index]] = level
        for index, contact in enumerate(contacts):
            if contact in best:
                found[index].append(_SEEN["z5", place, best[contact]])
    return found


class _Seen(dict[tuple[str, int, int], str]):
    """The features by where, which label and how sure: each is written once."""

    def __missing__(self, of: tuple[str, int, int]) -> str:
        name = self[of] = ":".join(map(str, of))
        return name


_SEEN = _Seen()


def _seen_from(index: int, contacts: Sequence[str | None]) -> Iterator[tuple[int, str]]:
    """The clauses that see the one at `index`, and as what: itself, before or after it, far before or far after."""
    for other in range(max(0, index - _REACH + 1), min(len(contacts), index + _REACH + 1)):
        away = index - other
        if -1 <= away <= 1:
            yield other, ("z0", "z2", "z1")[away]
        elif contacts[other] == contacts[index]:
            yield other, "z4" if away > 0 else "z3"
