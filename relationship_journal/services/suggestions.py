"""What the note of an entry suggests, as things to be recorded: whose they are, and what the rules say to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from relationship_journal.domain.belonging import ToldStep, favour_of_step, says_nothing_new
from relationship_journal.domain.contact import Contact, ContactId
from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import Entry, EntryId, EntryKind
from relationship_journal.domain.favour import Direction, Favour, FavourId, Step, StepKind
from relationship_journal.domain.recording import warnings_for_courtesy, warnings_for_favour, warnings_for_step
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.rules import Verdict
from relationship_journal.domain.rung import Rung
from relationship_journal.domain.settings import Settings
from relationship_journal.reading.note import (
    FollowUp,
    FoundCourtesy,
    FoundFacet,
    FoundOccasion,
    FoundPerson,
    FoundStep,
    Reading,
    Span,
)
from relationship_journal.values import dataclass, replace

from .suggestion_keys import KIND, day_key, decided_day, kind_key, person_key

Found = FoundPerson | FoundStep | FoundCourtesy | FoundFacet | FoundOccasion | FollowUp | date | EntryKind
_OfSomebody = FoundStep | FoundCourtesy | FoundFacet | FoundOccasion | FollowUp
NEW_FAVOUR = FavourId(0)
"""The id of a favour that a step would open."""
_LONGEST_TITLE = 40
_BULLET = re.compile(r"^[-*•·] ")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that an entry's note suggests. `key` names it for good; `contact` is whose it is, None for somebody
    new and for the entry itself.

    `span` are the words that it rests on (code points of the note), None for the note as a whole; `words` are those
    words. `day` is when it happened. A step has the `favour` that it goes on with, or the one that it opens (its id
    is then `NEW_FAVOUR`), a courtesy the one that it answers; `also` are the keys of the suggestions that it settles
    with it, and `warnings` are what the rules say to it. `follow_up` is what the same words want done by a day: it is
    taken and dismissed with the step.
    """

    key: str
    entry: EntryId
    found: Found
    contact: ContactId | None
    span: Span | None
    words: str
    day: date
    name: str = ""
    favour: Favour | None = None
    warnings: tuple[Verdict, ...] = ()
    also: tuple[str, ...] = ()
    follow_up: "Suggestion | None" = None

    @property
    def opens_favour(self) -> bool:
        """Whether it is a step that opens a new favour."""
        return self.favour is not None and self.favour.id == NEW_FAVOUR

    @property
    def is_somebody_new(self) -> bool:
        """Whether it would add a contact: more than the entry says of those whom it is about."""
        return isinstance(self.found, FoundPerson) and self.contact is None

    @property
    def needs_more(self) -> bool:
        """Whether there is nothing to record until the user says more: something to do without a day."""
        return isinstance(self.found, FollowUp) and self.found.due is None

    def step_draft(self) -> StepDraft:
        """The step as the services take it."""
        assert isinstance(self.found, FoundStep)
        return StepDraft(StepKind(self.found.step), self.day, entry=self.entry)

    def favour_draft(self) -> FavourDraft:
        """The favour that a step opens."""
        assert self.favour is not None
        return FavourDraft(self.favour.contact, self.favour.title, self.favour.direction, self.favour.rung)

    def courtesy_draft(self, entry: Entry) -> CourtesyDraft:
        """The courtesy as the services take it."""
        assert isinstance(self.found, FoundCourtesy)
        return CourtesyDraft(
            CourtesyKind(self.found.kind),
            CourtesyDirection(self.found.direction),
            self.day,
            entry.contacts or (() if self.contact is None else (self.contact,)),
            self.words,
            None if self.found.value is None else Decimal(str(self.found.value)),
            self.found.currency or "",
            None if self.favour is None else self.favour.id,
            self.entry,
        )


