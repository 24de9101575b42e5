"""The reading of an entry as suggestions: taken one by one or together, dismissed for good, each undoable.

What a note says is never recorded by itself. A follow-up with a day becomes a day that matters to the contact, so
that the review brings it up; one without a day is shown, and there is nothing to record of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from relationship_journal.domain.belonging import favour_of_step
from relationship_journal.domain.contact import ContactId, FacetKind, OccasionKind
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import Entry, EntryId, EntryKind
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.reading.note import (
    FollowUp,
    FoundCourtesy,
    FoundFacet,
    FoundOccasion,
    FoundPerson,
    FoundStep,
    KnownContact,
    Note,
    Reading,
    Span,
)
from relationship_journal.reading.reader import read
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads

from .contacts import Contacts
from .courtesies import Courtesies
from .favours import Favours
from .journal import Journal
from .settings import SettingsService

Found = FoundPerson | FoundStep | FoundCourtesy | FoundFacet | FoundOccasion | FollowUp | date | EntryKind
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that an entry's note suggests. `key` names it for good; `contact` is whose it is, where known;
    `span` are the words that it rests on, None for the note as a whole; `words` are those words."""

    key: str
    entry: EntryId
    found: Found
    contact: ContactId | None
    span: Span | None
    words: str


class Readings:
    """Use cases on what notes suggest."""

    def __init__(
        self,
        gestures: Gestures,
        reads: Reads,
        settings: SettingsService,
        *,
        contacts: Contacts,
        favours: Favours,
        courtesies: Courtesies,
        journal: Journal,
    ) -> None:
        self._gestures = gestures
        self._reads = reads
        self._settings = settings
        self._contacts = contacts
        self._favours = favours
        self._courtesies = courtesies
        self._journal = journal

    def read(self, entry_id: EntryId, today: date) -> tuple[Suggestion, ...]:
        """What the note of an entry suggests and was neither taken nor dismissed; () where reading is turned off.

        The note counts as dropped in on the entry's own day, or today for an entry of today. Raises NotFound.
        """
        if not self._settings.numbers().reading:
            return ()
        entry = self._reads.entry(entry_id)
        if not entry.text.strip():
            return ()
        rows = self._reads.contact_rows(today)
        known = tuple(KnownContact(row.name, row.nicknames, row.org) for row in rows)
        ids = {row.name: row.id for row in rows}
        mine = [row.name for row in rows if row.id in entry.contacts]
        reading = read(Note(entry.text, min(entry.day, today), known, mine[0] if mine else None))
        settled = self._reads.settled_suggestions(entry_id)
        only = entry.contacts[0] if len(entry.contacts) == 1 else None
        return tuple(
            Suggestion(key, entry_id, one, ids[name] if name else only, span, _words(entry.text, span))
            for key, one, name, span in _found(reading, entry, ids)
            if key not in settled
        )

    def take(self, suggestions: Sequence[Suggestion], today: date) -> None:
        """Record them, in one gesture, tied to their entries. Those that belong to nobody known only count as taken."""
        with self._gestures.work(Gesture.SUGGESTION_TAKEN) as work:
            for suggestion in suggestions:
                self._record(suggestion, self._reads.entry(suggestion.entry), today)
                work.insert("reading", entry_id=suggestion.entry, suggestion=suggestion.key, taken=1)

    def dismiss(self, suggestions: Sequence[Suggestion]) -> None:
        """Never offer them again."""
        with self._gestures.work(Gesture.SUGGESTION_DISMISSED) as work:
            for suggestion in suggestions:
                work.insert("reading", entry_id=suggestion.entry, suggestion=suggestion.key, taken=0)

    def _record(self, suggestion: Suggestion, entry: Entry, today: date) -> None:
        found, contact = suggestion.found, suggestion.contact
        if isinstance(found, FoundPerson) and contact is not None:
            self._journal.edit(replace(entry, contacts=(*entry.contacts, contact)))
        elif isinstance(found, date):
            self._journal.edit(replace(entry, day=found))
        elif isinstance(found, EntryKind):
            self._journal.edit(replace(entry, kind=found))
        elif isinstance(found, FoundStep) and contact is not None:
            self._take_step(found, contact, suggestion.words, entry, today)
        elif isinstance(found, FoundCourtesy) and (entry.contacts or contact is not None):
            self._courtesies.add(_courtesy(found, suggestion, entry), today)
        elif isinstance(found, FoundFacet) and contact is not None:
            self._contacts.add_facet(contact, FacetKind(found.facet), suggestion.words)
        elif isinstance(found, FoundOccasion) and contact is not None:
            self._contacts.add_occasion(contact, OccasionKind(found.kind), found.date, suggestion.words)
        elif isinstance(found, FollowUp) and contact is not None and found.due is not None:
            self._contacts.add_occasion(contact, OccasionKind.OTHER, found.due.isoformat(), suggestion.words)

    def _take_step(self, found: FoundStep, contact: ContactId, words: str, entry: Entry, today: date) -> None:
        direction, kind = Direction(found.direction), StepKind(found.step)
        step = StepDraft(kind, entry.day, entry=entry.id)
        favours = self._reads.favours(contact)
        favour = favour_of_step(
            favours, direction, kind, words, entry.id, today=today, settings=self._settings.numbers()
        )
        if favour is not None:
            self._favours.take_step(favour.id, step, today)
        else:
            draft = FavourDraft(contact, _title(words), direction, found.rung or 1)
            self._favours.add(draft, (step,), today=today)


def _found(
    reading: Reading, entry: Entry, ids: Mapping[str, ContactId]
) -> Iterator[tuple[str, Found, str | None, Span | None]]:
    """Each thing read that the entry does not say already: its key, itself, whose it is, its words."""
    for person in reading.contacts:
        if ids[person.name] not in entry.contacts:
            yield f"contact:{person.name}", person, person.name, person.span
    if reading.day != entry.day:
        yield f"day:{reading.day}", reading.day, None, reading.day_span
    kind = EntryKind(reading.channel)
    if kind not in (entry.kind, EntryKind.NOTE):
        yield f"channel:{kind.value}", kind, None, reading.channel_span
    for step in reading.steps:
        yield f"step:{step.contact}:{step.direction}:{step.step}", step, step.contact, step.span
    for place, one in enumerate(reading.courtesy):
        yield f"courtesy:{one.kind}:{one.direction}:{one.value}:{place}", one, None, one.span
    for facet in reading.facets:
        yield f"facet:{facet.contact}:{facet.facet}", facet, facet.contact, facet.span
    for day in reading.occasions:
        yield f"occasion:{day.contact}:{day.kind}:{day.date}", day, day.contact, day.span
    for place, task in enumerate(reading.follow_ups):
        yield f"follow_up:{task.due}:{place}", task, None, task.span


def _courtesy(found: FoundCourtesy, suggestion: Suggestion, entry: Entry) -> CourtesyDraft:
    return CourtesyDraft(
        CourtesyKind(found.kind),
        CourtesyDirection(found.direction),
        entry.day,
        entry.contacts or (() if suggestion.contact is None else (suggestion.contact,)),
        suggestion.words,
        None if found.value is None else Decimal(str(found.value)),
        found.currency or "",
        entry=entry.id,
    )


def _words(text: str, span: Span | None) -> str:
    return "" if span is None else " ".join(text[span.start : span.end].split())


def _title(words: str) -> str:
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
