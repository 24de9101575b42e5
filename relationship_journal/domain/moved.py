"""What moved since the last review: loops closed, rungs climbed, declines. METHOD 6 and 8."""

from datetime import date

from relationship_journal.i18n import Message

from .agenda_rows import Row
from .favour import StepKind
from .loop import Loop
from .placed import Placed, made
from .plan import Section
from .situation import Situation
from .standing import standing

_CLOSED, _CLIMBED, _DECLINED = range(3)


def moved(situation: Situation, since: date) -> list[Placed]:
    """Events after `since`, each with the key that orders it: loops closed, then rungs climbed, then declines; by day.

    A loop closed by hand without a grant is not listed, nor a decline after the closing day. Decided: what was
    declined and then granted in the same days is listed all the same, since it happened.
    """
    events: list[Placed] = []
    closed: list[date] = []
    for loop in situation.received:
        day = loop.closing_day
        if day is not None and day > since and loop.on_ladder:
            closed.append(day)
            if all(loop.arcs[1:]):
                said = Message("Closed on {day}: used, thanked for and returned.", day=situation.said(day))
            else:
                said = Message("Closed by hand on {day}.", day=situation.said(day))
            events.append(_about(situation, loop, StepKind.CLOSED, day, said))
        for day in _declines(loop, since):
            said = Message("Declined on {day}.", day=situation.said(day))
            events.append(_about(situation, loop, StepKind.DECLINED, day, said))
    if closed:
        before = [loop for loop in situation.received if loop.closing_day and loop.closing_day <= since]
        was = standing(before, situation.settings, since)
        if situation.standing > was:
            events.append(_climbed(situation, was, max(closed)))
    return events


def _declines(loop: Loop, since: date) -> list[date]:
    days = loop.days.get(StepKind.DECLINED)
    if days is None:
        return []
    return sorted({day for day in days if since < day and not (loop.closing_day and day > loop.closing_day)})


def _about(situation: Situation, loop: Loop, step: StepKind, day: date, because: Message) -> Placed:
    place = _CLOSED if step is StepKind.CLOSED else _DECLINED
    contact, title = situation.contact, loop.favour.title
    what = Message("“{favour}”", favour=title)
    row = Row(Section.MOVED, what, because, contact.id, contact.name, loop, step=step, rung=loop.favour.rung, day=day)
    return made((place, day, contact.name, title, loop.favour.id), row)


def _climbed(situation: Situation, was: int, day: date) -> Placed:
    contact, now = situation.contact, situation.standing
    because = (
        Message("From rung {was} to rung {now}.", was=was, now=now)
        if was
        else Message("From the ground to rung {now}.", now=now)
    )
    row = Row(Section.MOVED, Message("Climbed"), because, contact.id, contact.name, rung=now, day=day)
    return made((_CLIMBED, day, contact.name, "", contact.id), row)
