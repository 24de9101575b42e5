"""Tells whoever listens what each commit changed."""

import threading
from collections.abc import Callable

from relationship_journal.domain.changes import Changes

LONG = "long"
"""The origin of what long work commits part by part: whoever shows it need not follow each."""

Listener = Callable[[Changes, object], None]


class Hub:
    """Listeners are called on the thread that wrote, after the commit.

    `origin` is what the gesture was given, None where nothing was.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; the function given back ends it."""
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    def publish(self, changes: Changes, origin: object = None) -> None:
        """Tell everybody."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(changes, origin)
