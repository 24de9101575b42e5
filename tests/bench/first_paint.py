"""Runs a window until it has painted what one came for, tells when that was, and goes on if more is asked.

`python -m tests.bench.first_paint bare` shows a bare window with one label of Latin and Chinese text;
`… painted|ready|scrolled [ARGUMENTS…]` starts the program itself, unchanged, and waits until the timeline has painted
rows; then until everything is ready; then until 5,000 rows went by. Moments are the system's monotonic clock, so that
who started the process can subtract. Nothing in the program knows of it: only the event loop is entered watched.
"""

import gc
import json
import resource
import runpy
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if sys.argv[1:2] != ["bare"]:
    gc.disable()  # as `main` does
    import_module("relationship_journal.ui")  # which loads Qt

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SIZE = (1280, 800)
PATIENCE = 120_000  # ms after which a window that never did what it should is given up
ROWS = 5_000
_RESTED = 5  # looks, 50 ms apart, at which nothing was under way

told: dict[str, object] = {}


def tell_paint() -> None:
    """Note the moment, what it took until then, and what was imported."""
    told["painted_at"] = time.monotonic()
    told["processor"] = time.process_time()
    told["peak_mib"] = peak_mib()
    told["imported"] = sorted(sys.modules)


def end() -> None:
    """Print what is known and end: what follows is not measured."""
    print(json.dumps(told), flush=True)
    QApplication.exit(0)


def peak_mib() -> float:
    """The program's own peak; on Linux `ru_maxrss` begins with that of the process that started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text("ascii", "replace").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def once_painted(widget: type, shows: Callable[[object], object], then: Callable[[], object]) -> None:
    """Call `then` when the event loop is back from the first paint of a `widget` that `shows` what one came for."""
    paint = getattr(widget, "paintEvent")  # noqa: B009 - a class of Qt's or the program's, changed for this process only

    def back() -> None:
        tell_paint()
        then()

    def painted(self: object, event: "QPaintEvent") -> None:
        paint(self, event)
        if "seen" not in told and shows(self):
            told["seen"] = True
            QTimer.singleShot(0, back)

    setattr(widget, "paintEvent", painted)  # noqa: B010


def bare() -> int:
    """The least that a window with text in both scripts costs."""

    class Bare(QLabel):
        pass

    application = QApplication(sys.argv[:1])
    once_painted(Bare, lambda _label: True, end)
    label = Bare("Relationship Journal 关系手账")
    label.resize(*SIZE)
    label.show()
    QTimer.singleShot(PATIENCE, lambda: application.exit(1))
    return application.exec()


def wait_until_ready(then: Callable[[], object]) -> None:
    """Call `then` when the rest of the window is made and no thread has anything to do; tell how the loop was held."""
    from relationship_journal.ui.journal_page import JournalPage
    from tests.bench.event_loop import Watch

    page = next(page for top in QApplication.topLevelWidgets() for page in top.findChildren(JournalPage))
    tasks = page._context.tasks
    watch, looks = Watch(), [0, 0.0]
    watch.__enter__()

    def look() -> None:
        resting = page.afterwards.is_finished and not tasks.pending
        looks[0] = looks[0] + 1 if resting else 0
        if looks[0] == 1:
            looks[1] = time.monotonic()
        if looks[0] < _RESTED:
            QTimer.singleShot(50, look)
            return
        watch.__exit__()
        told.update(ready_at=looks[1], held=watch.held.longest, held_by_own_work=watch.held.own_work)
        then()

    look()


def scroll(then: Callable[[], object]) -> None:
    """Go down the timeline screen by screen until `ROWS` rows went by, or to its end."""
    from relationship_journal.ui.timeline.timeline_view import TimelineView

    view = next(view for top in QApplication.topLevelWidgets() for view in top.findChildren(TimelineView))
    seen: set[object] = set()
    stuck = [0]

    def step() -> None:
        before = len(seen)
        seen.update(row.key for row in view.model.window.rows)
        bar = view.verticalScrollBar()
        bar.setValue(min(bar.maximum(), bar.value() + view.viewport().height()))
        stuck[0] = 0 if len(seen) > before or bar.value() < bar.maximum() else stuck[0] + 1
        if len(seen) >= ROWS or stuck[0] > 20:
            told.update(rows=len(seen), peak_mib_scrolled=peak_mib())
            then()
        else:
            QTimer.singleShot(5, step)

    step()


def journal(until: str, arguments: list[str]) -> int:
    """The program as `python -m relationship_journal` starts it; only the event loop is entered through the watch."""
    goes_on = {
        "painted": end,
        "ready": lambda: wait_until_ready(end),
        "scrolled": lambda: wait_until_ready(lambda: scroll(end)),
    }

    def watched(*_application: object) -> int:
        from relationship_journal.ui.timeline.timeline_view import TimelineView  # the program has it by now

        once_painted(TimelineView, lambda view: view.model.window.rows, goes_on[until])  # type: ignore[attr-defined]
        QTimer.singleShot(PATIENCE, lambda: QApplication.exit(1))
        return QGuiApplication.exec()

    setattr(QApplication, "exec", watched)  # noqa: B010
    sys.argv = ["relationship-journal", *arguments]
    runpy.run_module("relationship_journal", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else journal(sys.argv[1], sys.argv[2:]))
