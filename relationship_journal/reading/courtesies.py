"""Gifts, meals and greetings in a note: which way, and what they cost where a sum is said."""

from collections.abc import Iterator, Sequence

from .amounts import Amount, amounts
from .annotated import Annotated, Clause
from .follow_ups import FOLLOW_UP
from .linear import Linear
from .note import FoundCourtesy
from .spellings import ME, THEM
from .things import a_paper_changed_hands

COURTESIES = tuple(
    f"courtesy:{kind}:{direction}" for kind in ("gift", "meal", "greeting") for direction in ("given", "received")
)
_REACH = 3
_BARE_SUM = 8  # signs of a clause that says hardly more than a sum
_BEYOND_DOUBT = 150  # hundredths
_ONE_WAY = ("courtesy:gift", "courtesy:meal")  # told by one clause, it goes one way; greetings are exchanged


def courtesies(
    annotated: Annotated, scores: Sequence[Sequence[int]], model: Linear, least: dict[str, int]
) -> Iterator[FoundCourtesy]:
    """Each thing once: clauses beside each other that tell the same courtesy are one, unless each names its own sum."""
    places = [(label, model.labels.index(label), least.get(label, 0)) for label in COURTESIES]
    later = model.labels.index(FOLLOW_UP)  # what is still to be given is not given
    told: list[tuple[int, str, int]] = []
    for clause, sums in zip(annotated.clauses, scores, strict=True):
        sure = {label: sums[place] for label, place, bound in places if sums[place] > bound}
        if not sure:
            continue
        for kind in _ONE_WAY:
            if len(both := [label for label in sure if label.startswith(kind)]) == 2:
                del sure[min(both, key=sure.__getitem__)]
        told += [
            (clause.index, _of_kind(annotated, clause, label), score)
            for label, score in _one_kind(sure).items()
            if score >= _planned(annotated, scores, clause.index, later)
            and not _comes_to_nothing(annotated, clause, label, score)
        ]
    each = list(_with_sums_of_their_own(annotated, _one_each(annotated, _one_treat(annotated, told))))
    found = _sums(annotated, each)
    for number, (index, label) in enumerate(each):
        clause, amount = annotated.clauses[index], found.get(number)
        _courtesy, kind, direction = label.split(":")
        value = None if amount is None else amount.value
        yield FoundCourtesy(
            kind,
            direction,
            value if value is None or value % 1 else int(value),
            None if amount is None else amount.currency,
            annotated.span(clause.start, clause.end),
        )


def _planned(annotated: Annotated, scores: Sequence[Sequence[int]], index: int, later: int) -> int:
    """How surely a clause tells of something still to be done: by itself, or going on after one of its sentence."""
    clause, before = annotated.clauses[index], annotated.clauses[max(0, index - 1)]
    if before.sentence != clause.sentence or clause.text[:1] in (ME, THEM):
        return scores[index][later]
    return max(scores[index][later], scores[before.index][later])


def _one_kind(sure: dict[str, int]) -> dict[str, int]:
    """A clause tells of a gift or of a meal; of both only where each is beyond doubt."""
    things = sorted((label for label in sure if label.startswith(_ONE_WAY)), key=sure.__getitem__)
    if len(things) == 2 and sure[things[0]] < _BEYOND_DOUBT:
        return {label: score for label, score in sure.items() if label != things[0]}
    return sure


def _comes_to_nothing(annotated: Annotated, clause: Clause, label: str, score: int) -> bool:
    """Whether a gift is refused or sent back in this clause or the next ones or is a paper, or a bill is split."""
    near = annotated.clauses[max(0, clause.index - 2) : clause.index + 3]
    same = [other for other in near if other.line == clause.line]
    after = [other for other in same if other.index >= clause.index]
    if label.startswith("courtesy:gift"):
        if a_paper_changed_hands(annotated, clause):
            return True
        kept = any("gift_kept" in other.concepts for other in after)
        return not kept and any("gift_refused" in other.concepts for other in after)
    split = any("split_bill" in other.concepts for other in same)
    return label.startswith("courtesy:meal") and split and score < _BEYOND_DOUBT


def _of_kind(annotated: Annotated, clause: Clause, label: str) -> str:
    """A treat is a gift where a ticket or a fee is named and nothing to eat or to drink."""
    if not label.startswith("courtesy:meal"):
        return label
    near = annotated.clauses[max(0, clause.index - 2) : clause.index + 3]
    same = [other for other in near if other.sentence == clause.sentence]
    bare_sum = len(clause.text) < _BARE_SUM
    fee = any(
        "fee_or_ticket" in other.concepts
        and (other is clause or (bare_sum and other.index == clause.index - 1) or any(amounts(other.text, bare=True)))
        for other in same
    )
    if not fee or any(other.concepts & {"meal", "drink"} for other in same):
        return label
    return label.replace("meal", "gift")


