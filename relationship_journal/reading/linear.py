"""Linear models applied: features that are present add up, label by label; the weights are data in resources.

The weights that a feature adds to all labels are one whole number with a lane of 16 bits for each label, in hundredths:
one addition adds them all. Two models over the same features are one with the lanes of both.
"""

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from relationship_journal.paths import resources
from relationship_journal.values import dataclass

_UNIT = 100
_LANE = 16
_MIDDLE = 1 << (_LANE - 1)
_END = b"\0"


@dataclass(frozen=True, slots=True)
class Linear:
    """One model: for each label a bias, for each feature what it adds, packed."""

    labels: tuple[str, ...]
    biases: tuple[float, ...]
    packed: dict[str, int]
    base: int
    middles: int

    def total(self, features: Iterable[str], before: int | None = None) -> int:
        """What `features` add to the biases, or to the total `before`, packed."""
        return sum(filter(None, map(self.packed.get, features)), self.base if before is None else before)

    def sums(self, total: int) -> list[int]:
        """The sum for each label in a total, in hundredths."""
        return array("h", (total ^ self.middles).to_bytes(len(self.labels) * _LANE // 8, "little")).tolist()

    def scores(self, features: Iterable[str]) -> list[int]:
        """The sum for each label, in the order of `labels`, in hundredths; above 0 means more likely than not."""
        return self.sums(self.total(features))

    def best(self, features: Iterable[str]) -> str:
        """The label with the highest sum."""
        sums = self.scores(features)
        return self.labels[sums.index(max(sums))]


def linear(
    labels: Sequence[str], biases: Sequence[float], weights: Mapping[str, Sequence[tuple[int, float]]]
) -> Linear:
    """A model from the weights of each feature, by place of the label; what rounds to nothing is left out."""
    packed = {
        feature: sum(round(weight * _UNIT) << (_LANE * place) for place, weight in row)
        for feature, row in weights.items()
    }
    return _model(tuple(labels), tuple(biases), {feature: number for feature, number in packed.items() if number})


def _model(labels: tuple[str, ...], biases: tuple[float, ...], packed: dict[str, int]) -> Linear:
    middles = sum(_MIDDLE << (_LANE * place) for place in range(len(labels)))
    base = middles + sum(round(bias * _UNIT) << (_LANE * place) for place, bias in enumerate(biases))
    return Linear(labels, biases, packed, base, middles)


def joined(first: Linear, second: Linear) -> Linear:
    """Two models over the same features as one: its labels are those of `first`, then those of `second`."""
    lanes = _LANE * len(first.labels)
    packed = {
        feature: first.packed.get(feature, 0) + (second.packed.get(feature, 0) << lanes)
        for feature in first.packed.keys() | second.packed.keys()
    }
    return _model((*first.labels, *second.labels), (*first.biases, *second.biases), packed)


@cache
def shipped() -> dict[str, Linear]:
    """The models that ship with the program."""
    return load(resources() / "reading" / "weights.z")


def load(file: Path) -> dict[str, Linear]:
    """The models in a file written by `as_bytes`."""
    head, names, numbers = zlib.decompress(file.read_bytes()).split(_END, 2)
    features = names.decode().split("\n")
    models: dict[str, Linear] = {}
    at = place = 0
    for name, labels, biases, count in json.loads(head):
        width = len(labels) * _LANE // 8
        end = at + count * width
        rows = [int.from_bytes(numbers[row : row + width], "little", signed=True) for row in range(at, end, width)]
        packed = dict(zip(features[place : place + count], rows, strict=True))
        models[name] = _model(tuple(labels), tuple(biases), packed)
        at, place = end, place + count
    return models


def as_bytes(models: Mapping[str, Linear]) -> bytes:
    """The models as a compressed file: their labels and biases as JSON, all features by name, then what each adds."""
    head, names, numbers = [], [], []
    for name, model in models.items():
        width = len(model.labels) * _LANE // 8
        head.append((name, model.labels, [round(bias, 3) for bias in model.biases], len(model.packed)))
        for feature in sorted(model.packed):
            names.append(feature)
            numbers.append(model.packed[feature].to_bytes(width, "little", signed=True))
    parts = [json.dumps(head, ensure_ascii=False).encode(), "\n".join(names).encode(), b"".join(numbers)]
    return zlib.compress(_END.join(parts), 9)