class Suggesting:
    """Makes suggestions of what was read from the note of `entry`; `ids` are known people by name, `names` by id."""

    def __init__(
        self,
        entry: Entry,
        ids: Mapping[str, ContactId],
        names: Mapping[ContactId, str],
        settled: frozenset[str],
        base: date,
    ) -> None:
        self._entry = entry
        self._ids = ids
        self._names = names
        self._settled = settled
        self._base = base

    def all_of(self, reading: Reading) -> Iterator[Suggestion]:
        """What the entry does not say already and was neither taken nor dismissed, in the order of its kinds."""
        entry = self._entry
        named = [self._ids[person.name] for person in reading.contacts]
        whose = entry.contacts[0] if entry.contacts else named[0] if len(set(named)) == 1 else None
        day_settled = decided_day(self._settled) is not None
        day = entry.day if day_settled else reading.day
        seen: dict[str, int] = {}
        for base, found, contact, span in self._found(reading, whose, day_settled=day_settled):
            seen[base] = seen.get(base, 0) + 1
            key = base if seen[base] == 1 else f"{base}#{seen[base]}"
            if key not in self._settled:
                words = "" if span is None else _BULLET.sub("", " ".join(entry.text[span.start : span.end].split()))
                name = self._names.get(contact, "") if contact is not None else ""
                yield Suggestion(key, entry.id, found, contact, span, words, day, name)

    def _found(
        self, reading: Reading, whose: ContactId | None, *, day_settled: bool
    ) -> Iterator[tuple[str, Found, ContactId | None, Span | None]]:
        entry = self._entry
        for person in reading.contacts:
            if (number := self._ids[person.name]) not in entry.contacts:
                yield person_key(person.name), person, number, person.span
        if reading.day != entry.day and reading.day_span is not None and not day_settled:
            yield day_key(reading.day, self._base), reading.day, None, reading.day_span
        kind = EntryKind(reading.channel)
        if entry.kind is EntryKind.NOTE and kind is not EntryKind.NOTE and KIND not in self._settled:
            yield kind_key(kind.value), kind, None, reading.channel_span
        yield from self._of_people(reading, whose)
        for person in reading.new_people:
            yield f"new:{person.name}", person, None, person.span

    def _of_people(
        self, reading: Reading, whose: ContactId | None
    ) -> Iterator[tuple[str, Found, ContactId | None, Span | None]]:
        """What is recorded with somebody; nothing of it can be where it is not known with whom."""
        for base, found, name in _told(reading):
            contact = whose if name is None else self._ids[name]
            if contact is not None:
                yield base, found, contact, found.span


def _told(reading: Reading) -> Iterator[tuple[str, _OfSomebody, str | None]]:
    """The beginning of a key, what was found, and the name of whose it is where the reader knows."""
    for step in reading.steps:
        yield f"step:{step.direction}:{step.step}", step, step.contact
    for gift in reading.courtesy:
        yield f"courtesy:{gift.kind}:{gift.direction}:{gift.value}", gift, None
    for facet in reading.facets:
        yield f"facet:{facet.facet}", facet, facet.contact
    for day in reading.occasions:
        yield f"occasion:{day.kind}:{day.date}", day, day.contact
    for task in reading.follow_ups:
        said = any(_same_day(task, day) for day in reading.occasions)
        said |= task.due is None and any(_overlap(task.span, step.span) for step in reading.steps)
        if not said:
            yield f"follow_up:{task.due}", task, None


def base_day(entry: Entry, settled: frozenset[str], today: date) -> date:
    """The day from which the note counts its days: its entry's, before a day that it names was taken for that."""
    decided = decided_day(settled)
    return min(entry.day, today) if decided is None else decided[1]


