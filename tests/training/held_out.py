"""The reader on notes by hands that it was not trained on: each hand, or a few at once, left out in turn."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from relationship_journal.reading.labelled import note_from, reading_row
from relationship_journal.reading.reader import read

from .labelled_notes import hands, own_notes, prepared
from .models import train

_PARTS: dict[str, tuple[str, ...]] = {
    "contacts": (),
    "steps": ("contact", "direction", "step"),
    "courtesy": ("kind", "direction", "value"),
    "facets": ("contact", "facet"),
    "occasions": ("contact", "kind", "date"),
    "follow_ups": ("due",),
}
KEYS = ("contacts", "day", "channel", "steps", "courtesy", "facets", "occasions", "follow_ups")
Counts = dict[str, Counter[str]]


def figures(groups: Sequence[Sequence[str]] | None = None) -> Iterator[tuple[str, Counts]]:
    """For each hand, what should be found, was found and was right, by key, with its group left out of training."""
    rows = hands()
    notes = {hand: [prepared(row) for row in of_hand] for hand, of_hand in rows.items()}
    always = own_notes()
    for group in groups or [[hand] for hand in rows]:
        models = train([note for hand, of in notes.items() if hand not in group for note in of] + always)
        for hand in group:
            yield hand, counted((row["gold"], reading_row(read(note_from(row), models))) for row in rows[hand])


def counted(pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Counts:
    """By key: how many labels were `wanted`, `found` and `right`, as exact tuples."""
    counts: Counts = {key: Counter() for key in KEYS}
    for gold, reading in pairs:
        for key in KEYS:
            wanted, found = _tuples(gold, key), _tuples(reading, key)
            counts[key] += Counter(wanted=wanted.total(), found=found.total(), right=(wanted & found).total())
    return counts


def _tuples(reading: Mapping[str, Any], key: str) -> Counter[Any]:
    if key not in _PARTS:
        return Counter([reading[key]])
    parts = _PARTS[key]
    return Counter(tuple(one[part] for part in parts) if parts else one for one in reading[key])


def f1(count: Counter[str]) -> float:
    """Of precision and recall; 0 where nothing was right."""
    return 2 * count["right"] / (count["wanted"] + count["found"]) if count["right"] else 0.0


def row(name: str, counts: Counts) -> str:
    """A line of the table in docs/note-reader.md."""
    cells = []
    for key in KEYS:
        count = counts[key]
        cell = f"{f1(count):.2f}"
        if key == "steps":
            precision = count["right"] / max(1, count["found"])
            cell += f" ({precision:.2f}/{count['right'] / max(1, count['wanted']):.2f})"
        cells.append(cell)
    return f"| {name} | {' | '.join(cells)} |"


def together(all_counts: Iterable[Counts]) -> Counts:
    """The sum over several hands."""
    whole: Counts = {key: Counter() for key in KEYS}
    for counts in all_counts:
        for key in KEYS:
            whole[key] += counts[key]
    return whole
