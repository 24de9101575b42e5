"""The reading of an entry as suggestions: taken one by one or together, dismissed for good, each undoable.

What a note says is never recorded by itself. A follow-up with a day becomes a day that matters to the contact, so
that the review brings it up; one without a day needs one before there is anything to record.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from time import monotonic
from typing import TypeVar

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import ContactId, FacetKind, OccasionKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.entry import Entry, EntryId, EntryKind, EntrySource
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import NotFound
from relationship_journal.domain.quoted_text import own_words
from relationship_journal.reading.note import (
    FollowUp,
    FoundCourtesy,
    FoundFacet,
    FoundOccasion,
    FoundPerson,
    FoundStep,
    Note,
    Reading,
)
from relationship_journal.reading.read_beside import read_beside
from relationship_journal.reading.reader import read
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.reads.waiting import STILL_TO_READ
from relationship_journal.store.waiting import note_read
from relationship_journal.store.work import Work
from relationship_journal.values import replace

from .contacts import Contacts
from .courtesies import Courtesies
from .favours import Favours
from .hub import LONG
from .journal import Journal
from .known_people import Knowing
from .settings import SettingsService
from .suggestions import Suggesting, Suggestion, Weighing, base_day

T = TypeVar("T")
_FEW = 5
"""Notes that are read ahead without the process beside the program: it has to load the reader first."""
_AT_ONCE = 0.03
"""Seconds for which notes brought in are read before somebody else has a turn."""


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
        self._knowing = Knowing(reads)
        self._many = False  # whether many notes are being read ahead

    def read(self, entry_id: EntryId, today: date, *, beside: bool = False) -> tuple[Suggestion, ...]:
        """What the note of an entry suggests and was neither taken nor dismissed; () where reading is turned off.

        The note counts as dropped in on the entry's own day, or today for an entry of today. One of many is read
        `beside` the program. Raises NotFound.
        """
        settings = self._settings.numbers()
        entry = self._reads.entry(entry_id)
        if not settings.reading or not entry.text.strip():
            return ()
        found = self._suggestions(entry, today, read_beside if beside else read)
        people = {one.contact for one in found if one.contact is not None} | set(entry.contacts)
        relationships = {one: self._reads.relationship(one) for one in people if self._reads.has_contact(one)}
        return Weighing(settings, self._settings.rungs(), today).weighed(found, entry, relationships)

    def warm(self) -> None:
        """Load the models now, so that the first note is read at once."""
        if self._settings.numbers().reading:
            read(Note("-", date(2000, 1, 1)))

    def take(self, suggestions: Sequence[Suggestion], today: date) -> None:
        """Record them, in one gesture, tied to their entries."""
        with self._gestures.work(Gesture.SUGGESTION_TAKEN) as work:
            for suggestion in suggestions:
                self._record(suggestion, self._reads.entry(suggestion.entry), today)
                self._note_day_of(suggestion)
                self._settle(work, suggestion, taken=True)

    def take_as(self, suggestion: Suggestion, record: Callable[[], T]) -> T:
        """Take a suggestion by recording what the user made of it, in one gesture; what `record` returns."""
        with self._gestures.work(Gesture.SUGGESTION_TAKEN) as work:
            recorded = record()
            self._note_day_of(suggestion)
            self._settle(work, suggestion, taken=True)
        return recorded

    def dismiss(self, suggestions: Sequence[Suggestion]) -> None:
        """Never offer them again."""
        with self._gestures.work(Gesture.SUGGESTION_DISMISSED) as work:
            for suggestion in suggestions:
                self._settle(work, suggestion, taken=False)

    def read_ahead(self, today: date, before_each: Callable[[], object] = lambda: None) -> bool:
        """Read for a moment what was brought in; whether there is more. What is found waits in the journal.

        Writes no step of undo. `before_each` note somebody else may go first. Nothing is read where reading is turned
        off or the journal can only be looked at.
        """
        if self._gestures.locked or not self._settings.numbers().reading:
            return False
        until = monotonic() + _AT_ONCE
        found: list[Entry] = []
        while monotonic() < until:
            before_each()
            entries = self._reads.notes_to_read(_FEW + 1)
            if not entries:
                break
            self._many = self._many or len(entries) > _FEW
            found += self._read_one(entries[0], today)
        if found:
            self._gestures.announce(Changes(entries=frozenset(entry.id for entry in found), readings=True), LONG)
        more = bool(self._reads.notes_to_read(1))
        self._many = self._many and more
        return more

    def is_to_be_read(self, entry_id: EntryId) -> bool:
        """Whether a note that was brought in waits to be read, for the first time or after a change."""
        return self._reads.waiting_chips([entry_id]).get(entry_id) == STILL_TO_READ

    def offered(self, entry_id: EntryId, today: date) -> tuple[Suggestion, ...]:
        """As `read`; and where something else waits of a note that was brought in, from now on it is this.

        Meanwhile its contact may have become known, or a favour gone on by hand.
        """
        found = self.read(entry_id, today)
        entry = self._reads.entry(entry_id)
        waits = self._reads.waiting_chips([entry_id]).get(entry_id, 0)
        brought_in = entry.source is not EntrySource.TYPED and not self._gestures.locked
        if brought_in and waits != len(found) and self._settings.numbers().reading:
            self._note(entry, found)
            self._gestures.announce(Changes(entries=frozenset((entry_id,)), readings=True))
        return found

    def _read_one(self, entry_id: EntryId, today: date) -> Iterable[Entry]:
        try:
            entry = self._reads.entry(entry_id)
        except NotFound:  # in the trash: nobody asks for it now
            with self._gestures.work(None) as work:
                note_read(work, entry_id, None, (), frozenset())
            return ()
        self._note(entry, self.read(entry_id, today, beside=self._many))
        return (entry,)

    def _note(self, entry: Entry, found: Sequence[Suggestion]) -> None:
        with self._gestures.work(None) as work:
            settled = self._reads.settled_suggestions(entry.id)
            note_read(work, entry.id, entry.revision, {*settled, *(one.key for one in found)}, settled)

    def _suggestions(
        self, entry: Entry, today: date, reader: Callable[[Note], Reading | None]
    ) -> tuple[Suggestion, ...]:
        """Not weighed yet."""
        gone = self._reads.settled_suggestions(entry.id)
        base = base_day(entry, gone, today)
        known = self._knowing.everybody(today)
        about = known.names.get(entry.contacts[0]) if entry.contacts else None
        # What a mail answers was read when it came in; its signature says nothing of the dealing.
        text = entry.text if entry.source is EntrySource.TYPED else entry.text[: own_words(entry.text).end]
        reading = reader(Note(text, base, known.people, about))
        if reading is None:
            return ()
        return tuple(Suggesting(entry, known.ids_beside(entry.contacts), known.names, gone, base).all_of(reading))

    def _settle(self, work: Work, suggestion: Suggestion, *, taken: bool) -> None:
        settled = self._reads.settled_suggestions(suggestion.entry)
        with_it = () if suggestion.follow_up is None else (suggestion.follow_up.key,)
        for key in (suggestion.key, *with_it, *(suggestion.also if taken else ())):
            if key not in settled:
                work.insert("reading", entry_id=suggestion.entry, suggestion=key, taken=int(taken))

    def _note_day_of(self, suggestion: Suggestion) -> None:
        """The day by which something promised is to be done stands among the days that matter to the contact."""
        task, favour = suggestion.follow_up, suggestion.favour
        if task is not None and favour is not None:
            self._note_day(favour.contact, task, favour.title)

    def _note_day(self, contact: ContactId, task: Suggestion, words: str) -> None:
        if isinstance(task.found, FollowUp) and task.found.due is not None:
            self._contacts.add_occasion(contact, OccasionKind.OTHER, task.found.due.isoformat(), words)

    def _record(self, suggestion: Suggestion, entry: Entry, today: date) -> None:
        found, contact = suggestion.found, suggestion.contact
        if isinstance(found, FoundPerson):
            if contact is None:
                contact = self._contacts.add(ContactDraft(found.name)).id
            if contact not in entry.contacts:
                self._journal.edit(replace(entry, contacts=(*entry.contacts, contact)))
        elif isinstance(found, EntryKind):
            self._journal.edit(replace(entry, kind=found))
        elif isinstance(found, date):
            self._journal.edit(replace(entry, day=found))
        elif isinstance(found, FoundCourtesy):
            self._courtesies.add(suggestion.courtesy_draft(entry), today)
        elif contact is None:
            return
        elif isinstance(found, FoundStep):
            self._take_step(suggestion, today)
        elif isinstance(found, FoundFacet):
            self._contacts.add_facet(contact, FacetKind(found.facet), suggestion.words)
        elif isinstance(found, FoundOccasion):
            self._contacts.add_occasion(contact, OccasionKind(found.kind), found.date, suggestion.words)
        else:
            self._note_day(contact, suggestion, suggestion.words)

    def _take_step(self, suggestion: Suggestion, today: date) -> None:
        """Go on with the favour; where it was to be a new one, perhaps an earlier suggestion has opened it by now."""
        favour = suggestion.favour
        assert favour is not None
        step = suggestion.step_draft()
        if suggestion.opens_favour:
            told = [
                one
                for one in self._reads.favours(favour.contact)
                if one.title == favour.title
                and one.direction is favour.direction
                and any(taken.entry == suggestion.entry for taken in one.steps)
            ]
            if not told:
                self._favours.add(suggestion.favour_draft(), (step,), today=today)
                return
            favour = told[0]
        self._favours.take_step(favour.id, step, today)
