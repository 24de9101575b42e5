"""What follows from a favour's steps on a day: its state, what is missing, whether it counts. METHOD 3 and 8.

Nothing here is stored: the steps are the truth. A fact dated after today is ignored until its day; only a plan lies
ahead. Results never depend on the order in which steps were recorded, only on their days.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from .favour import Direction, Favour, Step, StepKind
from .settings import Settings

K = StepKind


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


# Steps that happen between two people: they are contact, and say when the two last had to do with each other.
BETWEEN_PEOPLE = frozenset(
    {K.ASKED, K.GRANTED, K.DECLINED, K.THANKED, K.RETURNED, K.OFFERED, K.PROMISED, K.DONE, K.ACKNOWLEDGED}
)
_REOPENS_GIVEN = (K.ASKED, K.OFFERED, K.PROMISED)
LOOP_STEPS = (K.ACTED_ON, K.THANKED, K.RETURNED)
_OPEN_RECEIVED = frozenset(
    {State.ASKED, State.UNANSWERED, State.GRANTED, State.ACTED_ON, State.THANKED, State.RETURNED}
)
_OPEN_GIVEN = frozenset({State.ASKED, State.OFFERED, State.PROMISED})


class Loop(NamedTuple):
    """A favour as it stands on a day.

    `since` is the day from which the open row counts: first granted, last asked, or when I was asked, offered or
    promised. `arcs` are granted, acted on, thanked, returned. `on_ladder` says whether the closed loop counts for
    standing. `help_day` is the first granted of a received favour whose grant stands, the first done of a given one.
    `declined` is the day of a decline that stands. `next_step` is what I would record next, None where it is not mine
    to take. `planned` holds days of plans, ahead or not.
    """

    favour: Favour
    state: State
    open: bool
    closing_day: date | None
    on_ladder: bool
    help_day: date | None
    declined: date | None
    asked_days: tuple[date, ...]
    asked_this_round: int
    arcs: tuple[bool, bool, bool, bool]
    missing: tuple[StepKind, ...]
    next_step: StepKind | None
    since: date | None
    returns: tuple[Step, ...]
    planned: tuple[date, ...]
    contact_days: tuple[date, ...]

    @property
    def granted_open(self) -> bool:
        """Whether it is a granted favour that still lacks something."""
        return self.open and self.arcs[0] and self.favour.direction is Direction.RECEIVED

    def days(self, today: date) -> int:
        """Whole days since the row's day, 0 where there is none."""
        return (today - self.since).days if self.since else 0


def loop_of(favour: Favour, today: date, settings: Settings) -> Loop:
    """The favour's loop on `today`."""
    first: dict[StepKind, date] = {}
    last: dict[StepKind, date] = {}
    days: dict[StepKind, list[date]] = {}
    planned: list[date] = []
    returns: list[Step] = []
    contact: list[date] = []
    for step in favour.steps:
        kind, day = step.kind, step.day
        if kind is K.PLANNED:
            planned.append(day)
            continue
        if day > today:
            continue
        if kind not in first:
            first[kind] = last[kind] = day
            days[kind] = [day]
        else:
            days[kind].append(day)
            if day < first[kind]:
                first[kind] = day
            elif day > last[kind]:
                last[kind] = day
        if kind in BETWEEN_PEOPLE:
            contact.append(day)
            if kind is K.RETURNED:
                returns.append(step)
    seen = _Seen(favour, today, first, last, days, tuple(planned), tuple(returns), tuple(contact))
    return _received(seen, settings) if favour.direction is Direction.RECEIVED else _given(seen)


class _Seen(NamedTuple):
    """The steps that count today, by kind: first and last day, all days."""

    favour: Favour
    today: date
    first: dict[StepKind, date]
    last: dict[StepKind, date]
    days: dict[StepKind, list[date]]
    planned: tuple[date, ...]
    returns: tuple[Step, ...]
    contact: tuple[date, ...]

    def let_go_stands(self) -> bool:
        """Let go stands until a step of a later day; a plan is no such step."""
        day = self.last.get(K.LET_GO)
        return day is not None and max(self.last.values()) <= day


