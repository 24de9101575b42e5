"""One contact's share of the weekly review: the rows that are due with them, before anything is put off. METHOD 6."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from . import agenda_rows as rows
from .agenda_rows import Who
from .coming_up import dated, occasions
from .drive import Quadrant, drive
from .favour import Direction
from .loop import Loop
from .marks import MarksToday
from .moved import moved
from .next_step import Action, next_step, step_after_waiting
from .placed import Placed
from .plan import Section
from .repertoire import Repertoire
from .settings import Settings
from .situation import Situation
from .warmth import warmth


def share_of(situation: Situation, repertoire: Repertoire, since: date) -> list[Placed]:
    """The rows of all sections but *Unsorted*, in no order. Somebody never met is in none of the first six."""
    contact, today = situation.contact, situation.today
    found = occasions(dated(contact), situation.settings, today)
    if situation.received:
        found += moved(situation, since)
    if situation.last_contact is not None:
        loops = [*situation.granted, *situation.promises, *situation.waiting]
        if loops:
            found += open_favours(Who(contact.id, contact.name, contact.official), loops, situation.settings, today)
        else:
            found += to_ask(situation, repertoire) or _to_meet(situation)
    return found


def open_favours(who: Who, loops: Iterable[Loop], settings: Settings, today: date) -> Iterator[Placed]:
    """A row for each favour that is open; then the contact has no row of its own."""
    for loop in loops:
        if loop.favour.direction is Direction.GIVEN:
            section, step = Section.KEEP_MY_WORD, loop.next_step
        elif loop.arcs[0]:
            section, step = Section.CLOSE_LOOPS, loop.next_step
        else:
            section, step = Section.WAITING, step_after_waiting(loop, settings, official=who.official)
        key = (loop.since, who.name, loop.favour.title, loop.favour.id)
        make = partial(rows.favour, section, who, loop, step, today)
        yield Placed(key, section, make, who.id, loop.favour.id)


def to_ask(situation: Situation, repertoire: Repertoire) -> list[Placed]:
    """The row of a contact with nothing open who can be asked: ready or untested; else none."""
    contact, name = situation.contact.id, situation.contact.name
    if situation.silent:
        return []
    step = next_step(situation)
    if step.action is not Action.ASK:
        return []
    moves = drive(situation)
    if situation.standing == 0:
        first = partial(rows.untested, situation, moves, repertoire)
        return [Placed((-moves.theirs, name, contact), Section.UNTESTED, first, contact)]
    asked = situation.latest_ask or date.min
    make = partial(rows.ready, situation, step.rung, repertoire, moves.quadrant is Quadrant.I_LEAN)
    return [Placed((-step.rung, asked, name, contact), Section.READY, make, contact)]


def _to_meet(situation: Situation) -> list[Placed]:
    warm = warmth(situation)
    if warm.days is None or not (warm.cooling or situation.silent):
        return []
    who = Who(situation.contact.id, situation.contact.name)
    return [_cooling(who, warm.days, warm.cadence, situation.standing, silent=situation.silent)]


def to_meet(who: Who, marks: MarksToday, settings: Settings, day: int) -> list[Placed]:
    """The row of a contact who was not heard of for longer than usual, or is silent; else none. `day` is an ordinal."""
    silent = marks.silent(day, settings)
    if not (silent or marks.cooling(day)):
        return []
    return [_cooling(who, day - marks.last_contact, marks.cadence, marks.standing, silent=silent)]


def _cooling(who: Who, days: int, cadence: int, standing: int, *, silent: bool) -> Placed:
    key = (silent, -standing, cadence - days, who.name, who.id)
    return Placed(key, Section.COOLING, partial(rows.cooling, who, days, cadence, silent=silent), who.id)
