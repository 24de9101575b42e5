"""What the rules say when something is recorded. It is kept in any case; a rule advises. METHOD 4 and 8."""

from collections.abc import Iterable
from datetime import date

from relationship_journal.values import replace

from .ask_check import weigh
from .courtesy import Courtesy
from .favour import Direction, Favour, Step, StepKind
from .loop import State, loop_of
from .relationship import Relationship
from .rules import Ask, Verdict
from .rules.clean_hands import (
    answering_presents,
    honest_ask,
    needs_clean_return,
    open_decision_of,
    say_clean_return,
    tied_gift_of,
)
from .rules.faith import return_more_applies, weigh_return
from .rules.ground import gift_limits_of
from .settings import Settings
from .situation import Situation, situation_of


def warnings_for_step(
    relationship: Relationship, favour: Favour, step: Step, settings: Settings
) -> tuple[Verdict, ...]:
    """The verdicts that are not ok, of the step's day and before it. `relationship` may hold the step already.

    Decided: asking and planning to ask are what the rules advise on, so other steps draw none; `returned` draws
    return-more and clean-return; given favours none. The favour's own steps of that day do not count as before it.
    Asking again as the program itself advised (once, after ten days) is not answered with let-it-rest or stale-ask.
    """
    if favour.direction is Direction.GIVEN:
        return ()
    if step.kind is StepKind.RETURNED:
        return _warnings_for_return(relationship, favour, step, settings)
    if step.kind not in (StepKind.ASKED, StepKind.PLANNED):
        return ()
    earlier = replace(favour, steps=tuple(other for other in favour.steps if other.day < step.day))
    before = _with(relationship, earlier)
    situation = situation_of(before, settings, step.day)
    verdicts = [verdict for verdict in weigh(situation, ask_of(favour)) if verdict.speaks]
    loop = loop_of(earlier, step.day, settings)
    if loop.state is State.UNANSWERED and loop.next_step is StepKind.ASKED:
        verdicts = [verdict for verdict in verdicts if not _only_about(verdict, favour)]
    return tuple(verdicts)


def warnings_for_favour(
    relationship: Relationship, favour: Favour, settings: Settings, today: date
) -> tuple[Verdict, ...]:
    """The warnings of a favour recorded with several steps at once, each verdict once.

    Where it was asked, its plan is not weighed any more. An idea draws only honest-ask, which stands on it always.
    """
    asked = any(step.kind is StepKind.ASKED for step in favour.steps)
    steps = [step for step in favour.steps if not (asked and step.kind is StepKind.PLANNED)]
    found: dict[Verdict, None] = {}
    for step in sorted(steps, key=lambda step: (step.day, list(StepKind).index(step.kind))):
        found.update(dict.fromkeys(warnings_for_step(relationship, favour, step, settings)))
    if not steps and favour.direction is Direction.RECEIVED:
        verdict = honest_ask(situation_of(relationship, settings, today), ask_of(favour))
        if verdict.speaks:
            found[verdict] = None
    return tuple(found)


def warnings_for_courtesy(relationship: Relationship, courtesy: Courtesy, settings: Settings) -> tuple[Verdict, ...]:
    """What clean-return, tied-gift, gift-limits and open-decision say of a courtesy with this contact, on its day.

    `relationship` may hold the courtesy already.
    """
    others = tuple(other for other in relationship.courtesies if other.id != courtesy.id)
    whole = replace(relationship, courtesies=(*others, courtesy))
    situation = situation_of(whole, settings, courtesy.day)
    answered = [
        say_clean_return(loop, courtesy, situation)
        for loop in situation.received
        if needs_clean_return(loop, situation) and courtesy in answering_presents(loop, situation)
    ]
    before = situation_of(replace(relationship, courtesies=others), settings, courtesy.day)
    said: Iterable[Verdict | None] = (
        *answered,
        tied_gift_of(courtesy, before),
        gift_limits_of(courtesy, before),
        open_decision_of(courtesy, before),
    )
    return tuple(verdict for verdict in said if verdict is not None)


def ask_of(favour: Favour) -> Ask:
    """The ask that a received favour is."""
    return Ask(favour.rung, favour.domain, favour.against_interest)


def _warnings_for_return(
    relationship: Relationship, favour: Favour, step: Step, settings: Settings
) -> tuple[Verdict, ...]:
    """return-more and clean-return, of this favour with the return in it."""
    with_step = favour if step in favour.steps else replace(favour, steps=(*favour.steps, step))
    situation: Situation = situation_of(_with(relationship, with_step), settings, step.day)
    loop = loop_of(with_step, step.day, settings)
    found = []
    if return_more_applies(loop):
        found.append(weigh_return(loop, situation))
    if needs_clean_return(loop, situation):
        found += [say_clean_return(loop, present, situation) for present in answering_presents(loop, situation)][-1:]
    return tuple(verdict for verdict in found if verdict.speaks)


def _with(relationship: Relationship, favour: Favour) -> Relationship:
    others = tuple(other for other in relationship.favours if other.id != favour.id)
    return replace(relationship, favours=(*others, favour))


def _only_about(verdict: Verdict, favour: Favour) -> bool:
    return verdict.rule in ("let-it-rest", "stale-ask") and all(fact.favour == favour.id for fact in verdict.facts)
