"""Standing (阶位): how high the ladder carries today. METHOD 5."""

from collections.abc import Iterable
from datetime import date

from .loop import Loop
from .settings import Settings


def loop_standing(loop: Loop, settings: Settings, today: date) -> int:
    """What one loop is worth today: its rung less one for each whole period since it was closed, at least 0."""
    if not loop.on_ladder or loop.closing_day is None:
        return 0
    return max(0, loop.favour.rung - (today - loop.closing_day).days // settings.standing_period)


def standing(loops: Iterable[Loop], settings: Settings, today: date) -> int:
    """The highest that a closed received loop is worth today, 0 for the ground. Closing a loop never lowers it."""
    best = 0
    for loop in loops:
        if loop.on_ladder and (worth := loop_standing(loop, settings, today)) > best:
            best = worth
    return best


def standing_loop(loops: Iterable[Loop], settings: Settings, today: date) -> Loop | None:
    """The loop that today's standing rests on: of equals the one closed last, then by title. None on the ground."""
    carrying = [loop for loop in loops if loop_standing(loop, settings, today) > 0]
    return min(
        carrying,
        key=lambda loop: (
            -loop_standing(loop, settings, today),
            -(loop.closing_day or today).toordinal(),
            loop.favour.title,
        ),
        default=None,
    )
