"""What the dialog about a favour knows: the draft as it is typed, and what the rules say to it."""

from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import Direction, Favour, FavourId, Step, StepKind
from relationship_journal.domain.recording import warnings_for_favour
from relationship_journal.domain.rules import Verdict
from relationship_journal.domain.rung import Rung
from relationship_journal.values import dataclass, replace

from .ladder_model import Shown

FIRST_STEPS = {
    Direction.RECEIVED: (StepKind.IDEA, StepKind.PLANNED, StepKind.ASKED, StepKind.GRANTED),
    Direction.GIVEN: (StepKind.ASKED, StepKind.OFFERED, StepKind.PROMISED, StepKind.DONE),
}


@dataclass(frozen=True, slots=True)
class FavourForm:
    """A favour as it is being typed. `domain` and `weight` are None while they follow the rung."""

    contact: ContactId
    title: str = ""
    direction: Direction = Direction.RECEIVED
    rung: int = 1
    domain: str | None = None
    weight: int | None = None
    against_interest: bool = False
    note: str = ""
    step: StepKind = StepKind.ASKED
    day: date | None = None
    entry: EntryId | None = None

    def turned(self, direction: Direction) -> "FavourForm":
        """The same for the other direction, which has other first steps; help of mine begins on rung 1."""
        step = StepKind.ASKED if direction is Direction.RECEIVED else StepKind.PROMISED
        return replace(self, direction=direction, step=step, rung=self.rung if direction is self.direction else 1)

    def filled(self, rungs: tuple[Rung, ...]) -> Favour:
        """The favour that this would become, for the rules to look at."""
        rung = rungs[self.rung - 1]
        steps = () if self.day is None or self.step is StepKind.IDEA else (Step(self.step, self.day),)
        return Favour(
            FavourId(0),
            self.contact,
            self.title,
            self.direction,
            self.rung,
            self.domain or rung.domain,
            rung.weight if self.weight is None else self.weight,
            self.against_interest,
            self.note,
            steps,
        )

    def verdicts(self, shown: Shown) -> tuple[Verdict, ...]:
        """What the rules say to recording it."""
        situation = shown.situation
        return warnings_for_favour(
            situation.relationship, self.filled(shown.rungs), situation.settings, situation.today
        )

    def draft(self) -> FavourDraft:
        """The favour as the service takes it."""
        return FavourDraft(
            self.contact,
            self.title,
            self.direction,
            self.rung,
            self.domain,
            self.weight,
            self.against_interest,
            self.note,
        )

    def steps(self, reason: str) -> tuple[StepDraft, ...]:
        """Its first step; none for a mere idea."""
        if self.step is StepKind.IDEA:
            return ()
        return (StepDraft(self.step, self.day, entry=self.entry, reason=reason),)
