"""Courtesies: recorded alone or as the answer to a favour."""

from collections.abc import Iterable, Sequence
from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyId
from relationship_journal.domain.drafts import CourtesyDraft, StepDraft
from relationship_journal.domain.favour import Direction, Favour, FavourId, StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem, WrongUsage
from relationship_journal.domain.recording import warnings_for_courtesy
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.rules import Verdict
from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.records import favours as records
from relationship_journal.store.records import trash
from relationship_journal.values import dataclass, replace

from .favours import Favours
from .settings import SettingsService

_ANSWERS = {
    (CourtesyDirection.GIVEN, Direction.RECEIVED): StepKind.RETURNED,
    (CourtesyDirection.RECEIVED, Direction.GIVEN): StepKind.ACKNOWLEDGED,
}
"""The step that a courtesy adds to the favour it is tied to; the other way round it adds none (METHOD 8)."""


@dataclass(frozen=True, slots=True)
class RecordedCourtesy:
    """A courtesy as it now stands, and the verdicts that are not ok, of all its contacts."""

    courtesy: Courtesy
    warnings: tuple[Verdict, ...] = ()


class Courtesies:
    """Use cases on courtesies."""

    def __init__(self, gestures: Gestures, reads: Reads, settings: SettingsService, favours: Favours) -> None:
        self._gestures = gestures
        self._reads = reads
        self._settings = settings
        self._favours = favours

    def add(self, draft: CourtesyDraft, today: date) -> RecordedCourtesy:
        """Record a courtesy, and in the same gesture the step that it is to the favour that it answers."""
        with self._gestures.work(Gesture.COURTESY_ADDED) as work:
            courtesy = self._whole(draft, today)
            courtesy = replace(courtesy, id=records.add_courtesy(work, courtesy))
            if courtesy.favour is not None and draft.tie:
                self._answer(self._reads.favour(FavourId(courtesy.favour)), courtesy, today)
            warnings = self.warnings([courtesy])[courtesy.id]
        return RecordedCourtesy(courtesy, warnings)

    def warnings(self, courtesies: Iterable[Courtesy]) -> dict[CourtesyId, tuple[Verdict, ...]]:
        """What the rules say of courtesies that were recorded, as of the day of each, of all its contacts.

        Each contact is read once. A contact who is gone says nothing.
        """
        settings = self._settings.numbers()
        relationships: dict[ContactId, Relationship | None] = {}
        found = {}
        for courtesy in courtesies:
            said: dict[Verdict, None] = {}
            for contact in courtesy.contacts:
                if contact not in relationships:
                    here = self._reads.has_contact(contact)
                    relationships[contact] = self._reads.relationship(contact) if here else None
                if (relationship := relationships[contact]) is not None:
                    said.update(dict.fromkeys(warnings_for_courtesy(relationship, courtesy, settings)))
            found[courtesy.id] = tuple(said)
        return found

    def edit(self, courtesy: Courtesy) -> Courtesy:
        """Keep the courtesy as it is given; the steps of favours stay as they are."""
        _check(courtesy)
        with self._gestures.work(Gesture.COURTESY_EDITED) as work:
            records.save_courtesy(work, self._reads.courtesy(courtesy.id), courtesy)
            return self._reads.courtesy(courtesy.id)

    def remove(self, courtesies: Sequence[CourtesyId]) -> None:
        """Put them into the trash, and take away the steps that they had added."""
        with self._gestures.work(Gesture.COURTESY_REMOVED) as work:
            for courtesy in courtesies:
                self._reads.courtesy(courtesy)
                work.delete("step", with_courtesy=courtesy)
            trash.remove(work, "courtesy", courtesies)

    def restore(self, courtesies: Sequence[CourtesyId]) -> None:
        """Take them out of the trash."""
        with self._gestures.work(Gesture.COURTESY_RESTORED) as work:
            trash.restore(work, "courtesy", courtesies)

    def _whole(self, draft: CourtesyDraft, today: date) -> Courtesy:
        entry = None if draft.entry is None else self._reads.entry(draft.entry)
        contacts = draft.contacts or (entry.contacts if entry else ())
        if not contacts and draft.favour is not None:
            contacts = (self._reads.favour(FavourId(draft.favour)).contact,)
        courtesy = Courtesy(
            CourtesyId(0),
            draft.kind,
            draft.direction,
            draft.day or (entry.day if entry else today),
            tuple(dict.fromkeys(contacts)),
            draft.text.strip(),
            draft.value,
            draft.currency.strip().upper(),
            draft.favour,
            draft.entry,
        )
        _check(courtesy)
        return courtesy

    def _answer(self, favour: Favour, courtesy: Courtesy, today: date) -> None:
        kind = _ANSWERS.get((courtesy.direction, favour.direction))
        if kind is None or any(step.kind is kind for step in favour.steps):
            return
        step = StepDraft(kind, courtesy.day, entry=courtesy.entry, with_courtesy=courtesy.id)
        self._favours.take_step(favour.id, step, today)


def _check(courtesy: Courtesy) -> None:
    if not courtesy.contacts:
        raise Problem(Message("A gift, a meal or a greeting is somebody's: name a contact."))
    if courtesy.value is not None and (not courtesy.value.is_finite() or courtesy.value < 0):
        raise WrongUsage(Message("A value is a sum of money, not less than 0."))
    if courtesy.currency and not (len(courtesy.currency) == 3 and courtesy.currency.isalpha()):
        raise WrongUsage(Message("A currency is three letters, as in CNY or USD."))
