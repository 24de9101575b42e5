"""Trains the linear models of the note reader on labelled notes.

`python -m relationship_journal.reading.training OUT NOTES.jsonl…` writes the weights. A label of a note does not say
which clause tells it: it is chosen by the seeds below at first, then by the model that came of it, in a few rounds.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from types import MappingProxyType
from typing import Any

from relationship_journal.values import dataclass, field

from .annotated import Annotated, annotate
from .courtesies import COURTESIES, sum_near
from .dealing import CHANNELS, day_features, days_told
from .facets import FACETS
from .favour_steps import STEPS, rung_features
from .features import Features, of_note
from .follow_ups import FOLLOW_UP, due
from .labelled import note_from
from .linear import Linear, as_json, likelihood
from .occasions import OCCASIONS, days_named, occasion_features, written

LABELS = (*STEPS, *FACETS, *COURTESIES, FOLLOW_UP)
_SEEDS: dict[str, dict[str, float]] = {
    "received:asked": {
        "ask_them": 3,
        "ask_word": 1,
        "ask_question": 1,
        "not_asked": -3,
        "plan_ask": -2,
        "they_ask_me": -2,
    },
    "received:granted": {"got_from_them": 2, "they_agree": 1.5, "unasked": 1, "vague_answer": -1, "they_refuse": -1},
    "received:declined": {"they_refuse": 2, "vague_answer": 0.5},
    "received:acted_on": {"used_it": 2, "it_worked": 1.5},
    "received:thanked": {"told_them": 2, "thank_them": 2},
    "received:returned": {"return_tied": 3, "gift_verb_mine": 1, "gift_thing": 1, "i_paid": 0.5},
    "given:asked": {"they_ask_me": 3, "ask_question": 1, "not_asked": -1},
    "given:offered": {"me_offer": 3, "they_ask_me": -1},
    "given:promised": {"me_agree": 3, "i_will": 0.5},
    "given:done": {"me_did": 3},
    "given:acknowledged": {"they_thank_me": 3, "they_pleased": 0.5, "gift_verb_theirs": 0.5},
    "facet:weekend": {"spends_weekend": 3},
    "facet:clothing": {"wears": 3},
    "facet:partner": {"kin_partner": 3},
    "facet:parents": {"kin_parent": 3},
    "facet:children": {"kin_child": 3},
    "facet:health": {"is_ill": 3},
    "facet:affairs": {"minds_affairs": 3},
    "facet:curiosity": {"is_curious": 3},
    "facet:hobby": {"likes_doing": 3},
    "facet:food": {"eats": 3},
    "facet:hometown": {"comes_from": 3},
    "facet:expertise": {"is_expert": 3},
    "facet:work": {"their_work": 3},
    "courtesy:gift:given": {"gift_verb_mine": 2, "gift_thing": 1.5, "gift_refused": -2},
    "courtesy:gift:received": {"gift_verb_theirs": 2, "gift_thing": 1.5, "gift_refused": -2},
    "courtesy:meal:given": {"i_paid": 3, "meal": 1, "drink": 1},
    "courtesy:meal:received": {"they_paid": 3, "meal": 1, "drink": 1},
    "courtesy:greeting:given": {"greeting": 2},
    "courtesy:greeting:received": {"greeting": 2, "greeting_back": 1},
    FOLLOW_UP: {"to_do": 1.5, "i_will": 1.5, "not_asked": -0.5},
}
_EPOCHS, _RATE, _DECAY, _ROUNDS = 8, 0.25, 0.01, 2
_STRENGTHS = {
    "w": 0.3,
    "hw": 0.15,
    "hst": 0.15,
    "hit": 0.15,
    **dict.fromkeys(("p", "n", "q", "m", "e", "h", "ps", "pr"), 0.5),
}
_RARE = 3
_ASKED_FOR = ("tip_or_name", "loan_or_number", "expertise_ask", "trade", "small_work", "big_request")
_LEAST_WEIGHT = 0.05
_TRUST = 1.0
_OF_POSITIVES = 3.0


@dataclass(slots=True)
class Prepared:
    """A labelled note, annotated, with the features of its clauses."""

    gold: Mapping[str, Any]
    annotated: Annotated
    features: Features
    rows: list[list[str]] = field(default_factory=list)


def prepare(row: Mapping[str, Any]) -> Prepared:
    """Annotate the note of a labelled row."""
    annotated = annotate(note_from(row))
    features = Features(annotated)
    rows = [sorted(features.of_clause(index)) for index in range(len(annotated.clauses))]
    return Prepared(row["gold"], annotated, features, rows)


def train(notes: Sequence[Prepared]) -> dict[str, Linear]:
    """The models of the reader from labelled notes. The same notes give the same weights."""
    clause_model, chosen = _train_clauses(notes)
    return {
        "clauses": clause_model,
        "rung": _train_rungs(notes, chosen),
        "day": _train_days(notes),
        "channel": _train_channels(notes),
        "occasions": _train_occasions(notes),
    }


Bag = tuple[int, str, list[int], int]
"""Which note, which label, the clauses that may tell it, and how many of them do."""


def _bags(notes: Sequence[Prepared]) -> list[Bag]:
    bags: list[Bag] = []
    for number, note in enumerate(notes):
        wanted: dict[tuple[str, object], int] = defaultdict(int)
        for step in note.gold["steps"]:
            wanted[f"{step['direction']}:{step['step']}", step["contact"]] = 1
        for facet in note.gold["facets"]:
            wanted[f"facet:{facet['facet']}", facet["contact"]] = 1
        for one in note.gold["courtesy"]:
            wanted[f"courtesy:{one['kind']}:{one['direction']}", one["value"]] += 1
        for one in note.gold["follow_ups"]:
            wanted[FOLLOW_UP, one["due"]] += 1
        for (label, key), count in wanted.items():
            fits = [
                clause.index for clause in note.annotated.clauses if _fits(note.annotated, clause.index, label, key)
            ]
            bags.append((number, label, fits, count))
    return bags


def _fits(annotated: Annotated, index: int, label: str, key: object) -> bool:
    if label == FOLLOW_UP:
        day = due(annotated, index)
        return (None if day is None else day.isoformat()) == key
    if label.startswith("courtesy"):
        if key is None or "greeting" in label:
            return True
        amount = sum_near(annotated, index, set())
        return amount is not None and amount.value == key
    return annotated.clauses[index].contact == key


def _seed(note: Prepared, index: int, label: str) -> float:
    clause = note.annotated.clauses[index]
    score = sum(weight for concept, weight in _SEEDS[label].items() if concept in clause.concepts)
    if label == FOLLOW_UP and any(day.day >= note.annotated.note.today for day in clause.days_ahead):
        score += 2
    theirs = {"received:granted", "received:declined", "given:asked", "given:acknowledged"}
    if clause.speaker and label in STEPS:
        score += 1.5 if (clause.speaker == "\ue001") == (label in theirs) else -1.5
    return score


def _train_clauses(notes: Sequence[Prepared]) -> tuple[Linear, dict[tuple[int, str], list[int]]]:
    bags = _bags(notes)
    index_of = _feature_index(row for note in notes for row in note.rows)
    rows = [[[index_of[one] for one in row if one in index_of] for row in note.rows] for note in notes]
    weights: dict[str, tuple[float, list[float]]] = {}
    chosen: dict[tuple[int, str], list[int]] = {}
    for round_number in range(_ROUNDS):
        chosen = defaultdict(list)
        ignored: dict[tuple[int, str], set[int]] = defaultdict(set)
        for number, label, fits, count in bags:
            free = [index for index in fits if index not in chosen[number, label]]
            if round_number == 0:
                ranked = sorted(free, key=lambda i: -_seed(notes[number], i, label))
            else:
                bias, vector = weights[label]
                ranked = sorted(
                    free,
                    key=lambda i: (
                        -(bias + sum(vector[f] for f in rows[number][i]) + 0.5 * _seed(notes[number], i, label))
                    ),
                )
            if round_number == 0 and ranked and _seed(notes[number], ranked[0], label) <= 0:
                ignored[number, label].update(fits)
                continue
            chosen[number, label].extend(ranked[:count])
            ignored[number, label].update(fits)
        for label in LABELS:
            weights[label] = _logistic(
                [
                    (row, index in chosen[number, label])
                    for number, note in enumerate(rows)
                    for index, row in enumerate(note)
                    if index in chosen[number, label] or index not in ignored[number, label]
                ],
                _strengths(index_of),
                _first(label, index_of),
            )
    return _linear(LABELS, [weights[label] for label in LABELS], index_of), chosen


def _train_rungs(notes: Sequence[Prepared], chosen: Mapping[tuple[int, str], list[int]]) -> Linear:
    examples = []
    for number, note in enumerate(notes):
        rungs: dict[tuple[object, str], set[int]] = defaultdict(set)
        for step in note.gold["steps"]:
            if step["direction"] == "received" and step["rung"]:
                rungs[step["contact"], f"received:{step['step']}"].add(step["rung"])
        for (contact, label), values in rungs.items():
            examples += [
                (rung_features(note.annotated, index), str(next(iter(values))))
                for index in chosen.get((number, label), ())
                if len(values) == 1 and note.annotated.clauses[index].contact == contact
            ]
    return _one_of(("1", "2", "3", "4", "5", "6"), examples, _rung_signs)


def _rung_signs(rung: str) -> dict[str, float]:
    """The weights to begin with: what is asked for on each rung."""
    concept = _ASKED_FOR[int(rung) - 1]
    return {f"c:{concept}": 1.0, f"i:{concept}": 1.0}


def _train_days(notes: Sequence[Prepared]) -> Linear:
    examples = []
    for note in notes:
        right = [told for told in days_told(note.annotated) if told.found.day.isoformat() == note.gold["day"]]
        for told in days_told(note.annotated):
            same = told.found.day.isoformat() == note.gold["day"]
            if same and told.place != right[0].place:
                continue
            examples.append((day_features(note.annotated, told), same))
    index_of = _feature_index(row for row, _same in examples)
    rows = [([index_of[one] for one in row if one in index_of], same) for row, same in examples]
    return _linear(("told",), [_logistic(rows, _strengths(index_of))], index_of)


def _train_channels(notes: Sequence[Prepared]) -> Linear:
    return _one_of(CHANNELS, [(of_note(note.annotated), note.gold["channel"]) for note in notes], _channel_signs)


def _channel_signs(channel: str) -> dict[str, float]:
    """The weights to begin with: words of a way to meet speak for it, most of all the first ones."""
    way = f"by_{channel}"
    signs = {f"{way}:now": 1.5, f"first:{way}": 2.2, f"most:{way}": 1.0, f"{way}:f": 1.0, f"{way}:g": 0.5}
    return signs | {"message": {"chat": 3.0}, "note": {"no way": 2.0}}.get(channel, {})


def _train_occasions(notes: Sequence[Prepared]) -> Linear:
    examples = []
    for note in notes:
        for named in days_named(note.annotated):
            kinds = {one["kind"] for one in note.gold["occasions"] if one["date"] == written(named, one["kind"])}
            label = f"occasion:{kinds.pop()}" if kinds else ""
            examples.append((occasion_features(note.annotated, note.features, named), label))
    return _one_of(OCCASIONS, examples, _occasion_signs)


def _occasion_signs(label: str) -> dict[str, float]:
    """The weights to begin with: the words of an occasion in the clause of the day, and in its sentence."""
    kind = label.partition(":")[2]
    concept = "other_day" if kind == "other" else kind
    trust = 0.7 if kind in ("other", "trip", "festival") else 1.5
    return {f"c:{concept}": trust, f"s:{concept}": 0.6 * trust, "gaokao": 3.0 if kind == "exam" else -1.0}


def _one_of(
    labels: Sequence[str],
    examples: Sequence[tuple[list[str], str]],
    signs: Callable[[str], Mapping[str, float]] = lambda _label: {},
) -> Linear:
    """One label of several; `signs` gives the weights to begin with, by feature."""
    index_of = _feature_index(row for row, _label in examples)
    rows = [[index_of[one] for one in row if one in index_of] for row, _label in examples]
    trained = [
        _logistic(
            [(row, right == label) for row, (_row, right) in zip(rows, examples, strict=True)],
            _strengths(index_of),
            {index_of[sign]: weight for sign, weight in signs(label).items() if sign in index_of},
        )
        for label in labels
    ]
    return _linear(labels, trained, index_of)


def _feature_index(rows: Iterable[Sequence[str]]) -> dict[str, int]:
    """A number for each feature that is not rare."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for feature in row:
            counts[feature] += 1
    kept = sorted(feature for feature, count in counts.items() if count >= _RARE)
    return {feature: number for number, feature in enumerate(kept)}


