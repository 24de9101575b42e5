"""Rules about how high to ask: small and early, one rung at a time. METHOD 4.

Beside each rule stands the limit that it sets, which `rung_to_ask` uses, so that advice and verdicts cannot differ.
"""

from typing import Any

from relationship_journal.domain.loop import Loop
from relationship_journal.domain.rung import HIGHEST
from relationship_journal.domain.situation import Situation
from relationship_journal.domain.standing import standing_loop
from relationship_journal.i18n import N_, Message

from .verdict import Advice, Ask, Verdict, VerdictFact, fact_of


def small_enough(situation: Situation, rung: int, domain: str) -> bool:
    """Whether two-small-first allows it: the first asks are on a low rung and not about work."""
    settings = situation.settings
    if len(situation.asks) >= settings.two_small_first_asks:
        return True
    return rung <= settings.two_small_first_rung and domain != "work"


def two_small_first(situation: Situation, ask: Ask) -> Verdict:
    """The first two asks to a contact, whatever became of them, are on rung 1 or 2 and not about work.

    Decided: asking the same favour again is no second ask, so each favour counts once.
    """
    first, made = situation.settings.two_small_first_asks, len(situation.asks)
    facts = (VerdictFact(number=made), *(fact_of(loop, loop.asked_days[0]) for loop in _oldest_first(situation)))
    if small_enough(situation, ask.rung, ask.domain):
        if made >= first:
            said = Message("{n} ask came before this one.", plural="{n} asks came before this one.", n=made)
        else:
            said = Message("Small, and not about work: right for a beginning.")
        return Verdict("two-small-first", Advice.OK, said, facts)
    if ask.rung > situation.settings.two_small_first_rung:
        said = Message(
            "The first {first} asks stay small, rung {rung} at most. So far: {made}.",
            first=first,
            rung=situation.settings.two_small_first_rung,
            made=made,
        )
    else:
        said = Message(
            "The first {first} asks stay away from work, where they are on guard. So far: {made}.",
            first=first,
            made=made,
        )
    return Verdict("two-small-first", Advice.WARN, said, facts)


def highest_by_standing(situation: Situation) -> int:
    """The highest rung that one-rung-up allows."""
    return situation.standing + situation.settings.one_rung_up_rungs


def one_rung_up(situation: Situation, ask: Ask) -> Verdict:
    """An ask is at most one rung above today's standing; from the ground, rung 1."""
    highest, standing = highest_by_standing(situation), situation.standing
    carrying = standing_loop(situation.received, situation.settings, situation.today)
    if carrying is None or carrying.closing_day is None:
        facts: tuple[VerdictFact, ...] = (VerdictFact(number=0),)
        if ask.rung <= highest:
            return Verdict(
                "one-rung-up", Advice.OK, Message("From the ground, a tiny ask is the right beginning."), facts
            )
        said = Message("No closed loop carries yet: from the ground, ask on rung {highest}.", highest=highest)
        return Verdict("one-rung-up", Advice.WARN, said, facts)
    facts = (fact_of(carrying, carrying.closing_day, standing),)
    values: dict[str, Any] = {
        "favour": carrying.favour.title,
        "day": situation.said(carrying.closing_day),
        "standing": standing,
    }
    if ask.rung <= highest:
        said = Message("“{favour}”, closed on {day}, carries to rung {standing}; this is within reach.", **values)
        return Verdict("one-rung-up", Advice.OK, said, facts)
    said = Message(
        "“{favour}”, closed on {day}, carries to rung {standing}. Rung {highest} comes next; rung {rung} skips a step.",
        **values,
        highest=highest,
        rung=ask.rung,
    )
    return Verdict("one-rung-up", Advice.WARN, said, facts)


def latest_declined(situation: Situation) -> Loop | None:
    """The latest ask, where it was declined; of two asked that day the lowest one declined."""
    declined = [loop for loop in situation.latest_asks if loop.declined]
    return min(declined, key=lambda loop: (loop.favour.rung, loop.favour.title), default=None)


def highest_after_decline(situation: Situation) -> int:
    """The highest rung that step-down allows."""
    declined = latest_declined(situation)
    return HIGHEST if declined is None else max(1, declined.favour.rung - situation.settings.step_down_rungs)


