"""The weekly review: from asking for it until it is painted, in a process of its own; and what that rests on."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from relationship_journal.domain.agenda import Told, agenda_of
from relationship_journal.services.session import Session
from tests.bench.keeping import first_time, milliseconds
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import ROOT, Goal, Measurement


def started(path: Path, how: str) -> dict[str, Any]:
    """What a fresh process measured; RuntimeError where it did not come to an end."""
    command = [sys.executable, "-m", "tests.bench.first_review", str(path), how]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"no review was painted: {done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Cold (asked for before anything of it was prepared), a moment after the start, and again after a change."""
    rows = []
    for size, path in journals.items():
        goal = Goal(median=50 if size <= 1000 else 300)
        few = min(rounds, 7)
        started(path, "at-once")
        cold, soon = [started(path, "at-once") for _ in range(few)], [started(path, "soon") for _ in range(few)]
        rows.append(
            Measurement(
                "weekly review → painted, at once after the start", [one["first"] for one in cold], goal, size=size
            )
        )
        rows.append(Measurement("… a moment after the start", [one["first"] for one in soon], goal, size=size))
        again = [ms for one in cold for ms in one["again"]]
        rows.append(Measurement("… gathered anew and painted again", again, goal, size=size))
        first = [first_time(path, lambda opened: opened.review.gather(UNTIL)) for _ in range(few)]
        rows.append(Measurement("weekly review, gathered first", first, goal, size=size))
        rows += agenda_alone(path, rounds, size)
    return rows


def agenda_alone(path: Path, rounds: int, size: int) -> list[Measurement]:
    """The agenda from what was read, and all marks computed anew, as once after an update or another setting."""
    session = Session.open(path)
    settings, told = session.settings.numbers(), Told()
    repertoire = session.ideas.repertoire(UNTIL)
    due = session.reads.due((), settings, UNTIL, told.since(settings, UNTIL))
    alone = [milliseconds(agenda_of, due, told, settings, UNTIL, repertoire) for _ in range(rounds)]
    anew = [milliseconds(session.reads.marks_anew, UNTIL, None) for _ in range(2)]
    session.close()
    return [
        Measurement("the agenda from what was read", alone, Goal(median=300), size=size),
        Measurement("all marks computed anew", anew, Goal(), size=size),
    ]
