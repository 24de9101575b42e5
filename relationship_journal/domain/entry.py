"""An entry: what happened on a day, with whom, and what was kept with it."""

from datetime import date
from enum import StrEnum
from typing import NewType

from relationship_journal.values import dataclass

from .contact import ContactId

EntryId = NewType("EntryId", int)


class EntryKind(StrEnum):
    """The channel of an entry. `note` is the only kind that is no contact between people."""

    CALL = "call"
    MESSAGE = "message"
    MEETING = "meeting"
    MEAL = "meal"
    VISIT = "visit"
    EVENT = "event"
    NOTE = "note"


class EntrySource(StrEnum):
    """How an entry came in: a reading waits for confirmation only on what was not typed."""

    TYPED = "typed"
    DROPPED = "dropped"
    PASTED = "pasted"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept byte for byte inside the journal. `size` is in bytes; `problem` says why it was not read, if so."""

    id: int
    name: str
    size: int
    sha256: str
    media_type: str = "application/octet-stream"
    problem: str = ""

    @property
    def seconds(self) -> int:
        """How long a recording is, which its media type tells (`audio/mp4; duration=134`); 0 where it does not."""
        told = self.media_type.partition("; duration=")[2]
        return int(told) if told.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened. No `contacts` is *Unsorted*; `time` is local `HH:MM` or empty; `revision` counts its changes."""

    id: EntryId
    kind: EntryKind
    day: date
    time: str = ""
    text: str = ""
    contacts: tuple[ContactId, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    source: EntrySource = EntrySource.TYPED
    revision: int = 0
