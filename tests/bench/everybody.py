"""The list of all people: read whole on a journal just opened, and filtered by a key press until it is painted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.bench.event_loop import Sight
from tests.bench.keeping import first_time
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement
from tests.bench.open_window import OpenWindow, open_window

TYPED = ("wang", "li", "zhou", "northfield", "chen mei", "okafor", "zzz")


def keys(shown: OpenWindow, sight: Sight, text: str) -> list[float]:
    """Milliseconds for each letter typed into the field of people, then for each taken away again."""
    sidebar = shown.page.sidebar
    field = sidebar.field
    field.setFocus()
    wanted = [text[:end] for end in range(1, len(text) + 1)]
    wanted += reversed(wanted[:-1])
    taken = []
    for now in [*wanted, ""]:
        longer = len(now) > len(field.text())
        press = (lambda: QTest.keyClicks(field, now[-1])) if longer else field.backspace  # noqa: B023
        taken.append(sight.wait(press, listed(shown, now)))
    return taken


def listed(shown: OpenWindow, text: str) -> dict[QWidget, Callable[[], object]]:
    """The list, or the sentence in its place, with the condition that it is that of `text`."""
    sidebar = shown.page.sidebar
    return {sidebar: lambda: sidebar.people.text == text}


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """The list as it is read at the start; then names typed and taken away again, over and over."""
    rows = []
    for size, path in journals.items():
        first = [first_time(path, lambda opened: opened.reads.contact_rows(UNTIL)) for _ in range(min(rounds, 7))]
        rows.append(Measurement("list of all people, with marks, read first", first, Goal(median=100), size=size))
        with open_window(path) as shown:
            sight = Sight()
            keys(shown, sight, TYPED[0])
            taken = [ms for _ in range(max(1, rounds // 5)) for text in TYPED for ms in keys(shown, sight, text)]
        rows.append(Measurement("key press in the field of people → painted", taken, Goal(p95=16), size=size))
    return rows
