"""Rules about keeping faith: use it, thank, return, keep one's word, and let things rest. METHOD 4."""

from datetime import date, timedelta
from typing import Any

from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.loop import Loop, State
from relationship_journal.domain.returns import returned_weight
from relationship_journal.domain.situation import Situation
from relationship_journal.i18n import N_, Message

from .verdict import Advice, Ask, Verdict, fact_of

_LACKS = {
    StepKind.ACTED_ON: N_("Use what “{favour}” gave you before you ask again; it was granted on {day}."),
    StepKind.THANKED: N_("Tell them how “{favour}” went before you ask again; it was granted on {day}."),
    StepKind.RETURNED: N_("Return something for “{favour}” before you ask again; it was granted on {day}."),
}


def close_the_loop(situation: Situation, ask: Ask) -> Verdict:
    """No new ask while a granted favour lacks acted on, thanked or returned; no expiry: let go is the way out."""
    if not situation.granted:
        return Verdict(
            "close-the-loop", Advice.OK, Message("No granted favour waits to be used, thanked for or returned.")
        )
    facts = tuple(fact_of(loop, loop.since, len(loop.missing)) for loop in situation.granted)
    oldest = situation.granted[0]
    said = Message(
        _LACKS[oldest.missing[0]],
        favour=oldest.favour.title,
        day=situation.said(oldest.since or situation.today),
    )
    return Verdict("close-the-loop", Advice.WAIT, said, facts)


def promises_kept_back(situation: Situation) -> list[Loop]:
    """What I promised or offered and have not done, oldest first. Merely asked of me is no promise yet."""
    return [loop for loop in situation.promises if loop.state is not State.ASKED]


def deliver_first(situation: Situation, ask: Ask) -> Verdict:
    """What I promised or offered and have not done comes before my next ask."""
    promises = promises_kept_back(situation)
    if not promises:
        return Verdict("deliver-first", Advice.OK, Message("No promise of yours is open."))
    oldest = promises[0]
    text = (
        N_("You promised “{favour}” on {day}. That comes first.")
        if oldest.state is State.PROMISED
        else N_("You offered “{favour}” on {day}. That comes first.")
    )
    said = Message(text, favour=oldest.favour.title, day=situation.said(oldest.since or situation.today))
    facts = tuple(fact_of(loop, loop.since, loop.waited(situation.today)) for loop in promises)
    return Verdict("deliver-first", Advice.WAIT, said, facts)


def _rests(situation: Situation) -> list[tuple[date, bool, Loop]]:
    """For each of the latest asks the days on which its rest is over, and whether that is for a decline."""
    settings = situation.settings
    rests = []
    for loop in situation.latest_asks:
        rests.append((loop.asked_days[-1] + timedelta(days=settings.let_it_rest_days), False, loop))
        if loop.declined:
            over = loop.declined + timedelta(days=settings.let_it_rest_days_after_decline)
            rests.append((over, True, loop))
    return rests


def rest_ends(situation: Situation) -> date | None:
    """The day on which let-it-rest is over, None where nothing rests today."""
    if not situation.latest_asks:
        return None
    over = max(rest[0] for rest in _rests(situation))
    return over if over > situation.today else None


def let_it_rest(situation: Situation, ask: Ask) -> Verdict:
    """14 days from the latest ask, 30 from the decline if that ask was declined; over on the later of the two days."""
    if not situation.latest_asks:
        return Verdict("let-it-rest", Advice.OK, Message("Nothing was asked before."))
    settings = situation.settings
    over, declined, loop = min(
        _rests(situation), key=lambda rest: (-rest[0].toordinal(), not rest[1], rest[2].favour.title)
    )
    day = loop.declined if declined and loop.declined else loop.asked_days[-1]
    number = settings.let_it_rest_days_after_decline if declined else settings.let_it_rest_days
    facts = (fact_of(loop, day, number),)
    values: dict[str, Any] = {
        "favour": loop.favour.title,
        "day": situation.said(day),
        "until": situation.said(over),
        "n": number,
    }
    if over <= situation.today:
        said = Message("“{favour}” has rested long enough since {day}.", **values)
        return Verdict("let-it-rest", Advice.OK, said, facts)
    if declined:
        said = Message(
            "“{favour}” was declined on {day}. Let it rest for {n} day, until {until}.",
            plural="“{favour}” was declined on {day}. Let it rest for {n} days, until {until}.",
            **values,
        )
    else:
        said = Message(
            "“{favour}” was asked on {day}. Let it rest for {n} day, until {until}.",
            plural="“{favour}” was asked on {day}. Let it rest for {n} days, until {until}.",
            **values,
        )
    return Verdict("let-it-rest", Advice.WAIT, said, facts)


