"""Work off the UI thread: one thread that writes, a few that read; results come back on the UI thread.

Gestures go before long work: a long job is a generator, and the writer looks between its parts whether the
user did something meanwhile. A late result of a search is dropped by its `Generation`.

A thread is given the number of an errand, never its callbacks: what these hold, widgets among it, would else be
freed by whichever thread lets go of it last, and a widget that is freed on another thread crashes the process.
"""

import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from itertools import count
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.values import dataclass, field

from .window_first import WindowFirst

T = TypeVar("T")
Failed = Callable[[Problem], object]
Progress = Callable[[int, int], object]
_Moment = Callable[[], AbstractContextManager[None]]

_READERS = 2
_GESTURE, _LONG, _END = range(3)
_BETWEEN_REPORTS = 0.05  # seconds: progress is for eyes
_WAITED_FOR = 0.012  # seconds: less than a frame

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


@dataclass(frozen=True, slots=True)
class _Value:
    """What the work returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class _Failure:
    """What it raised."""

    error: Exception


@dataclass(frozen=True, slots=True)
class _Dropped:
    """It was cancelled, or too late to be begun."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of long work is done and the work goes on: (done, total) where that is to be told."""

    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Round:
    """What one thread reads in a row; `read` is set when all of it is on its way back."""

    numbers: tuple[int, ...]
    read: threading.Event = field(default_factory=threading.Event)


_Outcome = _Value | _Failure | _Dropped | _Part


@dataclass(frozen=True, slots=True)
class _Errand:
    """What was handed in and is kept by the UI thread. The other thread calls `work` and leaves the outcomes here."""

    work: Callable[[], _Outcome]
    done: Callable[[Any], object] | None
    failed: Failed | None
    progress: Progress | None = None
    outcomes: deque[_Outcome] = field(default_factory=deque)


