"""One contact's share of the weekly review: the rows that are due with them, before anything is put off. METHOD 6."""

import threading
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from . import agenda_rows as rows
from .agenda_rows import Placed
from .coming_up import occasions
from .drive import Quadrant, drive
from .moved import moved
from .next_step import Action, next_step, step_after_waiting
from .plan import Section
from .relationship import Relationship
from .repertoire import Repertoire
from .settings import Settings
from .situation import Situation
from .warmth import warmth


class Share(NamedTuple):
    """What a relationship brings into the review."""

    relationship: Relationship
    rows: tuple[Placed, ...]


def share_of(relationship: Relationship, settings: Settings, today: date, repertoire: Repertoire, since: date) -> Share:
    """The rows of all sections but *Unsorted*, in no order. Somebody never met is in none of the first six."""
    situation = Situation(relationship, settings, today)
    found = occasions(relationship.contact, settings, today)
    if situation.received:
        found += moved(situation, since)
    if situation.last_contact is not None:
        if situation.granted or situation.promises or situation.waiting:
            _open_favours(situation, found)
        else:
            found += _contact_row(situation, repertoire)
    return Share(relationship, tuple(found))


def _open_favours(situation: Situation, found: list[Placed]) -> None:
    """A row for each favour that is open; then the contact has no row of its own."""
    for section, loops in (
        (Section.CLOSE_LOOPS, situation.granted),
        (Section.KEEP_MY_WORD, situation.promises),
        (Section.WAITING, situation.waiting),
    ):
        for loop in loops:
            step = step_after_waiting(loop, situation) if section is Section.WAITING else loop.next_step
            key = (loop.since, situation.contact.name, loop.favour.title, loop.favour.id)
            found.append(Placed(key, rows.favour(section, situation, loop, step)))


def _contact_row(situation: Situation, repertoire: Repertoire) -> list[Placed]:
    """The one row of a contact with nothing open: ready, untested or cooling; or none."""
    contact, name = situation.contact.id, situation.contact.name
    if not situation.silent:
        step = next_step(situation)
        if step.action is Action.ASK:
            moves = drive(situation)
            if situation.standing == 0:
                return [Placed((-moves.theirs, name, contact), rows.untested(situation, moves, repertoire))]
            asked = situation.latest_ask or date.min
            row = rows.ready(situation, step.rung, repertoire, moves.quadrant is Quadrant.I_LEAN)
            return [Placed((-step.rung, asked, name, contact), row)]
    warm = warmth(situation)
    if warm.days is None or not (warm.cooling or situation.silent):
        return []
    key = (situation.silent, -situation.standing, warm.cadence - warm.days, name, contact)
    return [Placed(key, rows.cooling(situation, warm))]


class Shares:
    """Shares made before, for whoever reviews the same journal again and again.

    A share is made anew where the relationship is another object than before, and all of them where the day, the
    settings or the day of the last review changed. So whoever hands relationships in hands in new ones when the ideas
    changed.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made_for: tuple[Settings, date, date] | None = None
        self._shares: dict[int, Share] = {}

    def of(
        self,
        relationships: Iterable[Relationship],
        settings: Settings,
        today: date,
        repertoire: Repertoire,
        since: date,
    ) -> list[Share]:
        """The share of each relationship."""
        with self._lock:
            before = self._shares if self._made_for == (settings, today, since) else {}
            now: dict[int, Share] = {}
            for relationship in relationships:
                share = before.get(relationship.contact.id)
                if share is None or share.relationship is not relationship:
                    share = share_of(relationship, settings, today, repertoire, since)
                now[relationship.contact.id] = share
            self._made_for, self._shares = (settings, today, since), now
            return list(now.values())
