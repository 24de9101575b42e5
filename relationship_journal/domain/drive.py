"""Drive (驱动力): who moves whom. METHOD 5."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .returns import weight_of_return
from .situation import Situation


class Quadrant(StrEnum):
    """How the two stand to each other."""

    MUTUAL = "mutual"
    THEY_MOVE_ME = "they_move_me"
    I_LEAN = "i_lean"
    UNTESTED = "untested"
    DORMANT = "dormant"


class Drive(NamedTuple):
    """Sums of weights, each halved every half-life: what they did for me, I did for them, and I returned."""

    mine: float
    theirs: float
    returned: float
    quadrant: Quadrant


def drive(situation: Situation) -> Drive:
    """Who moves whom today.

    *Mine* counts received favours whose grant stands, let go or not, from the first granted; *theirs* given favours
    done, from the first done; *returned* every return on its day. The borders are METHOD's, compared unrounded: below
    half a tiny favour nothing moves; beyond twice the other it is one-sided, since people notice a factor of two and
    forgive less; an `i_lean` counts what I returned to my side, as returning is the way out of it.
    """
    today, half_life = situation.today, situation.settings.drive_half_life
    mine = theirs = returned = 0.0
    for loop in situation.received:
        if loop.help_day is not None:
            mine += loop.favour.weight * _faded(loop.help_day, today, half_life)
        for step in loop.returns:
            weight = weight_of_return(step, loop.favour, situation.settings)
            returned += weight * _faded(step.day, today, half_life)
    for loop in situation.given:
        if loop.help_day is not None:
            theirs += loop.favour.weight * _faded(loop.help_day, today, half_life)
    return Drive(mine, theirs, returned, _quadrant(situation, mine, theirs, returned))


def _faded(day: date, today: date, half_life: float) -> float:
    return float(0.5 ** ((today - day).days / half_life))


def _quadrant(situation: Situation, mine: float, theirs: float, returned: float) -> Quadrant:
    settings = situation.settings
    low = mine < settings.drive_low and theirs < settings.drive_low
    if low and situation.silent:
        return Quadrant.DORMANT
    if low:
        return Quadrant.UNTESTED
    if theirs > settings.drive_ratio * mine:
        return Quadrant.THEY_MOVE_ME
    if mine > settings.drive_ratio * (theirs + returned):
        return Quadrant.I_LEAN
    return Quadrant.MUTUAL
