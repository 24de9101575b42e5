"""The courtesy register: what a compliance officer asks to see."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from relationship_journal.domain.contact import Contact, ContactId, OpenDecision
from relationship_journal.domain.courtesy import Courtesy, CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.register import Register, register
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.settings import Settings
from relationship_journal.reports.register_csv import lines_csv, sums_csv

TODAY = date(2026, 11, 23)
HELEN = Contact(ContactId(1), "Helen Zhou", org="Northfield")
GIVEN, RECEIVED = CourtesyDirection.GIVEN, CourtesyDirection.RECEIVED


def courtesy(number: int, day: str, value: str | None, currency: str = "USD", **changes: object) -> Courtesy:
    made = Courtesy(
        CourtesyId(number), CourtesyKind.GIFT, GIVEN, date.fromisoformat(day), (HELEN.id,), f"gift {number}",
        None if value is None else Decimal(value), currency,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def kept(*courtesies: Courtesy, contact: Contact = HELEN, limits: dict[str, str] | None = None) -> Register:
    settings = Settings.of({f"gift-limit.year.{code}": value for code, value in (limits or {}).items()})
    return register([Relationship(contact, courtesies=courtesies)], settings, TODAY)


def test_years_directions_and_currencies_are_kept_apart() -> None:
    """Never converted, never mixed: four sums from five presents."""
    made = kept(
        courtesy(1, "2026-01-05", "40"),
        courtesy(2, "2026-05-05", "50.50"),
        courtesy(3, "2025-05-05", "10"),
        courtesy(4, "2026-05-05", "300", "CNY"),
        courtesy(5, "2026-05-05", "20", direction=RECEIVED),
    )
    found = {(each.year, each.direction, each.currency): each.total for each in made.sums}
    assert found == {
        (2026, GIVEN, "USD"): Fraction("90.5"),
        (2025, GIVEN, "USD"): Fraction(10),
        (2026, GIVEN, "CNY"): Fraction(300),
        (2026, RECEIVED, "USD"): Fraction(20),
    }


def test_a_meal_for_three_counts_a_third_for_each() -> None:
    """The share stands in the line, not the whole."""
    shared = courtesy(1, "2026-01-05", "100", contacts=(HELEN.id, ContactId(2), ContactId(3)), kind=CourtesyKind.MEAL)
    assert kept(shared).lines[0].share == Fraction(100, 3)
    assert b",33.33,USD,3," in lines_csv(kept(shared))


def test_greetings_and_what_lies_ahead_are_left_out() -> None:
    """A card has no value, and tomorrow's present was not given yet."""
    made = kept(courtesy(1, "2026-01-05", None, kind=CourtesyKind.GREETING), courtesy(2, "2026-11-24", "5"))
    assert (made.lines, made.sums) == ((), ())


def test_only_strictly_more_than_the_limit_is_over() -> None:
    """Exactly the limit is inside it."""
    assert not kept(courtesy(1, "2026-01-05", "100"), limits={"USD": "100"}).sums[0].over
    assert kept(courtesy(1, "2026-01-05", "100.01"), limits={"USD": "100"}).sums[0].over


def test_a_present_in_an_open_decision_is_marked() -> None:
    """As of its day, not of today."""
    deciding = replace(HELEN, decision=OpenDecision(date(2026, 1, 1), date(2026, 1, 31)))
    made = kept(courtesy(1, "2026-01-05", "40"), courtesy(2, "2026-03-05", "40"), contact=deciding)
    assert [[verdict.rule for verdict in line.warnings] for line in made.lines] == [[], ["open-decision"]]


def test_the_table_is_read_by_spreadsheets_and_runs_nothing() -> None:
    """A byte order mark for Chinese, and a text that looks like a formula stays a text."""
    made = kept(courtesy(1, "2026-01-05", None, text='=HYPERLINK("x")'))
    written = lines_csv(made)
    assert written.startswith(b"\xef\xbb\xbf")
    assert b"'=HYPERLINK" in written
    assert len(sums_csv(made).splitlines()) == 2
