"""The weekly review: nine sections in which nothing is shown twice, and the plan that it ends with. METHOD 6."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from operator import itemgetter

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass

from . import agenda_rows as rows
from .agenda_rows import Placed, Row, UnsortedNote
from .collector import collector_paused
from .coming_up import festivals
from .contact import ContactId
from .due import Due
from .due import placed as rows_due
from .plan import PlanItem, SavedReview, Section, Snooze, spread, with_done
from .relationship import Relationship
from .repertoire import Repertoire
from .settings import Settings
from .share import share_of
from .situation import Situation

ORDERED = tuple(Section)
FAVOUR_SECTIONS, CONTACT_SECTIONS = ORDERED[:3], ORDERED[3:6]
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


@dataclass(frozen=True, slots=True)
class Told:
    """What the user said of the review so far: notes that wait, what was put off, and the last saved review."""

    unsorted: tuple[UnsortedNote, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    saved: SavedReview | None = None

    def since(self, settings: Settings, today: date) -> date:
        """The day after which is told what moved."""
        return self.saved.day if self.saved else today - timedelta(days=settings.review_look_back)

    @property
    def planned(self) -> frozenset[ContactId]:
        """Who is in the plan of the saved review."""
        plan = self.saved.plan if self.saved else ()
        return frozenset(item.contact for item in plan if item.contact is not None)


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
    """The review of `today` from whole relationships. `saved` is the last saved one, by which is told what moved."""
    told = Told(tuple(unsorted), tuple(snoozes), saved)
    since = told.since(settings, today)
    situations = [Situation(relationship, settings, today) for relationship in relationships]
    found = [placed for situation in situations for placed in share_of(situation, repertoire, since)]
    found += festivals({situation.contact.region for situation in situations}, settings, today)
    return _agenda(found, {one.contact.id: one for one in situations}, told, settings, today)


def agenda_of(due: Due, told: Told, settings: Settings, today: date, repertoire: Repertoire) -> Agenda:
    """The same from what `due.wanted` asked for."""
    with collector_paused():
        found = list(rows_due(due, settings, today, repertoire, told.since(settings, today)))
        found += festivals(due.regions, settings, today)
        planned = {
            contact: Situation(due.whole[contact], settings, today) for contact in told.planned if contact in due.whole
        }
        return _agenda(found, planned, told, settings, today)


def _agenda(
    found: Iterable[Placed], situations: Mapping[ContactId, Situation], told: Told, settings: Settings, today: date
) -> Agenda:
    sections = _in_order(found, _Snoozed(told.snoozes, today))
    worded = {section: tuple(row for _, row in placed) for section, placed in sections.items()}
    notes = sorted(told.unsorted, key=lambda note: (note.day, note.entry))
    worded[Section.UNSORTED] = tuple(rows.unsorted(note, today) for note in notes)
    proposal = _proposal(worded, settings, today)
    plan = proposal
    if told.saved and told.saved.plan:
        plan = with_done(told.saved.plan, told.saved.day, situations)
        worded[Section.MOVED] += (rows.plan_kept(sum(item.done for item in plan), len(plan)),)
    return Agenda(today, worded, plan, proposal, told.since(settings, today))


class _Snoozed:
    """What is put off until a later day: favours' rows, and contacts' own rows in sections 4 to 6."""

    def __init__(self, snoozes: Iterable[Snooze], today: date) -> None:
        standing = [snooze for snooze in snoozes if today < snooze.until]
        self._favours = {snooze.favour for snooze in standing if snooze.favour is not None}
        self._contacts = {snooze.contact for snooze in standing if snooze.favour is None}

    def covers(self, row: Row) -> bool:
        """Whether the row is absent today."""
        if row.section in FAVOUR_SECTIONS:
            return row.loop is not None and row.loop.favour.id in self._favours
        return row.section in CONTACT_SECTIONS and row.contact in self._contacts


def _in_order(found: Iterable[Placed], snoozed: _Snoozed) -> dict[Section, list[Placed]]:
    sections: dict[Section, list[Placed]] = {section: [] for section in ORDERED}
    for placed in found:
        if not snoozed.covers(placed.row):
            sections[placed.row.section].append(placed)
    for section in sections.values():
        section.sort(key=itemgetter(0))
    return sections


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
