"""Runs a window until it has painted what one came for, then tells when that was and how much memory it took.

`python -m tests.bench.first_paint bare` shows a bare window with one label of Latin and Chinese text;
`… journal [ARGUMENTS…]` starts the program itself, unchanged, and waits until the timeline has painted rows. The moment
is the system's monotonic clock, so that who started the process can subtract. Nothing in the program knows of it: the
event loop is entered through a filter that watches what is painted.
"""

import json
import resource
import runpy
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

SIZE = (1280, 800)
PATIENCE = 30_000  # ms after which a window that never painted is given up


def report() -> None:
    """Print the moment, the peak memory and what was imported, and end at once: what follows is not measured."""
    painted_at = time.monotonic()
    peak = peak_mib()
    imported = sorted({name.split(".")[0] for name in sys.modules})
    print(json.dumps({"painted_at": painted_at, "peak_mib": peak, "imported": imported}), flush=True)
    QApplication.exit(0)


def peak_mib() -> float:
    """The program's own peak; on Linux `ru_maxrss` begins with that of the process that started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text("ascii", "replace").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def is_what_one_came_for(widget: QObject, *, rows: bool) -> bool:
    """Whether this paint shows the window, or, with `rows`, a list in it that has something in it."""
    if not isinstance(widget, QWidget) or not widget.window().isVisible():
        return False
    if not rows:
        return widget.isWindow()
    from relationship_journal.ui.timeline.timeline_view import TimelineView  # the program has it by now

    view = widget.parent()
    return isinstance(view, TimelineView) and view.viewport() is widget and bool(view.model.window.rows)


class Watch(QObject):
    """Sees every event of the application until the paint that counts."""

    def __init__(self, *, rows: bool) -> None:
        super().__init__()
        self.rows = rows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Report once the paint event has been handled."""
        if event.type() == QEvent.Type.Paint and is_what_one_came_for(watched, rows=self.rows):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, report)
        return False


def watch(application: QApplication, *, rows: bool) -> int:
    """Enter the event loop watched."""
    filtering = Watch(rows=rows)
    application.installEventFilter(filtering)
    QTimer.singleShot(PATIENCE, lambda: application.exit(1))
    return QGuiApplication.exec()


def bare() -> int:
    """The least that a window with text in both scripts costs."""
    application = QApplication(sys.argv[:1])
    label = QLabel("Relationship Journal 关系手账")
    label.resize(*SIZE)
    label.show()
    return watch(application, rows=False)


def journal(arguments: list[str]) -> int:
    """The program as `python -m relationship_journal` starts it; only the event loop is entered through the watch."""

    def watched(*_application: object) -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return watch(application, rows=True)

    setattr(QApplication, "exec", watched)  # noqa: B010 - a class of Qt's, changed for this process only
    sys.argv = ["relationship-journal", *arguments]
    runpy.run_module("relationship_journal", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else journal(sys.argv[2:]))
