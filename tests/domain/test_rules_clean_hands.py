"""Presents, officials, open decisions, and what must not be asked. METHOD 4."""

from dataclasses import replace
from decimal import Decimal

import pytest

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyId
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.rules import Ask
from relationship_journal.domain.rules.clean_hands import (
    clean_return,
    honest_ask,
    open_decision,
    present_rest_ends,
    tied_gift,
)
from relationship_journal.domain.rules.ground import courtesy_is_ground, gift_limits
from relationship_journal.domain.settings import Settings
from relationship_journal.domain.situation import Situation
from tests.domain.stories import SETTINGS, TODAY, OpenDecision, ago, between, closed, courtesy, person, received

ASK = Ask(1, "personal")


def today(relationship: Relationship, settings: Settings = SETTINGS) -> Situation:
    return Situation(relationship, settings, TODAY)


def test_help_at_work_is_not_answered_with_a_present() -> None:
    """Honest words on the deck (rung 5), answered with wine: a warning that names both, however long ago."""
    deck = received("Deck", 5, "granted@300 returned@290")
    wine = courtesy("gift", 290, favour=deck.id)
    verdict = clean_return(today(between(deck, wine)), ASK)
    assert verdict.advises == "warn"
    assert (verdict.facts[0].favour, verdict.facts[0].courtesy, verdict.facts[0].day) == (deck.id, wine.id, ago(290))


def test_a_present_for_a_personal_favour_is_welcome() -> None:
    """Cherries after the doctor are what the method means, and a greeting is no present."""
    doctor = received("Doctor", 1, "granted@30 returned@20")
    assert clean_return(today(between(doctor, courtesy("gift", 20, favour=doctor.id))), ASK).advises == "ok"
    trade = received("Career", 4, "granted@30 returned@20")
    assert clean_return(today(between(trade, courtesy("greeting", 20, favour=trade.id))), ASK).advises == "ok"
    assert clean_return(today(between(trade, courtesy("meal", 20, favour=trade.id))), ASK).advises == "warn"
    assert clean_return(today(between(trade, courtesy("meal", 20, "received", favour=trade.id))), ASK).advises == "ok"


def test_no_favour_of_an_official_is_answered_with_a_present() -> None:
    """Even the doctor, and also where only the step names the present."""
    doctor = received("Doctor", 1, "granted@30 returned@20")
    named = replace(doctor, steps=(*doctor.steps[:1], doctor.steps[1]._replace(courtesy=CourtesyId(920))))
    story = between(named, courtesy("gift", 20), contact=person(official=True))
    assert clean_return(today(story), ASK).advises == "warn"


@pytest.mark.parametrize(("days", "advises"), [(0, "warn"), (13, "warn"), (14, "ok"), (-1, "ok")])
def test_a_loose_present_before_an_ask_reads_as_a_trade(days: int, advises: str) -> None:
    """Fewer than fourteen days before, the same day too; a present still to come does not count."""
    assert tied_gift(today(between(courtesy("gift", days))), ASK).advises == advises


def test_a_tied_present_is_no_trade() -> None:
    """Tied to the favour that it returns, by itself or by the step; a meal and a present to me are none either."""
    doctor = received("Doctor", 1, "granted@30 returned@5")
    assert tied_gift(today(between(doctor, courtesy("gift", 5, favour=doctor.id))), ASK).advises == "ok"
    named = replace(doctor, steps=(*doctor.steps[:1], doctor.steps[1]._replace(courtesy=CourtesyId(905))))
    assert tied_gift(today(between(named, courtesy("gift", 5))), ASK).advises == "ok"
    assert tied_gift(today(between(courtesy("meal", 5), courtesy("gift", 3, "received"))), ASK).advises == "ok"


def test_the_rest_after_a_present_ends_fourteen_days_after_the_latest() -> None:
    """Presents 13 and 4 days ago: ten more days."""
    assert present_rest_ends(today(between(courtesy("gift", 13), courtesy("gift", 4)))) == ago(-10)


def test_no_work_ask_while_they_decide() -> None:
    """The tender runs until today: rung 5 is warned against, rung 4 is not; tomorrow it is over."""
    open_until = person(decision=OpenDecision(ago(20), TODAY))
    verdict = open_decision(today(between(contact=open_until)), Ask(5, "work"))
    assert (verdict.advises, verdict.facts[0].day) == ("warn", TODAY)
    assert open_decision(today(between(contact=open_until)), Ask(4, "trade")).advises == "ok"
    over = person(decision=OpenDecision(ago(20), ago(1)))
    assert open_decision(today(between(contact=over)), Ask(5, "work")).advises == "ok"


