"""What the writer still means or promised to do, with the day that is said for it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from .annotated import Annotated, Clause
from .day_words import WEEKDAY, WEEKDAYS
from .linear import Linear
from .named_days import FoundDay
from .note import FollowUp
from .tenses import left_open, lies_ahead

FOLLOW_UP = "follow_up"
_POINTING = (("day_before", -1), ("day_after", 1), ("that_day", 0))
_BACK = 8
_WEEKDAY_BEFORE = re.compile(rf"\bthe {WEEKDAY} before\b")
_WEEK = timedelta(days=7)


def follow_ups(
    annotated: Annotated, scores: Sequence[Sequence[int]], model: Linear, least: dict[str, int]
) -> Iterator[FollowUp]:
    """One for each thing: clauses of one sentence with the same day, or without one, are one."""
    place = model.labels.index(FOLLOW_UP)
    bound = least.get(FOLLOW_UP, 0)
    kept: list[tuple[int, int, date | None]] = []
    for clause, sums in zip(annotated.clauses, scores, strict=True):
        if sums[place] <= bound:
            continue
        found = (sums[place], clause.index, due(annotated, clause.index))
        for other in kept:
            if _same(annotated, other, found):
                if (found[2] is not None, found[0]) > (other[2] is not None, other[0]):
                    kept[kept.index(other)] = found
                break
        else:
            kept.append(found)
    for _score, index, day in kept:
        clause = annotated.clauses[index]
        yield FollowUp(day, annotated.span(clause.start, clause.end))


def _same(annotated: Annotated, one: tuple[int, int, date | None], two: tuple[int, int, date | None]) -> bool:
    first, second = annotated.clauses[one[1]], annotated.clauses[two[1]]
    if first.sentence == second.sentence:
        return one[2] == two[2] or one[2] is None or two[2] is None
    return one[2] is not None and one[2] == two[2] and second.index - first.index <= 2


def due(annotated: Annotated, index: int) -> date | None:
    """The day ahead that is said for what a clause tells: in it, else before or after it in its sentence."""
    clause = annotated.clauses[index]
    today = annotated.note.today
    same = [other for other in annotated.clauses[max(0, index - 4) : index + 4] if other.sentence == clause.sentence]
    order = [clause, *sorted(same, key=lambda other: (abs(other.index - index), other.index > index))]
    before = _WEEKDAY_BEFORE.search(clause.text)
    if before is not None and (day_before := _weekday_before(annotated, clause, before)) is not None:
        return day_before
    for other in order:
        for day in other.days_ahead:
            if day.day >= today and not _is_behind(annotated, other, day):
                return today if _said_for_today(annotated, other, day) else day.day
    return _spoken_of(annotated, clause)


def _is_behind(annotated: Annotated, clause: Clause, day: FoundDay) -> bool:
    """Whether a day that might lie ahead is that of a meeting told as done, or most of a year away where it was a short
    while ago and no plan names it."""
    ahead = lies_ahead(clause, day) if left_open(clause, day.start) else None
    a_while_ago = clause.told_of_the_past(day, annotated.note.today)
    if ahead is False and not a_while_ago:
        return any(concept.startswith("by_") or concept in ("meal", "drink") for concept in clause.concepts)
    return a_while_ago and not ahead


def _said_for_today(annotated: Annotated, clause: Clause, day: FoundDay) -> bool:
    """Whether a weekday, today's own, was promised on a day of the week gone: it counts from there, and is today."""
    today = annotated.note.today
    if day.day - today != _WEEK or "said_ahead" not in clause.concepts:
        return False
    weekday = any(past.start == day.start and today - past.day == _WEEK for past in clause.days_past)
    return weekday and any(
        timedelta(0) < today - past.day < _WEEK and not (left_open(other, past.start) and lies_ahead(other, past))
        for other in annotated.clauses[: clause.index + 1]
        for past in other.days_past
        if past.start < day.start
    )


def _spoken_of(annotated: Annotated, clause: Clause) -> date | None:
    """The day that *that day*, *the day after* or 头天 points back to: the last one ahead named before."""
    away = next((days for concept, days in _POINTING if concept in clause.concepts), None)
    if away is None:
        return None
    ahead = _named_ahead(annotated, clause, clause.end)
    return None if ahead is None else ahead + timedelta(days=away)


def _weekday_before(annotated: Annotated, clause: Clause, words: re.Match[str]) -> date | None:
    """`The Friday before`: that weekday of the week before the last day ahead that was named."""
    named = _named_ahead(annotated, clause, clause.start + words.start())
    if named is None:
        return None
    away = (named.weekday() - WEEKDAYS.index(words["weekday"][:3])) % 7 or 7
    return named - timedelta(days=away)


def _named_ahead(annotated: Annotated, clause: Clause, end: int) -> date | None:
    """The last day ahead that is named before the place `end`, in the clause or a few before it."""
    today = annotated.note.today
    for other in reversed(annotated.clauses[max(0, clause.index - _BACK) : clause.index + 1]):
        ahead = [day.day for day in other.days_ahead if day.day >= today and day.end <= end]
        if ahead:
            return ahead[-1]
    return None
