"""What a text says of itself while it is being written: whom it names, its day, and how they met or spoke."""

from datetime import date

from relationship_journal.values import dataclass

from . import linear
from .annotated import annotate
from .dealing import channel_of, day_of_dealing
from .note import FoundPerson, Note, Span


@dataclass(frozen=True, slots=True)
class Glance:
    """The parts that have words in the text; `day` and `channel` are None where nothing in it says so."""

    people: tuple[FoundPerson, ...]
    day: date | None
    day_span: Span | None
    channel: str | None
    channel_span: Span | None


def glance(note: Note) -> Glance:
    """The quick part of reading `note`, by the models that ship with the program."""
    models = linear.shipped()
    annotated = annotate(note)
    day, day_span = day_of_dealing(annotated, models["day"])
    channel, channel_span = channel_of(annotated, models["channel"])
    return Glance(
        tuple(annotated.people().values()),
        None if day_span is None else day,
        day_span,
        None if channel_span is None else channel,
        channel_span,
    )
