"""Days that matter to somebody: birthdays, exams, weddings, moves, journeys, with the day as a note says it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from relationship_journal.values import dataclass

from .annotated import Annotated
from .day_words import MONTHS
from .linear import Linear
from .lunar_days import find_lunar
from .note import FoundOccasion
from .tenses import left_open, lies_ahead
from .written_features import PAST, SAME_SENTENCE

OCCASIONS = tuple(
    f"occasion:{kind}" for kind in "birthday anniversary exam wedding birth move trip festival other".split()
)
ANY = "occasion:any"  # that it is one, whatever its kind
_YEAR = re.compile(r"(?:19|20)\d\d|年(?!年)|去年|明年|今年")
_GAOKAO = "高考"
_LATELY = 60
_DIGITS = re.compile(r"\d+")
_MONTH_NAMED = re.compile(rf"月|\d[/.]\d|\b(?:{'|'.join(MONTHS)})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class DayNamed:
    """A day in a note that an occasion may fall on: its clause, its place, and how it would be written down."""

    index: int
    start: int
    end: int
    day: date | None
    lunar: str | None
    open_year: bool


def occasions(
    annotated: Annotated, rows: Sequence[Sequence[str]], model: Linear, day: date, least: dict[str, int]
) -> Iterator[FoundOccasion]:
    """The occasions, each told by the day that is named for it; `day` is the note's own, `rows` what is seen of each
    clause.
    """
    place_of_any = model.labels.index(ANY)
    places = {model.labels.index(label): label for label in OCCASIONS}
    best: dict[int, tuple[float, str, DayNamed]] = {}
    totals: dict[int, int] = {}
    for named in days_named(annotated):
        if named.index not in totals:
            totals[named.index] = model.total(rows[named.index])
        sums = model.sums(model.total(occasion_features(annotated, named, day), totals[named.index]))
        place = max(places, key=sums.__getitem__)
        label, of_kind = places[place], sums[place]
        score = max(of_kind, (of_kind + sums[place_of_any]) / 2)
        if score > max(least.get("occasion", 0), best.get(named.start, (-9900.0,))[0]):
            best[named.start] = (score, label, named)
    seen: set[tuple[str | None, str, str]] = set()
    told = [(label, named) for _score, label, named in best.values()]
    told += [("occasion:birthday", kept) for kept in _kept_that_day(annotated, day)]
    for label, named in told:
        kind = label.partition(":")[2]
        contact = annotated.clauses[named.index].spoken_of
        found = FoundOccasion(contact, kind, written(named, kind), annotated.span(named.start, named.end))
        if (contact, kind, found.date) not in seen:
            seen.add((contact, kind, found.date))
            yield found


def _kept_that_day(annotated: Annotated, day: date) -> Iterator[DayNamed]:
    """Birthdays that are kept or wished for in a sentence that names no day: they are on the note's own."""
    named = {clause.sentence for clause in annotated.clauses if clause.days_past or clause.days_ahead}
    for clause in annotated.clauses:
        told = clause.concepts.isdisjoint(("lies_ahead", "kin_mine", "negation")) and clause.sentence not in named
        if "birthday_kept" in clause.concepts and told:
            yield DayNamed(clause.index, clause.start, clause.end, day, None, open_year=False)


def written(named: DayNamed, kind: str) -> str:
    """The day as the journal keeps it: lunar, without a year where a birthday names only month and day, or whole."""
    if named.lunar is not None:
        return named.lunar
    if named.day is None:
        return ""
    return f"--{named.day:%m-%d}" if named.open_year and kind == "birthday" else named.day.isoformat()


def days_named(annotated: Annotated) -> Iterator[DayNamed]:
    """Every day of the note that an occasion may fall on, days without a year as the next one to come."""
    today = annotated.note.today
    for clause in annotated.clauses:
        lunar = list(find_lunar(clause.text)) if "月" in clause.text else []
        for one in lunar:
            yield DayNamed(
                clause.index, clause.start + one.start, clause.start + one.end, None, one.written, open_year=False
            )
        taken = [(clause.start + one.start, clause.start + one.end) for one in lunar]
        past_days = {day.start: day.day for day in clause.days_past}
        for ahead in clause.days_ahead:
            if any(start < ahead.end and ahead.start < end for start, end in taken):
                continue
            planned = lies_ahead(clause, ahead) if left_open(clause, ahead.start) else None
            words = annotated.text[ahead.start : ahead.end]
            by_month = bool(_MONTH_NAMED.search(words))
            open_year = by_month and not _YEAR.search(words) and "下" not in words and "this" not in words
            past = past_days.get(ahead.start)
            if planned is False:
                yield DayNamed(clause.index, ahead.start, ahead.end, past, None, open_year)
                continue
            yield DayNamed(clause.index, ahead.start, ahead.end, ahead.day, None, open_year)
            if past is not None and past != ahead.day and (today - past).days < _LATELY and not planned:
                yield DayNamed(clause.index, ahead.start, ahead.end, past, None, open_year=False)
        place = clause.text.find(_GAOKAO)
        if place >= 0:
            yield DayNamed(
                clause.index,
                clause.start + place,
                clause.start + place + 2,
                _gaokao(clause.text, today),
                None,
                open_year=False,
            )


def _gaokao(text: str, today: date) -> date:
    year = today.year + (1 if "明年" in text else 2 if "后年" in text else 0)
    day = date(year, 6, 7)
    return day if day >= today else date(year + 1, 6, 7)


def occasion_features(annotated: Annotated, named: DayNamed, day: date) -> list[str]:
    """What tells the occasion of a named day beside what is seen of its clause: the concepts of those beside it, the
    day's form, and whether it is the note's own `day`.
    """
    clause = annotated.clauses[named.index]
    near = annotated.clauses[max(0, named.index - 3) : named.index + 4]
    beside = frozenset().union(*[other.concepts for other in near if other.sentence == clause.sentence])
    found = [*SAME_SENTENCE.all(beside), "lunar" if named.lunar else "open year" if named.open_year else "a day"]
    if named.day is not None:
        past = named.day < annotated.note.today
        found.append("past" if past else "ahead")
        if past:
            found += PAST.all(clause.concepts)
        told = next((other.day for other in clause.days_past if other.start == named.start), None)
        if told == day:
            found.append("own day" if past else "own day ahead")
        if not past and told != named.day:
            found.append("could be past")
    words = annotated.text[named.start : named.end]
    found.append(f"form:{_DIGITS.sub('0', words).strip()}")
    if clause.index == 0 and named.start == clause.start:
        found.append("heading")
    if _GAOKAO in words:
        found.append("gaokao")
    return found
