"""The shipped reader on two hands that are never trained on: its figures must not sink.

The floors are the figures measured when the weights were last made (docs/note-reader.md), less a little for chance. A
change that lowers them is a loss for every user whose writing nobody has seen. Follow-ups are twenty labels in all, so
that one of them is three hundredths.
"""

import pytest

from relationship_journal.reading.labelled import note_from, reading_row
from relationship_journal.reading.reader import read
from tests.training.held_out import counted, f1
from tests.training.labelled_notes import DATA, rows_of, snippets

FLOORS = {
    "contacts": 0.95,
    "day": 0.90,
    "channel": 0.52,
    "steps": 0.50,
    "courtesy": 0.64,
    "facets": 0.58,
    "occasions": 0.64,
    "follow_ups": 0.60,
}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """By key, over both hands; and how many of the steps found were right."""
    rows = [row for file in sorted((DATA / "held_back").glob("*.jsonl")) for row in rows_of(file)]
    counts = counted((row["gold"], reading_row(read(note_from(row)))) for row in rows)
    steps = counts["steps"]
    return {key: f1(count) for key, count in counts.items()} | {"precision": steps["right"] / steps["found"]}


@pytest.mark.parametrize("key", FLOORS)
def test_notes_by_unknown_hands_are_read_as_well_as_before(key: str, figures: dict[str, float]) -> None:
    """Eighty notes, English and Chinese, by writers that no weight has learned from."""
    assert figures[key] >= FLOORS[key]


def test_a_step_that_is_offered_is_mostly_one_that_happened(figures: dict[str, float]) -> None:
    """A wrong chip costs trust: precision counts for more than finding every step."""
    assert figures["precision"] >= 0.60


def test_every_snippet_says_where_its_labels_stand() -> None:
    """Each code stands after a clause, each day and occasion after a day that the reader finds."""
    told = [snippet for snippet in snippets() if snippet.told]
    assert len(told) > 700
