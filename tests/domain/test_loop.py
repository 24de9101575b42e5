"""The state of a favour follows from its steps: METHOD 3 and the border cases of 8."""

from dataclasses import replace

import pytest

from relationship_journal.domain.favour import Favour
from relationship_journal.domain.loop import Loop, becomes_unanswered, loop_of
from tests.domain.stories import SETTINGS, TODAY, ago, given, received


def loop(favour: Favour) -> Loop:
    """The loop today; recording the same steps in another order never changes it."""
    found = loop_of(favour, TODAY, SETTINGS)
    backwards = loop_of(replace(favour, steps=favour.steps[::-1]), TODAY, SETTINGS)
    assert (found.state, found.missing, found.closing_day, found.on_ladder, found.help_day, found.declined) == (
        backwards.state,
        backwards.missing,
        backwards.closing_day,
        backwards.on_ladder,
        backwards.help_day,
        backwards.declined,
    )
    return found


@pytest.mark.parametrize(
    ("story", "state", "is_open", "missing"),
    [
        ("", "idea", False, ""),
        ("planned@-3", "planned", False, ""),
        ("planned@3", "planned", False, ""),
        ("planned@-3 asked@2", "asked", True, ""),
        ("asked@9", "asked", True, ""),
        ("asked@10", "unanswered", True, ""),
        ("asked@30 asked@2", "asked", True, ""),
        ("asked@9 declined@5", "declined", False, ""),
        ("asked@9 granted@5", "granted", True, "acted_on thanked returned"),
        ("granted@5", "granted", True, "acted_on thanked returned"),
        ("acted_on@5", "acted_on", True, "thanked returned"),
        ("granted@9 thanked@5", "thanked", True, "acted_on returned"),
        ("granted@9 returned@5", "returned", True, "acted_on thanked"),
        ("granted@9 acted_on@5 thanked@4", "thanked", True, "returned"),
        ("returned@9 thanked@8 acted_on@1", "closed", False, ""),
        ("asked@9 thanked@5 returned@4", "asked", True, ""),
        ("thanked@5", "idea", False, ""),
        ("planned@9 thanked@5", "planned", False, ""),
        ("granted@9 let_go@5", "let_go", False, ""),
        ("granted@9 let_go@5 thanked@5", "let_go", False, ""),
        ("granted@9 let_go@5 thanked@4", "thanked", True, "acted_on returned"),
        ("granted@9 let_go@5 planned@-4", "let_go", False, ""),
        ("granted@9 let_go@5 planned@2", "let_go", False, ""),
        ("granted@9 closed@5", "closed", False, ""),
        ("asked@9 closed@5", "closed", False, ""),
        ("granted@9 closed@5 let_go@2", "closed", False, ""),
        ("acted_on@9 thanked@9 returned@9 let_go@9", "closed", False, ""),
        ("asked@9 granted@-1", "asked", True, ""),
    ],
)
def test_the_state_of_what_they_do_for_me(story: str, state: str, is_open: bool, missing: str) -> None:
    """Each state is derived from the steps up to today; thanks and returns without a grant change nothing."""
    found = loop(received("Optician", 1, story))
    assert (found.state, found.open, " ".join(found.missing)) == (state, is_open, missing)


@pytest.mark.parametrize(
    ("story", "state"),
    [
        ("granted@9 declined@5", "declined"),
        ("declined@9 granted@5", "granted"),
        ("declined@5 granted@5", "granted"),
        ("declined@9 acted_on@5", "acted_on"),
        ("asked@9 declined@5 asked@5", "declined"),
        ("asked@9 declined@5 asked@4", "asked"),
        ("asked@30 declined@25 asked@12", "unanswered"),
        ("granted@9 declined@5 asked@3", "asked"),
    ],
)
def test_the_latest_answer_stands_and_a_later_ask_reopens(story: str, state: str) -> None:
    """Of granted and declined the latest stands, granted on the same day; asking again later reopens a decline."""
    assert loop(received("Optician", 1, story)).state == state


