"""The application that every test of the interface shares, and waiting for a condition instead of sleeping."""

import gc
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from relationship_journal.ui.readings.suggestion_chip import SuggestionChip
from relationship_journal.ui.theme import current_theme, tokens

_MUCH = 20_000  # objects made since the last collection


class Wait(Protocol):
    """`wait(condition)`: let events run until the condition holds; fails after `seconds`."""

    def __call__(self, condition: Callable[[], object], seconds: float = 10) -> None: ...


@pytest.fixture(scope="session")
def application() -> Iterator[QApplication]:
    """The one QApplication of the test process, in the sizes of the design whatever the system's font is.

    What was put on the clipboard is taken off at the end: Qt's offscreen clipboard would else destroy Python's
    object after Python itself is gone, and the process would end with a crash.
    """
    existing = QApplication.instance()
    made = existing if isinstance(existing, QApplication) else QApplication(["relationship-journal"])
    as_designed = made.font()
    as_designed.setPixelSize(tokens.BASE_FONT)
    current_theme().use_font(as_designed)
    yield made
    made.clipboard().clear()


@pytest.fixture(autouse=True)
def collected_here(application: QApplication) -> Iterator[None]:
    """Collect garbage between tests, on this thread, as the program does: a widget must not be freed on another."""
    gc.disable()
    yield
    if gc.get_count()[0] > _MUCH:
        gc.collect()
    gc.enable()


@pytest.fixture
def wait(application: QApplication) -> Wait:
    """Let the event loop run until something holds."""

    def until(condition: Callable[[], object], seconds: float = 10) -> None:
        end = monotonic() + seconds
        while not condition():
            assert monotonic() < end, "waited in vain"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    return until


def focused_chip() -> SuggestionChip | None:
    """The chip of a suggestion with the keyboard."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, SuggestionChip) else None
