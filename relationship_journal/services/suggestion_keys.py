"""How suggestions about an entry itself are called for good: its day, its kind, and whom it names."""

from collections.abc import Iterable
from datetime import date

DAY, KIND, PERSON = "day:", "channel:", "contact:"
"""What the keys begin with. `KIND` alone says that the kind is decided, whatever the note suggests later."""


def day_key(day: date, counted_from: date) -> str:
    """A day that a note names, with the day from which it was counted."""
    return f"{DAY}{day}:{counted_from}"


def kind_key(kind: str) -> str:
    """A kind of entry."""
    return f"{KIND}{kind}"


def person_key(name: str) -> str:
    """Somebody known whom a note names."""
    return f"{PERSON}{name}"


def decided_day(keys: Iterable[str]) -> tuple[date, date] | None:
    """The day among `keys`, and the day from which the note counts it; None where its day is not decided."""
    for key in keys:
        if key.startswith(DAY):
            day, _colon, counted_from = key.removeprefix(DAY).partition(":")
            return date.fromisoformat(day), date.fromisoformat(counted_from)
    return None
