"""Coming up: birthdays, anniversaries, examinations, Mother's Day and festivals in the next days. METHOD 6."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

from relationship_journal.i18n import N_, Message

from .agenda_rows import Key, Row
from .calendar import next_occurrence
from .contact import Contact, ContactId, FacetKind, Occasion, OccasionKind
from .festivals import festivals_ahead, next_mothers_day
from .placed import Placed, made
from .plan import Section
from .settings import Settings
from .words import OCCASION_WORDS

MOTHERS_DAY = N_("Mother's Day")
_MOTHERS_DAY = Message(MOTHERS_DAY)


class Dated(NamedTuple):
    """A contact of whom days are known: occasions, or by `parents` that their mother may have hers."""

    id: ContactId
    name: str
    region: str
    parents: bool
    occasions: tuple[Occasion, ...] = ()


def dated(contact: Contact) -> Dated:
    """What is known of a contact's days."""
    parents = any(facet.kind is FacetKind.PARENTS for facet in contact.facets)
    return Dated(contact.id, contact.name, contact.region, parents, contact.occasions)


def occasions(contact: Dated, settings: Settings, today: date) -> list[Placed]:
    """A row for each occasion of theirs fewer than fourteen days away, with the key that orders it: by day, then name.

    Mother's Day where their parents are known, by their region. An occasion written down twice is one.
    """
    ahead = settings.coming_up_days
    found: dict[Key, Placed] = {}
    for occasion in contact.occasions:
        day = next_occurrence(occasion, today)
        if day is not None and (day - today).days < ahead:
            key: Key = (day, contact.name, occasion.kind, occasion.text, contact.id)
            make = partial(_row, contact, occasion, day, today)
            found.setdefault(key, _placed(key, make, contact, occasion.kind, day))
    if contact.parents:
        day = next_mothers_day(contact.region, today)
        if (day - today).days < ahead:
            key = (day, contact.name, OccasionKind.FESTIVAL, MOTHERS_DAY, contact.id)
            make = partial(_mothers_day, contact, day, today)
            found.setdefault(key, _placed(key, make, contact, OccasionKind.FESTIVAL, day))
    return list(found.values())


def _placed(key: Key, make: Callable[[], Row], contact: Dated, kind: OccasionKind, day: date) -> Placed:
    return Placed(key, Section.COMING_UP, make, contact.id, occasion=(kind, day))


def festivals(regions: Iterable[str], settings: Settings, today: date) -> list[Placed]:
    """A row for each festival near that is kept in one of these regions, without a contact."""
    found = []
    for festival, day in festivals_ahead(today, settings.coming_up_days, regions):
        occasion = Occasion(OccasionKind.FESTIVAL, day.isoformat(), festival.id)
        what = Message("{occasion}", occasion=Message(festival.name))
        row = Row(Section.COMING_UP, what, _when(day, today), occasion=occasion, days=(day - today).days, day=day)
        found.append(made((day, "", OccasionKind.FESTIVAL, festival.id, 0), row))
    return found


def _row(contact: Dated, occasion: Occasion, day: date, today: date) -> Row:
    word = Message(OCCASION_WORDS[occasion.kind])
    if occasion.text and occasion.kind is OccasionKind.OTHER:
        what = Message("{text}", text=occasion.text)
    elif occasion.text:
        what = Message("{occasion}: {text}", occasion=word, text=occasion.text)
    else:
        what = word
    return _of(contact, occasion, what, day, today)


def _mothers_day(contact: Dated, day: date, today: date) -> Row:
    return _of(contact, _mothers(day), _MOTHERS_DAY, day, today)


@lru_cache(maxsize=64)
def _mothers(day: date) -> Occasion:
    return Occasion(OccasionKind.FESTIVAL, day.isoformat(), "mothers-day")


def _of(contact: Dated, occasion: Occasion, what: Message, day: date, today: date) -> Row:
    return Row(
        Section.COMING_UP,
        what,
        _when(day, today),
        contact.id,
        contact.name,
        occasion=occasion,
        days=(day - today).days,
        day=day,
    )


@lru_cache(maxsize=64)
def _when(day: date, today: date) -> Message:
    days = (day - today).days
    values: dict[str, Any] = {"day": day, "n": days}
    if days == 0:
        return Message("Today.")
    if days == 1:
        return Message("Tomorrow.")
    return Message("In {n} day, on {day}.", plural="In {n} days, on {day}.", **values)
