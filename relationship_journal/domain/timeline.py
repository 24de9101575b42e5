"""A row of the timeline: an entry with all that happened in it, or a courtesy that has no entry."""

from datetime import date

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass

from .contact import ContactId
from .courtesy import Courtesy, CourtesyId
from .entry import Entry
from .favour import Direction, FavourId, Step


@dataclass(frozen=True, slots=True, order=True)
class EntryKey:
    """The place of a row in the timeline: the newest has the greatest. Exactly one of the ids is not 0.

    Rows of one day stand by time, those without one first (oldest), then by id.
    """

    day: date
    time: str
    entry: int = 0
    courtesy: int = 0


@dataclass(frozen=True, slots=True)
class StepInEntry:
    """A step of a favour that happened in an entry.

    `state` is the favour's after this step, in METHOD's words; `arcs` are granted, acted on, thanked and
    returned, as they stood then.
    """

    favour: FavourId
    contact: ContactId
    title: str
    direction: Direction
    rung: int
    weight: int
    step: Step
    state: str
    arcs: tuple[bool, bool, bool, bool]


Said = tuple[CourtesyId, tuple[Message, ...]]
"""The sentences that the rules say of a courtesy that was recorded."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An entry, or a courtesy alone (`entry` is None and `courtesies` holds it). `names` go with the contacts.

    `said` is what the rules say of its courtesies; reads leave it empty, as it is worked out beside them.
    `chips` counts the suggestions of a note brought in that wait, -1 where it is still to be read.
    """

    key: EntryKey
    entry: Entry | None
    names: tuple[str, ...] = ()
    steps: tuple[StepInEntry, ...] = ()
    courtesies: tuple[Courtesy, ...] = ()
    said: tuple[Said, ...] = ()
    chips: int = 0

    @property
    def contacts(self) -> tuple[ContactId, ...]:
        """Whose row it is."""
        return self.entry.contacts if self.entry is not None else self.courtesies[0].contacts

    def said_of(self, courtesy: Courtesy) -> tuple[Message, ...]:
        """What the rules say of one of its courtesies."""
        return next((messages for number, messages in self.said if number == courtesy.id), ())

    @property
    def revision(self) -> int:
        """Counts the changes of the entry; 0 for a courtesy alone."""
        return self.entry.revision if self.entry is not None else 0
