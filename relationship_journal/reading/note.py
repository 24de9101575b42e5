"""The values of reading a note: what goes in, and the suggestions that come out with the words that they rest on."""

from datetime import date

from relationship_journal.values import dataclass


@dataclass(frozen=True, slots=True)
class KnownContact:
    """A contact of the journal, as far as a note may name them. `pinyin` is a Chinese name's, a blank between
    syllables; without it the reader makes its own, which takes long for thousands."""

    name: str
    nicknames: tuple[str, ...] = ()
    org: str = ""
    pinyin: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as dropped in on `today`, on the timeline of the contact named `about`, if on one."""

    text: str
    today: date
    contacts: tuple[KnownContact, ...] = ()
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the note: offsets in code points, `end` excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person named in the note; `name` is the known contact's, or as written for somebody new."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundStep:
    """A step of a favour that the note says has happened; `rung` only where they did it for me."""

    contact: str | None
    direction: str
    step: str
    rung: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class FoundCourtesy:
    """A gift, meal or greeting; `direction` is `given` by me or `received`."""

    kind: str
    direction: str
    value: float | None
    currency: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class FoundFacet:
    """A facet of somebody's life that the note tells of."""

    contact: str | None
    facet: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundOccasion:
    """A day that matters to somebody: `2027-06-07`, `--04-12` or `lunar:08-06`."""

    contact: str | None
    kind: str
    date: str
    span: Span


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something that the writer means or promised to do, with its day where one is said."""

    due: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What a note suggests. Nothing in it is recorded until the user takes it."""

    contacts: tuple[FoundPerson, ...]
    new_people: tuple[FoundPerson, ...]
    day: date
    day_span: Span | None
    channel: str
    channel_span: Span | None
    steps: tuple[FoundStep, ...]
    courtesy: tuple[FoundCourtesy, ...]
    facets: tuple[FoundFacet, ...]
    occasions: tuple[FoundOccasion, ...]
    follow_ups: tuple[FollowUp, ...]
