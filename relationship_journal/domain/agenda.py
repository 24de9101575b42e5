"""The weekly review: nine sections in which nothing is shown twice, and the plan that it ends with. METHOD 6."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from relationship_journal.i18n import Message

from . import agenda_rows as rows
from .agenda_rows import Row, UnsortedNote
from .collector import collector_paused
from .coming_up import coming_up
from .drive import Quadrant, drive
from .moved import moved
from .next_step import Action, next_step, step_after_waiting
from .plan import PlanItem, SavedReview, Section, Snooze, spread, with_done
from .relationship import Relationship
from .repertoire import Repertoire
from .settings import Settings
from .situation import Situation
from .warmth import warmth

ORDERED = tuple(Section)
TO_DO = ORDERED[:6]  # the sections in which nothing is shown twice, and from which the plan is proposed


@dataclass(frozen=True, slots=True)
class Agenda:
    """A review on a day. `plan` is the saved one with what was done, else the proposal; `proposal` is for this week."""

    today: date
    sections: Mapping[Section, tuple[Row, ...]]
    plan: tuple[PlanItem, ...]
    proposal: tuple[PlanItem, ...]
    since: date

    @property
    def rows_to_do(self) -> int:
        """How many rows wait: all but what moved."""
        return sum(len(found) for section, found in self.sections.items() if section is not Section.MOVED)

    def minutes(self, settings: Settings, rows: int | None = None) -> int:
        """How many minutes `rows` rows take, or all that wait."""
        count = self.rows_to_do if rows is None else rows
        return -(-count * settings.review_seconds_per_row // 60)


def agenda(
    relationships: Iterable[Relationship],
    settings: Settings,
    today: date,
    repertoire: Repertoire,
    *,
    unsorted: Iterable[UnsortedNote] = (),
    snoozes: Iterable[Snooze] = (),
    saved: SavedReview | None = None,
) -> Agenda:
    """The review of `today`. `saved` is the last saved one, by which is told what moved."""
    with collector_paused():
        gathering = _Gathering(settings, today, repertoire, snoozes)
        since = saved.day if saved else today - timedelta(days=settings.review_look_back)
        planned = {item.contact for item in saved.plan} if saved else set()
        situations: dict[int, Situation] = {}
        contacts = []
        events: list[tuple[tuple[object, ...], Row]] = []
        for relationship in relationships:
            situation = Situation(relationship, settings, today)
            gathering.take(situation)
            contacts.append(relationship.contact)
            events += moved(situation, since)
            if relationship.contact.id in planned:
                situations[relationship.contact.id] = situation
        sections = {section: gathering.section(section) for section in TO_DO}
        sections[Section.COMING_UP] = coming_up(contacts, settings, today)
        sections[Section.UNSORTED] = tuple(
            rows.unsorted(note, today) for note in sorted(unsorted, key=lambda note: (note.day, note.entry))
        )
        proposal = _proposal(sections, settings, today)
        plan = with_done(saved.plan, saved.day, situations) if saved and saved.plan else proposal
        events.sort(key=lambda event: event[0])
        happened = [row for _, row in events]
        if saved and saved.plan:
            happened.append(rows.plan_kept(sum(item.done for item in plan), len(plan)))
        sections[Section.MOVED] = tuple(happened)
        return Agenda(today, sections, plan, proposal, since)


class _Sorted(NamedTuple):
    key: tuple[object, ...]
    row: Row


class _Gathering:
    """The rows of sections 1 to 6 while the contacts go by, one after another."""

    def __init__(self, settings: Settings, today: date, repertoire: Repertoire, snoozes: Iterable[Snooze]) -> None:
        self._settings = settings
        self._today = today
        self._repertoire = repertoire
        standing = [snooze for snooze in snoozes if today < snooze.until]
        self._snoozed_favours = {snooze.favour for snooze in standing if snooze.favour is not None}
        self._snoozed_contacts = {snooze.contact for snooze in standing if snooze.favour is None}
        self._found: dict[Section, list[_Sorted]] = {section: [] for section in TO_DO}

    def section(self, section: Section) -> tuple[Row, ...]:
        """The rows of a section in their order."""
        return tuple(found.row for found in sorted(self._found[section], key=lambda found: found.key))

    def take(self, situation: Situation) -> None:
        """Put what is due with this contact where it belongs. Somebody never met is in no section."""
        if situation.last_contact is None:
            return
        name = situation.contact.name
        for section, loops in (
            (Section.CLOSE_LOOPS, situation.granted),
            (Section.KEEP_MY_WORD, situation.promises),
            (Section.WAITING, situation.waiting),
        ):
            for loop in loops:
                if loop.favour.id not in self._snoozed_favours:
                    step = step_after_waiting(loop, situation) if section is Section.WAITING else loop.next_step
                    key = (loop.since, name, loop.favour.title, loop.favour.id)
                    self._found[section].append(_Sorted(key, rows.favour(section, situation, loop, step)))
        open_rows = situation.granted or situation.promises or situation.waiting
        if not open_rows and situation.contact.id not in self._snoozed_contacts:
            self._take_contact(situation, name)

    def _take_contact(self, situation: Situation, name: str) -> None:
        """The one row of a contact with nothing open: ready, untested or cooling."""
        contact = situation.contact.id
        if not situation.silent:
            step = next_step(situation)
            if step.action is Action.ASK:
                moves = drive(situation)
                leaning = moves.quadrant is Quadrant.I_LEAN
                if situation.standing > 0:
                    asked = situation.latest_ask or date.min
                    key: tuple[object, ...] = (-step.rung, asked, name, contact)
                    row = rows.ready(situation, step.rung, self._repertoire, leaning)
                    self._found[Section.READY].append(_Sorted(key, row))
                else:
                    row = rows.untested(situation, moves, self._repertoire)
                    self._found[Section.UNTESTED].append(_Sorted((-moves.theirs, name, contact), row))
                return
        warm = warmth(situation)
        if warm.days is not None and (warm.cooling or situation.silent):
            key = (situation.silent, -situation.standing, warm.cadence - warm.days, name, contact)
            self._found[Section.COOLING].append(_Sorted(key, rows.cooling(situation, warm)))


def _proposal(sections: Mapping[Section, tuple[Row, ...]], settings: Settings, today: date) -> tuple[PlanItem, ...]:
    """The first rows of sections 1 to 6, as many as a week holds, a day each."""
    first = [row for section in TO_DO for row in sections[section]][: settings.review_plan_size]
    items = [
        PlanItem(row.what, row.contact, row.loop.favour.id if row.loop else None, None, row.section, row.step)
        for row in first
    ]
    return spread(items, today)


def heading(section: Section) -> Message:
    """What a section is called."""
    return Message(rows.HEADINGS[section])
