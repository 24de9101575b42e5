"""The plan of a week: what the review ends with, and how much of it was done. METHOD 6."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass, replace

from .contact import ContactId
from .favour import FavourId, StepKind
from .loop import Loop
from .situation import Situation


class Section(StrEnum):
    """The sections of the review, in their order."""

    CLOSE_LOOPS = "close_loops"
    KEEP_MY_WORD = "keep_my_word"
    WAITING = "waiting"
    READY = "ready"
    UNTESTED = "untested"
    COOLING = "cooling"
    COMING_UP = "coming_up"
    UNSORTED = "unsorted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One thing planned: about a favour, or about a contact, or neither. `text` is a message until it is saved.

    `section` and `step` say what it came from, so that it can be told whether it was done; `done` is set where the
    user ticked it.
    """

    text: str | Message
    contact: ContactId | None = None
    favour: FavourId | None = None
    day: date | None = None
    section: Section | None = None
    step: StepKind | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class SavedReview:
    """A review as it was saved: its day and the plan that it ended with."""

    day: date
    plan: tuple[PlanItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Snooze:
    """A row put off until a day: a favour's, or without one the contact's row in sections 4 to 6."""

    contact: ContactId
    until: date
    favour: FavourId | None = None


def spread(items: Sequence[PlanItem], today: date) -> tuple[PlanItem, ...]:
    """The items with a day each, over the seven days after today in their order."""
    count = max(1, len(items))
    return tuple(replace(item, day=today + timedelta(days=1 + place * 7 // count)) for place, item in enumerate(items))


def with_done(plan: Sequence[PlanItem], since: date, situations: Mapping[ContactId, Situation]) -> tuple[PlanItem, ...]:
    """The plan of a review saved on `since`, with what was done by today.

    A favour's row is done when its step was taken on that day or later, or nothing of it is open any more; a waiting
    ask when it was answered. A contact's row is done with an ask (or, for an offer, with an offer, a promise or the
    help itself) from that day on; one that was cooling, with any contact.
    """
    return tuple(replace(item, done=item.done or _done(item, since, situations)) for item in plan)


def _done(item: PlanItem, since: date, situations: Mapping[ContactId, Situation]) -> bool:
    situation = situations.get(item.contact) if item.contact is not None else None
    if situation is None:
        return False
    if item.favour is not None:
        loops = (*situation.received, *situation.given)
        return any(_favour_done(loop, item, since, situation) for loop in loops if loop.favour.id == item.favour)
    if item.section is Section.COOLING:
        return situation.last_contact is not None and situation.last_contact >= since
    if item.section not in (Section.READY, Section.UNTESTED):
        return False
    asked = any(loop.asked_days[-1] >= since for loop in situation.asks)
    return asked or (item.step is StepKind.OFFERED and _helped(situation, since))


def _favour_done(loop: Loop, item: PlanItem, since: date, situation: Situation) -> bool:
    if not loop.open or (item.section is Section.WAITING and loop.arcs[0]):
        return True
    return any(step.kind is item.step and since <= step.day <= situation.today for step in loop.favour.steps)


def _helped(situation: Situation, since: date) -> bool:
    offered = (StepKind.OFFERED, StepKind.PROMISED, StepKind.DONE)
    return any(
        step.kind in offered and since <= step.day <= situation.today
        for loop in situation.given
        for step in loop.favour.steps
    )