def test_an_ask_against_their_interest() -> None:
    """Marked so: a warning on any rung. For an official on rungs 5 and 6."""
    assert honest_ask(today(between()), Ask(1, "personal", against_interest=True)).advises == "warn"
    official = between(contact=person(official=True))
    assert [honest_ask(today(official), Ask(rung, "work")).advises for rung in (4, 5, 6)] == ["ok", "warn", "warn"]
    assert honest_ask(today(between()), Ask(6, "work")).advises == "ok"


def test_courtesy_is_ground() -> None:
    """Three dinners and no ask in ninety days: rung 2 is too much, rung 1 never is."""
    dinners = [courtesy("meal", days, id=CourtesyId(days)) for days in (80, 40, 20)]
    story = today(between(*dinners))
    assert courtesy_is_ground(story, Ask(2, "personal")).advises == "warn"
    assert courtesy_is_ground(story, Ask(1, "personal")).advises == "ok"
    assert courtesy_is_ground(today(between(courtesy("meal", 90))), Ask(2, "personal")).advises == "ok"


def test_with_an_ask_or_a_rung_it_is_more_than_ground() -> None:
    """Asked within ninety days, or standing above the ground: silent. An older ask does not count."""
    dinner = courtesy("meal", 20)
    asked = between(dinner, received("Doctor", 1, "asked@89 declined@88"))
    assert courtesy_is_ground(today(asked), Ask(2, "personal")).advises == "ok"
    long_ago = between(dinner, received("Doctor", 1, "asked@90 declined@88"))
    assert courtesy_is_ground(today(long_ago), Ask(2, "personal")).advises == "warn"
    assert courtesy_is_ground(today(between(dinner, closed("Doctor", 1, 200))), Ask(2, "personal")).advises == "ok"


def limits(piece: int | None = None, year: int | None = None) -> Settings:
    return replace(
        SETTINGS,
        piece_limits={} if piece is None else {"CNY": Decimal(piece)},
        year_limits={} if year is None else {"CNY": Decimal(year)},
    )


def test_a_piece_over_the_limit() -> None:
    """200 is the limit: 200 is fine, 200.01 is not; without a limit nothing is."""
    assert gift_limits(today(between(courtesy("gift", 5, value="200")), limits(piece=200)), ASK).advises == "ok"
    over = between(courtesy("gift", 5, value="200.01"))
    assert gift_limits(today(over, limits(piece=200)), ASK).advises == "warn"
    assert gift_limits(today(over), ASK).advises == "ok"


def test_a_meal_is_shared_equally() -> None:
    """900 for three is 300 each, and the share counts against the limit per piece."""
    three = (ContactId(1), ContactId(2), ContactId(3))
    story = between(courtesy("meal", 5, value="900", contacts=three))
    assert gift_limits(today(story, limits(piece=300)), ASK).advises == "ok"
    assert gift_limits(today(story, limits(piece=299)), ASK).advises == "warn"


def test_a_year_adds_up_each_direction_and_currency_apart() -> None:
    """Two presents of 150 in this calendar year break a limit of 299; one of them received, or in dollars, does not."""
    two = between(courtesy("gift", 5, value="150"), courtesy("gift", 50, value="150"))
    assert gift_limits(today(two, limits(year=299)), ASK).advises == "warn"
    assert gift_limits(today(two, limits(year=300)), ASK).advises == "ok"
    other_way = between(courtesy("gift", 5, value="150"), courtesy("gift", 50, "received", value="150"))
    assert gift_limits(today(other_way, limits(year=299)), ASK).advises == "ok"
    dollars = between(courtesy("gift", 5, value="150"), courtesy("gift", 50, value="150", currency="USD"))
    assert gift_limits(today(dollars, limits(year=299)), ASK).advises == "ok"
    last_year = between(courtesy("gift", 5, value="150"), courtesy("gift", 200, value="150"))
    assert gift_limits(today(last_year, limits(year=299)), ASK).advises == "ok"


@pytest.mark.parametrize(
    ("kind", "value", "advises"),
    [
        ("gift", "1", "warn"),
        ("gift", None, "warn"),
        ("meal", "30", "warn"),
        ("gift", "0", "ok"),
        ("greeting", None, "ok"),
    ],
)
def test_an_official_takes_nothing(kind: str, value: str | None, advises: str) -> None:
    """Any value or an unknown one warns; a greeting never, and 0 is no value."""
    story = between(courtesy(kind, 5, value=value), contact=person(official=True))
    assert gift_limits(today(story), ASK).advises == advises