def _one_treat(annotated: Annotated, told: Sequence[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
    """Without meals that go both ways in one sentence: the surer of the two is told."""
    meals = [one for one in told if one[1].startswith("courtesy:meal")]
    lesser = {
        (one[0], one[1])
        for one in meals
        for other in meals
        if other[1] != one[1]
        and (other[2], other[0]) > (one[2], one[0])
        and annotated.clauses[one[0]].sentence == annotated.clauses[other[0]].sentence
    }
    return [one for one in told if (one[0], one[1]) not in lesser]


def _with_sums_of_their_own(annotated: Annotated, each: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """A clause that names several presents, each with its sum after it, tells of each of them."""
    for index, label in each:
        yield index, label
        if label.startswith("courtesy:gift"):
            clause = annotated.clauses[index]
            things = sorted(hit.end for hit in clause.hits if hit.concept == "gift_thing")
            last = -1
            priced = 0
            for amount in amounts(clause.text, bare=True):
                start = clause.start + amount.start
                if any(last < thing <= start for thing in things) and not _is_day(clause, start):
                    priced += 1
                last = start
            for _another_one in range(priced - 1):
                yield index, label


def _sums(annotated: Annotated, each: Sequence[tuple[int, str]]) -> dict[int, Amount]:
    """What each thing cost, by number: a sum goes to the thing told nearest to it, in its own clause or sentence before
    others, and of several things there to the first that has none."""
    near = [
        (*_distance(annotated, index, place, bare), number, amount.start, amount)
        for number, (index, label) in enumerate(each)
        if "greeting" not in label
        for place, bare, amount in _sums_around(annotated, index)
    ]
    found: dict[int, Amount] = {}
    taken: set[int] = set()
    for *_cost, number, start, amount in sorted(near, key=lambda one: one[:-1]):
        if number not in found and start not in taken:
            taken.add(start)
            found[number] = amount
    return found


def _distance(annotated: Annotated, index: int, place: int, bare: bool) -> tuple[bool, bool, bool, int]:
    """How far a sum in the clause at `place` is from the thing at `index`: another sentence, no currency, before it."""
    sentences = annotated.clauses[index].sentence, annotated.clauses[place].sentence
    return sentences[0] != sentences[1], bare, place < index, abs(place - index)


def _one_each(annotated: Annotated, told: Sequence[tuple[int, str, int]]) -> list[tuple[int, str]]:
    kept: list[tuple[int, str, int]] = []
    for index, label, score in told:
        before = [place for place, (_i, other, _s) in enumerate(kept) if other == label]
        if before and not _another(annotated, kept[before[-1]][0], index):
            place = before[-1]
            if score > kept[place][2]:
                kept[place] = (index, label, score)
        else:
            kept.append((index, label, score))
    return [(index, label) for index, label, _score in kept]


def _another(annotated: Annotated, first: int, second: int) -> bool:
    """Whether two clauses tell two things: each with a sum and a gift word of its own, or to two contacts."""
    one, two = annotated.clauses[first], annotated.clauses[second]
    if one.line != two.line and one.contact != two.contact:
        return True
    return all(list(amounts(clause.text, bare=True)) and "gift_thing" in clause.concepts for clause in (one, two))


def sum_near(annotated: Annotated, index: int) -> Amount | None:
    """The sum that belongs to the courtesy told in a clause: in it, else in the next ones, else just before."""
    return next((amount for _place, _bare, amount in _sums_around(annotated, index)), None)


def _sums_around(annotated: Annotated, index: int) -> Iterator[tuple[int, bool, Amount]]:
    """The sums that may belong to the courtesy told in a clause, with the clauses that they stand in: likeliest first,
    those without a currency last."""
    clauses = annotated.clauses
    order = [index, *range(index + 1, index + 1 + _REACH), index - 1, index - 2]
    seen: set[int] = set()
    for bare in (False, True):
        for place in order:
            if not 0 <= place < len(clauses) or abs(clauses[place].line - clauses[index].line) > 1:
                continue
            if bare and (abs(place - index) > 1 or not _may_be_sum(clauses[place])):
                continue
            if clauses[place].concepts & {"split_bill"}:
                continue
            for amount in amounts(clauses[place].text, bare=bare):
                start = clauses[place].start + amount.start
                if start not in seen and not _is_day(clauses[place], start):
                    seen.add(start)
                    yield place, bare, Amount(start, clauses[place].start + amount.end, amount.value, amount.currency)


def _may_be_sum(clause: Clause) -> bool:
    return bool(
        clause.concepts & {"meal", "drink", "i_paid", "they_paid", "gift_thing", "gift_verb_mine", "money"}
    ) or (len(clause.text) < 12)


def _is_day(clause: Clause, place: int) -> bool:
    return any(day.start <= place < day.end for day in (*clause.days_past, *clause.days_ahead))
