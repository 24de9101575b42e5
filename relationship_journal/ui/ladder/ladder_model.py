"""What the ladder panel knows: the relationship in view as it stands today, read again whenever it changes."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal

from relationship_journal.domain.balance import Balance, balance
from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import Contact, ContactId
from relationship_journal.domain.drive import Drive, drive
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.ideas import Idea
from relationship_journal.domain.loop import Loop
from relationship_journal.domain.next_step import Action, NextStep, next_step
from relationship_journal.domain.plan import Snooze
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.repertoire import Repertoire
from relationship_journal.domain.rules.climbing import rung_to_ask
from relationship_journal.domain.rung import Rung
from relationship_journal.domain.scope import Scope
from relationship_journal.domain.settings import Settings
from relationship_journal.domain.situation import Situation, situation_of
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation
from relationship_journal.values import dataclass, field

from .advice import Advice, advice_of
from .choices import Choice, choices_to_ask
from .picture import LadderPicture, in_order, ladder_picture

Suggestions = tuple[Repertoire, Mapping[str, Idea]]
"""What there is to suggest on a day, and every idea by its casefolded titles."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A relationship as the panel shows it; made on a reading thread."""

    situation: Situation
    rungs: tuple[Rung, ...]
    picture: LadderPicture
    advice: Advice
    drive: Drive
    balance: Balance
    put_off_until: date | None = None
    """The day until which what the card says was snoozed, None where it is not."""

    @property
    def contact(self) -> Contact:
        """With whom."""
        return self.situation.contact

    @property
    def loops(self) -> tuple[Loop, ...]:
        """Every favour, received ones first, each group as it stands."""
        return (*in_order(self.situation.received), *sorted(self.situation.given, key=_latest_first))

    @property
    def to_ask(self) -> int:
        """The rung on which the next ask belongs."""
        return next((rung.rung.number for rung in self.picture.rungs if rung.look.is_next), 1)

    def loop(self, favour: int) -> Loop | None:
        """A favour as it stands, or None where it is not this contact's."""
        return next((loop for loop in self.loops if loop.favour.id == favour), None)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder's words and numbers as the user edited them, and what there is to suggest on this day."""

    settings: Settings
    rungs: tuple[Rung, ...]
    repertoire: Repertoire | None = None
    ideas: Mapping[str, Idea] = field(default_factory=dict)
    snoozes: tuple[Snooze, ...] = ()


def shown_of(relationship: Relationship, ladder: Ladder, today: date) -> Shown:
    """All that the panel shows of a relationship."""
    situation = situation_of(relationship, ladder.settings, today)
    step, driven = next_step(situation), drive(situation)
    choices: tuple[Choice, ...] = ()
    if step.action is Action.ASK:
        choices = choices_to_ask(situation, step.rung, driven.quadrant, ladder.repertoire, ladder.ideas)
    return Shown(
        situation,
        ladder.rungs,
        ladder_picture(situation, ladder.rungs, step.rung if step.loop is None else rung_to_ask(situation)),
        advice_of(situation, step, ladder.rungs, choices),
        driven,
        balance(situation),
        _put_off_until(situation.contact.id, step, ladder.snoozes, today),
    )


class LadderModel(QObject):
    """Follows the selection and the journal. `changed` says that `shown` is another one."""

    changed = Signal()
    favour_wanted = Signal(int)  #: a favour is to be shown, as soon as its contact is

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._generation = Generation()
        self._suggestion_generation = Generation()
        self._suggestions: Suggestions | None = None
        self._suggested_on: date | None = None
        self._wanted: FavourId | None = None
        self.shown: Shown | None = None
        self.choice = 0
        context.selection.changed.connect(self._scope_changed)
        context.selection.favour_wanted.connect(self._want)
        context.bridge.changed.connect(self._journal_changed)
        self.read()

    @property
    def scope(self) -> Scope:
        """What the window looks at."""
        return self._context.selection.scope

    @property
    def put_off(self) -> bool:
        """Whether the user said *later* to what the card says now: there, or in the review."""
        return self.shown is not None and self.shown.put_off_until is not None

    def another(self) -> None:
        """The next of what could be asked."""
        self.choice += 1
        self.changed.emit()

    def read(self) -> None:
        """Read the relationship in view again."""
        contact = self._context.selection.contact
        if contact is None:
            self._generation.next()
            self._show(None)
            return
        session, today = self._context.session, self._context.today()
        suggestions = self._suggestions if self._suggested_on == today else None

        def read() -> Shown:
            relationship = session.reads.relationship(contact)
            settings, rungs = session.settings.numbers(), session.settings.rungs()
            repertoire, ideas = suggestions or (None, {})
            ladder = Ladder(settings, rungs, repertoire, ideas, session.reads.snoozes(contact))
            return shown_of(relationship, ladder, today)

        def show(shown: Shown) -> None:
            self._show(shown)
            if suggestions is None:
                self._read_suggestions(today)

        self._context.tasks.read(read, show, self._generation)

    def _read_suggestions(self, today: date) -> None:
        """Read what there is to suggest, after the first look at a contact: it takes a while."""
        if self._suggested_on == today and self._suggestions is None:
            return
        self._suggested_on, self._suggestions = today, None
        ideas = self._context.session.ideas

        def read() -> Suggestions:
            known = {title.casefold(): idea for idea in ideas.ideas() for title in idea.titles}
            return ideas.repertoire(today), known

        self._context.tasks.read(read, self._know_suggestions, self._suggestion_generation)

    def _know_suggestions(self, suggestions: "Suggestions") -> None:
        self._suggestions = suggestions
        self.read()

    def _show(self, shown: Shown | None) -> None:
        other = (
            shown is None
            or self.shown is None
            or (shown.contact.id, shown.advice.key) != (self.shown.contact.id, self.shown.advice.key)
        )
        self.shown = shown
        if other:
            self.choice = 0
        self.changed.emit()
        if self._wanted is not None and shown is not None and shown.loop(self._wanted) is not None:
            wanted, self._wanted = self._wanted, None
            self.favour_wanted.emit(wanted)

    def _scope_changed(self) -> None:
        self.read()

    def _journal_changed(self, changes: Changes) -> None:
        contact = self._context.selection.contact
        if changes.settings or changes.everything:
            self._suggested_on = None
        if contact is not None and changes.concern(contact):
            self.read()

    def _want(self, favour: int) -> None:
        self._wanted = FavourId(favour)
        self._show(self.shown)


def _put_off_until(contact: ContactId, step: NextStep, snoozes: tuple[Snooze, ...], today: date) -> date | None:
    """As in the review: a favour's own snooze, or the contact's where the card is about no favour."""
    favour = step.loop.favour.id if step.loop is not None else None
    days = [put_off.until for put_off in snoozes if put_off.contact == contact and put_off.favour == favour]
    until = max(days, default=today)
    return until if until > today else None


def _latest_first(loop: Loop) -> tuple[bool, int, str, int]:
    last = max((step.day for step in loop.favour.steps), default=date.min)
    return not loop.open, -last.toordinal(), loop.favour.title, loop.favour.id
