"""Rules about courtesy as such: it is the ground, and its value has limits. METHOD 4."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyKind
from relationship_journal.domain.situation import Situation
from relationship_journal.i18n import N_, Message, Money
from relationship_journal.values import dataclass

from .verdict import Advice, Ask, Verdict, VerdictFact


def courtesy_is_ground(situation: Situation, ask: Ask) -> Verdict:
    """Standing 0, courtesy and no ask in the last 90 days: familiar, untested. It warns from rung 2.

    Courtesy of every kind and direction counts, tied or not.
    """
    days, today = situation.settings.courtesy_is_ground_days, situation.today
    rule = "courtesy-is-ground"
    if situation.standing > 0:
        return Verdict(rule, Advice.OK, Message("More than courtesy lies between you."))
    lately = courtesies_lately(situation)
    asked = situation.latest_ask is not None and (today - situation.latest_ask).days < days
    if not lately or asked:
        return Verdict(rule, Advice.OK, Message("It is not courtesy alone that lies between you."))
    latest = max(lately, key=lambda courtesy: (courtesy.day, courtesy.id))
    facts = (VerdictFact(courtesy=latest.id, day=latest.day, number=len(lately)),)
    if ask.rung < situation.settings.courtesy_is_ground_rung:
        said = Message("Familiar and untested: a tiny ask like this is how to begin.")
        return Verdict(rule, Advice.OK, said, facts)
    said = Message(
        "In the last {n} day there was courtesy and no ask: familiar, untested. Begin on rung 1.",
        plural="In the last {n} days there was courtesy and no ask: familiar, untested. Begin on rung 1.",
        n=days,
    )
    return Verdict(rule, Advice.WARN, said, facts)


def courtesies_lately(situation: Situation) -> list[Courtesy]:
    """Courtesies of the last 90 days, of every kind and direction."""
    days, today = situation.settings.courtesy_is_ground_days, situation.today
    return [courtesy for courtesy in situation.relationship.courtesies if 0 <= (today - courtesy.day).days < days]


@dataclass(frozen=True, slots=True)
class _Breach:
    """What went over a limit: a message, and the courtesies that it rests on. `order` sorts the gravest first."""

    order: tuple[int, str, str]
    because: Message
    facts: tuple[VerdictFact, ...]


def share_of(courtesy: Courtesy) -> Fraction | None:
    """One contact's equal share of the value, unrounded; None where the value is unknown."""
    if courtesy.value is None:
        return None
    return Fraction(courtesy.value) / max(1, len(courtesy.contacts))


def _sum(share: Fraction, currency: str) -> Money:
    value = Decimal(share.numerator) / Decimal(share.denominator)
    return Money(value.quantize(Decimal("0.01"), ROUND_HALF_UP), currency)


def valued(courtesies: Iterable[Courtesy], first: date, last: date) -> list[Courtesy]:
    """Presents and meals between two days, by day."""
    found = [
        courtesy
        for courtesy in courtesies
        if courtesy.kind is not CourtesyKind.GREETING and first <= courtesy.day <= last
    ]
    return sorted(found, key=lambda courtesy: (courtesy.day, courtesy.text, courtesy.id))


def _official_breaches(situation: Situation, courtesies: list[Courtesy]) -> list[_Breach]:
    if not situation.contact.official:
        return []
    breaches = []
    for courtesy in courtesies:
        if courtesy.value is not None and courtesy.value <= 0:
            continue
        text = (
            N_("What you gave on {day} could harm {name}, whose office or employer forbids it.")
            if courtesy.direction is CourtesyDirection.GIVEN
            else N_("What you were given on {day} could harm {name}, whose office or employer forbids it.")
        )
        said = Message(text, name=situation.contact.name, day=situation.said(courtesy.day))
        number = None if courtesy.value is None else float(courtesy.value)
        facts = (VerdictFact(courtesy=courtesy.id or None, day=courtesy.day, number=number),)
        breaches.append(_Breach((0, courtesy.day.isoformat(), courtesy.text), said, facts))
    return breaches