class Weighing:
    """Finds the favour that each step belongs to, and what the rules say. `relationship` reads one contact's."""

    def __init__(self, settings: Settings, rungs: Sequence[Rung], today: date) -> None:
        self._settings = settings
        self._rungs = {rung.number: rung for rung in rungs}
        self._today = today
        self._relationships: dict[ContactId, Relationship] = {}

    def weighed(
        self, suggestions: Sequence[Suggestion], entry: Entry, relationships: Mapping[ContactId, Relationship]
    ) -> tuple[Suggestion, ...]:
        """The suggestions with their favours and warnings, as if each were taken after those before it."""
        self._relationships = dict(relationships)
        weighed: list[Suggestion] = []
        for one in suggestions:
            if isinstance(one.found, FoundStep):
                weighed += self._step(one, one.found, entry)
            elif isinstance(one.found, FoundCourtesy):
                answered = _answered(weighed, one, one.found)
                if answered is not None:
                    weighed.remove(answered)
                    one = replace(one, favour=answered.favour, also=(answered.key,))  # noqa: PLW2901 - the same one
                weighed.append(replace(one, warnings=self._courtesy(one, entry)))
            elif isinstance(one.found, FollowUp) and (said := _told_with_its_day(weighed, one)) is not None:
                weighed[weighed.index(said)] = replace(said, follow_up=one)
            else:
                weighed.append(one)
        return tuple(weighed)

    def _step(self, one: Suggestion, found: FoundStep, entry: Entry) -> tuple[Suggestion, ...]:
        """The step with its favour; nothing where it tells again what is recorded."""
        assert one.contact is not None
        relationship = self._relationships[one.contact]
        direction, kind = Direction(found.direction), StepKind(found.step)
        told = ToldStep(direction, kind, one.words, entry.text, one.entry)
        favours, today, settings = relationship.favours, self._today, self._settings
        favour = favour_of_step(favours, told, today=today, settings=settings)
        if favour is None and says_nothing_new(favours, told, today=today, settings=settings):
            return ()
        step = Step(kind, one.day, entry=one.entry)
        if favour is None:
            rung = self._rungs[found.rung or 1]
            favour = Favour(
                NEW_FAVOUR,
                one.contact,
                _title(one.words, relationship.contact),
                direction,
                rung.number,
                rung.domain,
                rung.weight,
            )
            after = replace(favour, steps=(step,))
            warnings = warnings_for_favour(relationship, after, self._settings, self._today)
        else:
            after = replace(favour, steps=(*favour.steps, step))
            warnings = warnings_for_step(relationship, favour, step, self._settings)
        others = tuple(other for other in relationship.favours if other is not favour)
        self._relationships[one.contact] = replace(relationship, favours=(*others, after))
        return (replace(one, favour=favour, warnings=warnings),)

    def _courtesy(self, one: Suggestion, entry: Entry) -> tuple[Verdict, ...]:
        draft = one.courtesy_draft(entry)
        made = Courtesy(
            CourtesyId(0),
            draft.kind,
            draft.direction,
            one.day,
            draft.contacts,
            draft.text,
            draft.value,
            draft.currency,
            draft.favour,
            one.entry,
        )
        said: dict[Verdict, None] = {}
        for contact in made.contacts:
            said.update(dict.fromkeys(warnings_for_courtesy(self._relationships[contact], made, self._settings)))
        return tuple(said)


def _answered(weighed: Sequence[Suggestion], courtesy: Suggestion, found: FoundCourtesy) -> Suggestion | None:
    """The step of the same note that a courtesy is: a return in a present of mine, an answer in one of theirs."""
    if found.kind == CourtesyKind.GREETING:
        return None
    is_mine = found.direction == CourtesyDirection.GIVEN
    step, direction = ("returned", "received") if is_mine else ("acknowledged", "given")
    for one in weighed:
        if not isinstance(one.found, FoundStep) or one.contact != courtesy.contact or one.opens_favour:
            continue
        if (one.found.step, one.found.direction) == (step, direction):
            return one
    return None


def _told_with_its_day(weighed: Sequence[Suggestion], task: Suggestion) -> Suggestion | None:
    """The step that the same words tell as something to do by a day: a promise to send it by Wednesday."""
    if task.needs_more or task.span is None:
        return None
    steps = [
        one
        for one in weighed
        if isinstance(one.found, FoundStep) and one.contact == task.contact and one.span and one.follow_up is None
    ]
    return max(
        (one for one in steps if _shared(one, task) > 0), key=lambda one: (_shared(one, task), one.key), default=None
    )


def _shared(one: Suggestion, other: Suggestion) -> int:
    """How many characters of the note both rest on."""
    if one.span is None or other.span is None:
        return 0
    return min(one.span.end, other.span.end) - max(one.span.start, other.span.start)


def _same_day(task: FollowUp, day: FoundOccasion) -> bool:
    """Whether the same words were read as a day that matters and as something to do on it."""
    due = "" if task.due is None else task.due.isoformat()
    return day.date == due and _overlap(task.span, day.span)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _title(words: str, contact: Contact) -> str:
    from relationship_journal.reading.titles import title_of  # reads its lists: the window's start waits for none

    names = (contact.name, contact.name.split()[0], *contact.nicknames)
    title = title_of(words, names)
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
