"""Work off the UI thread: one thread that writes, a few that read; results come back on the UI thread.

Gestures go before long work: a long job is a generator, and the writer looks between its parts whether the
user did something meanwhile. A late result of a search is dropped by its `Generation`.
"""

import queue
import sys
import threading
from collections.abc import Callable, Generator
from itertools import count
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message

T = TypeVar("T")
Work = Callable[[], None]
Failed = Callable[[Problem], object]
Progress = Callable[[int, int], object]

_READERS = 2
_GESTURE, _LONG, _END = range(3)
_BETWEEN_REPORTS = 0.05  # seconds: progress is for eyes

UNEXPECTED = Message("Something went wrong inside the program. What was kept before is safe; the log says where.")


class Cancelled(Exception):  # noqa: N818 - what happened, not an error
    """Thrown into a long job at its `yield`: it rolls back or keeps what is done, and returns or lets it pass."""


class Generation:
    """What a late result is compared with: each new reading makes the earlier ones stale."""

    def __init__(self) -> None:
        self.number = 0

    def next(self) -> int:
        """Make every result still under way stale, and return the number of the new one."""
        self.number += 1
        return self.number


class Job:
    """Work that was handed in. `cancel` drops it while it waits; a long job is asked to stop at its next part."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask to stop."""
        self._cancelled.set()


class Tasks(QObject):
    """The writing thread and the reading threads. All methods are called on the UI thread."""

    idle = Signal()  #: nothing is under way any more
    failed = Signal(object)  #: a Problem that the caller did not take
    closing = Signal()  #: the last moment to hand in what is not kept yet

    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = count()
        self._writing: queue.PriorityQueue[tuple[int, int, Work | None]] = queue.PriorityQueue()
        self._reading: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._readers: list[threading.Thread] = []
        self.pending = 0
        self._closed = False
        self._deliver.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
    ) -> Job:
        """Call `function` on the writing thread, then `done` with its result on the UI thread.

        A Problem goes to `failed`, or to the signal of that name.
        """
        job = Job()
        if self._closed:
            return job
        self._started()

        def work() -> None:
            if job.cancelled:
                self._deliver.emit(self._ended)
            else:
                self._attempt(function, done, failed)

        self._write(_GESTURE, work)
        return job

    def run_long(
        self,
        parts: Callable[[Job], Generator[tuple[int, int], None, T]],
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> Job:
        """Work through a generator on the writing thread; the user's own gestures go between its parts.

        It yields (done, total) after each part, which `progress` hears at most twenty times a second. When the
        job is cancelled, `Cancelled` is thrown at the `yield`; what the generator then returns is the result,
        and if it lets the exception pass there is none.
        """
        job = Job()
        if self._closed:
            return job
        self._started()
        generator = parts(job)
        reported = 0.0

        def part() -> tuple[int, int]:
            return generator.throw(Cancelled()) if job.cancelled else next(generator)

        def work() -> None:
            nonlocal reported
            try:
                at = part()
            except StopIteration as end:
                value: T = end.value
                self._attempt(lambda: value, done, failed)
            except Cancelled:
                self._deliver.emit(self._ended)
            except Exception as error:  # noqa: BLE001 - told on the UI thread
                self._tell(error, failed)
            else:
                if progress is not None and monotonic() - reported >= _BETWEEN_REPORTS:
                    reported = monotonic()
                    self._deliver.emit(_for_the_living(progress, *at))
                self._queue(_LONG, work)

        self._write(_LONG, work)
        return job

    def read(
        self,
        function: Callable[[], T],
        done: Callable[[T], object],
        generation: Generation | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Call `function` on a reading thread, then `done` on the UI thread unless `generation` went on meanwhile."""
        if self._closed:
            return
        number = generation.next() if generation is not None else 0
        self._started()

        def fresh() -> bool:
            return generation is None or generation.number == number

        def deliver(value: T) -> None:
            if fresh():
                done(value)

        def work() -> None:
            if fresh():
                self._attempt(function, deliver, failed)
            else:
                self._deliver.emit(self._ended)

        if not self._readers:
            self._readers = [self._thread(self._keep_reading, f"reading-{n}") for n in range(_READERS)]
        self._reading.put(work)

    def close(self) -> None:
        """Let every gesture that was made be kept, end the threads, and take nothing more: the journal is closed.

        Panes may still be there for a moment, and ask.
        """
        self.closing.emit()
        self._closed = True
        for _ in self._readers:
            self._reading.put(None)
        if self._writer is not None:
            self._writing.put((_END, next(self._order), None))
            self._writer.join()
        for reader in self._readers:
            reader.join()
        self._readers, self._writer = [], None

    def _write(self, urgency: int, work: Work) -> None:
        if self._writer is None:
            self._writer = self._thread(self._keep_writing, "writing")
        self._queue(urgency, work)

    def _queue(self, urgency: int, work: Work) -> None:
        """On any thread: only `_write`, on the UI thread, starts the one writer."""
        self._writing.put((urgency, next(self._order), work))

    def _thread(self, target: Callable[[], None], name: str) -> threading.Thread:
        thread = threading.Thread(target=target, name=name, daemon=True)
        thread.start()
        return thread

    def _keep_writing(self) -> None:
        while (work := self._writing.get()[2]) is not None:
            work()

    def _keep_reading(self) -> None:
        while (work := self._reading.get()) is not None:
            work()

    def _attempt(
        self,
        function: Callable[[], T],
        done: Callable[[T], object] | None,
        failed: Failed | None,
    ) -> None:
        try:
            value = function()
        except Exception as error:  # noqa: BLE001 - told on the UI thread
            self._tell(error, failed)
            return

        def deliver() -> None:
            self._ended()
            if done is not None and _awaited(done):
                done(value)

        self._deliver.emit(deliver)

    def _tell(self, error: Exception, failed: Failed | None) -> None:
        """A Problem is the world's fault and has its sentence; anything else is ours and is logged as well."""
        problem = error if isinstance(error, Problem) else Problem(UNEXPECTED)

        def deliver() -> None:
            self._ended()
            if failed is None:
                self.failed.emit(problem)
            elif _awaited(failed):
                failed(problem)
            if problem is not error:
                sys.excepthook(type(error), error, error.__traceback__)

        self._deliver.emit(deliver)

    def _started(self) -> None:
        self.pending += 1

    def _ended(self) -> None:
        self.pending -= 1
        if not self.pending:
            self.idle.emit()

    def _call(self, deliver: Work) -> None:
        deliver()


def _awaited(function: object, depth: int = 4) -> bool:
    """Whether all that a callback speaks to still exists: a widget that waits for a result may have been closed.

    Looks at the object of a method, and at what a lambda, a partial or an inner function has taken with it.
    """
    if isinstance(function, QObject):
        return bool(isValid(function))
    if not depth:
        return True
    held = [getattr(function, "__self__", None), getattr(function, "func", None), *getattr(function, "args", ())]
    for cell in getattr(function, "__closure__", None) or ():
        try:
            held.append(cell.cell_contents)
        except ValueError:  # not bound yet
            continue
    return all(_awaited(one, depth - 1) for one in held if isinstance(one, QObject) or callable(one))


def _for_the_living(function: Callable[..., object], *values: object) -> Work:
    def deliver() -> None:
        if _awaited(function):
            function(*values)

    return deliver
