"""Favours and their steps: what really happened is always recorded; what the rules say of it is given back with it."""

from collections.abc import Sequence
from datetime import date

from relationship_journal.domain.drafts import FavourDraft, StepDraft
from relationship_journal.domain.favour import STEPS_OF, Favour, FavourId, Step, StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import NotFound, Problem, WrongUsage
from relationship_journal.domain.recording import warnings_for_favour, warnings_for_step
from relationship_journal.domain.rules import Verdict
from relationship_journal.domain.rung import HIGHEST
from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.records import favours as records
from relationship_journal.store.records import trash
from relationship_journal.store.work import Work
from relationship_journal.values import dataclass, replace

from .settings import SettingsService


@dataclass(frozen=True, slots=True)
class Recorded:
    """A favour as it now stands, and the verdicts that are not ok."""

    favour: Favour
    warnings: tuple[Verdict, ...] = ()


class Favours:
    """Use cases on favours."""

    def __init__(self, gestures: Gestures, reads: Reads, settings: SettingsService) -> None:
        self._gestures = gestures
        self._reads = reads
        self._settings = settings

    def add(self, draft: FavourDraft, steps: Sequence[StepDraft] = (), *, today: date) -> Recorded:
        """Record a favour with its first steps. WrongUsage for a step of the other direction."""
        favour = self._whole(draft)
        with self._gestures.work(Gesture.FAVOUR_ADDED) as work:
            self._reads.contact(draft.contact)
            favour = replace(favour, id=records.add(work, favour))
            for step in steps:
                self._put_step(work, favour, step, today)
            favour = self._reads.favour(favour.id)
            relationship = self._reads.relationship(favour.contact)
        return Recorded(favour, warnings_for_favour(relationship, favour, self._settings.numbers(), today))

    def take_step(self, favour_id: FavourId, draft: StepDraft, today: date) -> Recorded:
        """Record a step. Without a day it takes its entry's, else today. WrongUsage for one of the other direction."""
        with self._gestures.work(Gesture.STEP_TAKEN) as work:
            step = self._put_step(work, self._reads.favour(favour_id), draft, today)
            favour = self._reads.favour(favour_id)
            relationship = self._reads.relationship(favour.contact)
        return Recorded(favour, warnings_for_step(relationship, favour, step, self._settings.numbers()))

    def edit(self, favour: Favour) -> Favour:
        """Keep title, rung, domain, weight, the mark *against their interest* and the note as given."""
        favour = replace(favour, title=_title(favour.title))
        _check(favour.rung, favour.weight)
        with self._gestures.work(Gesture.FAVOUR_EDITED) as work:
            records.save(work, self._reads.favour(favour.id), favour)
            return self._reads.favour(favour.id)

    def move_to_rung(self, favour_id: FavourId, rung: int) -> Favour:
        """Put a favour on another rung; domain and weight follow where they are those of its old rung."""
        with self._gestures.work(Gesture.FAVOUR_MOVED) as work:
            favour = self._reads.favour(favour_id)
            _check(rung, favour.weight)
            rungs = {one.number: one for one in self._settings.rungs()}
            old, new = rungs[favour.rung], rungs[rung]
            moved = replace(
                favour,
                rung=rung,
                domain=new.domain if favour.domain == old.domain else favour.domain,
                weight=new.weight if favour.weight == old.weight else favour.weight,
            )
            records.save(work, favour, moved)
            return self._reads.favour(favour_id)

    def remove(self, favours: Sequence[FavourId]) -> None:
        """Put them into the trash."""
        with self._gestures.work(Gesture.FAVOUR_REMOVED) as work:
            for favour in favours:
                self._reads.favour(favour)
            trash.remove(work, "favour", favours)

    def restore(self, favours: Sequence[FavourId]) -> None:
        """Take them out of the trash."""
        with self._gestures.work(Gesture.FAVOUR_RESTORED) as work:
            trash.restore(work, "favour", favours)

    def remove_step(self, step: int) -> Favour:
        """Take a step back that did not happen. Raises NotFound."""
        with self._gestures.work(Gesture.STEP_REMOVED) as work:
            favour = records.favour_of_step(work, step)
            if favour is None:
                raise NotFound(Message("There is no such step; perhaps it was removed."))
            records.remove_step(work, step)
            return self._reads.favour(favour)

    def _whole(self, draft: FavourDraft) -> Favour:
        _check(draft.rung, draft.weight)
        rung = next(one for one in self._settings.rungs() if one.number == draft.rung)
        return Favour(
            FavourId(0),
            draft.contact,
            _title(draft.title),
            draft.direction,
            draft.rung,
            draft.domain or rung.domain,
            rung.weight if draft.weight is None else draft.weight,
            draft.against_interest,
            draft.note,
        )

    def _put_step(self, work: Work, favour: Favour, draft: StepDraft, today: date) -> Step:
        if draft.kind not in STEPS_OF[favour.direction]:
            raise WrongUsage(
                Message(
                    "“{step}” is no step of such a favour; its steps are: {steps}.",
                    step=draft.kind.value,
                    steps=" ".join(kind.value for kind in STEPS_OF[favour.direction]),
                )
            )
        day = draft.day or (self._reads.entry(draft.entry).day if draft.entry is not None else today)
        weight = draft.weight
        if draft.kind is StepKind.RETURNED and weight is None:
            weight = favour.weight + self._settings.numbers().return_more_extra
        step = Step(
            draft.kind,
            day,
            draft.text,
            draft.entry,
            weight,
            draft.with_favour,
            draft.with_courtesy,
            draft.reason,
        )
        step = step._replace(id=records.take_step(work, favour.id, step))
        if step.courtesy is not None:
            courtesy = self._reads.courtesy(step.courtesy)
            if courtesy.favour is None:
                records.save_courtesy(work, courtesy, replace(courtesy, favour=favour.id))
        return step


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise Problem(Message("A favour needs a title: what it is about, in a few words."))
    return title


def _check(rung: int, weight: int | None) -> None:
    if not 1 <= rung <= HIGHEST:
        raise WrongUsage(Message("The ladder has the rungs 1 to {highest}.", highest=HIGHEST))
    if weight is not None and weight < 0:
        raise WrongUsage(Message("A weight is not less than 0."))
