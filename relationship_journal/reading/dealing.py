"""The day that a note is about, and how they met or spoke."""

import re
from collections.abc import Iterator
from datetime import date

from relationship_journal.values import dataclass, replace

from . import features, turns
from .annotated import Annotated, Clause
from .linear import Linear
from .named_days import FoundDay
from .note import Span
from .spellings import ME
from .tenses import left_open, lies_ahead

_HOUR = re.compile(r"\d\d?[:.]\d\d|(?:日期|时间|date|day|when)(?=\W)")
_SIGNS = " \t#*【】[]()<>-–—_=:：,.|/~"
_LEAST = -100  # hundredths
CHANNELS = ("call", "message", "meeting", "meal", "visit", "event", "note")


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day named in a note that it may be about."""

    clause: Clause
    found: FoundDay
    place: int


def day_of_dealing(annotated: Annotated, model: Linear) -> tuple[date, Span | None]:
    """The day of the main dealing with the contact; today where nothing else is likelier."""
    today = annotated.note.today
    if annotated.turns:
        day = turns.chat_day(annotated.note.text, annotated.turns, today)
        if day is not None:
            return day, annotated.written(annotated.turns[0].head, annotated.turns[0].start)
    best: tuple[int, DayTold] | None = None
    for told in days_told(annotated):
        if told.place == 0 and _stands_alone_on_top(annotated, told.found):
            return told.found.day, annotated.span(told.found.start, told.found.end)
        score = model.scores(day_features(annotated, told))[0]
        if score > _LEAST and (best is None or score > best[0]):
            best = (score, told)
    if best is None:
        return today, None
    return best[1].found.day, annotated.span(best[1].found.start, best[1].found.end)


def _stands_alone_on_top(annotated: Annotated, found: FoundDay) -> bool:
    """Whether the first line says nothing but a day, perhaps with an hour: it is the date of the note."""
    text = annotated.text
    top, _end, rest = text.lstrip().partition("\n")
    start = len(text) - len(text.lstrip())
    around = text[start : found.start] + text[found.end : start + len(top)]
    return bool(rest.strip()) and found.end <= start + len(top) and _HOUR.sub("", around).strip(_SIGNS) == ""


def days_told(annotated: Annotated) -> Iterator[DayTold]:
    """The days named in the note that are not ahead, in order; one that a plan leaves open or on which something
    happened in somebody's life is none.
    """
    place = 0
    for clause in annotated.clauses:
        for found in clause.days_past:
            planned = left_open(clause, found.start) and lies_ahead(clause, found)
            news = found.day < annotated.note.today and _is_news(clause)
            if found.day <= annotated.note.today and not planned and not news:
                yield DayTold(clause, _of_today(annotated, clause, found), place)
                place += 1


def _is_news(clause: Clause) -> bool:
    """Whether a clause tells what befell somebody, where neither the writer acts nor anybody goes to see them."""
    return "news_of_life" in clause.concepts and ME not in clause.text and "v_go" not in clause.concepts


def _of_today(annotated: Annotated, clause: Clause, found: FoundDay) -> FoundDay:
    """A weekday that stands alone as the first words, and is today's, is today rather than a week ago."""
    today = annotated.note.today
    alone = clause.index == 0 and found.start == clause.start and found.end >= clause.end - 1
    return replace(found, day=today) if alone and (today - found.day).days == 7 else found


def day_features(annotated: Annotated, told: DayTold) -> list[str]:
    """What tells whether a named day is the note's."""
    offset = (told.found.day - annotated.note.today).days
    rows = features.of_day(annotated, told.clause, told.place, offset)
    rows.append(f"form:{annotated.text[told.found.start : told.found.end][:3]}")
    also_ahead = any(day.start == told.found.start and day.day == told.found.day for day in told.clause.days_ahead)
    rows.append("fixed" if also_ahead else "either way")
    rows.append("starts" if told.found.start == told.clause.start else "inside")
    return rows


def channel_of(annotated: Annotated, model: Linear) -> tuple[str, Span | None]:
    """How they met or spoke, with the first words that say so."""
    if annotated.turns and annotated.turns[0].letter:
        return "message", None
    channel = model.best(features.of_note(annotated))
    for clause in annotated.clauses:
        for hit in clause.hits:
            if hit.concept == f"by_{channel}":
                return channel, annotated.span(hit.start, hit.end)
    return channel, None
