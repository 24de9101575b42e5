"""The weekly review of the whole journal: gathered from every relationship."""

from pathlib import Path

from relationship_journal.services.session import Session
from tests.bench.keeping import milliseconds
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Gathered anew each time, on a warm connection."""
    rows = []
    for size, path in journals.items():
        session = Session.open(path)
        session.review.gather(UNTIL)
        taken = [milliseconds(session.review.gather, UNTIL) for _ in range(rounds)]
        rows.append(Measurement("weekly review, gathered", taken, Goal(median=50 if size <= 1000 else 300), size=size))
        session.close()
    return rows
