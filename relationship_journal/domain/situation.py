"""A relationship as it stands on a day, with every loop computed once: what the rules and measures look at."""

from bisect import bisect_right
from datetime import date
from operator import attrgetter

from relationship_journal.i18n import day_seen_from

from .favour import Direction
from .loop import Loop, State, loop_of
from .relationship import Relationship
from .settings import Settings
from .standing import standing


class Situation:
    """What counts today. Made once for a relationship and a day, then only read; make it with `situation_of`.

    `granted`, `promises` and `waiting` are ordered by their day, then title; the others by the favours' ids, so that
    of two that read the same everything names the same one: never by the order in which they came.
    `granted` are granted loops that lack something, `promises` given favours that are open (merely asked ones too),
    `waiting` asks without an answer, `asks` every ask ever made, `latest_asks` those asked on the latest day of
    asking. `last_contact` is None where we never had to do with each other.
    """

    __slots__ = (
        "asks",
        "contact",
        "given",
        "granted",
        "last_contact",
        "latest_ask",
        "latest_asks",
        "promises",
        "received",
        "relationship",
        "settings",
        "standing",
        "today",
        "waiting",
    )

    def __init__(self, relationship: Relationship, settings: Settings, today: date) -> None:
        self.relationship = relationship
        self.contact = relationship.contact
        self.settings = settings
        self.today = today
        self.received: list[Loop] = []
        self.given: list[Loop] = []
        self.granted: list[Loop] = []
        self.promises: list[Loop] = []
        self.waiting: list[Loop] = []
        self.asks: list[Loop] = []
        self.latest_ask: date | None = None
        for favour in sorted(relationship.favours, key=attrgetter("id")):
            loop = loop_of(favour, today, settings)
            if favour.direction is Direction.GIVEN:
                self.given.append(loop)
                if loop.open:
                    self.promises.append(loop)
                continue
            self.received.append(loop)
            if loop.asked_days:
                self.asks.append(loop)
                if self.latest_ask is None or loop.asked_days[-1] > self.latest_ask:
                    self.latest_ask = loop.asked_days[-1]
            if loop.open:
                (self.granted if loop.arcs[0] else self.waiting).append(loop)
        for found in (self.granted, self.promises, self.waiting):
            if len(found) > 1:
                found.sort(key=by_day)
        self.latest_asks = self.asks
        if len(self.asks) > 1:
            self.latest_asks = [loop for loop in self.asks if loop.asked_days[-1] == self.latest_ask]
        self.standing = standing(self.received, settings, today)
        self.last_contact = _last_contact(relationship, self.received, self.given, today)

    @property
    def days_silent(self) -> int | None:
        """Days since the last contact, None where there never was one."""
        return None if self.last_contact is None else (self.today - self.last_contact).days

    @property
    def silent(self) -> bool:
        """Whether there was no contact for so long that it has to begin anew; never met counts as silence."""
        return self.last_contact is None or (self.today - self.last_contact).days >= self.settings.silent_days

    @property
    def unanswered(self) -> list[Loop]:
        """Asks that waited too long, oldest first."""
        return [loop for loop in self.waiting if loop.state is State.UNANSWERED]

    def said(self, day: date) -> date:
        """`day` for a sentence: with its year where that is not today's."""
        return day_seen_from(day, self.today)


def situation_of(relationship: Relationship, settings: Settings, today: date) -> Situation:
    """The relationship as it stands on `today`."""
    return Situation(relationship, settings, today)


def by_day(loop: Loop) -> tuple[date, str, int]:
    """Orders loops by the day their row counts from, then title; the id only tells apart what reads the same."""
    return loop.since or date.min, loop.favour.title, loop.favour.id


def _last_contact(relationship: Relationship, received: list[Loop], given: list[Loop], today: date) -> date | None:
    """The latest day up to today of an entry that is not a note, a courtesy, or a step between two people."""
    kept = bisect_right(relationship.days_kept, today)
    last = relationship.days_kept[kept - 1] if kept else date.min
    for courtesy in relationship.courtesies:
        if last < courtesy.day <= today:
            last = courtesy.day
    for loops in (received, given):
        for loop in loops:
            last = max(last, loop.last_contact)
    return None if last == date.min else last
