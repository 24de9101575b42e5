"""What the dialog about a step knows: which step, its day and words, and what the rules say to it."""

from datetime import date

from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.drafts import StepDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import Direction, Favour, FavourId, Step, StepKind
from relationship_journal.domain.loop import Loop
from relationship_journal.domain.recording import warnings_for_step
from relationship_journal.domain.rules import Verdict
from relationship_journal.domain.words import courtesy_done
from relationship_journal.i18n import N_, _, short_day
from relationship_journal.ui.widgets.words import Words
from relationship_journal.values import dataclass

from .ladder_model import Shown

In = tuple[str, int] | None
"""That in which something was returned: ("courtesy", id), ("favour", id), or None."""

_NEEDS_REASON = frozenset({StepKind.CLOSED})
ASKS_MORE = frozenset({StepKind.RETURNED, StepKind.CLOSED})
"""Steps that one click does not record: they need words of their own."""

_OFFERED = 20


@dataclass(frozen=True, slots=True)
class StepForm:
    """A step as it is being typed."""

    kind: StepKind
    day: date | None
    text: str = ""
    entry: EntryId | None = None
    weight: int | None = None
    within: In = None

    @property
    def needs_words(self) -> bool:
        """Whether it says nothing without words."""
        return self.kind in _NEEDS_REASON and not self.text

    def step(self) -> Step | None:
        """The step that this would become; None without a day."""
        if self.day is None:
            return None
        courtesy = CourtesyId(self.within[1]) if self.within and self.within[0] == "courtesy" else None
        favour = FavourId(self.within[1]) if self.within and self.within[0] == "favour" else None
        return Step(self.kind, self.day, self.text, self.entry, self.weight, favour, courtesy)

    def verdicts(self, shown: Shown, favour: Favour) -> tuple[Verdict, ...]:
        """What the rules say to recording it."""
        step = self.step()
        if step is None:
            return ()
        return warnings_for_step(shown.situation.relationship, favour, step, shown.situation.settings)

    def draft(self, reason: str) -> StepDraft:
        """The step as the service takes it."""
        step = self.step()
        assert step is not None
        return StepDraft(step.kind, step.day, step.text, step.entry, step.weight, step.favour, step.courtesy, reason)


def could_be_within(shown: Shown, favour: Favour) -> list[tuple[In, Words]]:
    """The presents, meals and favours of mine in which a return may have happened, latest first."""
    choices: list[tuple[In, Words]] = [(None, N_("Nothing that is recorded"))]
    given = [
        courtesy
        for courtesy in shown.situation.relationship.courtesies
        if courtesy.direction is CourtesyDirection.GIVEN
        and courtesy.kind is not CourtesyKind.GREETING
        and courtesy.favour in (None, favour.id)
    ]
    given.sort(key=lambda courtesy: (courtesy.day, courtesy.id), reverse=True)
    choices += [
        (
            ("courtesy", courtesy.id),
            _said(short_day(courtesy.day), courtesy_done(courtesy.kind, courtesy.direction), courtesy.text),
        )
        for courtesy in given[:_OFFERED]
    ]
    helped = [loop for loop in shown.situation.given if loop.help_day is not None]
    helped.sort(key=lambda loop: (loop.help_day or date.min, loop.favour.id), reverse=True)
    choices += [
        (("favour", loop.favour.id), _said(_day_of(loop), N_("I helped"), loop.favour.title))
        for loop in helped[:_OFFERED]
    ]
    return choices


def default_return(favour: Favour, shown: Shown) -> int:
    """What a return weighs unless the user says otherwise: a little more than what was received."""
    return favour.weight + shown.situation.settings.return_more_extra


def takes_words(kind: StepKind, direction: Direction) -> str:
    """The msgid of the label for a step's own words."""
    labels = {
        StepKind.RETURNED: N_("What you returned"),
        StepKind.CLOSED: N_("Why it is closed"),
        StepKind.LET_GO: N_("Why you let it go"),
        StepKind.THANKED: N_("What you told them"),
        StepKind.DECLINED: N_("What they said") if direction is Direction.RECEIVED else N_("What you said"),
    }
    return labels.get(kind, N_("A note on it"))


def _day_of(loop: Loop) -> str:
    return short_day(loop.help_day) if loop.help_day is not None else ""


def _said(day: str, what: str, text: str) -> Words:
    return lambda: "  ".join(part for part in (day, _(what), text) if part)
