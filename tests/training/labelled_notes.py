"""Labelled notes and snippets, annotated, with the features of their clauses.

A note says in `gold` what should be found, not where. A snippet is a line of a small note with a code in brackets after
each clause that tells something: `Asked Ann who does her gutters [RA]. Got a name, and his mobile [RG].`
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from relationship_journal.reading.annotated import Annotated, annotate
from relationship_journal.reading.facets import FACETS
from relationship_journal.reading.features import Features
from relationship_journal.reading.follow_ups import FOLLOW_UP
from relationship_journal.reading.labelled import note_from
from relationship_journal.reading.note import KnownContact, Note
from relationship_journal.reading.occasions import days_named, written

DATA = Path(__file__).resolve().parents[1] / "data"
_SNIPPETS_TODAY = date(2026, 3, 4)
_CONTACTS = {
    "en": (KnownContact("Ann Hill", ("Ann",)), KnownContact("Bob Ross", ("Bob",))),
    "zh": (KnownContact("王丽", ("王姐",)), KnownContact("李强", ("李工",))),
}
_STEPS = {
    "RA": "received:asked", "RG": "received:granted", "RD": "received:declined", "RX": "received:acted_on",
    "RT": "received:thanked", "RR": "received:returned", "GA": "given:asked", "GO": "given:offered",
    "GP": "given:promised", "GD": "given:done", "GK": "given:acknowledged", "U": FOLLOW_UP,
}  # fmt: skip
_FACETS = dict(zip("we cl pa pr ch he af cu ho fo ht ex wo".split(), FACETS, strict=True))
_COURTESIES = {
    f"{letter}{arrow}": f"courtesy:{kind}:{direction}"
    for letter, kind in (("g", "gift"), ("m", "meal"), ("h", "greeting"))
    for arrow, direction in ((">", "given"), ("<", "received"))
}
_CODES = _STEPS | _FACETS | _COURTESIES
_CODE = re.compile(r"\s*\[(D|O\.\w+|[A-Za-z<>]{1,2})\]")
_CHANNEL = re.compile(r"\{(\w+)\}\s*")
_REACH = 3


@dataclass(slots=True)
class Told:
    """A label of a snippet: the clause that tells it most likely, and those that may tell it."""

    label: str
    clause: int
    near: list[int]


@dataclass(slots=True)
class Prepared:
    """A labelled text: `rows` has the features of each clause; `told` is None for a note, which has `gold` alone."""

    gold: Mapping[str, Any]
    annotated: Annotated
    features: Features
    rows: list[list[str]] = field(default_factory=list)
    told: list[Told] | None = None


def hands() -> dict[str, list[dict[str, Any]]]:
    """The labelled notes by hand: each file of another writer."""
    return {file.stem: rows_of(file) for file in sorted((DATA / "notes").glob("*.jsonl"))}


def own_notes() -> list[Prepared]:
    """The project's own notes and snippets, which are always trained on."""
    return [prepared(row) for row in rows_of(DATA / "own.jsonl")] + list(snippets())


def rows_of(file: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def prepared(row: Mapping[str, Any]) -> Prepared:
    """A labelled note, annotated."""
    annotated = annotate(note_from(row))
    features = Features(annotated)
    return Prepared(row["gold"], annotated, features, _rows(features))


def snippets() -> Iterator[Prepared]:
    """The snippets, by language."""
    for file in sorted((DATA / "snippets").glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield snippet(line, file.stem[:2])


def snippet(line: str, language: str) -> Prepared:
    """A snippet, annotated. Raises ValueError where a code is unknown or stands after nothing that fits it."""
    channel = _CHANNEL.match(line)
    text, codes = _without_codes(line[channel.end() if channel else 0 :])
    contacts = _CONTACTS[language]
    annotated = annotate(Note(text, _SNIPPETS_TODAY, contacts, contacts[0].name))
    starts = [annotated.origins[clause.start] for clause in annotated.clauses]
    day, occasions = _SNIPPETS_TODAY, []
    told: list[Told] = []
    for code, place in codes:
        clause = max(0, bisect_right(starts, place) - 1)
        if code == "D":
            day = _named_before(annotated, clause, place)
        elif code.startswith("O."):
            occasions.append(_occasion(annotated, clause, place, code[2:]))
        elif code in _CODES:
            before = max((one.clause for one in told if one.clause < clause), default=-1)
            near = list(range(max(before + 1, clause - _REACH), clause + 1))
            told.append(Told(_CODES[code], clause, near))
        else:
            raise ValueError(f"unknown code {code} in: {line}")
    gold = {"day": day.isoformat(), "channel": channel and channel[1], "occasions": occasions}
    features = Features(annotated)
    return Prepared(gold, annotated, features, _rows(features), told)


def _rows(features: Features) -> list[list[str]]:
    return [sorted(features.of_clause(index)) for index in range(features.count)]


def _without_codes(line: str) -> tuple[str, Sequence[tuple[str, int]]]:
    """The text with its line breaks, and each code with the place of the last sign before it."""
    text, codes, done = "", [], 0
    for match in _CODE.finditer(line):
        text += line[done : match.start()].replace(" / ", "\n")
        codes.append((match[1], len(text) - 1))
        done = match.end()
    return text + line[done:].replace(" / ", "\n"), codes


def _named_before(annotated: Annotated, clause: int, place: int) -> date:
    days = [day.day for day in annotated.clauses[clause].days_past if annotated.origins[day.start] <= place]
    if not days:
        raise ValueError(f"no day before [D] in: {annotated.note.text}")
    return days[-1]


def _occasion(annotated: Annotated, clause: int, place: int, kind: str) -> dict[str, str]:
    named = [
        one
        for one in days_named(annotated)
        if clause - 1 <= one.index <= clause and annotated.origins[one.start] <= place
    ]
    if not named:
        raise ValueError(f"no day for the {kind} in: {annotated.note.text}")
    lying_ahead = [one for one in named if one.day is None or one.day >= _SNIPPETS_TODAY]
    return {"kind": kind, "date": written((lying_ahead or named)[-1], kind)}
