"""Writing reviews: the one that is held now, its plan, and what was put off."""

from collections.abc import Sequence
from datetime import date

from relationship_journal.domain.plan import PlanItem, Snooze
from relationship_journal.domain.review import ReviewId
from relationship_journal.i18n import Message, word
from relationship_journal.store.work import Work


def begin(work: Work, day: date) -> ReviewId:
    """A review that is not saved yet."""
    return ReviewId(work.insert("review", day=day.isoformat(), saved=0, moved=0))


def begin_again(work: Work, review: ReviewId, day: date) -> None:
    """A review that was left half done long ago begins on another day: its rows are looked at afresh."""
    work.update("review", {"id": review}, day=day.isoformat())
    work.delete("review_row", review_id=review)


def deal(work: Work, review: ReviewId, key: str) -> None:
    """Note that a row was dealt with."""
    work.delete("review_row", review_id=review, key=key)
    work.insert("review_row", review_id=review, key=key)


def save_plan(work: Work, review: ReviewId, plan: Sequence[PlanItem]) -> None:
    """Write the plan in place of the one that stands there. What is not worded yet is worded now."""
    work.delete("plan", review_id=review)
    for position, item in enumerate(plan):
        work.insert(
            "plan",
            review_id=review,
            position=position,
            contact_id=item.contact,
            favour_id=item.favour,
            text=word(item.text) if isinstance(item.text, Message) else item.text,
            day=None if item.day is None else item.day.isoformat(),
            section=item.section or "",
            step=item.step or "",
            done=int(item.done),
        )


def finish(work: Work, review: ReviewId, day: date, moved: int) -> None:
    """Mark a review as saved on `day`; `moved` counts what moved before it."""
    work.update("review", {"id": review}, day=day.isoformat(), saved=1, moved=moved)


def snooze(work: Work, put_off: Snooze) -> None:
    """Put a row off, in place of what was said of it before."""
    work.delete("snooze", contact_id=put_off.contact, favour_id=put_off.favour)
    work.insert("snooze", contact_id=put_off.contact, favour_id=put_off.favour, until=put_off.until.isoformat())
