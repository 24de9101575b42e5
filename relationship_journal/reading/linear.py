"""Linear models applied: features that are present add up, label by label; the weights are data in resources."""

import json
from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from relationship_journal.paths import resources
from relationship_journal.values import dataclass

_UNIT = 100


@dataclass(frozen=True, slots=True)
class Linear:
    """One model: for each label a bias, for each feature the weights that it adds to which labels (by index)."""

    labels: tuple[str, ...]
    biases: tuple[float, ...]
    weights: dict[str, list[tuple[int, float]]]

    def scores(self, features: Iterable[str]) -> list[float]:
        """The sum for each label, in the order of `labels`; above 0 means more likely than not."""
        sums = list(self.biases)
        weights = self.weights
        for feature in features:
            if feature in weights:
                for label, weight in weights[feature]:
                    sums[label] += weight
        return sums

    def best(self, features: Iterable[str]) -> str:
        """The label with the highest sum."""
        sums = self.scores(features)
        return self.labels[sums.index(max(sums))]


def likelihood(score: float) -> float:
    """A sum as a probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@cache
def shipped() -> dict[str, Linear]:
    """The models that ship with the program."""
    return load(resources() / "reading" / "weights.json")


def load(file: Path) -> dict[str, Linear]:
    """The models in a file written by `as_json`."""
    return {name: _model(content) for name, content in json.loads(file.read_text("utf-8")).items()}


def _model(content: dict[str, Any]) -> Linear:
    weights = {
        feature: [(flat[place], flat[place + 1] / _UNIT) for place in range(0, len(flat), 2)]
        for feature, flat in content["weights"].items()
    }
    return Linear(tuple(content["labels"]), tuple(content["biases"]), weights)


def as_json(models: dict[str, Linear]) -> str:
    """The models as text, weights in hundredths, those that round to nothing left out; a feature a line."""
    parts = []
    for name, model in models.items():
        rows = []
        for feature in sorted(model.weights):
            flat = [
                part
                for label, weight in model.weights[feature]
                if round(weight * _UNIT)
                for part in (label, round(weight * _UNIT))
            ]
            if flat:
                rows.append(f"{json.dumps(feature, ensure_ascii=False)}:{json.dumps(flat, separators=(',', ':'))}")
        head = json.dumps({"labels": model.labels, "biases": [round(bias, 3) for bias in model.biases]})[:-1]
        parts.append(f'"{name}":{head},"weights":{{\n' + ",\n".join(rows) + "}}")
    return "{" + ",\n".join(parts) + "}\n"