def _piece_breaches(situation: Situation, courtesies: list[Courtesy]) -> list[_Breach]:
    breaches = []
    for courtesy in courtesies:
        limit, share = situation.settings.piece_limits.get(courtesy.currency), share_of(courtesy)
        if limit is None or share is None or share <= Fraction(limit):
            continue
        text = (
            N_("What you gave on {day} is worth {value} a person; the limit is {limit}.")
            if courtesy.direction is CourtesyDirection.GIVEN
            else N_("What you were given on {day} is worth {value} a person; the limit is {limit}.")
        )
        said = Message(
            text,
            day=situation.said(courtesy.day),
            value=_sum(share, courtesy.currency),
            limit=Money(limit, courtesy.currency),
        )
        facts = (VerdictFact(courtesy=courtesy.id or None, day=courtesy.day, number=float(share)),)
        breaches.append(_Breach((1, courtesy.day.isoformat(), courtesy.text), said, facts))
    return breaches


def _year_breaches(situation: Situation, courtesies: list[Courtesy]) -> list[_Breach]:
    breaches = []
    sums: dict[tuple[CourtesyDirection, str], list[Courtesy]] = {}
    for courtesy in courtesies:
        if courtesy.currency in situation.settings.year_limits and share_of(courtesy):
            sums.setdefault((courtesy.direction, courtesy.currency), []).append(courtesy)
    for (direction, currency), found in sorted(sums.items()):
        limit = situation.settings.year_limits[currency]
        total = sum((share_of(courtesy) or Fraction(0) for courtesy in found), Fraction(0))
        if total <= Fraction(limit):
            continue
        text = (
            N_("What you gave {name} in {year} adds up to {value}; the limit is {limit}.")
            if direction is CourtesyDirection.GIVEN
            else N_("What {name} gave you in {year} adds up to {value}; the limit is {limit}.")
        )
        said = Message(
            text,
            name=situation.contact.name,
            year=found[-1].day.year,
            value=_sum(total, currency),
            limit=Money(limit, currency),
        )
        facts = tuple(
            VerdictFact(courtesy=courtesy.id or None, day=courtesy.day, number=float(share_of(courtesy) or 0))
            for courtesy in found
        )
        breaches.append(_Breach((2, direction, currency), said, facts))
    return breaches


def weigh_presents(situation: Situation, courtesies: list[Courtesy]) -> Verdict:
    """What gift-limits says of one calendar year's presents and meals."""
    breaches = [
        *_official_breaches(situation, courtesies),
        *_piece_breaches(situation, courtesies),
        *_year_breaches(situation, courtesies),
    ]
    if not breaches:
        return Verdict("gift-limits", Advice.OK, Message("Presents and meals of this year are within the limits."))
    breaches.sort(key=lambda breach: breach.order)
    facts = dict.fromkeys(fact for breach in breaches for fact in breach.facts)
    return Verdict("gift-limits", Advice.WARN, breaches[0].because, tuple(facts))


def gift_limits(situation: Situation, ask: Ask) -> Verdict:
    """Presents and meals against the limits: each direction and currency apart, per piece and per calendar year.

    Values are shared equally among several contacts, and a share counts against the limit per piece too; only
    strictly more warns. For an official any value or an unknown one warns; 0 is no value. It looks back at the
    calendar year of today. Decided: the gravest is named first: an official's, then a piece, then the year.
    """
    first = date(situation.today.year, 1, 1)
    return weigh_presents(situation, valued(situation.relationship.courtesies, first, situation.today))


def gift_limits_of(courtesy: Courtesy, situation: Situation) -> Verdict | None:
    """What gift-limits says when `courtesy` is recorded: of it and its year up to its day, None where it says nothing.

    Decided: a present that breaks no limit itself is silent, even where an earlier one did.
    """
    if courtesy.kind is CourtesyKind.GREETING:
        return None
    first = date(courtesy.day.year, 1, 1)
    others = [other for other in situation.relationship.courtesies if other.id != courtesy.id or not courtesy.id]
    alone = [courtesy]
    breaches = [*_official_breaches(situation, alone), *_piece_breaches(situation, alone)]
    this_way = [
        other for other in others if other.direction is courtesy.direction and other.currency == courtesy.currency
    ]
    if share_of(courtesy):
        breaches += _year_breaches(situation, valued([*this_way, courtesy], first, courtesy.day))
    if not breaches:
        return None
    breaches.sort(key=lambda breach: breach.order)
    facts = dict.fromkeys(fact for breach in breaches for fact in breach.facts)
    return Verdict("gift-limits", Advice.WARN, breaches[0].because, tuple(facts))
