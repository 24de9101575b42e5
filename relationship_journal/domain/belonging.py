"""Which favour a step belongs to that was read in a note: one of that note first, then one whose words it shares."""

from collections.abc import Iterable
from datetime import date

from .entry import EntryId
from .favour import Direction, Favour, StepKind
from .loop import State, loop_of
from .settings import Settings

_FIRST = frozenset((StepKind.ASKED, StepKind.OFFERED))
_WAITS_FOR = {
    StepKind.GRANTED: (State.ASKED, State.UNANSWERED, State.PLANNED, State.IDEA),
    StepKind.DECLINED: (State.ASKED, State.UNANSWERED, State.PLANNED),
    StepKind.PROMISED: (State.ASKED,),
    StepKind.DONE: (State.ASKED, State.OFFERED, State.PROMISED),
    StepKind.ACKNOWLEDGED: (State.DONE,),
}


def favour_of_step(
    favours: Iterable[Favour],
    direction: Direction,
    step: StepKind,
    words: str,
    entry: EntryId,
    *,
    today: date,
    settings: Settings,
) -> Favour | None:
    """The contact's favour that `step`, told in `words` of `entry`, goes on with; None where it opens a new one.

    An ask or an offer goes on only with a plan, or with a favour whose other steps the same entry told.
    """
    fits = []
    for favour in favours:
        if favour.direction is not direction or any(one.kind is step for one in favour.steps):
            continue
        same_entry = any(one.entry == entry for one in favour.steps)
        loop = loop_of(favour, today, settings)
        if same_entry or _open_to(step, loop.state, loop.missing):
            shared = len(_pairs(favour.title) & _pairs(words))
            fits.append((not same_entry, -shared, favour.steps[0].day if favour.steps else today, favour.id, favour))
    return min(fits, key=lambda one: one[:4])[4] if fits else None


def _open_to(step: StepKind, state: State, missing: tuple[StepKind, ...]) -> bool:
    if step in _FIRST:
        return state in (State.IDEA, State.PLANNED)
    return step in missing or state in _WAITS_FOR.get(step, ())


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring signs, which serve Chinese and English alike."""
    small = "".join(text.lower().split())
    return {small[place : place + 2] for place in range(len(small) - 1)}
