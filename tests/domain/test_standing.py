"""Standing: the highest closed loop, one rung less for each whole period since."""

from relationship_journal.domain.loop import loop_of
from relationship_journal.domain.standing import standing, standing_loop
from tests.domain.stories import SETTINGS, TODAY, closed, received


def stand(*favours: object) -> int:
    return standing([loop_of(favour, TODAY, SETTINGS) for favour in favours], SETTINGS, TODAY)  # type: ignore[arg-type]


def test_the_ground_and_the_highest_loop() -> None:
    """Nothing closed is the ground; of several closed loops the highest counts."""
    assert stand() == 0
    assert stand(received("Tea", 3, "granted@4")) == 0
    assert stand(closed("Doctor", 1, 10), closed("Tea", 3, 90)) == 3


def test_it_fades_by_one_rung_a_year() -> None:
    """364 days keep the rung, 365 take one; never below the ground."""
    assert stand(closed("Tea", 3, 364)) == 3
    assert stand(closed("Tea", 3, 365)) == 2
    assert stand(closed("Doctor", 1, 5000)) == 0
    assert stand(closed("Tea", 3, 730), closed("Book", 2, 3)) == 2


def test_the_loop_it_rests_on() -> None:
    """Of equals the one closed last, then by title."""
    loops = [loop_of(favour, TODAY, SETTINGS) for favour in (closed("B", 2, 9), closed("A", 2, 9), closed("C", 2, 40))]
    found = standing_loop(loops, SETTINGS, TODAY)
    assert found is not None
    assert found.favour.title == "A"
