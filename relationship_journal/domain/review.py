"""A review as it is held: what was dealt with so far, the plan that grows, and those that were held before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NewType

from . import written_ids as ids
from .agenda_rows import Row
from .plan import PlanItem

ReviewId = NewType("ReviewId", int)


@dataclass(frozen=True, slots=True)
class HeldReview:
    """A review begun on `day`, or saved on it. `dealt` are the keys of rows that were dealt with; see `row_key`."""

    id: ReviewId
    day: date
    saved: bool
    dealt: frozenset[str] = frozenset()
    plan: tuple[PlanItem, ...] = ()
    moved: int = 0


def row_key(row: Row) -> str:
    """What a row is about, the same on the next day: its section with favour, entry, occasion or contact."""
    if row.loop is not None:
        about = ids.written(ids.FAVOUR, row.loop.favour.id)
    elif row.entry is not None:
        about = ids.written(ids.ENTRY, row.entry)
    elif row.contact is not None:
        about = ids.written(ids.CONTACT, row.contact)
    else:
        about = row.what.text
    when = f" {row.occasion.kind} {row.day}" if row.occasion is not None else ""
    return f"{row.section} {about}{when}"


def last_saved(reviews: Sequence[HeldReview]) -> HeldReview | None:
    """The newest saved one of `reviews`, which stand newest first."""
    return next((review for review in reviews if review.saved), None)