def stale_ask(situation: Situation, ask: Ask) -> Verdict:
    """An ask unanswered for 10 days: ask again lightly once, or let go."""
    stale = situation.unanswered
    if not stale:
        return Verdict("stale-ask", Advice.OK, Message("No ask is waiting for an answer too long."))
    oldest = stale[0]
    values: dict[str, Any] = {
        "favour": oldest.favour.title,
        "day": situation.said(oldest.since or situation.today),
        "n": oldest.waited(situation.today),
    }
    if oldest.next_step is StepKind.ASKED:
        said = Message(
            "“{favour}”, asked on {day}, has had no answer for {n} day. Ask again lightly, once, or let it go.",
            plural="“{favour}”, asked on {day}, has had no answer for {n} days. Ask again lightly, once, or let it go.",
            **values,
        )
    else:
        said = Message("“{favour}”, asked on {day}, has had no answer. Let it go, without a word about it.", **values)
    facts = tuple(fact_of(loop, loop.since, loop.waited(situation.today)) for loop in stale)
    return Verdict("stale-ask", Advice.WARN, said, facts)


def weigh_return(loop: Loop, situation: Situation) -> Verdict:
    """What return-more says of one favour with a return."""
    favour, returned = loop.favour, returned_weight(loop, situation.settings)
    day = max(step.day for step in loop.returns)
    facts = (fact_of(loop, day, returned),)
    values: dict[str, Any] = {
        "favour": favour.title,
        "day": situation.said(day),
        "returned": returned,
        "received": favour.weight,
    }
    if returned < favour.weight:
        text = N_(
            "For “{favour}” you gave back {returned}, and it cost them {received}. "
            "A little more, tied to what they did, would round it off."
        )
        return Verdict("return-more", Advice.WARN, Message(text, **values), facts)
    if returned < favour.weight + situation.settings.return_more_extra:
        text = N_("What you gave back for “{favour}” on {day} weighs what it cost them; a little more is better.")
        return Verdict("return-more", Advice.OK, Message(text, **values), facts)
    text = N_("You gave back more for “{favour}” on {day} than it cost them.")
    return Verdict("return-more", Advice.OK, Message(text, **values), facts)


def return_more_applies(loop: Loop) -> bool:
    """Whether a return for this favour is weighed: granted, not let go, neither trade nor work."""
    return (
        loop.arcs[0]
        and bool(loop.returns)
        and loop.state is not State.LET_GO
        and loop.favour.domain not in ("trade", "work")
    )


def return_more(situation: Situation, ask: Ask) -> Verdict:
    """The returns of a favour together weigh at least what was received, better one more. It looks back and reminds.

    It speaks of the latest day of return. Decided: that is the latest among the favours whose returns are weighed;
    of several that day the one that came back lightest, then by title.
    """
    weighed = [loop for loop in situation.received if return_more_applies(loop)]
    if not weighed:
        return Verdict("return-more", Advice.OK, Message("There is no return to weigh."))
    latest = max(step.day for loop in weighed for step in loop.returns)
    that_day = [loop for loop in weighed if any(step.day == latest for step in loop.returns)]
    lightest = min(
        that_day,
        key=lambda loop: (returned_weight(loop, situation.settings) - loop.favour.weight, loop.favour.title),
    )
    return weigh_return(lightest, situation)
