"""A key pressed in the search of the whole journal, until what it finds is painted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.ui.search.overlay import SearchOverlay
from tests.bench.event_loop import Sight
from tests.bench.measurement import Goal, Measurement
from tests.bench.open_window import OpenWindow, open_window

TYPED = ("physio", "contract", "cherries", "the knee", "樱桃", "推荐一位", "体检", "采购总监", "王建国", "茶叶", "报价")


def type_into(field: QWidget, letter: str) -> None:
    """A key of the keyboard; a Chinese character as an input method hands it over."""
    if letter.isascii():
        QTest.keyClicks(field, letter)
    else:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(field, event)


def keys(shown: OpenWindow, sight: Sight, text: str) -> list[float]:
    """Milliseconds for each letter of `text`, typed one after another into a search just opened."""
    shown.context.actions["go.search"].trigger()
    overlay = shown.window.findChildren(SearchOverlay)[-1]
    shown.rest()
    taken = []
    for end in range(1, len(text) + 1):
        taken.append(sight.wait(lambda: type_into(overlay.field, text[end - 1]), found(overlay, text[:end])))  # noqa: B023
        shown.rest()
    overlay.close()
    shown.rest()
    return taken


def found(overlay: SearchOverlay, text: str) -> dict[QWidget, Callable[[], object]]:
    """The panel, with the condition that it shows what was found for `text`."""
    model, panel = overlay.model, overlay.list.parentWidget()
    assert panel is not None
    return {panel: lambda: model.text == text and not model.is_waiting}


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Every text typed letter by letter, over and over; one letter alone finds most, and is counted like any other."""
    rows = []
    for size, path in journals.items():
        with open_window(path) as shown:
            sight = Sight()
            keys(shown, sight, TYPED[0])
            taken = [ms for _ in range(max(1, rounds // 5)) for text in TYPED for ms in keys(shown, sight, text)]
        goal = Goal(p95=16 if size <= 1000 else 25)
        rows.append(Measurement("key press in search → results painted", taken, goal, size=size))
    return rows
