"""Rules that keep hands clean: presents, officials, open decisions, and what must not be asked. METHOD 4."""

from datetime import date, timedelta
from typing import Any

from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.loop import Loop, State
from relationship_journal.domain.situation import Situation
from relationship_journal.i18n import N_, Message

from .verdict import Advice, Ask, Verdict, VerdictFact

_PRESENTS = (CourtesyKind.GIFT, CourtesyKind.MEAL)
_TO_OFFICIAL = {
    CourtesyKind.GIFT: N_("“{favour}” was answered with a present on {day}. To {name}, only thanks or help are clean."),
    CourtesyKind.MEAL: N_("“{favour}” was answered with a meal on {day}. To {name}, only thanks or help are clean."),
}
_FOR_WORK = {
    CourtesyKind.GIFT: N_("“{favour}” was answered with a present on {day}. Thanks, credit or help would be clean."),
    CourtesyKind.MEAL: N_("“{favour}” was answered with a meal on {day}. Thanks, credit or help would be clean."),
}


def tied_by_steps(situation: Situation) -> frozenset[int]:
    """Ids of courtesies that a step of some favour names."""
    favours = situation.relationship.favours
    return frozenset(step.courtesy for favour in favours for step in favour.steps if step.courtesy is not None)


def needs_clean_return(loop: Loop, situation: Situation) -> bool:
    """Whether a present, a meal or money would be the wrong answer to this favour."""
    return situation.contact.official or loop.favour.rung >= situation.settings.clean_return_rung


def answering_presents(loop: Loop, situation: Situation) -> list[Courtesy]:
    """Presents and meals of mine with which a received favour was answered, by day."""
    named = {
        step.courtesy
        for step in loop.favour.steps
        if step.kind is StepKind.RETURNED and step.day <= situation.today and step.courtesy is not None
    }
    found = [
        courtesy
        for courtesy in situation.relationship.courtesies
        if courtesy.kind in _PRESENTS
        and courtesy.direction is CourtesyDirection.GIVEN
        and courtesy.day <= situation.today
        and (courtesy.favour == loop.favour.id or courtesy.id in named)
    ]
    return sorted(found, key=lambda courtesy: (courtesy.day, courtesy.text, courtesy.id))


def say_clean_return(loop: Loop, present: Courtesy, situation: Situation) -> Verdict:
    """What clean-return says of one favour answered with `present`."""
    text = (_TO_OFFICIAL if situation.contact.official else _FOR_WORK)[present.kind]
    said = Message(text, favour=loop.favour.title, day=situation.said(present.day), name=situation.contact.name)
    facts = (VerdictFact(loop.favour.id, present.id, present.day, loop.favour.rung),)
    return Verdict("clean-return", Advice.WARN, said, facts)


def clean_return(situation: Situation, ask: Ask) -> Verdict:
    """A favour on rung 4 and up, and any of an official, is not answered with a present, a meal or money.

    It looks back at any time, and names the latest such answer.
    """
    found: list[tuple[Loop, Courtesy]] = []
    if situation.relationship.courtesies:
        for loop in situation.received:
            if needs_clean_return(loop, situation):
                found.extend((loop, present) for present in answering_presents(loop, situation))
    if not found:
        return Verdict("clean-return", Advice.OK, Message("No favour was answered with a present where it should not."))
    found.sort(key=lambda pair: (-pair[1].day.toordinal(), pair[0].favour.title, pair[1].id))
    said = say_clean_return(*found[0], situation)
    facts = tuple(VerdictFact(loop.favour.id, gift.id, gift.day, loop.favour.rung) for loop, gift in found)
    return Verdict("clean-return", Advice.WARN, said.because, facts)


def loose_presents(situation: Situation) -> list[Courtesy]:
    """Presents that I gave lately, tied to no favour: latest first."""
    days, today = situation.settings.tied_gift_days, situation.today
    found = [
        courtesy
        for courtesy in situation.relationship.courtesies
        if courtesy.kind is CourtesyKind.GIFT
        and courtesy.direction is CourtesyDirection.GIVEN
        and courtesy.favour is None
        and 0 <= (today - courtesy.day).days < days
    ]
    if found:
        tied = tied_by_steps(situation)
        found = [courtesy for courtesy in found if courtesy.id not in tied]
    return sorted(found, key=lambda courtesy: (-courtesy.day.toordinal(), courtesy.text, courtesy.id))


def present_rest_ends(situation: Situation) -> date | None:
    """The day on which a present no longer reads as a trade, None where none does today."""
    if not situation.relationship.courtesies:
        return None
    found = loose_presents(situation)
    return found[0].day + timedelta(days=situation.settings.tied_gift_days) if found else None


