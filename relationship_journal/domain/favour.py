"""A favour (人情) and its dated steps. Values only: what follows from the steps is computed in `loop`."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple, NewType

from relationship_journal.values import dataclass

from .contact import ContactId
from .courtesy import CourtesyId
from .entry import EntryId

FavourId = NewType("FavourId", int)


class Direction(StrEnum):
    """`received`: they do it for me; `given`: I do it for them."""

    RECEIVED = "received"
    GIVEN = "given"


class StepKind(StrEnum):
    """What can happen to a favour. Which kinds fit a direction: `STEPS_OF`."""

    IDEA = "idea"
    PLANNED = "planned"
    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"
    ACTED_ON = "acted_on"
    THANKED = "thanked"
    RETURNED = "returned"
    OFFERED = "offered"
    PROMISED = "promised"
    DONE = "done"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"
    LET_GO = "let_go"


STEPS_OF: dict[Direction, tuple[StepKind, ...]] = {
    Direction.RECEIVED: tuple(
        StepKind(word) for word in "idea planned asked granted declined acted_on thanked returned closed let_go".split()
    ),
    Direction.GIVEN: tuple(
        StepKind(word) for word in "asked offered promised done acknowledged declined closed let_go".split()
    ),
}


class Step(NamedTuple):
    """One dated step. `weight` is of what was returned; `favour` and `courtesy` name that in which it was returned.

    `reason` is what the user gave for recording it against advice.
    """

    kind: StepKind
    day: date
    text: str = ""
    entry: EntryId | None = None
    weight: int | None = None
    favour: FavourId | None = None
    courtesy: CourtesyId | None = None
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Favour:
    """A favour between a contact and me: `steps` by day, then as recorded; `weight` is what it costs who does it."""

    id: FavourId
    contact: ContactId
    title: str
    direction: Direction
    rung: int
    domain: str
    weight: int
    against_interest: bool = False
    note: str = ""
    steps: tuple[Step, ...] = ()
