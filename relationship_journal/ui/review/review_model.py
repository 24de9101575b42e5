"""What the review's page knows: the rows of this sitting in their order, how each was dealt with, and the plan."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from relationship_journal.domain.agenda import ORDERED, TO_DO
from relationship_journal.domain.agenda_rows import Row
from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import Contact, ContactId
from relationship_journal.domain.plan import PlanItem, Section
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.review import next_due, row_key, section_of
from relationship_journal.services.review import Review, free_day, planned
from relationship_journal.ui.context import Context
from relationship_journal.ui.tasks import Generation
from relationship_journal.values import replace

from .review_line import ANSWERS, How, Line, Progress, Reading
from .sitting import Sitting

WORKED_ON = ORDERED[:-1]  # every section but what moved
_AHEAD = 3  # rows whose people are read with the current one's


class ReviewModel(QObject):
    """Follows the journal while it is `awake`. Rows that were dealt with stay in their places during the sitting."""

    changed = Signal()  #: sections, plan or progress are others
    current_changed = Signal()  #: another row has the focus, or what is known of it
    dealt = Signal(object)  #: a Line was dealt with, by this page

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._generation = Generation()
        self._asked_for: set[ContactId] = set()
        self._memo: dict[str, tuple[Row, How]] = {}
        self._order: dict[Section, list[str]] = {section: [] for section in WORKED_ON}
        self._coming: tuple[PlanItem, ...] | None = None  # the plan as it will be once the gestures under way are kept
        self._under_way = 0
        self._again = False
        self._awake = False
        self._stale = True
        self.people: dict[ContactId, Contact] = {}
        self._read_again = ""
        self.review: Review | None = None
        self._sitting = Sitting(WORKED_ON)
        self.current: str = ""
        context.bridge.changed.connect(self._journal_changed)

    # What there is to see

    @property
    def finished(self) -> bool:
        """Whether this week's review was saved and nobody began another."""
        return self.review is not None and not self.review.due and not self._again

    @property
    def plan(self) -> tuple[PlanItem, ...]:
        """The plan on the page: the one that grows now; once the review is saved, the one it ended with."""
        if self.review is None:
            return ()
        if self._coming is not None:
            return self._coming
        if self.finished:
            return self.review.agenda.plan
        return self.review.held.plan if self.review.held is not None else ()

    @property
    def week(self) -> tuple[date, ...]:
        """The seven days of the plan: from tomorrow, or from the day after the review that was saved."""
        today = self._context.today()
        begin = self.review.before[0].day if self.finished and self.review and self.review.before else today
        return tuple(begin + timedelta(days=ahead) for ahead in range(1, 8))

    @property
    def next_due(self) -> date:
        """The day of the next review once this one is saved."""
        today = self._context.today()
        if self.review is None or not self.review.before:
            return today
        return next_due(self.review.before[0], today, self.review.settings)

    @property
    def slots(self) -> int:
        """How many things a week holds."""
        return self.review.settings.review_plan_size if self.review is not None else 0

    @property
    def progress(self) -> Progress:
        """Of the whole sitting."""
        parts = [self.progress_of(section) for section in WORKED_ON]
        done, of = sum(part.done for part in parts), sum(part.of for part in parts)
        minutes = 0
        if self.review is not None and not self.finished:
            minutes = self.review.agenda.minutes(self.review.settings, of - done)
        return Progress(done, of, minutes)

    @property
    def lines(self) -> Mapping[Section, tuple[Line, ...]]:
        """The rows of each section in their order."""
        return self._sitting.lines

    def progress_of(self, section: Section) -> Progress:
        """Of one section; rows dealt with in an earlier sitting of the same review count."""
        return self._sitting.progress_of(section)

    @property
    def still_waiting(self) -> int:
        """Once the review is saved: how many rows were neither dealt with nor planned in it, or have come since."""
        if self.review is None or not self.review.before:
            return 0
        dealt = self.review.before[0].dealt
        planned = {_about(item) for item in self.plan}
        return sum(
            line.how is None and line.key not in dealt and _subject(line.row) not in planned
            for line in self._sitting.every()
        )

    @property
    def left(self) -> int:
        """How many rows wait, for the badge; none while no review is due."""
        if self.finished or self.review is None:
            return 0
        return self.progress.left

    def line(self, key: str) -> Line | None:
        """A row of the sitting by its key."""
        return self._sitting.line(key)

    @property
    def current_line(self) -> Line | None:
        """The row that has the focus."""
        return self.line(self.current)

    def reading(self, line: Line) -> Reading:
        """What the open row says, in the language in use."""
        contact = self.people.get(line.row.contact) if line.row.contact is not None else None
        return Reading.of(line.row, contact)

    # Walking

    def walk(self, steps: int, *, shown: Callable[[Line], bool]) -> None:
        """Move the focus over the rows that are `shown`."""
        keys = [line.key for line in self._sitting.every() if shown(line)]
        if not keys:
            return
        at = keys.index(self.current) + steps if self.current in keys else 0
        self.focus(keys[max(0, min(at, len(keys) - 1))])

    def focus(self, key: str) -> None:
        """Give a row the focus."""
        if key != self.current:
            self.current = key
            self._read_people()
            self.current_changed.emit()

    def focus_section(self, section: Section) -> None:
        """Go to the first row of a section that waits, else to its first."""
        lines = self.lines.get(section, ())
        line = next((each for each in lines if each.how is None), lines[0] if lines else None)
        if line is not None:
            self.focus(line.key)

    # Dealing with rows

    def done(self) -> None:
        """Record today what the current row is about."""
        reviews, today = self._context.session.review, self._context.today()
        self._deal(How.DONE, lambda row: reviews.done(row, today))

    def answered(self, how: How) -> None:
        """Record today that they said yes, or no, to the ask that the current row is about."""
        line, reviews, today = self.current_line, self._context.session.review, self._context.today()
        if line is not None and line.can_be_answered:
            self._deal(how, lambda row: reviews.answered(row, ANSWERS[how], today))

    def said_yes(self) -> None:
        """They said yes."""
        self.answered(How.SAID_YES)

    def said_no(self) -> None:
        """They said no."""
        self.answered(How.SAID_NO)

    def put_into_plan(self) -> None:
        """Plan the current row for the day of the week on which the least is planned."""
        line = self.current_line
        if line is None or line.how is not None:
            return
        reviews, today = self._context.session.review, self._context.today()
        day = free_day(self.plan, today)
        self._coming = (*self.plan, replace(planned(line.row), day=day))
        self._deal(How.PLANNED, lambda row: reviews.plan_row(row, today, day))

    def snooze(self) -> None:
        """Put the current row off for as long as the settings say."""
        line, review = self.current_line, self.review
        if line is None or review is None or not line.can_wait:
            return
        reviews, today = self._context.session.review, self._context.today()
        until = today + timedelta(days=review.settings.snooze_days)
        self._deal(How.SNOOZED, lambda row: reviews.put_off(row, until, today))

    def _deal(self, how: How, gesture: Callable[[Row], object]) -> None:
        line = self.current_line
        if line is None or line.how is not None:
            return
        row = line.row
        self._memo[line.key] = row, how
        self._write(lambda: gesture(row), lambda problem: self._failed(line.key, problem))
        dealt = line._replace(how=how)
        self._sitting.put(dealt)
        self._go_on(line)
        self.dealt.emit(dealt)
        self.changed.emit()
        self.current_changed.emit()

    def _write(self, gesture: Callable[[], object], failed: Callable[[Problem], None] | None = None) -> None:
        """Hand a gesture in. Until all of them are kept the page shows what will be."""
        self._under_way += 1

        def kept(_value: object) -> None:
            self._under_way -= 1

        def refused(problem: Problem) -> None:
            self._under_way -= 1
            self._coming = None
            if failed is not None:
                failed(problem)
            self._context.notices.problem(problem)
            self.read()

        self._context.tasks.run(gesture, kept, refused)

    def _failed(self, key: str, _problem: Problem) -> None:
        self._memo.pop(key, None)

    def _go_on(self, line: Line) -> None:
        """The next row that waits takes the focus, below first, then from the top."""
        every = list(self._sitting.every())
        at = next(place for place, each in enumerate(every) if each.key == line.key)
        waiting = [each for each in (*every[at + 1 :], *every[:at]) if each.how is None]
        self.current = waiting[0].key if waiting else ""
        self._read_people()

    # The plan

    def change_plan(self, change: Callable[[tuple[PlanItem, ...]], tuple[PlanItem, ...]]) -> None:
        """Put another plan in place of this one."""
        plan, today, reviews = change(self.plan), self._context.today(), self._context.session.review
        if self.review is None or plan == self.plan:
            return
        if self.finished:
            self._tick(plan)
        else:
            self._write(lambda: reviews.arrange_plan(plan, today))
        self._coming = plan
        self.changed.emit()

    def propose(self) -> None:
        """Take the rows that come first into the plan."""
        review = self.review
        if review is not None:
            self.change_plan(lambda _plan: review.agenda.proposal)

    def _tick(self, plan: tuple[PlanItem, ...]) -> None:
        """After the review, things of the plan are changed one by one, where they stand."""
        today, reviews = self._context.today(), self._context.session.review
        before = self.plan
        if len(plan) > len(before):
            self._write(lambda: reviews.add_to_plan(plan[-1], today))
            return
        place = next((place for place, item in enumerate(before) if place >= len(plan) or plan[place] != item), 0)
        now = plan[place] if len(plan) == len(before) else None
        self._write(lambda: reviews.change_planned(place, now, today))

    # The whole

    def finish(self) -> None:
        """Save the review with its plan."""
        reviews, today = self._context.session.review, self._context.today()
        self._again = False
        self._context.tasks.run(lambda: reviews.save(today))

    def begin_again(self) -> None:
        """Look at the rows although this week's review was saved."""
        self._again = True
        self._memo.clear()
        self.read()

    @property
    def awake(self) -> bool:
        """Whether it reads at every change."""
        return self._awake

    def wake(self, awake: bool) -> None:
        """While the page can be seen it reads at every change; what is read quickly is there at the first paint."""
        self._awake = awake
        if awake and self._stale:
            with self._context.tasks.together():
                self.read()

    def read(self) -> None:
        """Gather the review again."""
        self._stale = False
        session, today, line = self._context.session, self._context.today(), self.current_line
        entry = line.row.entry if line is not None and line.row.section is Section.UNSORTED else None

        def gather() -> tuple[Review, str]:
            again = entry is not None and session.readings.is_to_be_read(entry)
            return session.review.gather(today), line.key if again and line is not None else ""

        self._context.tasks.read(gather, self._show, self._generation)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.everything:
            self.people.clear()
        self._stale = True
        if self._awake:
            self.read()

    def _show(self, gathered: tuple[Review, str]) -> None:
        """`gathered` is the review, and the key of the current note if it is being read again, else empty.

        Such a note (a suggestion has just put it to somebody) keeps its row meanwhile, and so its place and the focus.
        """
        review, self._read_again = gathered
        self.review = review
        if not self._under_way:
            self._coming = None
        if review.held is None and not self._again:
            self._memo.clear()
            self._order = {section: [] for section in WORKED_ON}
        dealt = review.held.dealt if review.held is not None else frozenset[str]()
        before = [line.key for line in self._sitting.every() if line.how is not None]
        self._sitting.show({section: self._lines(review, section) for section in WORKED_ON}, dealt)
        back = [key for key in before if (line := self.line(key)) is not None and line.how is None]
        if len(back) == 1 and not self._under_way:  # undone: whoever takes a row back wants to look at it again
            self.current = back[0]
        elif self.line(self.current) is None:
            self.current = next((line.key for line in self._sitting.every() if line.how is None), "")
        self._read_people()
        self.changed.emit()
        self.current_changed.emit()

    def _lines(self, review: Review, section: Section) -> tuple[Line, ...]:
        rows: dict[str, Row] = {row_key(row): row for row in review.agenda.sections[section]}
        if section_of(self._read_again) == section and (line := self.line(self._read_again)) is not None:
            rows.setdefault(line.key, line.row)
        dealt = review.held.dealt if review.held is not None else frozenset()
        planned = {_about(item) for item in self.plan}
        kept: Mapping[str, tuple[Row, How]] = {
            key: memo for key, memo in self._memo.items() if memo[0].section is section and key in dealt
        }
        order = [key for key in self._order[section] if key in rows or key in kept]
        known = set(order)
        order += [key for key in rows if key not in known]
        self._order[section] = order

        def how(key: str) -> How | None:
            if key not in dealt:
                return None
            if key in kept:
                return kept[key][1]
            return How.PLANNED if _subject(rows[key]) in planned else How.DONE

        return tuple(Line(key, kept[key][0] if key in kept else rows[key], how(key)) for key in order)

    def _read_people(self) -> None:
        """Read whom the rows around the focus are about, before they are opened."""
        every = list(self._sitting.every())
        at = next((place for place, line in enumerate(every) if line.key == self.current), 0)
        wanted = {
            line.row.contact
            for line in every[max(0, at - _AHEAD) : at + _AHEAD + 1]
            if line.row.contact is not None and line.row.section in TO_DO
        } - set(self.people)
        if not wanted or wanted <= self._asked_for:
            return
        self._asked_for |= wanted
        reads = self._context.session.reads
        self._context.tasks.read(lambda: [reads.contact(contact) for contact in wanted], self._know)

    def _know(self, people: list[Contact]) -> None:
        self.people.update({contact.id: contact for contact in people})
        self._asked_for -= {contact.id for contact in people}
        self.current_changed.emit()


def _about(item: PlanItem) -> tuple[object, ...]:
    """What a planned thing is about, as `_subject` tells it of a row."""
    return item.contact, item.favour, item.section


def _subject(row: Row) -> tuple[object, ...]:
    return row.contact, row.loop.favour.id if row.loop else None, row.section
