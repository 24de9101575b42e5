"""What is computed for a contact: drive, balance, warmth, common ground. METHOD 5."""

from dataclasses import replace

import pytest

from relationship_journal.domain.balance import balance
from relationship_journal.domain.common_ground import common_ground
from relationship_journal.domain.courtesy import CourtesyId
from relationship_journal.domain.drive import Quadrant, drive
from relationship_journal.domain.favour import Favour
from relationship_journal.domain.relationship import Relationship
from relationship_journal.domain.situation import Situation
from relationship_journal.domain.warmth import warmth
from tests.domain.stories import SETTINGS, TODAY, ago, between, closed, courtesy, facets_of, given, person, received


def today(relationship: Relationship) -> Situation:
    return Situation(relationship, SETTINGS, TODAY)


def test_drive_halves_every_half_life() -> None:
    """Tea (weight 3) granted 180 days ago moves 1.5; tickets (weight 1) done today move 1."""
    found = drive(today(between(received("Tea", 3, "granted@180 returned@0:4"), given("Tickets", "done@0"))))
    assert (found.mine, found.theirs, found.returned) == (1.5, 1.0, 4.0)
    assert found.quadrant is Quadrant.MUTUAL


def test_drive_counts_help_let_go_but_only_a_standing_grant() -> None:
    """Let go, it was still help; declined afterwards, it was not. The default return weighs one more."""
    assert drive(today(between(received("Tea", 3, "granted@0 let_go@0")))).mine == 3
    assert drive(today(between(received("Tea", 3, "granted@9 declined@5")))).mine == 0
    closed_after_decline = received("Tea", 3, "acted_on@9 declined@5 thanked@0 returned@0")
    found = drive(today(between(closed_after_decline)))
    assert (found.mine, found.returned) == (0, 4)


def test_drive_counts_the_first_grant_and_the_first_done() -> None:
    """Granted twice: the first day counts; acknowledged implies done."""
    assert drive(today(between(received("Tea", 3, "granted@180 granted@0")))).mine == 1.5
    assert drive(today(between(given("Tickets", "acknowledged@180", rung=2)))).theirs == 1.0


@pytest.mark.parametrize(
    ("facts", "met", "quadrant"),
    [
        ((), (), "dormant"),
        ((), (180,), "dormant"),
        ((), (179,), "untested"),
        ((given("Quote", "done@0", rung=3), received("Doctor", 1, "granted@0")), (), "they_move_me"),
        ((given("Lift", "done@0", rung=2), received("Doctor", 1, "granted@0")), (), "mutual"),
        ((received("Tea", 3, "granted@0"), given("Lift", "done@0")), (), "i_lean"),
        ((received("Book", 2, "granted@0"), given("Lift", "done@0")), (), "mutual"),
        ((received("Tea", 3, "granted@0 returned@0"),), (), "mutual"),
        ((received("Tea", 3, "granted@0"),), (), "i_lean"),
    ],
)
def test_who_moves_whom(facts: tuple[object, ...], met: tuple[int, ...], quadrant: str) -> None:
    """The relations in their order; exactly twice is still mutual, and returning lifts the lean."""
    assert drive(today(between(*facts, met=met))).quadrant == quadrant  # type: ignore[arg-type]


def test_never_met_is_dormant() -> None:
    """A contact with nothing but a plan."""
    assert drive(today(between(received("Doctor", 1, "planned@-3")))).quadrant == "dormant"


def test_what_is_to_be_returned() -> None:
    """Granted without a return, oldest first; closed, let go or returned ones are not."""
    found = balance(
        today(
            between(
                received("Tea", 3, "granted@9"),
                received("Desk", 1, "acted_on@20 thanked@19"),
                received("Book", 2, "granted@30 returned@3"),
                received("Lift", 1, "granted@30 let_go@3"),
                closed("Doctor", 1, 40),
            )
        )
    )
    rows = [(row.favour.title, row.weight, row.day) for row in found.i_owe]
    assert rows == [
        ("Desk", 1, ago(20)),
        ("Tea", 3, ago(9)),
    ]


def test_what_i_gave_and_nobody_answered() -> None:
    """Done and not acknowledged, and no help granted to me on or after that day."""
    quote, tickets = given("Quote", "done@30", rung=3), given("Tickets", "done@10")
    assert [row.favour.title for row in balance(today(between(quote, tickets))).they_owe] == ["Quote", "Tickets"]
    answered = between(quote, tickets, received("Doctor", 1, "granted@30"))
    assert [row.favour.title for row in balance(today(answered)).they_owe] == ["Tickets"]
    thanked = between(given("Quote", "done@30 acknowledged@29"), given("Lift", "done@9 closed@8"))
    assert balance(today(thanked)).they_owe == ()


