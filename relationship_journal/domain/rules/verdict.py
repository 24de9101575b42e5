"""What a rule says: its advice, the sentence that gives the reason, and the facts that it rests on."""

from datetime import date
from enum import StrEnum

from relationship_journal.domain.courtesy import CourtesyId
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.loop import Loop
from relationship_journal.i18n import Message
from relationship_journal.values import dataclass


class Advice(StrEnum):
    """`wait`: not yet; `warn`: better not so. A rule never forbids."""

    OK = "ok"
    WAIT = "wait"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Ask:
    """An ask that is weighed: its rung, its domain of life, and whether it goes against their interest."""

    rung: int
    domain: str
    against_interest: bool = False


@dataclass(frozen=True, slots=True)
class VerdictFact:
    """Something that a verdict rests on: a favour or courtesy, a day, a number; what does not apply is None."""

    favour: FavourId | None = None
    courtesy: CourtesyId | None = None
    day: date | None = None
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rule called `rule` says."""

    rule: str
    advises: Advice
    because: Message
    facts: tuple[VerdictFact, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether it advises against something."""
        return self.advises is not Advice.OK


def fact_of(loop: Loop, day: date | None = None, number: float | None = None) -> VerdictFact:
    """The favour of `loop` as a fact."""
    return VerdictFact(favour=loop.favour.id, day=day, number=number)
