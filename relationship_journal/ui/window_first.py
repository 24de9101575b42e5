"""Long work on other threads lets the window go first: between two things it waits until the event loop is idle.

Python runs one thread at a time. A repaint asks for its turn some hundred times, and whoever computes beside it gives
each of them away after milliseconds only; what stands still while the window paints costs it nothing.
"""

from threading import Event

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_MOST, _LEAST = 0.1, 0.001
"""Seconds that work waits for the window; for one that never rests half as long each time."""


class WindowFirst(QObject):
    """Made on the UI thread, asked on the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle = Event()
        self._patience = _MOST
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._rest)
        dispatcher.awake.connect(self._wake)

    def give_way(self) -> None:
        """Wait until the window has nothing to do."""
        rested = self._idle.wait(self._patience)
        self._patience = _MOST if rested else max(_LEAST, self._patience / 2)

    def _rest(self) -> None:
        self._idle.set()

    def _wake(self) -> None:
        self._idle.clear()
