"""The weekly review of the whole journal: gathered from every relationship."""

from pathlib import Path

from relationship_journal.services.session import Session
from tests.bench.keeping import first_time, milliseconds
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """For the first time on a journal just opened, and again when it is turned to once more."""
    rows = []
    for size, path in journals.items():
        goal = Goal(median=50 if size <= 1000 else 300)
        first = [first_time(path, lambda opened: opened.review.gather(UNTIL)) for _ in range(min(rounds, 7))]
        rows.append(Measurement("weekly review, gathered first", first, goal, size=size))
        session = Session.open(path)
        session.review.gather(UNTIL)
        again = [milliseconds(session.review.gather, UNTIL) for _ in range(rounds)]
        rows.append(Measurement("weekly review, gathered again", again, goal, size=size))
        session.close()
    return rows
