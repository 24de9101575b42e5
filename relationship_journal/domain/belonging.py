"""Which favour a step belongs to that was read in a note: one of that note first, then one whose words it shares."""

from collections.abc import Iterable
from datetime import date

from relationship_journal.values import dataclass

from .common_ground import words_of
from .entry import EntryId
from .favour import Direction, Favour, StepKind
from .loop import LOOP_STEPS, State, loop_of
from .settings import Settings

_FIRST = frozenset((StepKind.ASKED, StepKind.OFFERED))
_AFTERWARDS = frozenset((*LOOP_STEPS, StepKind.ACKNOWLEDGED))
_STEM = 5  # letters by which Latin words are the same: recommended, recommends
_WAITS_FOR = {
    StepKind.GRANTED: (State.ASKED, State.UNANSWERED, State.PLANNED, State.IDEA),
    StepKind.DECLINED: (State.ASKED, State.UNANSWERED, State.PLANNED),
    StepKind.PROMISED: (State.ASKED,),
    StepKind.DONE: (State.ASKED, State.OFFERED, State.PROMISED),
    StepKind.ACKNOWLEDGED: (State.DONE,),
}


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step as a note tells it: in `words`, which stand in the text `note` of `entry`."""

    direction: Direction
    kind: StepKind
    words: str
    note: str
    entry: EntryId


def favour_of_step(favours: Iterable[Favour], told: ToldStep, *, today: date, settings: Settings) -> Favour | None:
    """The contact's favour that the step goes on with; None where it opens a new one.

    An ask or an offer goes on only with a plan that shares its words, or with a favour whose other steps the same
    entry told.
    """
    fits = []
    for favour in favours:
        if favour.direction is not told.direction or any(one.kind is told.kind for one in favour.steps):
            continue
        same_entry = any(one.entry == told.entry for one in favour.steps)
        loop = loop_of(favour, today, settings)
        near, far = _shared(favour, told.words), _shared(favour, told.note)
        if same_entry or (_open_to(told.kind, loop.state, loop.missing) and (near or told.kind not in _FIRST)):
            since = favour.steps[0].day if favour.steps else today
            fits.append((not same_entry, -near, -far, since, favour.id, favour))
    return min(fits, key=lambda one: one[:5])[5] if fits else None


def says_nothing_new(favours: Iterable[Favour], told: ToldStep, *, today: date, settings: Settings) -> bool:
    """Whether a step that goes on with no favour should not open one either.

    What comes after the help is told again as long as the loop is open, or of a favour whose words it shares; a
    decline answers an ask, and there is none.
    """
    if told.kind is StepKind.DECLINED:
        return True
    if told.kind not in _AFTERWARDS:
        return False
    return any(
        (loop_of(favour, today, settings).open or _shared(favour, told.words))
        for favour in favours
        if favour.direction is told.direction and any(one.kind is told.kind for one in favour.steps)
    )


def _open_to(step: StepKind, state: State, missing: tuple[StepKind, ...]) -> bool:
    if step in _FIRST:
        return state in (State.IDEA, State.PLANNED)
    return step in missing or state in _WAITS_FOR.get(step, ())


def _shared(favour: Favour, text: str) -> int:
    return len(_stems(favour.title) & _stems(text))


def _stems(text: str) -> frozenset[str]:
    """Chinese pairs of signs, and the beginnings of other words."""
    return frozenset(word[:_STEM] for word in words_of(text))
