"""Descent of a smooth convex loss by L-BFGS: what SciPy's does besides, for bounds, takes longer than a round of ours."""

from collections import deque
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
_REMEMBERED = 8
_ENOUGH = 1e-4
_HALVINGS = 20


def lowest(loss: Callable[[Vector], tuple[float, Vector]], start: Vector, rounds: int) -> Vector:
    """Where `loss`, which gives its value and slope, is lowest as far as so many rounds of descent lead from `start`."""
    place = start
    value, slope = loss(place)
    steps: deque[tuple[Vector, Vector, float]] = deque(maxlen=_REMEMBERED)
    for _round in range(rounds):
        way = _direction(slope, steps)
        fall = float(way @ slope)
        size = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).max()))
        for _halving in range(_HALVINGS):
            new = place + size * way
            new_value, new_slope = loss(new)
            if new_value <= value + _ENOUGH * size * fall:
                break
            size /= 2
        else:
            return place
        moved, turned = new - place, new_slope - slope
        curvature = float(moved @ turned)
        if curvature > 0:
            steps.append((moved, turned, curvature))
        place, value, slope = new, new_value, new_slope
    return place


def _direction(slope: Vector, steps: deque[tuple[Vector, Vector, float]]) -> Vector:
    """Downhill, bent by what the last steps tell of the curvature."""
    way = -slope
    shares: list[float] = []
    for moved, turned, curvature in reversed(steps):
        share = float(moved @ way) / curvature
        shares.append(share)
        way -= share * turned
    if steps:
        _moved, turned, curvature = steps[-1]
        way *= curvature / float(turned @ turned)
    for (moved, turned, curvature), share in zip(steps, reversed(shares), strict=True):
        way += (share - float(turned @ way) / curvature) * moved
    return way
