"""What a thing that a clause names tells nothing of: papers are no presents, what somebody merely owns is no hobby."""

import re

from .annotated import Annotated, Clause
from .spellings import SOMEBODY, THEM

_BACK = 3
_IT = re.compile(r"\b(?:it|them|one|these|those|both)\b|给了?[\ue000-\ue002]|[\ue000-\ue002]了$")
_OWNED = re.compile(
    rf"[{THEM}{SOMEBODY}](?:'s)?(?: (?:old|new|own|spare|good|best|second|other|little|big))*\s?$"
    rf"|[{THEM}{SOMEBODY}](?:的|家的?|那)[^,。]{{0,2}}$"
)


def a_paper_changed_hands(annotated: Annotated, clause: Clause) -> bool:
    """Whether what a clause tells to have been given is a paper: named in it, or what *it* goes back to."""
    if "gift_thing" in clause.concepts:
        return False
    if "papers" in clause.concepts:
        return True
    if not _IT.search(clause.text):
        return False
    for other in reversed(annotated.clauses[max(0, clause.index - _BACK) : clause.index]):
        things = [hit for hit in other.hits if hit.concept in ("papers", "gift_thing", "possessions")]
        if things:
            return max(things, key=lambda hit: (hit.end, hit.end - hit.start)).concept == "papers"
    return False


def is_merely_owned(annotated: Annotated, clause: Clause) -> bool:
    """Whether all that speaks of a hobby in a clause is a thing that is somebody's: lent, stolen, come by on."""
    owned = [
        (hit.start, hit.end)
        for hit in clause.hits
        if hit.concept == "possessions" and _OWNED.search(annotated.text, clause.start, hit.start)
    ]
    likings = [(hit.start, hit.end) for hit in clause.hits if hit.concept in ("likes_doing", "possessions")]
    return bool(owned) and all(any(first <= start and end <= last for first, last in owned) for start, end in likings)