def _first(label: str, index_of: Mapping[str, int]) -> dict[int, float]:
    """The weights to begin with: what the seeds know, so that a label with few examples can lean on them."""
    return {
        index_of[f"c:{concept}"]: _TRUST * weight
        for concept, weight in _SEEDS[label].items()
        if f"c:{concept}" in index_of
    }


def _strengths(index_of: Mapping[str, int]) -> list[float]:
    """How fast each feature learns: words of the text slower than concepts, which carry over to other writers."""
    return [_STRENGTHS.get(feature.partition(":")[0], 1.0) for feature in index_of]


def _logistic(
    examples: Sequence[tuple[Sequence[int], bool]],
    strengths: Sequence[float],
    first: Mapping[int, float] = MappingProxyType({}),
) -> tuple[float, list[float]]:
    """Logistic regression by AdaGrad with decaying weights; features are binary."""
    order = list(range(len(examples)))
    shuffle = random.Random(7)
    weights, squares = [0.0] * len(strengths), [1.0] * len(strengths)
    for feature, weight in first.items():
        weights[feature] = weight
    bias, bias_square = -2.0, 1.0
    for _epoch in range(_EPOCHS):
        shuffle.shuffle(order)
        for number in order:
            row, right = examples[number]
            error = right - likelihood(bias + sum([weights[feature] for feature in row]))
            if -0.02 < error < 0.02:
                continue
            if right:
                error *= _OF_POSITIVES
            bias_square += error * error
            bias += _RATE * error / sqrt(bias_square)
            for feature in row:
                gradient = error - _DECAY * (weights[feature] - first.get(feature, 0.0))
                squares[feature] += gradient * gradient
                weights[feature] += _RATE * strengths[feature] * gradient / sqrt(squares[feature])
    return bias, weights


def _linear(labels: Sequence[str], trained: Sequence[tuple[float, list[float]]], index_of: Mapping[str, int]) -> Linear:
    weights = {
        feature: [
            (place, vector[number])
            for place, (_bias, vector) in enumerate(trained)
            if abs(vector[number]) > _LEAST_WEIGHT
        ]
        for feature, number in index_of.items()
    }
    return Linear(
        tuple(labels), tuple(bias for bias, _vector in trained), {f: row for f, row in weights.items() if row}
    )


def main(arguments: Sequence[str]) -> None:
    """Train on the files named after the first argument, and write the weights to the first."""
    rows = [
        json.loads(line)
        for file in arguments[1:]
        for line in Path(file).read_text("utf-8").splitlines()
        if line.strip()
    ]
    Path(arguments[0]).write_text(as_json(train([prepare(row) for row in rows])), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
