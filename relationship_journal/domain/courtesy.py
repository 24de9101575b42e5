"""Courtesy (礼节): meals, presents and greetings. The ground below the ladder, never a rung of it."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from relationship_journal.values import dataclass

from .contact import ContactId
from .entry import EntryId

CourtesyId = NewType("CourtesyId", int)


class CourtesyKind(StrEnum):
    """What the courtesy was."""

    GIFT = "gift"
    MEAL = "meal"
    GREETING = "greeting"


class CourtesyDirection(StrEnum):
    """`given` by me, or `received` by me."""

    GIVEN = "given"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Courtesy:
    """One courtesy. `value` is the total for all contacts, None where unknown; `currency` is ISO 4217 or empty.

    `favour` (a FavourId) is the favour that it answers, or None where it stands alone.
    """

    id: CourtesyId
    kind: CourtesyKind
    direction: CourtesyDirection
    day: date
    contacts: tuple[ContactId, ...] = ()
    text: str = ""
    value: Decimal | None = None
    currency: str = ""
    favour: int | None = None
    entry: EntryId | None = None
