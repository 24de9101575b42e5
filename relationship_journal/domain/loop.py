"""What follows from a favour's steps on a day: its state, what is missing, whether it counts. METHOD 3 and 8.

Nothing here is stored: the steps are the truth. A fact dated after today is ignored until its day; only a plan lies
ahead. Results never depend on the order in which steps were recorded, only on their days.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from .favour import Direction, Favour, Step, StepKind
from .settings import Settings


class State(StrEnum):
    """Where a favour stands."""

    IDEA = "idea"
    PLANNED = "planned"
    ASKED = "asked"
    UNANSWERED = "unanswered"
    DECLINED = "declined"
    GRANTED = "granted"
    ACTED_ON = "acted_on"
    THANKED = "thanked"
    RETURNED = "returned"
    OFFERED = "offered"
    PROMISED = "promised"
    DONE = "done"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"
    LET_GO = "let_go"


# Enumeration members as plain names: twenty thousand favours are read at once, and looking one up costs time.
_ASKED, _GRANTED, _DECLINED, _PLANNED = StepKind.ASKED, StepKind.GRANTED, StepKind.DECLINED, StepKind.PLANNED
_ACTED_ON, _THANKED, _RETURNED = StepKind.ACTED_ON, StepKind.THANKED, StepKind.RETURNED
_OFFERED, _PROMISED, _DONE, _ACKNOWLEDGED = StepKind.OFFERED, StepKind.PROMISED, StepKind.DONE, StepKind.ACKNOWLEDGED
_CLOSED, _LET_GO = StepKind.CLOSED, StepKind.LET_GO
_GIVEN = Direction.GIVEN
# Steps that happen between two people: they are contact, and say when the two last had to do with each other.
BETWEEN_PEOPLE = frozenset(
    {_ASKED, _GRANTED, _DECLINED, _THANKED, _RETURNED, _OFFERED, _PROMISED, _DONE, _ACKNOWLEDGED}
)
LOOP_STEPS = (_ACTED_ON, _THANKED, _RETURNED)
_NOTHING: tuple[date, ...] = ()
_NONE_MISSING: tuple[StepKind, ...] = ()
Days = dict[StepKind, list[date]]


class Loop(NamedTuple):
    """A favour as it stands on a day.

    `since` is the day from which the open row counts: first granted, last asked, or when I was asked, offered or
    promised. `arcs` are granted, acted on, thanked, returned. `on_ladder` says whether the closed loop counts for
    standing. `help_day` is the first granted of a received favour whose grant stands, the first done of a given one.
    `declined` is the day of a decline that stands. `asked_days` are the days of asking a received favour, ascending.
    `next_step` is what I would record next, None where it is not mine to take. `days` are the days of the steps that
    count today, by kind; those of plans also ahead. `last_contact` is the latest day of a step between two people,
    `date.min` where there is none.
    """

    favour: Favour
    state: State
    open: bool
    closing_day: date | None
    on_ladder: bool
    help_day: date | None
    declined: date | None
    asked_days: tuple[date, ...]
    arcs: tuple[bool, bool, bool, bool]
    missing: tuple[StepKind, ...]
    next_step: StepKind | None
    since: date | None
    days: Days
    last_contact: date

    @property
    def granted_open(self) -> bool:
        """Whether it is a granted favour that still lacks something."""
        return self.open and self.arcs[0]

    @property
    def returns(self) -> list[Step]:
        """The steps in which something was returned."""
        if _RETURNED not in self.days:
            return []
        last = max(self.days[_RETURNED])
        return [step for step in self.favour.steps if step.kind is _RETURNED and step.day <= last]

    @property
    def contact_days(self) -> list[date]:
        """The days on which a step of it happened between the two people."""
        return [day for kind, days in self.days.items() if kind in BETWEEN_PEOPLE for day in days]

    def waited(self, today: date) -> int:
        """Whole days since the row's day, 0 where there is none."""
        return (today - self.since).days if self.since else 0


def loop_of(favour: Favour, today: date, settings: Settings) -> Loop:
    """The favour's loop on `today`."""
    days: Days = {}
    last = date.min
    for step in favour.steps:
        kind, day = step.kind, step.day
        if day <= today or kind is _PLANNED:
            if kind in days:
                days[kind].append(day)
            else:
                days[kind] = [day]
            if day > last and kind in BETWEEN_PEOPLE:
                last = day
    if favour.direction is _GIVEN:
        return _given(favour, days, last)
    return _received(favour, days, last, today, settings)


def _first(days: Days, kind: StepKind) -> date | None:
    found = days.get(kind)
    if found is None:
        return None
    return found[0] if len(found) == 1 else min(found)


def _last(days: Days, kind: StepKind) -> date | None:
    found = days.get(kind)
    if found is None:
        return None
    return found[0] if len(found) == 1 else max(found)


def _let_go_stands(days: Days) -> bool:
    """Let go stands until a step of a later day; a plan is no such step."""
    day = _last(days, _LET_GO)
    return day is not None and not any(
        later > day for kind, others in days.items() if kind is not _PLANNED for later in others
    )


class _Answer(NamedTuple):
    """What they said: the first and latest grant and the latest decline that count, and which stands."""

    grant_stands: bool
    declined: date | None