def test_warmth_against_the_learned_cadence() -> None:
    """Met every twenty days or so; a second talk within a week is the same conversation; the lower median counts."""
    story = between(met=(100, 97, 80, 61, 30, 10))  # kept: 100 80 61 30 10; gaps: 20 19 31 20
    assert warmth(today(story)) == (10, 20, False)
    assert warmth(today(between(met=(60, 40, 30)))).cadence == 10  # of two gaps the lower


def test_a_chain_of_near_days_is_broken_every_seven() -> None:
    """Days count against the previous kept one, not the previous one: 20 kept, 15 not, 13 kept."""
    assert warmth(today(between(met=(20, 15, 13)))).cadence == 7


def test_cooling_is_beyond_the_cadence() -> None:
    """Two weeks are set: day 14 is in time, day 15 is cooling; never met is not cooling."""
    fortnight = person(cadence=14)
    assert not warmth(today(between(met=(14,), contact=fortnight))).cooling
    assert warmth(today(between(met=(15,), contact=fortnight))).cooling
    assert warmth(today(between(contact=fortnight))) == (None, 14, False)


def test_bounds_of_the_cadence() -> None:
    """One meeting shows nothing yet: 30. Rare meetings: at most 180. Only the last ten count."""
    assert warmth(today(between(met=(3,)))).cadence == 30
    assert warmth(today(between(met=(900, 400)))).cadence == 180
    often_lately = tuple(range(90, 0, -9))
    assert warmth(today(between(met=(900, 600, 300, *often_lately)))).cadence == 9


def test_what_counts_as_contact() -> None:
    """A courtesy and a step between two people do; a plan, using a tip, and what lies ahead do not."""
    assert warmth(today(between(courtesy("greeting", 5), met=(20,)))).days == 5
    assert warmth(today(between(received("Tea", 3, "granted@4 acted_on@2"), met=(20,)))).days == 4
    assert warmth(today(between(received("Tea", 3, "planned@2 closed@1 let_go@1"), met=(20,)))).days == 20
    assert warmth(today(between(courtesy("gift", -3, id=CourtesyId(1)), met=(20, -2)))).days == 20


def test_common_ground_is_a_shared_word() -> None:
    """Both hike; both drink pu'er; parents alone are enough. Each facet once, in the order of METHOD."""
    theirs = facets_of("hobby: hiking the Alps; hobby: likes hiking; parents: mother; food: 喝普洱茶; weekend: 钓鱼")
    mine = facets_of("food: 普洱; hobby: I like Hiking; parents: 老父亲; weekend: 爬山; health: back")
    assert common_ground(theirs, mine) == ("parents", "hobby", "food")


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("hobby: a b tea", "hobby: a b chess"),
        ("hobby: likes the sea", "hobby: likes the hills"),
        ("hobby: 茶", "hobby: 茶"),
        ("hobby: 喜欢钓鱼", "hobby: 喜欢爬山"),
        ("hobby: tea", "food: tea"),
        ("hobby: 10 km", "hobby: 10 stamps"),
    ],
)
def test_what_is_no_common_ground(theirs: str, mine: str) -> None:
    """Single letters and characters, stop words, bare numbers, another facet."""
    assert common_ground(facets_of(theirs), facets_of(mine)) == ()


def test_order_of_recording_never_matters() -> None:
    """The same facts recorded backwards measure the same."""
    facts = (received("Tea", 3, "granted@9"), given("Lift", "done@5"), closed("Doctor", 1, 40), courtesy("meal", 3))
    story = between(*facts, met=(100, 80, 50))
    backwards = replace(
        story,
        favours=tuple(replace(favour, steps=favour.steps[::-1]) for favour in reversed(story.favours)),
        courtesies=story.courtesies[::-1],
    )
    one, other = today(story), today(backwards)
    assert (drive(one), balance(one), warmth(one)) == (
        drive(other),
        replace(
            balance(other),
            i_owe=tuple(replace(row, favour=_forwards(row.favour)) for row in balance(other).i_owe),
            they_owe=tuple(replace(row, favour=_forwards(row.favour)) for row in balance(other).they_owe),
        ),
        warmth(other),
    )


def _forwards(favour: Favour) -> Favour:
    return replace(favour, steps=favour.steps[::-1])
