"""What a search finds."""

from datetime import date
from enum import StrEnum

from relationship_journal.values import dataclass

from .contact import ContactId


class HitKind(StrEnum):
    """What was found."""

    CONTACT = "contact"
    FAVOUR = "favour"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `contacts` and `names` are whose it is; `day` is None for a contact.

    `marks` are spans (start, end) of the words found in `snippet`, in code points; `rung` is a favour's.
    """

    kind: HitKind
    id: int
    contacts: tuple[ContactId, ...]
    names: tuple[str, ...]
    day: date | None
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    rung: int | None = None
