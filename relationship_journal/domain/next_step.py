"""The next step with a contact: close, keep my word, wait, rest, or ask. METHOD 5."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from relationship_journal.i18n import N_, Message

from .favour import StepKind
from .loop import Loop, State
from .rules.clean_hands import decision_ends, present_rest_ends
from .rules.climbing import rung_to_ask
from .rules.faith import rest_ends
from .settings import Settings
from .situation import Situation


class Action(StrEnum):
    """What comes next."""

    CLOSE = "close"
    KEEP_WORD = "keep_word"
    WAIT = "wait"
    REST = "rest"
    ASK = "ask"


class NextStep(NamedTuple):
    """What comes next: `loop` is the favour that it is about, `step` what would be recorded, None where none is due.

    `until` is the day on which a rest is over (when a wait is, tells `loop.becomes_unanswered`). `rung` is the
    favour's, else the rung to ask.
    """

    action: Action
    rung: int
    loop: Loop | None = None
    step: StepKind | None = None
    until: date | None = None


def next_step(situation: Situation) -> NextStep:
    """The first that applies; within one, the oldest. Plans and ideas change nothing."""
    if situation.granted:
        loop = situation.granted[0]
        return NextStep(Action.CLOSE, loop.favour.rung, loop, loop.next_step)
    if situation.promises:
        loop = situation.promises[0]
        return NextStep(Action.KEEP_WORD, loop.favour.rung, loop, loop.next_step)
    if situation.waiting:
        loop = situation.waiting[0]
        step = step_after_waiting(loop, situation.settings, official=situation.contact.official)
        return NextStep(Action.WAIT, loop.favour.rung, loop, step)
    rung = rung_to_ask(situation)
    until = rests_until(situation, rung)
    return NextStep(Action.ASK if until is None else Action.REST, rung, None, None, until)


def step_after_waiting(loop: Loop, settings: Settings, *, official: bool) -> StepKind | None:
    """What to record about an ask without an answer: nothing yet, `asked` once more, or `let_go`.

    Decided: what is never suggested is not suggested a second time either, so an unanswered ask on rung 5 and up to
    an official goes to `let_go` at once, as one against their interest does.
    """
    if loop.next_step is StepKind.ASKED and official:
        return StepKind.LET_GO if loop.favour.rung >= settings.honest_ask_rung else StepKind.ASKED
    return loop.next_step


def rests_until(situation: Situation, rung: int) -> date | None:
    """The day on which let-it-rest, tied-gift and open-decision have all ended, None where none of them speaks.

    open-decision speaks only if the rung to ask is 5 or more.
    """
    ends = [rest_ends(situation), present_rest_ends(situation)]
    if rung >= situation.settings.open_decision_rung:
        ends.append(decision_ends(situation))
    return max((end for end in ends if end is not None), default=None)


_CLOSE = {
    StepKind.ACTED_ON: N_("Use what “{favour}” gave you"),
    StepKind.THANKED: N_("Tell them how “{favour}” went"),
    StepKind.RETURNED: N_("Return something for “{favour}”"),
}
_KEEP_WORD = {
    State.ASKED: N_("Answer “{favour}”: say yes, or say no"),
    State.OFFERED: N_("Do what you offered: “{favour}”"),
    State.PROMISED: N_("Do what you promised: “{favour}”"),
}


def what_to_do(step: NextStep, situation: Situation) -> Message:
    """The next step in one line, as the heading of a card says it."""
    if step.loop is None:
        if step.until is None:
            return Message("Ask for something on rung {rung}", rung=step.rung)
        return Message("Let it rest until {until}", until=situation.said(step.until))
    return about(step.loop, step.step)


def about(loop: Loop, step: StepKind | None) -> Message:
    """What to do about an open favour, in one line."""
    title = loop.favour.title
    if loop.granted_open:
        return Message(_CLOSE[loop.missing[0]], favour=title)
    if loop.state in _KEEP_WORD and not loop.asked_days:
        return Message(_KEEP_WORD[loop.state], favour=title)
    if step is StepKind.ASKED:
        return Message("Ask again lightly, once: “{favour}”", favour=title)
    if step is StepKind.LET_GO:
        return Message("Let “{favour}” go", favour=title)
    return Message("Wait for an answer to “{favour}”", favour=title)
