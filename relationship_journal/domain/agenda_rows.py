"""The rows of the review, each with its one sentence of reason."""

from datetime import date
from typing import NamedTuple

from relationship_journal.i18n import N_, InLanguages, Message, day_seen_from
from relationship_journal.values import dataclass

from .contact import ContactId, Occasion
from .drive import Drive, Quadrant
from .entry import EntryId
from .favour import StepKind
from .ideas import Idea
from .loop import Loop, State
from .next_step import about
from .offers import Offer
from .plan import Section
from .repertoire import Repertoire, Suggested
from .rules.ground import courtesies_lately
from .situation import Situation

HEADINGS = {
    Section.CLOSE_LOOPS: N_("Close the loops"),
    Section.KEEP_MY_WORD: N_("Keep my word"),
    Section.WAITING: N_("Waiting"),
    Section.READY: N_("Ready for the next rung"),
    Section.UNTESTED: N_("Familiar or one-sided"),
    Section.COOLING: N_("Cooling"),
    Section.COMING_UP: N_("Coming up"),
    Section.UNSORTED: N_("Unsorted"),
    Section.MOVED: N_("What moved"),
}


@dataclass(frozen=True, slots=True)
class UnsortedNote:
    """A note without a contact, or one whose reading waits. `chips` counts the suggestions that wait."""

    entry: EntryId
    day: date
    snippet: str
    contact: ContactId | None = None
    name: str = ""
    chips: int = 0


class Who(NamedTuple):
    """Whom a row is about."""

    id: ContactId
    name: str
    official: bool = False


class Row(NamedTuple):
    """One row: `what` is its heading, `because` its reason.

    `days` as CLI.md tells: since grant, promise, last asked, last ask or last contact; until an occasion. `step` is
    what *done today* records. `suggested` is the best idea, or an offer where that comes first. `day` is that of an
    occasion or an event.
    """

    section: Section
    what: Message
    because: Message
    contact: ContactId | None = None
    name: str = ""
    loop: Loop | None = None
    occasion: Occasion | None = None
    entry: EntryId | None = None
    step: StepKind | None = None
    days: int | None = None
    rung: int | None = None
    suggested: Suggested[Idea] | Suggested[Offer] | None = None
    day: date | None = None


Key = tuple[object, ...]


_GET_IN_TOUCH = Message("Get in touch")
_GRANTED = {
    StepKind.ACTED_ON: N_("Granted on {day}, not used yet."),
    StepKind.THANKED: N_("Granted on {day}. They have not heard how it went."),
    StepKind.RETURNED: N_("Granted on {day}. Nothing was returned yet."),
}
_MY_WORD = {
    State.ASKED: N_("They asked on {day} and have no answer yet."),
    State.OFFERED: N_("Offered on {day}: to offer is to promise."),
    State.PROMISED: N_("Promised on {day}, not done yet."),
}


def favour(section: Section, who: Who, loop: Loop, step: StepKind | None, today: date) -> Row:
    """The row of an open favour, in one of the first three sections."""
    return Row(
        section,
        about(loop, step),
        _why_open(section, loop, step, today),
        who.id,
        who.name,
        loop,
        step=step,
        days=loop.waited(today),
        rung=loop.favour.rung,
    )


def _why_open(section: Section, loop: Loop, step: StepKind | None, today: date) -> Message:
    day = day_seen_from(loop.since or today, today)
    if section is Section.CLOSE_LOOPS:
        return Message(_GRANTED[loop.missing[0]], day=day)
    if section is Section.KEEP_MY_WORD:
        return Message(_MY_WORD[loop.state], day=day)
    if step is None:
        return Message("Asked on {day}; there is time for an answer.", day=day)
    if step is StepKind.ASKED:
        return Message("Asked on {day}, no answer. Once more, lightly, is fine.", day=day)
    return Message("Asked on {day}, no answer. Better to let it go than to press.", day=day)