def tied_gift(situation: Situation, ask: Ask) -> Verdict:
    """A present that I gave, tied to no favour, fewer than 14 days before an ask reads as a trade; same day too."""
    found = loose_presents(situation)
    days = situation.settings.tied_gift_days
    if not found:
        said = Message(
            "No present of yours in the last {n} day could read as a trade.",
            plural="No present of yours in the last {n} days could read as a trade.",
            n=days,
        )
        return Verdict("tied-gift", Advice.OK, said)
    latest = found[0]
    said = Message(
        "Your present on {day} is too near: an ask before {until} would read as a trade.",
        day=situation.said(latest.day),
        until=situation.said(latest.day + timedelta(days=days)),
    )
    facts = tuple(
        VerdictFact(courtesy=courtesy.id, day=courtesy.day, number=(situation.today - courtesy.day).days)
        for courtesy in found
    )
    return Verdict("tied-gift", Advice.WARN, said, facts)


def tied_gift_of(gift: Courtesy, situation: Situation) -> Verdict | None:
    """What tied-gift says when a loose present is recorded: an ask is planned within 14 days of it.

    Decided: a plan that is overdue by fewer days than that is still to come, and counts too.
    """
    if gift.kind is not CourtesyKind.GIFT or gift.direction is not CourtesyDirection.GIVEN or gift.favour is not None:
        return None
    near = [
        (day, loop)
        for loop in situation.received
        if loop.state is State.PLANNED
        for day in loop.days[StepKind.PLANNED]
        if abs((day - gift.day).days) < situation.settings.tied_gift_days
    ]
    if not near:
        return None
    day, loop = min(near, key=lambda pair: (pair[0], pair[1].favour.title))
    said = Message(
        "“{favour}” is planned for {day}: so near to it, a present reads as a trade.",
        favour=loop.favour.title,
        day=situation.said(day),
    )
    facts = (VerdictFact(loop.favour.id, gift.id or None, day, abs((day - gift.day).days)),)
    return Verdict("tied-gift", Advice.WARN, said, facts)


def decision_open(situation: Situation) -> bool:
    """Whether a decision in which they take part is open today; both days included."""
    decision = situation.contact.decision
    return decision is not None and decision.first <= situation.today <= decision.last


def decision_ends(situation: Situation) -> date | None:
    """The day after the open decision, None where none is open."""
    decision = situation.contact.decision
    return decision.last + timedelta(days=1) if decision and decision_open(situation) else None


def open_decision(situation: Situation, ask: Ask) -> Verdict:
    """While a decision is open in which they decide: no ask on rung 5 and up. Decided: by rung, whatever the domain."""
    decision = situation.contact.decision
    if decision is None or not decision_open(situation):
        return Verdict("open-decision", Advice.OK, Message("No decision is open in which they take part."))
    facts = (VerdictFact(day=decision.last, number=situation.settings.open_decision_rung),)
    values: dict[str, Any] = {"last": situation.said(decision.last), "rung": situation.settings.open_decision_rung}
    if ask.rung < situation.settings.open_decision_rung:
        said = Message("A decision is open until {last}; an ask as small as this does not touch it.", **values)
        return Verdict("open-decision", Advice.OK, said, facts)
    said = Message(
        "They have a decision open until {last} in which you have a stake: ask nothing on rung {rung} and up.", **values
    )
    return Verdict("open-decision", Advice.WARN, said, facts)


def open_decision_of(gift: Courtesy, situation: Situation) -> Verdict | None:
    """What open-decision says when a present of mine is recorded, tied or not.

    Decided: a meal does not warn. METHOD forbids a present here; where it means a meal too it says so, as for
    clean-return ("a present, a meal or money") and gift-limits ("gifts and meals"). The limits still look at the meal.
    """
    decision = situation.contact.decision
    if gift.kind is not CourtesyKind.GIFT or gift.direction is not CourtesyDirection.GIVEN:
        return None
    if decision is None or not decision.first <= gift.day <= decision.last:
        return None
    said = Message(
        "They have a decision open until {last} in which you have a stake: no present before that.",
        last=situation.said(decision.last),
    )
    return Verdict("open-decision", Advice.WARN, said, (VerdictFact(courtesy=gift.id or None, day=decision.last),))


def honest_ask(situation: Situation, ask: Ask) -> Verdict:
    """A warning stands on an ask against their employer's rules or interest, and on rungs 5 and 6 with an official."""
    rung = situation.settings.honest_ask_rung
    if ask.against_interest:
        said = Message("This goes against their employer's rules or their own interest. Better not to ask it.")
        return Verdict("honest-ask", Advice.WARN, said, (VerdictFact(number=ask.rung),))
    if situation.contact.official and ask.rung >= rung:
        said = Message(
            "The office of {name} must stay clear of favours: ask nothing on rung {rung} and up.",
            name=situation.contact.name,
            rung=rung,
        )
        return Verdict("honest-ask", Advice.WARN, said, (VerdictFact(number=ask.rung),))
    return Verdict("honest-ask", Advice.OK, Message("Nothing marks this ask as one that would harm them."))
