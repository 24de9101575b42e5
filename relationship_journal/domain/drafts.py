"""What is to be recorded, before it is: made by the window, the command line and the importers, kept by services."""

from datetime import date
from decimal import Decimal

from relationship_journal.values import dataclass

from .contact import ContactId, Facet, Handle, Occasion, OpenDecision
from .courtesy import CourtesyDirection, CourtesyId, CourtesyKind
from .entry import EntryId, EntryKind, EntrySource
from .favour import Direction, FavourId, StepKind


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """Somebody to be added; the fields are those of `Contact`."""

    name: str
    nicknames: tuple[str, ...] = ()
    org: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    introduced_by: ContactId | None = None
    cadence: int | None = None
    official: bool = False
    decision: OpenDecision | None = None
    region: str = ""
    note: str = ""
    picture: str = ""
    facets: tuple[Facet, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    handles: tuple[Handle, ...] = ()


@dataclass(frozen=True, slots=True)
class FileDraft:
    """A file to be kept byte for byte. `problem` says why its text could not be read, if so."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"
    problem: str = ""


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step to be taken. `favour` may be left out where the favour is named otherwise.

    Without a `day` it takes its entry's day, else today. `with_favour` or `with_courtesy` name that in which
    something was returned; `reason` is what the user gave for recording it against advice.
    """

    kind: StepKind
    day: date | None = None
    text: str = ""
    entry: EntryId | None = None
    weight: int | None = None
    with_favour: FavourId | None = None
    with_courtesy: CourtesyId | None = None
    reason: str = ""
    favour: FavourId | None = None


@dataclass(frozen=True, slots=True)
class CourtesyDraft:
    """A courtesy to be recorded. Without a `day` it takes its entry's day, else today; without `contacts` its entry's.

    `tie` (on by default) adds to the favour named the step that this courtesy is: `returned` to a received
    favour, `acknowledged` to a given one.
    """

    kind: CourtesyKind
    direction: CourtesyDirection
    day: date | None = None
    contacts: tuple[ContactId, ...] = ()
    text: str = ""
    value: Decimal | None = None
    currency: str = ""
    favour: FavourId | None = None
    entry: EntryId | None = None
    tie: bool = True


@dataclass(frozen=True, slots=True)
class FavourDraft:
    """A favour to be recorded. `domain` and `weight` default to those of the rung."""

    contact: ContactId
    title: str
    direction: Direction = Direction.RECEIVED
    rung: int = 1
    domain: str | None = None
    weight: int | None = None
    against_interest: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What happened. No `contacts` is *Unsorted*. `steps` name their `favour`; all is kept in one gesture.

    `decided` are keys of suggestions that were taken or waved away while it was written: they are not offered again.
    """

    text: str
    day: date
    kind: EntryKind = EntryKind.NOTE
    contacts: tuple[ContactId, ...] = ()
    time: str = ""
    files: tuple[FileDraft, ...] = ()
    source: EntrySource = EntrySource.TYPED
    steps: tuple[StepDraft, ...] = ()
    courtesy: CourtesyDraft | None = None
    decided: tuple[str, ...] = ()
