"""The weekly review: nine sections in which nothing is shown twice, and the plan that it ends with. METHOD 6."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from itertools import chain, islice
from operator import itemgetter

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass

from . import agenda_rows as rows
from .agenda_rows import Row, UnsortedNote
from .collector import collector_paused
from .coming_up import festivals
from .contact import ContactId
from .due import Due
from .due import placed as rows_due
from .placed import Placed, Rows, made
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
    sections: Mapping[Section, Rows]
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
    sections = _in_order(chain(found, _notes(told.unsorted, today)), _Snoozed(told.snoozes, today))
    proposal = _proposal(sections, settings, today)
    plan = proposal
    if told.saved and told.saved.plan:
        plan = with_done(told.saved.plan, told.saved.day, situations)
        kept = made((), rows.plan_kept(sum(item.done for item in plan), len(plan)))
        sections[Section.MOVED] = Rows((*sections[Section.MOVED].placed, kept))
    return Agenda(today, sections, plan, proposal, told.since(settings, today))


def _notes(unsorted: Iterable[UnsortedNote], today: date) -> Iterator[Placed]:
    for note in unsorted:
        make = partial(rows.unsorted, note, today)
        yield Placed((note.day, note.entry), Section.UNSORTED, make, note.contact, entry=note.entry)


class _Snoozed:
    """What is put off until a later day: favours' rows, and contacts' own rows in sections 4 to 6."""

    def __init__(self, snoozes: Iterable[Snooze], today: date) -> None:
        standing = [snooze for snooze in snoozes if today < snooze.until]
        self._favours = {snooze.favour for snooze in standing if snooze.favour is not None}
        self._contacts = {snooze.contact for snooze in standing if snooze.favour is None}

    def __bool__(self) -> bool:
        return bool(self._favours or self._contacts)

    def covers(self, placed: Placed) -> bool:
        """Whether the row is absent today."""
        if placed.section in FAVOUR_SECTIONS:
            return placed.favour in self._favours
        return placed.section in CONTACT_SECTIONS and placed.contact in self._contacts


def _in_order(found: Iterable[Placed], snoozed: _Snoozed) -> dict[Section, Rows]:
    sections: dict[Section, list[Placed]] = {section: [] for section in ORDERED}
    for placed in found:
        if not (snoozed and snoozed.covers(placed)):
            sections[placed.section].append(placed)
    for section in sections.values():
        section.sort(key=itemgetter(0))
    return {section: Rows(placed) for section, placed in sections.items()}


def _proposal(sections: Mapping[Section, Rows], settings: Settings, today: date) -> tuple[PlanItem, ...]:
    """The first rows of sections 1 to 6, as many as a week holds, a day each."""
    first: Iterator[Row] = chain.from_iterable(sections[section] for section in TO_DO)
    items = [
        PlanItem(row.what, row.contact, row.loop.favour.id if row.loop else None, None, row.section, row.step)
        for row in islice(first, settings.review_plan_size)
    ]
    return spread(items, today)


def heading(section: Section) -> Message:
    """What a section is called."""
    return Message(rows.HEADINGS[section])
