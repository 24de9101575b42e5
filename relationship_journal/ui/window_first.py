"""Long work on other threads lets the window go first: between two things it waits until the event loop is idle.

Python runs one thread at a time. A repaint asks for its turn some hundred times, and whoever computes beside it gives
each of them away after milliseconds only; what stands still while the window paints costs it nothing.
"""

from threading import Event

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_MOST = 0.1
"""Seconds: a window that never rests does not stop the work."""


class WindowFirst(QObject):
    """Made on the UI thread, asked on the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle = Event()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._rest)
        dispatcher.awake.connect(self._wake)

    def give_way(self) -> None:
        """Wait until the window has nothing to do."""
        self._idle.wait(_MOST)

    def _rest(self) -> None:
        self._idle.set()

    def _wake(self) -> None:
        self._idle.clear()
