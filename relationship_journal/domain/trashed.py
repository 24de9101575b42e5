"""What lies in the trash: one removal with all that it took along."""

from datetime import date
from enum import StrEnum

from relationship_journal.values import dataclass


class TrashedKind(StrEnum):
    """What was removed; the rest of the removal went with it."""

    CONTACT = "contact"
    ENTRY = "entry"
    FAVOUR = "favour"
    COURTESY = "courtesy"


@dataclass(frozen=True, slots=True)
class Trashed:
    """One removal. `text` is the name, the entry's beginning or the title; `day` is None for contacts and favours.

    `entries` counts the entries that went with it (itself not).
    """

    kind: TrashedKind
    id: int
    text: str
    day: date | None = None
    entries: int = 0
