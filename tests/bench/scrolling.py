"""Scrolling the timeline: a notch of the wheel until it is painted, and how long the event loop is held on the way."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.scope import EVERYONE, Scope
from tests.bench.event_loop import Held, Sight, Watch, run_for, run_until
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement
from tests.bench.open_window import OpenWindow, open_window

NOTCH = -120
EVERY = 16  # ms between two notches of a wheel that is turned fast
SCOPES: dict[str, Scope] = {"everyone": EVERYONE, "the one with a fifth of all entries": ContactId(1)}


def turn(shown: OpenWindow, notches: int = 1) -> None:
    """Turn the wheel over the timeline."""
    viewport = shown.page.timeline.view.viewport()
    middle = QPointF(viewport.rect().center())
    QApplication.sendEvent(
        viewport,
        QWheelEvent(
            middle,
            QPointF(viewport.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, NOTCH * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def steps(shown: OpenWindow, sight: Sight, count: int) -> list[float]:
    """Milliseconds for each of `count` notches, one after another as fast as they are painted."""
    viewport = shown.page.timeline.view.viewport()
    bar = shown.page.timeline.view.verticalScrollBar()
    taken = []
    for _ in range(count):
        if bar.value() == bar.maximum():
            break
        taken.append(sight.wait(lambda: turn(shown), {viewport: lambda: True}))
        run_for(1)
    return taken


def held_while(shown: OpenWindow, act: Callable[[], object]) -> Held:
    """How long the loop was held by `act` and by all that follows from it."""
    with Watch() as watch:
        act()
        shown.rest()
    return watch.held


def turn_fast(shown: OpenWindow, notches: int) -> None:
    """Turn the wheel at the pace of a fast hand; whatever is late is felt."""
    left = [notches]
    timer = QTimer(interval=EVERY)

    def once() -> None:
        turn(shown)
        left[0] -= 1
        if not left[0]:
            timer.stop()

    timer.timeout.connect(once)
    timer.start()
    run_until(lambda: not left[0])


def through_it_all(shown: OpenWindow, rounds: int) -> list[float]:
    """Every time the loop was held on a way through the whole: the wheel, pages, the bar, both ends, days."""
    page, bar = shown.page.timeline, shown.page.timeline.view.verticalScrollBar()
    held: list[float] = []
    for part in range(rounds):
        held += held_while(shown, lambda: turn_fast(shown, 60)).all
        for _ in range(3):
            held += held_while(shown, lambda: QTest.keyClick(page.view, Qt.Key.Key_PageDown)).all
        where = bar.maximum() * (part + 1) // (rounds + 1)
        held += held_while(shown, lambda: bar.setValue(where)).all  # noqa: B023 - called in this round
        day = UNTIL - timedelta(days=7300 * part // rounds)
        held += held_while(shown, lambda: page.model.go_to_day(day)).all  # noqa: B023
    held += held_while(shown, lambda: QTest.keyClick(page.view, Qt.Key.Key_End)).all
    held += held_while(shown, lambda: QTest.keyClick(page.view, Qt.Key.Key_Home)).all
    return held


def idle(shown: OpenWindow) -> list[float]:
    """What the machine itself holds while nothing is asked of the window."""
    with Watch() as watch:
        run_for(2000)
    shown.rest()
    return watch.held.all


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """For everyone and for the largest contact; the longest hold beside that of an idle loop in the same minute."""
    rows = []
    for size, path in journals.items():
        with open_window(path) as shown:
            sight = Sight()
            nothing = idle(shown)
            for name, scope in SCOPES.items():
                shown.context.selection.choose(scope)
                shown.rest()
                taken = steps(shown, sight, rounds * 20)
                held = through_it_all(shown, rounds)
                rows += [
                    Measurement(f"one scroll step, {name}", taken, Goal(p95=8), size=size),
                    Measurement(
                        f"loop held while scrolling through it all, {name}",
                        [ms for ms in held if ms >= 1] or [0.0],
                        Goal(most=16),
                        [max(nothing)],
                        size,
                        note=f"longest {max(held):.1f} ms; an idle loop in the same minute {max(nothing):.1f} ms",
                    ),
                ]
    return rows
