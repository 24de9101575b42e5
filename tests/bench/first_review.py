"""A process that opens a journal and then the review, and prints how long the latter took: `… JOURNAL at-once|soon`."""

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

from relationship_journal.ui.review import door
from tests.bench.event_loop import Sight, run_for, run_until
from tests.bench.open_window import OpenWindow, open_window

NEVER = 10**8


def painted(shown: OpenWindow, sight: Sight) -> float:
    """Milliseconds from asking for the review until its rows are painted: page made, gathered, painted."""
    review = shown.page.review
    began = perf_counter()
    shown.context.actions["go.review"].trigger()
    rows, model = review.page.rows, review.model
    made = (perf_counter() - began) * 1000
    return made + sight.wait(rows.update, {rows.viewport(): lambda: model.review is not None and bool(model.lines)})


def main(journal: Path, how: str) -> int:
    """Open, look once, print; then the same again, when everything was read before."""
    if how == "at-once":
        door._FIRST_LOOK = NEVER
    with open_window(journal) as shown:
        if how == "soon":
            run_until(lambda: shown.page.review.model.review is not None)
            run_for(500)
        sight = Sight()
        worked = process_time()
        first = painted(shown, sight)
        worked = (process_time() - worked) * 1000
        shown.rest()
        again = []
        for _ in range(5):
            shown.context.actions["go.journal"].trigger()
            run_for(30)
            model = shown.page.review.model
            model.review = None
            model._stale = True
            again.append(painted(shown, sight))
            shown.rest()
        print(json.dumps({"first": first, "worked": worked, "again": again}))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
