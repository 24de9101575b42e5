"""A reading as text to read: a line for each thing that it suggests, with the words of the note that it rests on."""

from collections.abc import Iterator
from decimal import Decimal

from relationship_journal.domain.contact import FacetKind, OccasionKind
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.words import ENTRY_WORDS, FACET_WORDS, OCCASION_WORDS, courtesy_worth, step_word
from relationship_journal.i18n import _, short_day, word
from relationship_journal.reading.note import FoundCourtesy, FoundStep, Reading, Span


def reading_text(reading: Reading, text: str) -> str:
    """The lines for a `reading` of `text`, in the language in use."""
    return "\n".join(f"{said}  “{_quoted(text, span)}”" if span else said for said, span in _lines(reading))


def _lines(reading: Reading) -> Iterator[tuple[str, Span | None]]:
    yield _("Day: {day}").format(day=short_day(reading.day)), reading.day_span
    yield _("Kind: {kind}").format(kind=_(ENTRY_WORDS[EntryKind(reading.channel)])), reading.channel_span
    for person in reading.contacts:
        yield _("With {name}").format(name=person.name), _span(person.span)
    for person in reading.new_people:
        yield _("New contact: {name}").format(name=person.name), _span(person.span)
    for step in reading.steps:
        yield _of(step.contact, _step(step)), step.span
    for courtesy in reading.courtesy:
        yield _courtesy(courtesy), courtesy.span
    for facet in reading.facets:
        yield _of(facet.contact, _(FACET_WORDS[FacetKind(facet.facet)])), facet.span
    for day in reading.occasions:
        yield _of(day.contact, f"{_(OCCASION_WORDS[OccasionKind(day.kind)])} {day.date}"), day.span
    for task in reading.follow_ups:
        said = _("To do") if task.due is None else _("To do by {day}").format(day=short_day(task.due))
        yield said, task.span


def _of(contact: str | None, said: str) -> str:
    return said if contact is None else _("{name}: {what}").format(name=contact, what=said)


def _step(step: FoundStep) -> str:
    said = _(step_word(StepKind(step.step), Direction(step.direction)))
    return said if step.rung is None else _("{what}, rung {rung}").format(what=said, rung=step.rung)


def _courtesy(found: FoundCourtesy) -> str:
    kind, direction = CourtesyKind(found.kind), CourtesyDirection(found.direction)
    value = None if found.value is None else Decimal(str(found.value))
    return word(courtesy_worth(kind, direction, value, found.currency or ""))


def _span(span: Span) -> Span | None:
    """None for somebody who is in it without being named."""
    return span if span.end > span.start else None


def _quoted(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