@pytest.mark.parametrize(
    ("story", "state", "missing"),
    [
        ("", "idea", ""),
        ("asked@5", "asked", "done"),
        ("offered@5", "offered", "done"),
        ("asked@9 promised@5", "promised", "done"),
        ("promised@5 done@2", "done", ""),
        ("acknowledged@2", "acknowledged", ""),
        ("asked@9 declined@5", "declined", ""),
        ("done@9 declined@5", "done", ""),
        ("promised@9 declined@5 asked@4", "asked", "done"),
        ("promised@9 declined@5 asked@5", "declined", ""),
        ("promised@9 let_go@5", "let_go", ""),
        ("promised@9 let_go@5 asked@4", "promised", "done"),
        ("promised@9 closed@5", "closed", ""),
        ("promised@9 done@-1", "promised", "done"),
    ],
)
def test_the_state_of_what_i_do_for_them(story: str, state: str, missing: str) -> None:
    """Done wins over declined; what was said before a decline is withdrawn by it; a later ask reopens."""
    found = loop(given("Museum tickets", story))
    assert (found.state, " ".join(found.missing), found.open) == (state, missing, missing == "done")


def test_a_loop_closes_on_the_latest_of_its_three_days() -> None:
    """Returned first, then thanked, then used: closed on the day of use; only the first of each step counts."""
    found = loop(received("Tea", 3, "returned@30 thanked@20 acted_on@10 thanked@2 returned@1"))
    assert found.closing_day == ago(10)
    assert found.on_ladder


def test_a_close_by_hand_counts_only_where_help_was_granted() -> None:
    """The earlier closing day counts; by hand without a grant it is closed, but no rung."""
    assert loop(received("Tea", 3, "granted@30 closed@20")).on_ladder
    assert not loop(received("Tea", 3, "asked@30 closed@20")).on_ladder
    assert not loop(received("Tea", 3, "granted@30 declined@25 closed@20")).on_ladder
    both = loop(received("Tea", 3, "granted@30 closed@20 acted_on@15 thanked@15 returned@12"))
    assert both.closing_day == ago(20)


def test_a_decline_after_the_closing_day_is_ignored() -> None:
    """Before it the loop still closes and counts on the ladder, but the grant does not stand."""
    after = loop(received("Tea", 3, "granted@30 acted_on@20 thanked@20 returned@20 declined@10"))
    assert (after.state, after.help_day, after.declined) == ("closed", ago(30), None)
    before = loop(received("Tea", 3, "granted@30 acted_on@25 declined@22 thanked@20 returned@20"))
    assert (before.state, before.on_ladder, before.help_day) == ("closed", True, None)


def test_first_granted_is_the_first_explicit_grant_else_acted_on() -> None:
    """Used on day one and granted in words later: the words are the first grant."""
    assert loop(received("Tea", 3, "acted_on@9 granted@5 granted@2")).help_day == ago(5)
    assert loop(received("Tea", 3, "acted_on@9")).help_day == ago(9)


def test_the_step_to_take() -> None:
    """Ask what is planned, wait ten days, ask once more, then let go; at once where it is against their interest."""
    step = {
        story: loop(received("Tea", 3, story)).next_step
        for story in ("", "asked@9", "asked@10", "asked@40 asked@10", "asked@40 declined@30 asked@10", "granted@3")
    }
    assert list(step.values()) == ["asked", None, "asked", "let_go", "asked", "acted_on"]
    assert loop(received("Tea", 3, "asked@10", against_interest=True)).next_step == "let_go"
    assert loop(given("Tickets", "asked@3")).next_step == "promised"
    assert loop(given("Tickets", "asked@3 promised@2")).next_step == "done"
    assert becomes_unanswered(loop(received("Tea", 3, "asked@4")), SETTINGS) == ago(-6)


def test_the_day_that_a_row_counts_from() -> None:
    """Since the first grant, the last ask, the promise; an offer of mine is a promise."""
    assert loop(received("Tea", 3, "asked@9 granted@7 granted@3")).since == ago(7)
    assert loop(received("Tea", 3, "asked@9 asked@7")).since == ago(7)
    assert loop(given("Tickets", "asked@9 promised@5")).since == ago(5)
    assert loop(given("Tickets", "offered@9 promised@5")).since == ago(9)


def test_arcs_belong_to_their_steps() -> None:
    """Granted and returned, not thanked: the first and the last arc."""
    assert loop(received("Tea", 3, "granted@9 returned@5")).arcs == (True, False, False, True)
