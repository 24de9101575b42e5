"""The weekly review: gathered for a day, dealt with row by row, planned, put off, saved and compared. METHOD 6."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta

from relationship_journal.domain.agenda import TO_DO, Agenda, Told, agenda_of
from relationship_journal.domain.agenda_rows import Row
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft, FavourDraft, StepDraft
from relationship_journal.domain.favour import Direction, FavourId, StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.plan import PlanItem, SavedReview, Section, Snooze, with_done
from relationship_journal.domain.problems import NotFound, Problem
from relationship_journal.domain.review import (
    HeldReview,
    ReviewId,
    dealt_contacts,
    dealt_favours,
    is_due,
    is_forgotten,
    is_greeting,
    last_saved,
    not_met_again,
    row_key,
)
from relationship_journal.domain.settings import Settings
from relationship_journal.domain.situation import situation_of
from relationship_journal.i18n import Message, current_language, word
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.records import reviews as records
from relationship_journal.store.work import Work
from relationship_journal.values import dataclass, replace

from .courtesies import Courtesies
from .favours import Favours
from .ideas import Ideas
from .settings import SettingsService

Plan = tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it stands: what is due today, and the one that is held now, if it was begun.

    `plan` is the one that grows in the review held now, else that of the last saved one, else the proposal;
    `before` are the saved ones, newest first. `due` tells whether it is time for the next one.
    """

    agenda: Agenda
    held: HeldReview | None
    plan: Plan
    before: tuple[HeldReview, ...]
    settings: Settings
    due: bool

    def is_dealt(self, row: Row) -> bool:
        """Whether the row was dealt with in the review held now."""
        return self.held is not None and row_key(row) in self.held.dealt


@dataclass(frozen=True, slots=True)
class PastReview:
    """A review that was saved, its plan with what was done before the next one (`until`; today for the last)."""

    review: HeldReview
    plan: Plan
    until: date


