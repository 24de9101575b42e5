"""Gifts, meals and greetings in a note: which way, and what they cost where a sum is said."""

from collections.abc import Iterator, Sequence

from .amounts import Amount, amounts
from .annotated import Annotated, Clause
from .linear import Linear
from .note import FoundCourtesy

COURTESIES = tuple(
    f"courtesy:{kind}:{direction}" for kind in ("gift", "meal", "greeting") for direction in ("given", "received")
)
_REACH = 3
_ONE_WAY = ("courtesy:gift", "courtesy:meal")  # told by one clause, it goes one way; greetings are exchanged


def courtesies(
    annotated: Annotated, scores: Sequence[Sequence[float]], model: Linear, least: dict[str, float]
) -> Iterator[FoundCourtesy]:
    """Each thing once: clauses beside each other that tell the same courtesy are one, unless each names its own sum."""
    places = {label: model.labels.index(label) for label in COURTESIES}
    told: list[tuple[int, str, float]] = []
    for clause, sums in zip(annotated.clauses, scores, strict=True):
        sure = {label: sums[place] for label, place in places.items() if sums[place] > least.get(label, 0.0)}
        for kind in _ONE_WAY:
            if len(both := [label for label in sure if label.startswith(kind)]) == 2:
                del sure[min(both, key=sure.__getitem__)]
        told += [(clause.index, label, score) for label, score in sure.items()]
    taken: set[int] = set()
    for index, label in _one_each(annotated, told):
        clause = annotated.clauses[index]
        amount = None if "greeting" in label else sum_near(annotated, index, taken)
        if amount is not None:
            taken.add(amount.start)
        _courtesy, kind, direction = label.split(":")
        value = None if amount is None else amount.value
        yield FoundCourtesy(
            kind,
            direction,
            value if value is None or value % 1 else int(value),
            None if amount is None else amount.currency,
            annotated.span(clause.start, clause.end),
        )


def _one_each(annotated: Annotated, told: Sequence[tuple[int, str, float]]) -> list[tuple[int, str]]:
    kept: list[tuple[int, str, float]] = []
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
    """Whether two clauses tell two things: each with a sum, and a gift word, of its own."""
    one, two = annotated.clauses[first], annotated.clauses[second]
    return all(list(amounts(clause.text, bare=True)) and "gift_thing" in clause.concepts for clause in (one, two))


def sum_near(annotated: Annotated, index: int, taken: set[int]) -> Amount | None:
    """The sum that belongs to the courtesy told in a clause: in it, else in the next ones, else just before."""
    clauses = annotated.clauses
    order = [index, *range(index + 1, index + 1 + _REACH), index - 1, index - 2]
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
                if start not in taken and not _is_day(clauses[place], start):
                    return Amount(start, clauses[place].start + amount.end, amount.value, amount.currency)
    return None


def _may_be_sum(clause: Clause) -> bool:
    return bool(
        clause.concepts & {"meal", "drink", "i_paid", "they_paid", "gift_thing", "gift_verb_mine", "money"}
    ) or (len(clause.text) < 12)


def _is_day(clause: Clause, place: int) -> bool:
    return any(day.start <= place < day.end for day in (*clause.days_past, *clause.days_ahead))
