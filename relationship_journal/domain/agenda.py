"""The weekly review: nine sections in which nothing is shown twice, and the plan that it ends with. METHOD 6."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass

from . import agenda_rows as rows
from .agenda_rows import Placed, Row, UnsortedNote
from .collector import collector_paused
from .coming_up import festivals
from .plan import PlanItem, SavedReview, Section, Snooze, spread, with_done
from .relationship import Relationship
from .repertoire import Repertoire
from .settings import Settings
from .share import Share, Shares
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


def agenda(
    relationships: Iterable[Relationship],
    settings: Settings,
    today: date,
    repertoire: Repertoire,
    *,
    unsorted: Iterable[UnsortedNote] = (),
    snoozes: Iterable[Snooze] = (),
    saved: SavedReview | None = None,
    shares: Shares | None = None,
) -> Agenda:
    """The review of `today`. `saved` is the last saved one, by which is told what moved.

    `shares` keeps what was made for relationships that are handed in again, the very same objects.
    """
    since = saved.day if saved else today - timedelta(days=settings.review_look_back)
    with collector_paused():
        found = (shares or Shares()).of(relationships, settings, today, repertoire, since)
        sections = _in_order(found, _Snoozed(snoozes, today))
        sections[Section.COMING_UP] += festivals(
            {share.relationship.contact.region for share in found}, settings, today
        )
    for placed in sections.values():
        placed.sort(key=_key)
    worded = {section: tuple(row for _, row in placed) for section, placed in sections.items()}
    notes = sorted(unsorted, key=lambda note: (note.day, note.entry))
    worded[Section.UNSORTED] = tuple(rows.unsorted(note, today) for note in notes)
    proposal = _proposal(worded, settings, today)
    plan = proposal
    if saved and saved.plan:
        planned = {item.contact for item in saved.plan}
        situations: dict[int, Situation] = {
            share.relationship.contact.id: Situation(share.relationship, settings, today)
            for share in found
            if share.relationship.contact.id in planned
        }
        plan = with_done(saved.plan, saved.day, situations)
        worded[Section.MOVED] += (rows.plan_kept(sum(item.done for item in plan), len(plan)),)
    return Agenda(today, worded, plan, proposal, since)


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


def _in_order(shares: list[Share], snoozed: _Snoozed) -> dict[Section, list[Placed]]:
    sections: dict[Section, list[Placed]] = {section: [] for section in ORDERED}
    for share in shares:
        for placed in share.rows:
            if not snoozed.covers(placed.row):
                sections[placed.row.section].append(placed)
    return sections


def _key(placed: Placed) -> Any:
    return placed.key


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
