"""The rung of a favour from the kind of thing or person that it was about: a name, a number, a skill, a word for me.

The kinds are data (`resources/reading/asked_for`): expressions as in the vocabulary, each kind with its rung and how
surely it tells it. Kinds count for more the nearer they stand to what was asked or granted; the trained model, which
sees all words, decides where they say little.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from relationship_journal.paths import resources

from . import vocabulary
from .annotated import Annotated, Clause
from .features import ngrams
from .linear import Linear
from .vocabulary import Hit, Vocabulary

_RUNGS = 6
_OF_STEP = {
    "received:asked": 1.5,
    "received:granted": 1.2,
    "received:declined": 1.2,
    "received:acted_on": 0.7,
    "received:thanked": 0.7,
    "received:returned": 0.5,
}
"""How much the words around a step say of what the favour was: a thing given in return is another thing."""
_REACH, _BESIDE, _NEAR, _FAR = 8, 0.6, 0.3, 0.1
_OF_OTHERS = 0.5
_OF_MODEL = 0.002


def rung_told(annotated: Annotated, steps: Mapping[str, int], model: Linear) -> int:
    """The rung of the favour whose received `steps` are told by the clauses of these numbers: one for all of them."""
    sums = _by_kinds(annotated, steps)
    shares = {label: 2.0 if label == "received:asked" else 1.0 for label in steps}
    for label, index in steps.items():
        told = model.scores(rung_features(annotated, index))
        for rung, score in zip(model.labels, told, strict=True):
            sums[int(rung) - 1] += _OF_MODEL * shares[label] * score / sum(shares.values())
    return sums.index(max(sums)) + 1


def rung_features(annotated: Annotated, index: int) -> set[str]:
    """What the model sees: the concepts and words of the clause of a step and of those beside it."""
    near = annotated.clauses[max(0, index - 2) : index + 3]
    found = {f"c:{concept}" for clause in near for concept in clause.concepts}
    found |= {f"i:{concept}" for concept in annotated.clauses[index].concepts}
    return found | ngrams([clause.text for clause in near])


def _by_kinds(annotated: Annotated, steps: Mapping[str, int]) -> list[float]:
    """For each rung how strongly the kinds around the steps tell it."""
    kinds, strengths = _shipped()
    best: dict[str, float] = {}
    for hit, clause in _hits(annotated, steps.values(), kinds, strengths):
        share = max(_OF_STEP[label] * _nearness(annotated, index, clause) for label, index in steps.items())
        best[hit.concept] = max(share, best.get(hit.concept, 0.0))
    sums = [0.0] * _RUNGS
    for kind, share in best.items():
        rung, strength = strengths[kind]
        sums[rung - 1] += share * strength
    return sums


def _nearness(annotated: Annotated, index: int, other: Clause) -> float:
    """How much what `other` says belongs to the clause at `index`: by the clauses between, and whom it is about."""
    clause = annotated.clauses[index]
    away, same = abs(other.index - index), other.sentence == clause.sentence
    if away == 0:
        return 1.0
    share = _FAR if away <= _REACH else 0.0
    if away <= 2 or (same and away <= 4):
        share = _NEAR
    if away == 1 or (same and away <= 2):
        share = _BESIDE
    return share if other.contact == clause.contact else share * _OF_OTHERS


def _hits(
    annotated: Annotated, places: Iterable[int], kinds: Vocabulary, strengths: Mapping[str, tuple[int, float]]
) -> Iterator[tuple[Hit, Clause]]:
    """The kinds named within reach of the clauses at `places`, without those that are but a piece of one of another
    rung."""
    starts = [clause.start for clause in annotated.clauses]
    for first, last in _stretches(sorted(places), len(starts)):
        begin = starts[first]
        reached, over = 0, 0
        found = kinds.find(annotated.text[begin : annotated.clauses[last].end])
        for (_start, end), same in groupby(sorted(found, key=_longest_first), key=_longest_first):
            hits = list(same)
            longer = -end > reached
            if longer:
                reached, over = -end, strengths[hits[0].concept][0]
            for hit in hits:
                if longer or strengths[hit.concept][0] == over:
                    yield hit, annotated.clauses[bisect_right(starts, begin + hit.start) - 1]


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _stretches(places: Iterable[int], count: int) -> Iterator[tuple[int, int]]:
    """The first and last clause of each stretch within reach of the places, which are in order."""
    begin = end = -1
    for place in places:
        first, last = max(0, place - _REACH), min(count - 1, place + _REACH)
        if end < 0:
            begin = first
        elif first > end + 1:
            yield begin, end
            begin = first
        end = last
    if end >= 0:
        yield begin, end


@cache
def _shipped() -> tuple[Vocabulary, dict[str, tuple[int, float]]]:
    """The kinds that ship with the program, and for each its rung and how surely it tells it."""
    folder = resources() / "reading" / "asked_for"
    strengths = {
        kind: (int(row["rung"]), float(row["strength"]))
        for file in sorted(folder.glob("*.toml"))
        for kind, row in tomllib.loads(file.read_text("utf-8")).items()
    }
    return vocabulary.load(folder), strengths
