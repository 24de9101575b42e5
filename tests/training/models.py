"""Trains the linear models of the note reader on labelled notes.

A label of a note does not say which clause tells it: it is chosen by the seeds at first, then by the model that came of
it. A snippet says it, give or take a clause.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from relationship_journal.reading.annotated import Annotated
from relationship_journal.reading.courtesies import COURTESIES, sum_near
from relationship_journal.reading.dealing import CHANNELS, day_features, days_told
from relationship_journal.reading.facets import FACETS
from relationship_journal.reading.favour_steps import STEPS
from relationship_journal.reading.features import of_note
from relationship_journal.reading.follow_ups import FOLLOW_UP, due
from relationship_journal.reading.linear import Linear, joined
from relationship_journal.reading.occasions import ANY, OCCASIONS, days_named, occasion_features, written
from relationship_journal.reading.rungs import rung_features
from relationship_journal.reading.second_look import found_around

from . import seeds
from .labelled_notes import Prepared
from .regression import Floats, beginnings, feature_index, fit, matrix, model, one_of

LABELS = (*STEPS, *FACETS, *COURTESIES, FOLLOW_UP)
_ROUNDS = 2
_PARTS = 3
_OF_SEEDS = 0.5
_OF_MARK = 1.0


def train(notes: Sequence[Prepared]) -> dict[str, Linear]:
    """The models of the reader from labelled notes. The same notes give the same weights."""
    first_look, _chosen = _train_clauses(notes)
    looked = _looked_at(notes)
    clause_model, chosen = _train_clauses(looked)
    whole = [note for note in notes if note.gold["channel"] is not None]
    return {
        "clauses": joined(first_look, clause_model),
        "rung": _train_rungs(notes, chosen),
        "day": _train_days(whole),
        "channel": one_of(
            CHANNELS, [(of_note(note.annotated), (note.gold["channel"],)) for note in whole], seeds.of_channel
        ),
        "occasions": _train_occasions(looked),
    }


def _looked_at(notes: Sequence[Prepared]) -> list[Prepared]:
    """The notes with what a first look finds around each clause, each note looked at by a model that never saw it."""
    looked: list[Prepared] = list(notes)
    for part in range(_PARTS):
        model, _chosen = _train_clauses([note for number, note in enumerate(notes) if number % _PARTS != part])
        for number in range(part, len(notes), _PARTS):
            note = notes[number]
            around = found_around(note.annotated, model.labels, [model.scores(row) for row in note.rows])
            rows = [[*row, *more] for row, more in zip(note.rows, around, strict=True)]
            looked[number] = replace(note, rows=rows)
    return looked


Bag = tuple[int, str, list[int], int]
"""Which note, which label, the clauses that may tell it, and how many of them do."""


def _bags(notes: Sequence[Prepared]) -> list[Bag]:
    bags: list[Bag] = []
    for number, note in enumerate(notes):
        if note.told is not None:
            bags += [(number, one.label, one.near, 1) for one in note.told]
            continue
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
        amount = sum_near(annotated, index)
        return amount is not None and amount.value == key
    return annotated.clauses[index].contact == key


def _seed(note: Prepared, index: int, label: str) -> float:
    clause = note.annotated.clauses[index]
    score = sum(weight for concept, weight in seeds.SEEDS[label].items() if concept in clause.concepts)
    if label == FOLLOW_UP and any(day.day >= note.annotated.note.today for day in clause.days_ahead):
        score += 2
    theirs = {"received:granted", "received:declined", "given:asked", "given:acknowledged"}
    if clause.speaker and label in STEPS:
        score += 1.5 if (clause.speaker == "\ue001") == (label in theirs) else -1.5
    return score


def _marked(note: Prepared, index: int, label: str) -> float:
    """What speaks for a clause beside the model: the seeds, or the mark of a snippet."""
    if note.told is None:
        return _OF_SEEDS * _seed(note, index, label)
    return _OF_MARK if any(one.label == label and one.clause == index for one in note.told) else 0.0


def _train_clauses(notes: Sequence[Prepared]) -> tuple[Linear, dict[tuple[int, str], list[int]]]:
    bags = _bags(notes)
    all_rows = [row for note in notes for row in note.rows]
    index_of = feature_index(all_rows)
    rows = matrix(all_rows, index_of)
    first = beginnings(LABELS, index_of, seeds.of_clause)
    starts = np.cumsum([0, *(len(note.rows) for note in notes)])
    sums: Floats | None = None
    for _round in range(_ROUNDS):
        chosen: dict[tuple[int, str], list[int]] = defaultdict(list)
        right, counts = np.zeros((len(all_rows), len(LABELS))), np.ones((len(all_rows), len(LABELS)))
        for number, label, fits, count in bags:
            place, start, note = LABELS.index(label), starts[number], notes[number]
            counts[[start + index for index in fits], place] = 0
            free = [index for index in fits if index not in chosen[number, label]]
            liking = {
                index: _marked(note, index, label) + (0.0 if sums is None else float(sums[start + index, place]))
                for index in free
            }
            ranked = sorted(free, key=lambda index: -liking[index])
            if ranked and (sums is not None or liking[ranked[0]] > 0):
                chosen[number, label].extend(ranked[:count])
        for (number, label), clauses in chosen.items():
            for index in clauses:
                right[starts[number] + index, LABELS.index(label)] = 1
                counts[starts[number] + index, LABELS.index(label)] = 1
        weights, biases = fit(rows, right, counts, first, index_of)
        sums = rows @ weights + biases
    return model(LABELS, weights, biases, index_of), chosen


def _train_rungs(notes: Sequence[Prepared], chosen: Mapping[tuple[int, str], list[int]]) -> Linear:
    examples = []
    for number, note in enumerate(notes):
        if note.told is not None:
            continue
        rungs: dict[tuple[object, str], set[int]] = defaultdict(set)
        for step in note.gold["steps"]:
            if step["direction"] == "received" and step["rung"]:
                rungs[step["contact"], f"received:{step['step']}"].add(step["rung"])
        for (contact, label), values in rungs.items():
            examples += [
                (sorted(rung_features(note.annotated, index)), (str(next(iter(values))),))
                for index in chosen.get((number, label), ())
                if len(values) == 1 and note.annotated.clauses[index].contact == contact
            ]
    return one_of(("1", "2", "3", "4", "5", "6"), examples, seeds.of_rung)


def _train_days(notes: Sequence[Prepared]) -> Linear:
    examples = []
    for note in notes:
        right = [told for told in days_told(note.annotated) if told.found.day.isoformat() == note.gold["day"]]
        for told in days_told(note.annotated):
            same = told.found.day.isoformat() == note.gold["day"]
            if same and told.place != right[0].place:
                continue
            examples.append((day_features(note.annotated, told), ("told",) if same else ()))
    return one_of(("told",), examples)


def _train_occasions(notes: Sequence[Prepared]) -> Linear:
    examples = []
    for note in notes:
        for named in days_named(note.annotated):
            kinds = {one["kind"] for one in note.gold["occasions"] if one["date"] == written(named, one["kind"])}
            labels = (f"occasion:{kinds.pop()}", ANY) if kinds else ()
            day = date.fromisoformat(note.gold["day"])
            seen = [*note.rows[named.index], *occasion_features(note.annotated, named, day)]
            examples.append((sorted(seen), labels))
    return one_of((*OCCASIONS, ANY), examples, seeds.of_occasion)
