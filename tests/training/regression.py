"""Logistic regression over words as features, drawn back to what a person knows beforehand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from relationship_journal.reading.linear import Linear, linear

Floats = npt.NDArray[np.float64]
_RARE = 3
_LEAST_WEIGHT = 0.05
_ROUNDS_OF_DESCENT = 40
_OF_POSITIVES = 3.0
_FREEDOM = 0.4
_BIAS, _BIAS_FREEDOM = -2.5, 50.0
# How far a kind of feature may move, against concepts: words of the text less, since they carry over less.
_FREEDOMS = {
    "w": 0.8, "st": 0.8, "hw": 0.3, "hst": 0.3, "hit": 0.3, "p": 0.5, "n": 0.5, "q": 0.35, "m": 0.35, "e": 0.5,
    "h": 0.5,
    "ps": 0.5, "pr": 0.5,
    "z0": 0.5, "z1": 0.5, "z2": 0.5, "z3": 0.5, "z4": 0.5,
}  # fmt: skip


def feature_index(rows: Iterable[Sequence[str]]) -> dict[str, int]:
    """A number for each feature that is not rare."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for feature in row:
            counts[feature] += 1
    kept = sorted(feature for feature, count in counts.items() if count >= _RARE)
    return {feature: number for number, feature in enumerate(kept)}


def matrix(rows: Sequence[Sequence[str]], index_of: Mapping[str, int]) -> Any:
    """The rows as a sparse matrix of ones."""
    places = [[index_of[feature] for feature in row if feature in index_of] for row in rows]
    ends = np.cumsum([0, *map(len, places)])
    flat = np.array([place for row in places for place in row], dtype=np.int64)
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(index_of)))


def beginnings(
    labels: Sequence[str], index_of: Mapping[str, int], known: Callable[[str], Mapping[str, float]]
) -> Floats:
    """A column for each label with the weights to begin with."""
    columns = np.zeros((len(index_of), len(labels)))
    for place, label in enumerate(labels):
        for feature, weight in known(label).items():
            if feature in index_of:
                columns[index_of[feature], place] = weight
    return columns


def fit(rows: Any, right: Floats, counts: Floats, first: Floats, index_of: Mapping[str, int]) -> tuple[Floats, Floats]:
    """Weights and biases, a column a label; `counts` is 0 where a row says nothing about a label."""
    features, labels = first.shape
    stiffness = 1 / np.array([_FREEDOM * _FREEDOMS.get(one.partition(":")[0], 1.0) for one in index_of])[:, None]
    shares = counts * np.where(right > 0, _OF_POSITIVES, 1.0)
    columns = rows.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        both = flat.reshape(features + 1, labels)
        moved, bias = both[:features] - first, both[features]
        chance = 1 / (1 + np.exp(-np.clip(rows @ both[:features] + bias, -30, 30)))
        surprise = -(shares * np.log(np.where(right > 0, chance, 1 - chance) + 1e-12)).sum()
        error = shares * (chance - right)
        slope = np.empty_like(both)
        slope[:features] = columns @ error + moved * stiffness
        slope[features] = error.sum(0) + (bias - _BIAS) / _BIAS_FREEDOM
        held = 0.5 * (moved * moved * stiffness).sum() + 0.5 * ((bias - _BIAS) ** 2).sum() / _BIAS_FREEDOM
        return float(surprise + held), slope.ravel()

    start = np.vstack([first, np.full((1, labels), _BIAS)]).ravel()
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS_OF_DESCENT, "maxcor": 8})
    both = np.asarray(found.x).reshape(features + 1, labels)
    return both[:features], both[features]


def model(labels: Sequence[str], weights: Floats, biases: Floats, index_of: Mapping[str, int]) -> Linear:
    """The model that the program applies, weights near 0 left out."""
    kept = {
        feature: [(label, float(weight)) for label, weight in enumerate(weights[place]) if abs(weight) > _LEAST_WEIGHT]
        for feature, place in index_of.items()
    }
    return linear(labels, tuple(map(float, biases)), kept)


def one_of(
    labels: Sequence[str],
    examples: Sequence[tuple[Sequence[str], Sequence[str]]],
    known: Callable[[str], Mapping[str, float]] = lambda _label: {},
) -> Linear:
    """A model that tells the labels of each example; `known` gives the weights to begin with, by feature."""
    index_of = feature_index(row for row, _told in examples)
    rows = matrix([row for row, _told in examples], index_of)
    right = np.array([[float(one in told) for one in labels] for _row, told in examples]).reshape(-1, len(labels))
    weights, biases = fit(rows, right, np.ones_like(right), beginnings(labels, index_of, known), index_of)
    return model(labels, weights, biases, index_of)