class Reviews:
    """Use cases on the weekly review. What is planned outside of a review changes the plan that stands."""

    def __init__(
        self,
        gestures: Gestures,
        reads: Reads,
        settings: SettingsService,
        ideas: Ideas,
        *,
        favours: Favours,
        courtesies: Courtesies,
    ) -> None:
        self._gestures = gestures
        self._reads = reads
        self._settings = settings
        self._ideas = ideas
        self._favours = favours
        self._courtesies = courtesies

    def gather(self, today: date) -> Review:
        """The review of `today`."""
        reviews = self._reads.reviews()
        saved = last_saved(reviews)
        held = reviews[0] if reviews and not reviews[0].saved else None
        settings = self._settings.numbers()
        if held is not None and is_forgotten(held, today, settings):
            held = replace(held, dealt=frozenset())
        told = Told(
            (*self._reads.unsorted_notes(), *(self._reads.waiting_notes() if settings.reading else ())),
            self._reads.snoozes(),
            None if saved is None else SavedReview(saved.day, saved.plan),
        )
        facts = self._reads.due(told.planned, settings, today, told.since(settings, today))
        due = agenda_of(facts, told, settings, today, self._ideas.repertoire(today))
        if held is not None and held.dealt:
            met = dealt_contacts(held, self._owners(dealt_favours(held)))
            due = replace(due, sections=not_met_again(due.sections, held, met))
        plan = held.plan if held is not None and held.plan else due.plan
        before = tuple(review for review in reviews if review.saved)
        return Review(due, held, plan, before, settings, is_due(held, saved, today, settings))

    def _owners(self, favours: Iterable[FavourId]) -> dict[FavourId, ContactId]:
        """Whose they are, without those that were removed since."""
        found = {}
        for favour in favours:
            with suppress(NotFound):
                found[favour] = self._reads.favour(favour).contact
        return found

    def history(self, today: date) -> tuple[PastReview, ...]:
        """The saved reviews, newest first, with what was done of each plan until the next one."""
        settings, past, until = self._settings.numbers(), [], today
        for review in (each for each in self._reads.reviews() if each.saved):
            contacts = {item.contact for item in review.plan if item.contact is not None}
            situations = {
                contact: situation_of(self._reads.relationship(contact), settings, until) for contact in contacts
            }
            past.append(PastReview(review, with_done(review.plan, review.day, situations), until))
            until = review.day
        return tuple(past)

    def done(self, row: Row, today: date) -> None:
        """Record today what the row is about, and note that it was dealt with: one gesture.

        A favour's row takes its step; a ready or untested contact's becomes a favour asked (or offered) today under
        the idea's title; to get in touch, or an occasion, is a greeting given. Where nothing is to be recorded (an
        ask that still waits, something to do by a day, an unsorted note) the row is only marked.
        """
        with self._gestures.work(Gesture.REVIEW_ROW_DEALT) as work:
            if row.loop is not None and row.step is not None:
                self._favours.take_step(row.loop.favour.id, StepDraft(row.step), today)
            elif row.section in (Section.READY, Section.UNTESTED) and row.contact is not None:
                self._favours.add(_begun(row), (StepDraft(row.step or StepKind.ASKED),), today=today)
            elif row.contact is not None and is_greeting(row):
                said = "" if row.occasion is None else row.occasion.text
                greeting = CourtesyDraft(
                    CourtesyKind.GREETING, CourtesyDirection.GIVEN, contacts=(row.contact,), text=said
                )
                self._courtesies.add(greeting, today)
            records.deal(work, self._held(work, today), row_key(row))

    def answered(self, row: Row, step: StepKind, today: date) -> None:
        """Record today that an ask was granted or declined, and note that its row was dealt with: one gesture."""
        with self._gestures.work(Gesture.REVIEW_ROW_DEALT) as work:
            if row.loop is not None:
                self._favours.take_step(row.loop.favour.id, StepDraft(step), today)
            records.deal(work, self._held(work, today), row_key(row))

    def deal(self, row: Row, today: date) -> None:
        """Note that a row was dealt with in the review held now, which begins with it."""
        with self._gestures.work(Gesture.REVIEW_ROW_DEALT) as work:
            records.deal(work, self._held(work, today), row_key(row))

    def plan_row(self, row: Row, today: date, day: date | None = None) -> None:
        """Put a row into the plan of the review held now, on `day`, else on that of the week with the least to do."""
        with self._gestures.work(Gesture.PLANNED) as work:
            held = self._held(work, today)
            plan = self._plan_of(held)
            item = replace(planned(row), day=free_day(plan, today) if day is None else day)
            records.save_plan(work, held, (*plan, item))
            records.deal(work, held, row_key(row))

    def put_off(self, row: Row, until: date, today: date) -> None:
        """Snooze a row until a day, and note that it was dealt with: one gesture. Problem for a row of nobody."""
        if row.contact is None or row.section not in TO_DO:
            raise Problem(Message("This cannot be put off."))
        with self._gestures.work(Gesture.SNOOZED) as work:
            records.snooze(work, Snooze(row.contact, until, row.loop.favour.id if row.loop else None))
            records.deal(work, self._held(work, today), row_key(row))

    def arrange_plan(self, plan: Plan, today: date) -> Plan:
        """Put `plan` in place of the one of the review held now, which begins with it."""
        with self._gestures.work(Gesture.PLANNED) as work:
            records.save_plan(work, self._held(work, today), plan)
        return plan

    def add_to_plan(self, item: PlanItem, today: date) -> Plan:
        """Put something into the plan that stands. Problem without words."""
        if isinstance(item.text, str) and not item.text.strip():
            raise Problem(Message("A plan needs a few words."))
        return self._change_plan(today, lambda plan: (*plan, item))

    def change_planned(self, place: int, item: PlanItem | None, today: date) -> Plan:
        """Put `item` in the place (0 is the first) of what stands there in the plan, or take that away where None."""

        def changed(plan: Plan) -> Plan:
            if not 0 <= place < len(plan):
                raise Problem(Message("There is no such line in the plan."))
            return (*plan[:place], *(() if item is None else (item,)), *plan[place + 1 :])

        return self._change_plan(today, changed)

    def tick(self, place: int, today: date, *, done: bool = True) -> Plan:
        """Mark what was planned in this place as done, or not done after all."""
        plan = self.standing_plan()
        if not 0 <= place < len(plan):
            raise Problem(Message("There is no such line in the plan."))
        return self.change_planned(place, replace(plan[place], done=done), today)

    def standing_plan(self) -> Plan:
        """The plan of the review held now, if it has one, else of the last saved one."""
        review = self._standing()
        return review.plan if review is not None else ()

    def snooze(self, contact: ContactId, until: date, favour: FavourId | None = None) -> None:
        """Put off a favour's row, or without one the contact's own row in sections 4 to 6, until a day."""
        with self._gestures.work(Gesture.SNOOZED) as work:
            self._reads.contact(contact)
            if favour is not None:
                self._reads.favour(favour)
            records.snooze(work, Snooze(contact, until, favour))

    def save(self, today: date) -> Review:
        """Save the review with today's date and its plan, the proposal where none was made; returns it as saved."""
        with self._gestures.work(Gesture.REVIEW_SAVED) as work:
            review = self.gather(today)
            held = self._held(work, today)
            if review.held is None or not review.held.plan:
                records.save_plan(work, held, review.agenda.proposal)
            records.finish(work, held, today, len(review.agenda.sections[Section.MOVED]))
        return replace(review, plan=self.standing_plan())

    def _held(self, work: Work, today: date) -> ReviewId:
        reviews = self._reads.reviews()
        if not reviews or reviews[0].saved:
            return records.begin(work, today)
        if is_forgotten(reviews[0], today, self._settings.numbers()):
            records.begin_again(work, reviews[0].id, today)
        return reviews[0].id

    def _plan_of(self, review: ReviewId) -> Plan:
        return next(held.plan for held in self._reads.reviews() if held.id == review)

    def _standing(self) -> HeldReview | None:
        reviews = self._reads.reviews()
        if reviews and not reviews[0].saved and reviews[0].plan:
            return reviews[0]
        return last_saved(reviews) or (reviews[0] if reviews else None)

    def _change_plan(self, today: date, change: Callable[[Plan], Plan]) -> Plan:
        with self._gestures.work(Gesture.PLANNED) as work:
            standing = self._standing()
            review = standing.id if standing is not None else records.begin(work, today)
            records.save_plan(work, review, change(standing.plan if standing is not None else ()))
        return self.standing_plan()


def free_day(plan: Plan, today: date) -> date:
    """The first of the seven days after today on which the least is planned."""
    week = [today + timedelta(days=ahead) for ahead in range(1, 8)]
    return min(week, key=lambda day: sum(item.day == day for item in plan))


def planned(row: Row) -> PlanItem:
    """A row as a line of the plan, without a day yet."""
    return PlanItem(row.what, row.contact, row.loop.favour.id if row.loop else None, None, row.section, row.step)


def _begun(row: Row) -> FavourDraft:
    """The favour that a contact's row becomes once it was asked, or offered."""
    assert row.contact is not None
    title = word(row.what) if row.suggested is None else row.suggested.what.text(current_language()).title
    if row.step is StepKind.OFFERED:
        return FavourDraft(row.contact, title, Direction.GIVEN)
    return FavourDraft(row.contact, title, rung=row.rung or 1)