def _answer(days: Days, acted: date | None, closing_day: date | None) -> _Answer:
    """The latest of granted and declined stands, granted on the same day. The first acted on counts as a grant too.

    A decline after the closing day is ignored.
    """
    granted = _last(days, _GRANTED)
    if acted and (granted is None or acted > granted):
        granted = acted
    declined = _last(days, _DECLINED)
    if declined and closing_day and declined > closing_day:
        declined = max((day for day in days[_DECLINED] if day <= closing_day), default=None)
    return _Answer(granted is not None and (declined is None or granted >= declined), declined)


def _received(favour: Favour, days: Days, last: date, today: date, settings: Settings) -> Loop:
    acted, thanked, returned = _first(days, _ACTED_ON), _first(days, _THANKED), _first(days, _RETURNED)
    closing_day = by_hand = _first(days, _CLOSED)
    whole = acted is not None and thanked is not None and returned is not None
    if acted and thanked and returned:
        latest = max(acted, thanked, returned)
        closing_day = min(latest, by_hand) if by_hand else latest
    grant_stands, declined = _answer(days, acted, closing_day)
    asked = _NOTHING
    if _ASKED in days:
        found = days[_ASKED]
        asked = tuple(found) if len(found) == 1 else tuple(sorted(set(found)))
    decline_stands = declined is not None and not grant_stands and not (asked and asked[-1] > declined)

    missing = _NONE_MISSING
    next_step = since = None
    help_day = (_first(days, _GRANTED) or acted) if grant_stands else None
    is_open = False
    if closing_day:
        state = State.CLOSED
    elif _LET_GO in days and _let_go_stands(days):
        state = State.LET_GO
    elif grant_stands:
        is_open, since = True, help_day
        missing = tuple(kind for kind in LOOP_STEPS if kind not in days)
        next_step = missing[0]
        state = _furthest(acted, thanked, returned)
    elif decline_stands:
        state = State.DECLINED
    elif asked and (declined is None or asked[-1] > declined):
        is_open, since = True, asked[-1]
        state, next_step = _waiting(favour, asked, declined, today, settings)
    else:
        state = State.PLANNED if _PLANNED in days else State.IDEA
        next_step = _ASKED
    return Loop(
        favour,
        state,
        is_open,
        closing_day,
        whole or (by_hand is not None and grant_stands),
        help_day,
        declined if decline_stands else None,
        asked,
        (grant_stands, acted is not None, thanked is not None, returned is not None),
        missing,
        next_step,
        since,
        days,
        last,
    )


def _furthest(acted: date | None, thanked: date | None, returned: date | None) -> State:
    """An open granted favour's state is its furthest step."""
    if returned:
        return State.RETURNED
    if thanked:
        return State.THANKED
    return State.ACTED_ON if acted else State.GRANTED


def _waiting(
    favour: Favour, asked: tuple[date, ...], declined: date | None, today: date, settings: Settings
) -> tuple[State, StepKind | None]:
    """An ask without an answer: a wait of ten days, then it may be asked once more, then let go."""
    if (today - asked[-1]).days < settings.stale_ask_days:
        return State.ASKED, None
    times = sum(declined is None or day > declined for day in asked)
    again = times == 1 and not favour.against_interest
    return State.UNANSWERED, _ASKED if again else _LET_GO


def _given(favour: Favour, days: Days, last: date) -> Loop:
    closing_day = _first(days, _CLOSED)
    acknowledged = _ACKNOWLEDGED in days
    done = _first(days, _DONE) or _first(days, _ACKNOWLEDGED)  # acknowledged implies done
    declined = _last(days, _DECLINED)
    next_step = since = None
    if closing_day:
        state = State.CLOSED
    elif _LET_GO in days and _let_go_stands(days):
        state = State.LET_GO
    elif done:
        state = State.ACKNOWLEDGED if acknowledged else State.DONE
        next_step = None if acknowledged else _ACKNOWLEDGED
    else:
        state, since, next_step = _my_word(days, declined)
    is_open = since is not None
    return Loop(
        favour,
        state,
        is_open,
        closing_day,
        False,
        done,
        declined if state is State.DECLINED else None,
        _NOTHING,
        (False, done is not None, acknowledged, False),
        (_DONE,) if is_open else _NONE_MISSING,
        next_step,
        since,
        days,
        last,
    )


def _my_word(days: Days, declined: date | None) -> tuple[State, date | None, StepKind | None]:
    """State, day and step of a given favour that is not done.

    A later ask, offer or promise reopens what I had declined; what I had said before is then withdrawn.
    """
    opened: dict[StepKind, date] = {}
    for kind in (_ASKED, _OFFERED, _PROMISED):
        later = [day for day in days.get(kind, ()) if declined is None or day > declined]
        if later:
            opened[kind] = min(later)
    word = [opened[kind] for kind in (_OFFERED, _PROMISED) if kind in opened]
    if word:  # an offer is a promise
        return State.PROMISED if _PROMISED in opened else State.OFFERED, min(word), _DONE
    if _ASKED in opened:
        return State.ASKED, opened[_ASKED], _PROMISED
    return (State.DECLINED, None, None) if declined else (State.IDEA, None, _OFFERED)


def becomes_unanswered(loop: Loop, settings: Settings) -> date | None:
    """The day on which a waiting ask counts as unanswered; None for what is not waiting."""
    if loop.state not in (State.ASKED, State.UNANSWERED) or loop.since is None:
        return None
    return loop.since + timedelta(days=settings.stale_ask_days)
