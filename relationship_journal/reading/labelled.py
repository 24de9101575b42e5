"""Notes and readings as JSON rows: the form of labelled notes, and of what `read-note` prints."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from .note import KnownContact, Note, Reading, Span


def note_from(row: Mapping[str, Any]) -> Note:
    """The note of a row `{id, today, contacts, about, text}`; other keys are not looked at.

    Raises KeyError, TypeError or ValueError where the row is none.
    """
    contacts = tuple(
        KnownContact(contact["name"], tuple(contact.get("nicknames") or ()), contact.get("org") or "")
        for contact in row.get("contacts", ())
    )
    return Note(str(row["text"]), date.fromisoformat(row["today"]), contacts, row.get("about"))


def reading_row(reading: Reading) -> dict[str, Any]:
    """The reading with the keys of labelled notes, and `evidence: [{key, index, start, end}]` in code points."""
    return {
        "contacts": [person.name for person in reading.contacts],
        "new_people": [person.name for person in reading.new_people],
        "day": reading.day.isoformat(),
        "channel": reading.channel,
        "steps": [
            {"contact": step.contact, "direction": step.direction, "step": step.step, "rung": step.rung}
            for step in reading.steps
        ],
        "courtesy": [
            {"kind": one.kind, "direction": one.direction, "value": one.value, "currency": one.currency}
            for one in reading.courtesy
        ],
        "facets": [{"contact": one.contact, "facet": one.facet} for one in reading.facets],
        "occasions": [{"contact": one.contact, "kind": one.kind, "date": one.date} for one in reading.occasions],
        "follow_ups": [{"due": None if one.due is None else one.due.isoformat()} for one in reading.follow_ups],
        "evidence": [
            {"key": key, "index": index, "start": span.start, "end": span.end} for key, index, span in evidence(reading)
        ],
    }


def evidence(reading: Reading) -> Iterator[tuple[str, int, Span]]:
    """For each suggestion its key, its index under that key, and the words of the note that it rests on."""
    for key in ("contacts", "new_people"):
        for index, person in enumerate(getattr(reading, key)):
            if person.span.end > person.span.start:
                yield key, index, person.span
    if reading.day_span is not None:
        yield "day", 0, reading.day_span
    if reading.channel_span is not None:
        yield "channel", 0, reading.channel_span
    for key in ("steps", "courtesy", "facets", "occasions", "follow_ups"):
        for index, one in enumerate(getattr(reading, key)):
            yield key, index, one.span
