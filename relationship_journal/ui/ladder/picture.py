"""What the ladder shows of a relationship, as values: rungs with their favours, why one is not open yet, the ground."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from relationship_journal.domain.ask_check import ask_on_rung, weigh
from relationship_journal.domain.courtesy import CourtesyKind
from relationship_journal.domain.loop import Loop, State
from relationship_journal.domain.rules.climbing import (
    habit_carries,
    highest_after_decline,
    highest_by_standing,
    small_enough,
)
from relationship_journal.domain.rung import Rung
from relationship_journal.domain.situation import Situation
from relationship_journal.i18n import Message, _, ngettext
from relationship_journal.ui.signs.ladder import Bar, RungLook
from relationship_journal.values import dataclass, field

# In which order a rung's favours stand: what is open first, then what carries, then what may come.
_ORDER = (
    (State.GRANTED, State.ACTED_ON, State.THANKED, State.RETURNED),
    (State.ASKED, State.UNANSWERED),
    (State.CLOSED,),
    (State.PLANNED,),
    (State.DECLINED,),
    (State.IDEA,),
    (State.LET_GO,),
)
_PLACE = {state: place for place, states in enumerate(_ORDER) for state in states}


@dataclass(frozen=True, slots=True)
class RungPicture:
    """A rung: how it is drawn, its favours, and where it is not open yet the reason in one line.

    `why` are the rules' own sentences about it, weighed when they are asked for.
    """

    rung: Rung
    look: RungLook
    loops: tuple[Loop, ...] = ()
    line: Message | None = None
    weigh: Callable[[], tuple[Message, ...]] = field(default=tuple, compare=False, repr=False)

    @property
    def why(self) -> tuple[Message, ...]:
        """What the rules say of an ask on it; nothing where it is open."""
        return self.weigh()

    @property
    def locked(self) -> bool:
        """Whether nothing stands on it and advice speaks against it."""
        return self.look.bar is Bar.LOCKED


@dataclass(frozen=True, slots=True)
class LadderPicture:
    """All rungs, highest first, today's standing, and the courtesies of the last `days` by kind."""

    rungs: tuple[RungPicture, ...]
    standing: int
    courtesies: tuple[tuple[CourtesyKind, int], ...]
    days: int
    untested: bool


def ladder_picture(situation: Situation, rungs: tuple[Rung, ...], to_ask: int) -> LadderPicture:
    """The ladder of a relationship; `to_ask` is the rung on which the next ask belongs."""
    by_rung: dict[int, list[Loop]] = {rung.number: [] for rung in rungs}
    for loop in situation.received:
        by_rung[loop.favour.rung].append(loop)
    return LadderPicture(
        rungs=tuple(_rung(situation, rung, in_order(by_rung[rung.number]), to_ask) for rung in reversed(rungs)),
        standing=situation.standing,
        courtesies=_courtesies(situation),
        days=situation.settings.courtesy_is_ground_days,
        untested=not situation.asks,
    )


def ground_words(picture: LadderPicture) -> str:
    """The line under the ladder: `Ground: 3 meals, 1 greeting in 90 days`."""
    if not picture.courtesies:
        return _("Ground: no courtesy in {days} days").format(days=picture.days)
    counted = _(", ").join(_count(kind, n) for kind, n in picture.courtesies)
    return _("Ground: {counted} in {days} days").format(counted=counted, days=picture.days)


def in_order(loops: Iterable[Loop]) -> tuple[Loop, ...]:
    """Favours of a rung as they stand on it: open ones first, then closed ones, the latest first."""
    return tuple(sorted(loops, key=_place))


def _place(loop: Loop) -> tuple[int, int, str, int]:
    day = loop.closing_day or loop.since or max((step.day for step in loop.favour.steps), default=date.min)
    return _PLACE[loop.state], -day.toordinal(), loop.favour.title, loop.favour.id


def _rung(situation: Situation, rung: Rung, loops: tuple[Loop, ...], to_ask: int) -> RungPicture:
    bar, filled = _bar(loops, locked=rung.number > to_ask)
    look = RungLook(rung.number, bar, filled, is_next=rung.number == to_ask)
    if bar is not Bar.LOCKED:
        return RungPicture(rung, look, loops)

    def why() -> tuple[Message, ...]:
        verdicts = weigh(situation, ask_on_rung(rung.number, situation.settings))
        return tuple(verdict.because for verdict in verdicts if verdict.speaks)

    return RungPicture(rung, look, loops, _locked_line(situation, rung.number), why)


def _bar(loops: tuple[Loop, ...], *, locked: bool) -> tuple[Bar, float]:
    if any(loop.on_ladder for loop in loops):
        return Bar.CLOSED, 1.0
    open_loops = [loop for loop in loops if loop.open]
    if open_loops:
        return Bar.OPEN, max(sum(loop.arcs) for loop in open_loops) / 4
    if any(loop.state is State.DECLINED for loop in loops):
        return Bar.DECLINED, 0.0
    return (Bar.LOCKED if locked else Bar.EMPTY), 0.0


def _locked_line(situation: Situation, rung: int) -> Message:
    """The first limit that keeps the next ask below `rung`, short enough for one line."""
    settings = situation.settings
    domain = settings.rung_domains[rung - 1]
    habit = habit_carries(situation, rung, domain)
    limits = (
        (situation.contact.official and rung >= settings.honest_ask_rung, Message("Not asked of an official")),
        (
            not habit and rung == settings.habit_before_work_rung,
            Message(
                "{personal} personal and {expertise} expertise first",
                personal=settings.habit_before_work_personal,
                expertise=settings.habit_before_work_expertise,
            ),
        ),
        (
            rung > highest_by_standing(situation),
            Message("Close a rung {rung} loop first", rung=max(1, rung - settings.one_rung_up_rungs)),
        ),
        (
            not small_enough(situation, rung, domain),
            Message("{asks} small asks first", asks=settings.two_small_first_asks),
        ),
        (rung > highest_after_decline(situation), Message("A step down after the decline")),
        (situation.silent, Message("Begin anew on rung 1 after the silence")),
    )
    return next((line for holds, line in limits if holds), Message("A habit of exchange first"))


def _courtesies(situation: Situation) -> tuple[tuple[CourtesyKind, int], ...]:
    first = situation.today - timedelta(days=situation.settings.courtesy_is_ground_days)
    counted = Counter(
        courtesy.kind for courtesy in situation.relationship.courtesies if first < courtesy.day <= situation.today
    )
    kinds = (CourtesyKind.MEAL, CourtesyKind.GIFT, CourtesyKind.GREETING)
    return tuple((kind, counted[kind]) for kind in kinds if counted[kind])


def _count(kind: CourtesyKind, n: int) -> str:
    if kind is CourtesyKind.MEAL:
        return ngettext("{n} meal", "{n} meals", n).format(n=n)
    if kind is CourtesyKind.GIFT:
        return ngettext("{n} gift", "{n} gifts", n).format(n=n)
    return ngettext("{n} greeting", "{n} greetings", n).format(n=n)
