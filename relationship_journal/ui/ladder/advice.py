"""What the Next card says: what comes next, why, the words to say, and what one button records."""

from relationship_journal.domain.ask_check import ask_on_rung, weigh
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.loop import Loop, State, becomes_unanswered
from relationship_journal.domain.next_step import Action, NextStep, what_to_do
from relationship_journal.domain.rung import Rung
from relationship_journal.domain.situation import Situation
from relationship_journal.domain.telling import how_it_went, no_hurry
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_, Message, _, current_language, word
from relationship_journal.values import dataclass

from .choices import Choice
from .reason import Reason, Tone


@dataclass(frozen=True, slots=True)
class Card:
    """What the Next card shows of an advice at one of its choices; `button` is empty where nothing is to be done."""

    headline: str
    words: str
    reasons: tuple[Reason, ...]
    button: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The next step, why, and the choices that Another goes through.

    `answers` are the steps by which an ask that waits, theirs or mine, may be answered.
    """

    step: NextStep
    kicker: str
    headline: Message
    reasons: tuple[Reason, ...]
    choices: tuple[Choice, ...] = ()
    words: Message | None = None
    button: str = ""
    answers: tuple[StepKind, ...] = ()

    @property
    def key(self) -> tuple[str, int, int]:
        """What it is about: the choice that Another came to holds for this only."""
        return self.step.action, self.step.loop.favour.id if self.step.loop else 0, self.step.rung

    def choice(self, number: int) -> Choice | None:
        """The choice at `number`, round about; None where there is none."""
        return self.choices[number % len(self.choices)] if self.choices else None

    def card(self, number: int) -> Card:
        """What to show at a choice, in the language in use."""
        chosen = self.choice(number)
        if chosen is None:
            return Card(word(self.headline), word(self.words) if self.words else "", self.reasons, self.button)
        found = [Reason(Tone.FOR, because) for because in chosen.because[:2]]
        found += self.reasons[: 3 - len(found)]
        if chosen.act:
            found.append(Reason(Tone.ACT, Message("Then: {act}", act=chosen.act)))
        return Card(chosen.title, chosen.words, tuple(found), chosen.button)


_KICKERS = {
    Action.CLOSE: N_("Next: close one loop"),
    Action.KEEP_WORD: N_("Next: keep your word"),
    Action.WAIT: N_("Next: wait for an answer"),
    Action.REST: N_("Next: let it rest"),
    Action.ASK: N_("Next: make one ask"),
}
OFFER_FIRST = N_("Next: help them first")
STEP_BUTTONS = {
    StepKind.ACTED_ON: N_("Mark as acted on"),
    StepKind.THANKED: N_("Mark as thanked"),
    StepKind.RETURNED: N_("Record the return"),
    StepKind.ASKED: N_("Mark as asked"),
    StepKind.LET_GO: N_("Let it go"),
    StepKind.PROMISED: N_("Say yes"),
    StepKind.DONE: N_("Mark as done"),
    StepKind.OFFERED: N_("Mark as offered"),
    StepKind.ACKNOWLEDGED: N_("Mark as acknowledged"),
    StepKind.PLANNED: N_("Plan it"),
    StepKind.GRANTED: N_("Mark as granted"),
    StepKind.DECLINED: N_("Mark as declined"),
}


def advice_of(situation: Situation, step: NextStep, rungs: tuple[Rung, ...], choices: tuple[Choice, ...]) -> Advice:
    """The Next card for a relationship as it stands; `choices` are what could be asked or offered now."""
    headline = what_to_do(step, situation)
    kicker = _KICKERS[step.action]
    if step.loop is not None:
        button = STEP_BUTTONS.get(step.step, "") if step.step is not None else ""
        reasons = _about_loop(step, step.loop, situation)
        return Advice(step, kicker, headline, reasons, (), _words(step), button, _answers(step, step.loop))
    if step.action is Action.REST:
        return Advice(step, kicker, headline, _speaking(situation, step.rung))
    if choices and choices[0].offer is not None:
        kicker = OFFER_FIRST
    reasons = _for_asking(situation, step.rung)
    if not choices:
        example = rungs[step.rung - 1].example(current_language())
        reasons = (*reasons, Reason(Tone.EXAMPLE, Message("For example: {example}", example=example)))
    return Advice(step, kicker, headline, reasons, choices, None, N_("Plan an ask"))


def _answers(step: NextStep, loop: Loop) -> tuple[StepKind, ...]:
    if step.action is Action.WAIT:
        return (StepKind.GRANTED, StepKind.DECLINED)
    if step.action is Action.KEEP_WORD and loop.state is State.ASKED:
        return (StepKind.DECLINED,)
    return ()


def _about_loop(step: NextStep, loop: Loop, situation: Situation) -> tuple[Reason, ...]:
    found: list[Reason] = []
    past = [taken for taken in loop.favour.steps if taken.day <= situation.today and taken.kind is not StepKind.IDEA]
    if past:
        order = list(StepKind)
        last = max(past, key=lambda taken: (taken.day, order.index(taken.kind)))
        said = _(step_word(last.kind, loop.favour.direction))
        found.append(Reason(Tone.OPEN, Message("{step}, {day}", step=said, day=situation.said(last.day))))
    if step.action is Action.CLOSE and len(loop.missing) > 1:
        rest = _(", ").join(_(step_word(kind, loop.favour.direction)) for kind in loop.missing[1:])
        found.append(Reason(Tone.OPEN, Message("After that: {steps}", steps=rest)))
    answer_due = becomes_unanswered(loop, situation.settings) if step.step is None else None
    if answer_due is not None:
        silence = Message("Until {until} silence means nothing", until=situation.said(answer_due))
        found.append(Reason(Tone.WAIT, silence))
    more = len(situation.granted) + len(situation.promises) + len(situation.waiting) - 1
    if more > 0:
        said_more = Message("{n} more open between you", plural="{n} more open between you", n=more)
        found.append(Reason(Tone.OPEN, said_more))
    return tuple(found)


def _speaking(situation: Situation, rung: int) -> tuple[Reason, ...]:
    verdicts = weigh(situation, ask_on_rung(rung, situation.settings))
    return tuple(Reason(Tone.WAIT, verdict.because) for verdict in verdicts if verdict.speaks)


# The rules whose consent is worth reading when an ask is suggested.
_WORTH_SAYING = ("one-rung-up", "let-it-rest", "courtesy-is-ground")


def _for_asking(situation: Situation, rung: int) -> tuple[Reason, ...]:
    verdicts = weigh(situation, ask_on_rung(rung, situation.settings))
    against = [Reason(Tone.OPEN, verdict.because) for verdict in verdicts if verdict.speaks]
    in_favour = [
        Reason(Tone.FOR, verdict.because)
        for verdict in verdicts
        if not verdict.speaks and verdict.rule in _WORTH_SAYING and verdict.facts
    ]
    return (*against, *in_favour)[:3]


def _words(step: NextStep) -> Message | None:
    """A draft of what to say, where there is something to say and only what is true."""
    if step.loop is None:
        return None
    title = step.loop.favour.title
    if step.action is Action.CLOSE and step.step is StepKind.THANKED:
        return how_it_went(title)
    if step.action is Action.WAIT and step.step is StepKind.ASKED:
        return no_hurry(title)
    return None