class Tasks(QObject):
    """The writing thread and the reading threads. All methods are called on the UI thread."""

    idle = Signal()  #: nothing is under way any more
    failed = Signal(object)  #: a Problem that the caller did not take
    closing = Signal()  #: the last moment to hand in what is not kept yet

    _come = Signal(int)  #: the errand of this number has one more outcome
    _come_together = Signal(object)  #: the errands of these numbers have theirs

    def __init__(self, parent: QObject | None = None, moment: _Moment = nullcontext) -> None:
        super().__init__(parent)
        self._moment = moment  #: what is read together is read within one
        self._order = count()
        self._errands: dict[int, _Errand] = {}
        self._writing: queue.PriorityQueue[tuple[int, int, int | None]] = queue.PriorityQueue()
        self._reading: queue.SimpleQueue[_Round | None] = queue.SimpleQueue()
        self._gathered: list[int] | None = None
        self._writer: threading.Thread | None = None
        self._readers: list[threading.Thread] = []
        self.pending = 0
        self._closed = False
        self._arrived: deque[tuple[int, ...]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._deliver_next)
        self._come.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._come_together.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def window_first(self) -> WindowFirst:
        """What long work asks before each thing that it does."""
        return WindowFirst(self)

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

        def work() -> _Outcome:
            return _Dropped() if job.cancelled else _Value(function())

        if not self._closed:
            self._write(_GESTURE, _Errand(work, done, failed))
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
        generator = parts(job)
        reported = 0.0

        def work() -> _Outcome:
            nonlocal reported
            try:
                at = generator.throw(Cancelled()) if job.cancelled else next(generator)
            except StopIteration as end:
                return _Value(end.value)
            except Cancelled:
                return _Dropped()
            if progress is None or monotonic() - reported < _BETWEEN_REPORTS:
                return _Part()
            reported = monotonic()
            return _Part(at)

        self._write(_LONG, _Errand(work, done, failed, progress))
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
        asked = generation.next() if generation is not None else 0

        def fresh() -> bool:
            return generation is None or generation.number == asked

        def deliver(value: T) -> None:
            if fresh():
                done(value)

        def work() -> _Outcome:
            return _Value(function()) if fresh() else _Dropped()

        number = self._take_on(_Errand(work, deliver, failed))
        if self._gathered is None:
            self._read((number,))
        else:
            self._gathered.append(number)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is asked to be read within arrives in one turn of the event loop: it is laid out and painted once.

        One thread reads it all in the order asked: several would only wait for each other's Python. So would this
        one: it stands still for the moment that most readings take, and paints what was asked for instead of what
        was there before; then it goes on, and what takes longer arrives when it is read.
        """
        if self._gathered is not None:
            yield
            return
        self._gathered = []
        try:
            yield
        finally:
            numbers, self._gathered = self._gathered, None
            if numbers:
                self._read(tuple(numbers)).read.wait(_WAITED_FOR)

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

    def _take_on(self, errand: _Errand) -> int:
        number = next(self._order)
        self._errands[number] = errand
        self.pending += 1
        return number

    def _read(self, numbers: tuple[int, ...]) -> _Round:
        if not self._readers:
            self._readers = [self._thread(self._keep_reading, f"reading-{n}") for n in range(_READERS)]
        asked = _Round(numbers)
        self._reading.put(asked)
        return asked

    def _write(self, urgency: int, errand: _Errand) -> None:
        if self._writer is None:
            self._writer = self._thread(self._keep_writing, "writing")
        number = self._take_on(errand)
        self._writing.put((urgency, number, number))

    def _thread(self, target: Callable[[], None], name: str) -> threading.Thread:
        thread = threading.Thread(target=target, name=name, daemon=True)
        thread.start()
        return thread

    def _keep_writing(self) -> None:
        while (number := self._writing.get()[2]) is not None:
            more = _work_on(self._errands[number])
            self._come.emit(number)
            if more:
                self._writing.put((_LONG, next(self._order), number))

    def _keep_reading(self) -> None:
        """All of an errand is let go of before the UI thread hears of it."""
        while (asked := self._reading.get()) is not None:
            self._read_together(asked.numbers)
            self._come_together.emit(asked.numbers)
            asked.read.set()

    def _read_together(self, numbers: tuple[int, ...]) -> None:
        """Of one moment, so that panes agree."""
        try:
            with self._moment() if len(numbers) > 1 else nullcontext():
                for number in numbers:
                    _work_on(self._errands[number])
        except Problem:  # there is no moment to be had: each says so itself
            for errand in (self._errands[number] for number in numbers):
                _ = errand.outcomes or _work_on(errand)

    def _arrive(self, numbers: tuple[int, ...]) -> None:
        """One reading in a turn of the event loop: between two the window paints and hears who uses it."""
        self._arrived.append(numbers)
        if not self._turn.isActive():
            self._deliver_next()

    def _deliver_next(self) -> None:
        if self._arrived:
            self._turn.start()
            self._deliver_together(self._arrived.popleft())

    def _deliver_together(self, numbers: tuple[int, ...]) -> None:
        """Hand out what was read together; who fails with it does not keep it from the others."""
        for number in numbers:
            try:
                self._deliver(number)
            except Exception:  # noqa: BLE001 - as Qt does with what a slot lets pass
                sys.excepthook(*sys.exc_info())
        # Else a paint that was asked for before would come first, and all be painted twice. What was shown just now
        # asks by an event to be painted.
        for late in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateLater):
            QCoreApplication.sendPostedEvents(None, late.value)

    def _deliver(self, number: int) -> None:
        """On the UI thread: hand an outcome to whoever waits for it."""
        outcome = self._errands[number].outcomes.popleft()
        if isinstance(outcome, _Part):
            progress = self._errands[number].progress
            if outcome.at is not None and progress is not None and _awaited(progress):
                progress(*outcome.at)
            return
        errand = self._errands.pop(number)
        self._ended()
        if isinstance(outcome, _Failure):
            self._tell(outcome.error, errand.failed)
        elif isinstance(outcome, _Value) and errand.done is not None and _awaited(errand.done):
            errand.done(outcome.value)

    def _tell(self, error: Exception, failed: Failed | None) -> None:
        """A Problem is the world's fault and has its sentence; anything else is ours and is logged as well."""
        problem = error if isinstance(error, Problem) else Problem(UNEXPECTED)
        if failed is None:
            self.failed.emit(problem)
        elif _awaited(failed):
            failed(problem)
        if problem is not error:
            sys.excepthook(type(error), error, error.__traceback__)

    def _ended(self) -> None:
        self.pending -= 1
        if not self.pending:
            self.idle.emit()


def _work_on(errand: _Errand) -> bool:
    """Call the work and leave what came of it; whether there is more to do."""
    try:
        outcome = errand.work()
    except Exception as error:  # noqa: BLE001 - told on the UI thread
        outcome = _Failure(error)
    errand.outcomes.append(outcome)
    return isinstance(outcome, _Part)


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
