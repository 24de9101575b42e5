"""The courtesy register: presents and meals by contact and year, each direction and currency apart. METHOD 4.

What a compliance officer asks to see: every present and meal with its share of the value, what they come to in a
calendar year, the limits of the settings, and what was open at the time.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from relationship_journal.values import dataclass

from .contact import Contact
from .courtesy import Courtesy, CourtesyDirection, CourtesyKind
from .relationship import Relationship
from .rules import Verdict
from .rules.clean_hands import open_decision_of
from .rules.ground import gift_limits_of, share_of
from .settings import Settings
from .situation import situation_of


@dataclass(frozen=True, slots=True)
class Line:
    """One courtesy of one contact. `share` is their part of its value, None where unknown.

    `favour` is the title of the favour that it answers, or empty. `warnings` are what gift-limits and open-decision
    say of it, as of its day.
    """

    contact: Contact
    courtesy: Courtesy
    share: Fraction | None
    favour: str = ""
    warnings: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class YearSum:
    """What one contact's presents and meals of a year come to, in one direction and currency.

    `unknown` counts those without a value; `limit` is the limit of the year in the settings, None where none is set.
    """

    contact: Contact
    year: int
    direction: CourtesyDirection
    currency: str
    total: Fraction
    pieces: int
    unknown: int
    limit: Fraction | None

    @property
    def over(self) -> bool:
        """Whether it is strictly more than the limit."""
        return self.limit is not None and self.total > self.limit


@dataclass(frozen=True, slots=True)
class Register:
    """Every present and meal, newest first, and the sums of the years, by contact."""

    lines: tuple[Line, ...]
    sums: tuple[YearSum, ...]


def register(relationships: Iterable[Relationship], settings: Settings, today: date) -> Register:
    """The register as of `today`. Greetings are no presents and are left out, as is what lies ahead."""
    lines: list[Line] = []
    sums: list[YearSum] = []
    for relationship in relationships:
        theirs = _lines_of(relationship, settings, today)
        lines += theirs
        sums += _sums_of(theirs, settings)
    lines.sort(key=lambda line: (-line.courtesy.day.toordinal(), line.contact.name, line.courtesy.id))
    sums.sort(key=lambda each: (-each.year, each.contact.name, each.contact.id, each.direction, each.currency))
    return Register(tuple(lines), tuple(sums))


def _lines_of(relationship: Relationship, settings: Settings, today: date) -> list[Line]:
    titles = {favour.id: favour.title for favour in relationship.favours}
    answered = {
        step.courtesy: favour.title for favour in relationship.favours for step in favour.steps if step.courtesy
    }
    lines = []
    for courtesy in relationship.courtesies:
        if courtesy.kind is CourtesyKind.GREETING or courtesy.day > today:
            continue
        situation = situation_of(relationship, settings, courtesy.day)
        said = (gift_limits_of(courtesy, situation), open_decision_of(courtesy, situation))
        named = next((title for number, title in titles.items() if number == courtesy.favour), "")
        lines.append(
            Line(
                relationship.contact,
                courtesy,
                share_of(courtesy),
                named or answered.get(courtesy.id, ""),
                tuple(verdict for verdict in said if verdict is not None),
            )
        )
    return lines


def _sums_of(lines: Iterable[Line], settings: Settings) -> list[YearSum]:
    kept: dict[tuple[int, CourtesyDirection, str], list[Line]] = {}
    for line in lines:
        courtesy = line.courtesy
        kept.setdefault((courtesy.day.year, courtesy.direction, courtesy.currency), []).append(line)
    return [
        YearSum(
            these[0].contact,
            year,
            direction,
            currency,
            sum((line.share for line in these if line.share is not None), Fraction(0)),
            len(these),
            sum(line.share is None for line in these),
            Fraction(settings.year_limits[currency]) if currency in settings.year_limits else None,
        )
        for (year, direction, currency), these in kept.items()
    ]