def ready(situation: Situation, rung: int, repertoire: Repertoire, leaning: bool) -> Row:
    """A contact who can be asked for the next thing. Where I lean on them an offer comes first."""
    asked = situation.latest_ask
    days = (situation.today - asked).days if asked else None
    if leaning:
        because = Message("You have leaned on them lately: offer something before you ask again.")
    elif days is None:
        because = Message("They helped without being asked, and you returned it: rung {rung} is open.", rung=rung)
    else:
        because = Message(
            "Rung {standing} carries; the last ask was {n} day ago.",
            plural="Rung {standing} carries; the last ask was {n} days ago.",
            standing=situation.standing,
            n=days,
        )
    return _suggesting(Section.READY, situation, rung, repertoire, leaning=leaning, because=because, days=days)


def untested(situation: Situation, moves: Drive, repertoire: Repertoire) -> Row:
    """A contact on the ground: a first tiny ask, or an offer where I lean on them."""
    leaning = moves.quadrant is Quadrant.I_LEAN
    if leaning:
        because = Message("You have leaned on them lately: offer something before you ask again.")
    elif moves.quadrant is Quadrant.THEY_MOVE_ME:
        because = Message("You do more for them than they do for you. A tiny ask evens it out.")
    elif any(loop.on_ladder for loop in situation.received):
        because = Message("The last loop with them was closed long ago. Begin small again.")
    elif situation.asks:
        because = Message("What was asked so far came to no closed loop. Begin small again.")
    elif lately := courtesies_lately(situation):
        because = Message(
            "{n} meal, present or greeting lately, and nothing asked: familiar, untested.",
            plural="{n} meals, presents or greetings lately, and nothing asked: familiar, untested.",
            n=len(lately),
        )
    else:
        because = Message("You know each other and nothing was ever asked. A tiny ask is a beginning.")
    return _suggesting(
        Section.UNTESTED, situation, 1, repertoire, leaning=leaning, because=because, days=situation.days_silent
    )


def _suggesting(
    section: Section,
    situation: Situation,
    rung: int,
    repertoire: Repertoire,
    *,
    leaning: bool,
    because: Message,
    days: int | None,
) -> Row:
    offer = repertoire.best_offer(situation) if leaning else None
    suggested = offer or repertoire.best_idea(situation, rung)
    return Row(
        section,
        _heading(suggested, rung, offering=offer is not None),
        because,
        situation.contact.id,
        situation.contact.name,
        step=StepKind.OFFERED if offer else StepKind.ASKED,
        days=days,
        rung=rung,
        suggested=suggested,
    )


def _heading(suggested: Suggested[Idea] | Suggested[Offer] | None, rung: int, *, offering: bool) -> Message:
    if suggested is None:
        return Message("Ask for something on rung {rung}", rung=rung)
    title = InLanguages(tuple((language, text.title) for language, text in suggested.what.texts.items()))
    return Message("Offer: {title}", title=title) if offering else Message("Ask: {title}", title=title)


def cooling(who: Who, days: int, cadence: int, *, silent: bool) -> Row:
    """A contact not heard of for longer than usual, or silent for so long that it has to begin anew."""
    if silent:
        because = Message(
            "No contact for {n} day. A greeting without a purpose begins it anew.",
            plural="No contact for {n} days. A greeting without a purpose begins it anew.",
            n=days,
        )
    else:
        because = Message(
            "No contact for {n} day; usually it is every {cadence}.",
            plural="No contact for {n} days; usually it is every {cadence}.",
            n=days,
            cadence=cadence,
        )
    return Row(Section.COOLING, _GET_IN_TOUCH, because, who.id, who.name, days=days)


def unsorted(note: UnsortedNote, today: date) -> Row:
    """A note that waits to be put somewhere."""
    if note.contact is None:
        because = Message("It belongs to nobody yet.")
    else:
        because = Message("{n} suggestion from it waits.", plural="{n} suggestions from it wait.", n=note.chips)
    return Row(
        Section.UNSORTED,
        Message("“{snippet}”", snippet=note.snippet),
        because,
        note.contact,
        note.name,
        entry=note.entry,
        days=(today - note.day).days,
        day=note.day,
    )


def plan_kept(done: int, planned: int) -> Row:
    """How much of last week's plan was done."""
    said = Message(
        "{done} of {n} planned thing done.", plural="{done} of {n} planned things done.", done=done, n=planned
    )
    return Row(Section.MOVED, Message("Last week's plan"), said)
