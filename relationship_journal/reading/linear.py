"""Linear models applied: features that are present add up, label by label; the weights are data in resources.

The weights that a feature adds to all labels are one whole number with a lane of 16 bits for each label, in hundredths:
one addition adds them all.
"""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from relationship_journal.paths import resources
from relationship_journal.values import dataclass

_UNIT = 100
_LANE = 16
_MIDDLE = 1 << (_LANE - 1)


@dataclass(frozen=True, slots=True)
class Linear:
    """One model: for each label a bias, for each feature what it adds, packed."""

    labels: tuple[str, ...]
    biases: tuple[float, ...]
    packed: dict[str, int]
    base: int

    def scores(self, features: Iterable[str]) -> list[float]:
        """The sum for each label, in the order of `labels`; above 0 means more likely than not."""
        packed = self.packed
        total = sum([packed[feature] for feature in features if feature in packed], self.base)
        lanes = array("H", total.to_bytes(len(self.labels) * _LANE // 8, "little"))
        return [(lane - _MIDDLE) / _UNIT for lane in lanes]

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
    base = sum((_MIDDLE + round(bias * _UNIT)) << (_LANE * place) for place, bias in enumerate(biases))
    return Linear(labels, biases, packed, base)


@cache
def shipped() -> dict[str, Linear]:
    """The models that ship with the program."""
    return load(resources() / "reading" / "weights.txt")


def load(file: Path) -> dict[str, Linear]:
    """The models in a file written by `as_text`."""
    models: dict[str, Linear] = {}
    for part in file.read_text("utf-8").split("\f")[1:]:
        name, labels, biases, *rows = part.rstrip("\n").split("\n")
        packed = {}
        for row in rows:
            feature, _tab, digits = row.rpartition("\t")
            packed[feature] = int.from_bytes(b64decode(digits), "little", signed=True)
        models[name] = _model(tuple(labels.split("\t")), tuple(map(float, biases.split("\t"))), packed)
    return models


def as_text(models: Mapping[str, Linear]) -> str:
    """The models as text: after a form feed the name, a line of labels, one of biases, and a feature a line."""
    parts = []
    for name, model in models.items():
        head = f"\f{name}\n" + "\t".join(model.labels) + "\n" + "\t".join(f"{bias:.3f}" for bias in model.biases)
        rows = (f"{feature}\t{_digits(model.packed[feature])}" for feature in sorted(model.packed))
        parts.append("\n".join([head, *rows]))
    return "\n".join(parts) + "\n"


def _digits(number: int) -> str:
    return b64encode(number.to_bytes(number.bit_length() // 8 + 1, "little", signed=True)).decode()