def _received(seen: _Seen, settings: Settings) -> Loop:
    first, last = seen.first, seen.last
    acted, thanked, returned = first.get(K.ACTED_ON), first.get(K.THANKED), first.get(K.RETURNED)
    by_hand = first.get(K.CLOSED)
    whole = max(acted, thanked, returned) if acted and thanked and returned else None
    closing_day = min(whole, by_hand) if whole and by_hand else whole or by_hand

    # The first acted on implies a grant on its day, and counts as one beside the explicit grants.
    explicit = last.get(K.GRANTED)
    granted = max(explicit, acted) if explicit and acted else explicit or acted
    declined = last.get(K.DECLINED)
    if declined and closing_day and declined > closing_day:  # after the closing day a decline is ignored
        before = [day for day in seen.days[K.DECLINED] if day <= closing_day]
        declined = max(before) if before else None
    grant_stands = granted is not None and (declined is None or granted >= declined)

    asked = tuple(sorted(set(seen.days[K.ASKED]))) if K.ASKED in first else ()
    round_asked = tuple(day for day in asked if declined is None or day > declined)
    decline_stands = declined is not None and not grant_stands and not round_asked
    let_go = closing_day is None and seen.let_go_stands()

    missing: tuple[StepKind, ...] = ()
    next_step: StepKind | None = None
    since: date | None = None
    help_day = first.get(K.GRANTED, acted) if grant_stands else None
    if closing_day:
        state = State.CLOSED
    elif let_go:
        state = State.LET_GO
    elif grant_stands:
        missing = tuple(kind for kind in LOOP_STEPS if kind not in first)
        next_step, since = missing[0], help_day
        if returned:
            state = State.RETURNED
        elif thanked:
            state = State.THANKED
        else:
            state = State.ACTED_ON if acted else State.GRANTED
    elif decline_stands:
        state = State.DECLINED
    elif round_asked:
        since = round_asked[-1]
        state = State.ASKED
        if (seen.today - since).days >= settings.stale_ask_days:
            state = State.UNANSWERED
            again = len(round_asked) == 1 and not seen.favour.against_interest
            next_step = K.ASKED if again else K.LET_GO
    else:
        state = State.PLANNED if seen.planned else State.IDEA
        next_step = K.ASKED
    return Loop(
        seen.favour,
        state,
        state in _OPEN_RECEIVED,
        closing_day,
        whole is not None or (by_hand is not None and grant_stands),
        help_day,
        declined if decline_stands else None,
        asked,
        len(round_asked),
        (grant_stands, acted is not None, thanked is not None, returned is not None),
        missing,
        next_step,
        since,
        seen.returns,
        seen.planned,
        seen.contact,
    )


def _given(seen: _Seen) -> Loop:
    first, last = seen.first, seen.last
    closing_day = first.get(K.CLOSED)
    let_go = closing_day is None and seen.let_go_stands()
    done = first.get(K.DONE, first.get(K.ACKNOWLEDGED))  # acknowledged implies done
    declined = last.get(K.DECLINED)
    # A later ask, offer or promise reopens what I had declined; what I had said before is then withdrawn.
    opened: dict[StepKind, date] = {}
    for kind in _REOPENS_GIVEN:
        later = [day for day in seen.days.get(kind, ()) if declined is None or day > declined]
        if later:
            opened[kind] = min(later)

    next_step: StepKind | None = None
    since: date | None = None
    if closing_day:
        state = State.CLOSED
    elif let_go:
        state = State.LET_GO
    elif done:
        state = State.ACKNOWLEDGED if K.ACKNOWLEDGED in first else State.DONE
        next_step = None if K.ACKNOWLEDGED in first else K.ACKNOWLEDGED
    elif K.PROMISED in opened or K.OFFERED in opened:
        state = State.PROMISED if K.PROMISED in opened else State.OFFERED
        since = min(opened[kind] for kind in (K.PROMISED, K.OFFERED) if kind in opened)  # an offer is a promise
        next_step = K.DONE
    elif K.ASKED in opened:
        state, since, next_step = State.ASKED, opened[K.ASKED], K.PROMISED
    elif declined:
        state = State.DECLINED
    else:
        state, next_step = State.IDEA, K.OFFERED
    still_open = state in _OPEN_GIVEN
    return Loop(
        seen.favour,
        state,
        still_open,
        closing_day,
        False,
        done,
        declined if state is State.DECLINED else None,
        (),
        0,
        (False, done is not None, K.ACKNOWLEDGED in first, False),
        (K.DONE,) if still_open else (),
        next_step,
        since,
        (),
        (),
        seen.contact,
    )


def state(favour: Favour, today: date, settings: Settings) -> State:
    """The favour's state on `today`."""
    return loop_of(favour, today, settings).state


def is_open(favour: Favour, today: date, settings: Settings) -> bool:
    """Whether the favour is open on `today`."""
    return loop_of(favour, today, settings).open


def missing(favour: Favour, today: date, settings: Settings) -> tuple[StepKind, ...]:
    """What the favour still lacks on `today`."""
    return loop_of(favour, today, settings).missing


def arcs(favour: Favour, today: date, settings: Settings) -> tuple[bool, bool, bool, bool]:
    """Granted, acted on, thanked, returned: the arcs of the loop ring."""
    return loop_of(favour, today, settings).arcs


def becomes_unanswered(loop: Loop, settings: Settings) -> date | None:
    """The day on which a waiting ask counts as unanswered; None for what is not waiting."""
    if loop.state not in (State.ASKED, State.UNANSWERED) or loop.since is None:
        return None
    return loop.since + timedelta(days=settings.stale_ask_days)
