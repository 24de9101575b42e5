"""All rules, in the order of METHOD 4."""

from collections.abc import Callable

from relationship_journal.domain.situation import Situation

from .clean_hands import clean_return, honest_ask, open_decision, tied_gift
from .climbing import habit_before_work, one_rung_up, step_down, two_small_first
from .faith import close_the_loop, deliver_first, let_it_rest, return_more, stale_ask
from .ground import courtesy_is_ground, gift_limits
from .verdict import Ask, Verdict

RULES: tuple[Callable[[Situation, Ask], Verdict], ...] = (
    two_small_first,
    one_rung_up,
    close_the_loop,
    return_more,
    clean_return,
    deliver_first,
    let_it_rest,
    step_down,
    habit_before_work,
    courtesy_is_ground,
    tied_gift,
    gift_limits,
    open_decision,
    stale_ask,
    honest_ask,
)