def step_down(situation: Situation, ask: Ask) -> Verdict:
    """After a decline of the latest ask the next is at most one rung below it, never below 1.

    Decided: it holds until the next ask, however long that takes. A decline that a later ask reopened, or that a
    later grant overtook, no longer counts.
    """
    declined = latest_declined(situation)
    if declined is None or declined.declined is None:
        return Verdict("step-down", Advice.OK, Message("No decline stands in the way."))
    highest = highest_after_decline(situation)
    values: dict[str, Any] = {
        "favour": declined.favour.title,
        "day": situation.said(declined.declined),
        "highest": highest,
    }
    facts = (fact_of(declined, declined.declined, declined.favour.rung),)
    if ask.rung <= highest:
        said = Message("After “{favour}” was declined on {day}, this is a step down, as it should be.", **values)
        return Verdict("step-down", Advice.OK, said, facts)
    said = Message("“{favour}” was declined on {day}. Step down: rung {highest} at most.", **values)
    return Verdict("step-down", Advice.WARN, said, facts)


def _habit(situation: Situation) -> tuple[int, int, int]:
    """Closed loops, ever: personal, of expertise or trade, and on rung 5 or 6."""
    closed = [loop.favour for loop in situation.received if loop.on_ladder]
    return (
        sum(favour.domain == "personal" for favour in closed),
        sum(favour.domain in ("expertise", "trade") for favour in closed),
        sum(favour.rung >= HIGHEST - 1 for favour in closed),
    )


def habit_carries(situation: Situation, rung: int, domain: str) -> bool:
    """Whether habit-before-work allows it."""
    settings = situation.settings
    if rung < settings.habit_before_work_rung and domain != "work":
        return True
    personal, expertise, work = _habit(situation)
    if personal < settings.habit_before_work_personal or expertise < settings.habit_before_work_expertise:
        return False
    return rung < HIGHEST or work > 0


def habit_before_work(situation: Situation, ask: Ask) -> Verdict:
    """Before rung 5 and up or anything about work: two personal loops and one of expertise or trade, ever closed.

    Rung 6 needs a closed 5 or 6 too. Decided: a loop closed by hand without a grant is no habit, as on the ladder.
    """
    rule, settings = "habit-before-work", situation.settings
    if ask.rung < settings.habit_before_work_rung and ask.domain != "work":
        return Verdict(rule, Advice.OK, Message("This is not about work, so no habit of exchange is needed yet."))
    personal, expertise, work = _habit(situation)
    facts = (
        VerdictFact(number=personal),
        VerdictFact(number=expertise),
        *(fact_of(loop, loop.closing_day) for loop in _by_closing(situation)),
    )
    if habit_carries(situation, ask.rung, ask.domain):
        said = Message(
            "{personal} personal loops and {expertise} of expertise or trade are closed: the habit is there.",
            personal=personal,
            expertise=expertise,
        )
        return Verdict(rule, Advice.OK, said, facts)
    needs_work = ask.rung >= HIGHEST and work == 0
    if personal >= settings.habit_before_work_personal and expertise >= settings.habit_before_work_expertise:
        said = Message("A real work request needs a small work favour closed before it; there is none yet.")
        return Verdict(rule, Advice.WARN, said, facts)
    text = (
        N_(
            "This needs {want_personal} personal loops and {want_expertise} of expertise or trade closed before it, "
            "and a small work favour; so far {personal} and {expertise} are."
        )
        if needs_work
        else N_(
            "Work needs a habit of exchange: {want_personal} personal loops and {want_expertise} of expertise or trade "
            "closed before it; so far {personal} and {expertise} are."
        )
    )
    said = Message(
        text,
        want_personal=settings.habit_before_work_personal,
        want_expertise=settings.habit_before_work_expertise,
        personal=personal,
        expertise=expertise,
    )
    return Verdict(rule, Advice.WARN, said, facts)


def rung_to_ask(situation: Situation) -> int:
    """The highest rung that one-rung-up, two-small-first, step-down, habit-before-work and honest-ask allow together.

    1 after long silence. Decided: a rung that the user hid is not recommended, and where nothing else is allowed, 1.
    """
    if situation.silent:
        return 1
    settings = situation.settings
    highest = min(HIGHEST, highest_by_standing(situation))
    if highest > 1 and situation.latest_asks:
        highest = min(highest, highest_after_decline(situation))
    if situation.contact.official:
        highest = min(highest, settings.honest_ask_rung - 1)
    for rung in range(highest, 1, -1):
        domain = settings.rung_domains[rung - 1]
        if (
            rung not in settings.hidden_rungs
            and small_enough(situation, rung, domain)
            and habit_carries(situation, rung, domain)
        ):
            return rung
    return 1


def _oldest_first(situation: Situation) -> list[Loop]:
    return sorted(situation.asks, key=lambda loop: (loop.asked_days[0], loop.favour.title, loop.favour.id))


def _by_closing(situation: Situation) -> list[Loop]:
    closed = [loop for loop in situation.received if loop.on_ladder]
    return sorted(closed, key=lambda loop: (loop.closing_day or situation.today, loop.favour.title, loop.favour.id))
