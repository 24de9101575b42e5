"""One row of the sitting: what it says while it is open, what its keys do, and what is left of it afterwards."""

from enum import StrEnum
from typing import NamedTuple

from relationship_journal.domain.agenda import TO_DO
from relationship_journal.domain.agenda_rows import Row
from relationship_journal.domain.contact import Contact
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.ideas import Idea
from relationship_journal.domain.plan import Section
from relationship_journal.domain.review import is_greeting
from relationship_journal.domain.telling import how_it_went, no_hurry
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_, Message, _, current_language, word
from relationship_journal.ui.ladder.reason import Reason, Tone
from relationship_journal.values import dataclass


class How(StrEnum):
    """How a row was dealt with."""

    DONE = "done"
    PLANNED = "planned"
    SNOOZED = "snoozed"
    SAID_YES = "said_yes"
    SAID_NO = "said_no"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows are dealt with of how many, and the minutes that the rest takes."""

    done: int
    of: int
    minutes: int = 0

    @property
    def left(self) -> int:
        """How many wait."""
        return self.of - self.done


HOW_WORDS = {
    How.DONE: N_("Done today"),
    How.PLANNED: N_("In the plan"),
    How.SNOOZED: N_("Snoozed"),
    How.SAID_YES: N_("They said yes"),
    How.SAID_NO: N_("They said no"),
}
ANSWERS = {How.SAID_YES: StepKind.GRANTED, How.SAID_NO: StepKind.DECLINED}
SEEN = N_("Seen")


class Line(NamedTuple):
    """A row and how it was dealt with, None while it waits."""

    key: str
    row: Row
    how: How | None = None

    @property
    def can_wait(self) -> bool:
        """Whether it can be snoozed: occasions come when they come, and notes of nobody are few."""
        return self.row.contact is not None and self.row.section in TO_DO

    @property
    def can_be_answered(self) -> bool:
        """Whether they may have said yes or no meanwhile."""
        return self.row.section is Section.WAITING and self.row.loop is not None

    @property
    def records(self) -> bool:
        """Whether *done today* writes something into the journal, or only marks the row as seen."""
        row = self.row
        if row.section is Section.WAITING:
            return row.step is not None
        if row.section is Section.COMING_UP:
            return row.contact is not None and is_greeting(row)
        return row.contact is not None and row.section is not Section.UNSORTED

    @property
    def is_task(self) -> bool:
        """Whether it is something to do by a day: done, though nothing is recorded of it."""
        return self.row.section is Section.COMING_UP and self.row.contact is not None and not self.records

    @property
    def what(self) -> str:
        """What to do, in the language in use; an idea by its title, since the section says that it is one to ask."""
        row = self.row
        if row.suggested is not None and row.step is StepKind.ASKED:
            return row.suggested.what.text(current_language()).title
        return word(row.what)

    @property
    def said(self) -> str:
        """What stands in the row once it is dealt with: the step and the favour, else what it was about."""
        row = self.row
        if self.how in ANSWERS and row.loop is not None:
            return row.loop.favour.title
        if self.how is How.DONE and row.loop is not None and row.step is not None:
            step = _(step_word(row.step, row.loop.favour.direction))
            return word(Message("{step}: {title}", step=step, title=row.loop.favour.title))
        return self.what

    @property
    def how_said(self) -> str:
        """How it was dealt with, in words."""
        if self.how is None:
            return ""
        plain = self.records or self.is_task or self.how is not How.DONE
        return _(HOW_WORDS[self.how]) if plain else _(SEEN)


def done_words(line: Line) -> str:
    """The words on the first button, a msgid."""
    if line.records or line.is_task:
        return HOW_WORDS[How.DONE]
    return N_("Keep waiting") if line.row.section is Section.WAITING else SEEN


def done_tooltip(line: Line) -> Message:
    """What *done today* writes down."""
    row = line.row
    if not line.records:
        return Message("Nothing is recorded; the row is done with.")
    if row.section in (Section.COOLING, Section.COMING_UP):
        return Message("Records a greeting today.")
    direction = row.loop.favour.direction if row.loop is not None else Direction.RECEIVED
    if row.step is StepKind.OFFERED:
        direction = Direction.GIVEN
    return Message("Records today: {step}", step=_(step_word(row.step or StepKind.ASKED, direction)))


@dataclass(frozen=True, slots=True)
class Reading:
    """What an open row says: words to say, empty where there are none, and why."""

    words: str
    reasons: tuple[Reason, ...]

    @staticmethod
    def of(row: Row, contact: Contact | None) -> "Reading":
        """In the language in use. `contact` is None until it is read."""
        reasons = [Reason(Tone.OPEN if row.loop is not None else Tone.FOR, row.because)]
        words = ""
        if row.suggested is not None and contact is not None:
            text = row.suggested.what.text(current_language())
            words = text.to_say(contact)
            reasons += [Reason(Tone.FOR, because) for because in row.suggested.because[:2]]
            if isinstance(row.suggested.what, Idea):
                act = row.suggested.what.text(current_language()).act
                if act:
                    reasons.append(Reason(Tone.ACT, Message("Then: {act}", act=act)))
        elif row.loop is not None:
            words = _to_tell(row)
            note = row.loop.favour.note
            if note:
                reasons.append(Reason(Tone.EXAMPLE, Message("Noted: {note}", note=note)))
        return Reading(words, tuple(reasons))


def _to_tell(row: Row) -> str:
    """A draft for the steps that are told to them; only what is true."""
    assert row.loop is not None
    title = row.loop.favour.title
    if row.section is Section.CLOSE_LOOPS and row.step is StepKind.THANKED:
        return word(how_it_went(title))
    if row.section is Section.WAITING and row.step is StepKind.ASKED:
        return word(no_hurry(title))
    return ""
