"""A review as it is held: what was dealt with so far, the plan that grows, and those that were held before."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NewType

from relationship_journal.values import dataclass

from . import written_ids as ids
from .agenda_rows import Row
from .contact import ContactId, OccasionKind
from .favour import FavourId
from .placed import Placed, Rows, made
from .plan import PlanItem, Section
from .settings import WEEKDAYS, Settings

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
    return placed_key(made((), row))


def placed_key(placed: Placed) -> str:
    """The same of a row that is not made yet."""
    if placed.favour is not None:
        about = ids.written(ids.FAVOUR, placed.favour)
    elif placed.entry is not None:
        about = ids.written(ids.ENTRY, placed.entry)
    elif placed.contact is not None:
        about = ids.written(ids.CONTACT, placed.contact)
    else:
        about = placed.make().what.text
    when = f" {placed.occasion[0]} {placed.occasion[1]}" if placed.occasion is not None else ""
    return f"{placed.section} {about}{when}"


def is_greeting(row: Row) -> bool:
    """Whether the row is done by a greeting: to get in touch, or a day that matters to them, but not a thing to do.

    Decided: a day of no particular kind is mostly what a note's follow-up became, such as cherries to send.
    """
    if row.section is Section.COMING_UP:
        return row.occasion is not None and row.occasion.kind is not OccasionKind.OTHER
    return row.section is Section.COOLING


def last_saved(reviews: Sequence[HeldReview]) -> HeldReview | None:
    """The newest saved one of `reviews`, which stand newest first."""
    return next((review for review in reviews if review.saved), None)


def last_review_day(today: date, settings: Settings) -> date:
    """The latest day up to today that is the weekday on which the user reviews."""
    return today - timedelta(days=(today.weekday() - WEEKDAYS.index(settings.review_day)) % 7)


def is_due(held: HeldReview | None, saved: HeldReview | None, today: date, settings: Settings) -> bool:
    """Whether it is time for a review: one is half done, none was ever saved, or its day came since the last one.

    Decided: whoever reviewed a day or two early is not asked again on the day itself.
    """
    if held is not None or saved is None:
        return True
    return saved.day < last_review_day(today, settings) and (today - saved.day).days > 2


def next_due(saved: HeldReview, today: date, settings: Settings) -> date:
    """The first day, today or later, on which a review is due after `saved`."""
    return next(day for day in (today + timedelta(days=n) for n in range(15)) if is_due(None, saved, day, settings))


def is_forgotten(held: HeldReview, today: date, settings: Settings) -> bool:
    """Whether a half-done review is a week old: its plan stays, but its rows are looked at afresh."""
    return (today - held.day).days >= settings.review_look_back


def dealt_favours(held: HeldReview) -> frozenset[FavourId]:
    """The favours whose rows were dealt with in a review."""
    return frozenset(FavourId(number) for letter, number in map(_about, held.dealt) if letter == ids.FAVOUR)


def dealt_contacts(held: HeldReview, owners: Mapping[FavourId, ContactId]) -> Mapping[str, frozenset[ContactId]]:
    """Whose rows were dealt with in a review, by section. `owners` tells whose favour is whose."""
    found: dict[str, set[ContactId]] = {}
    for key in held.dealt:
        letter, number = _about(key)
        contact = ContactId(number) if letter == ids.CONTACT else owners.get(FavourId(number))
        if contact is not None and letter in (ids.CONTACT, ids.FAVOUR):
            found.setdefault(section_of(key), set()).add(contact)
    return {section: frozenset(contacts) for section, contacts in found.items()}


def section_of(key: str) -> str:
    """The section in a row's key."""
    return key.partition(" ")[0]


def _about(key: str) -> tuple[str, int]:
    """Letter and number of the id in a row's key; 0 where it has none (a festival)."""
    about = key.split(" ")[1]
    return (about[:1], int(about[1:])) if about[1:].isdecimal() else ("", 0)


def not_met_again(
    sections: Mapping[Section, Rows], held: HeldReview, met: Mapping[str, frozenset[ContactId]]
) -> Mapping[Section, Rows]:
    """The sections without what only comes of the review itself, since nothing is shown twice in one sitting.

    An ask made in *Ready* does not come back under *Waiting*, nor one that was answered there under *Close the loops*
    on the same day, and whoever had a row is not among those to ask or to
    get in touch with once that row is dealt with.
    """
    anywhere = frozenset[ContactId]().union(*met.values())
    asked = met.get(Section.READY, frozenset()) | met.get(Section.UNTESTED, frozenset())
    gone = {
        Section.WAITING: asked,
        Section.KEEP_MY_WORD: asked,
        Section.READY: anywhere,
        Section.UNTESTED: anywhere,
        Section.COOLING: anywhere,
    }
    answered = {number for key in held.dealt if section_of(key) == Section.WAITING for _, number in (_about(key),)}

    def comes_of_it(placed: Placed) -> bool:
        if placed.section is Section.CLOSE_LOOPS and placed.favour in answered:
            return True
        return placed.contact in gone.get(placed.section, ())

    return {
        section: Rows(one for one in rows.placed if not comes_of_it(one) or placed_key(one) in held.dealt)
        for section, rows in sections.items()
    }
