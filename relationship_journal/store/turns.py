"""Whose turn it is to write: first come, first served, so that a long batch lets the user's gestures through."""

import threading
from collections import deque


class Turns:
    """A lock that serves in the order of asking. A thread that holds it may not ask for it again: RuntimeError."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._holder: int | None = None

    def mine(self) -> bool:
        """Whether this thread holds it."""
        return self._holder == threading.get_ident()

    def take(self, *, wait: bool = True) -> bool:
        """Take the turn; without `wait`, only if nobody has it."""
        if wait and self.mine():
            raise RuntimeError("a gesture asked for the turn that it has")
        with self._gate:
            if self._holder is None:
                self._holder = threading.get_ident()
                return True
            if not wait:
                return False
            called = threading.Lock()
            called.acquire()
            self._waiting.append(called)
        called.acquire()
        self._holder = threading.get_ident()
        return True

    def give(self) -> None:
        """Pass the turn on to who has waited longest."""
        with self._gate:
            if self._waiting:
                self._holder = -1
                self._waiting.popleft().release()
            else:
                self._holder = None
