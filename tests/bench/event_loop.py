"""How long the event loop is held, and when what one came for is on screen: for measurements and counted tests.

A beat every millisecond tells how late it comes: whatever held the loop that long, be it one event, several that
were handled in a row, or another thread that had Python. The beat itself costs some ten microseconds.
"""

from collections.abc import Callable
from time import perf_counter, thread_time
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

_BEAT = 1  # ms
_PATIENCE = 60_000  # ms after which what was waited for will not come
_SEEN = QEvent.Type(QEvent.registerEventType())


class Held:
    """The longest time that the loop was held, in ms: by the clock, and by this thread's own work within it."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.own_work = 0.0
        self.all: list[float] = []

    def count(self, milliseconds: float, own: float) -> None:
        """A beat came so late."""
        self.all.append(milliseconds)
        self.longest = max(self.longest, milliseconds)
        self.own_work = max(self.own_work, own)


class Watch(QObject):
    """Beats while it is used as a context; `held` tells what it found."""

    def __init__(self) -> None:
        super().__init__()
        self.held = Held()
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = self._worked = 0.0

    def __enter__(self) -> Self:
        self._last, self._worked = perf_counter(), thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()
        self._beat()

    def _beat(self) -> None:
        now, worked = perf_counter(), thread_time()
        self.held.count(max(0.0, (now - self._last) * 1000 - _BEAT), (worked - self._worked) * 1000)
        self._last, self._worked = now, worked


class Sight(QObject):
    """Waits in a running event loop until widgets have painted what they are to show."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._wanted: dict[QWidget, Callable[[], object]] = {}
        self._left: set[QWidget] = set()
        self._at = 0.0

    def wait(self, act: Callable[[], object], wanted: dict[QWidget, Callable[[], object]]) -> float:
        """Do `act`, then wait until each widget was painted while its condition held; the ms since `act` began."""
        self._wanted = wanted
        self._left = set(self._wanted)
        for widget in wanted:
            widget.installEventFilter(self)
        patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        patience.timeout.connect(self._loop.quit)
        patience.start()
        began = perf_counter()
        act()
        if self._left:
            self._loop.exec()
        patience.stop()
        for widget in wanted:
            widget.removeEventFilter(self)
        if self._left:
            raise TimeoutError("what was waited for was never painted")
        return (self._at - began) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The paint is done when this event has been handled: an own one that goes before all others tells it."""
        if (
            event.type() == QEvent.Type.Paint
            and isinstance(watched, QWidget)
            and watched in self._left
            and self._wanted[watched]()
        ):
            self._left.discard(watched)
            if not self._left:
                QCoreApplication.postEvent(self, QEvent(_SEEN), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """All is painted."""
        if event.type() == _SEEN:
            self._at = perf_counter()
            self._loop.quit()
            return True
        return super().event(event)


def run_for(milliseconds: int) -> None:
    """Let the event loop run so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run_until(condition: Callable[[], object], *, look_every: int = 5) -> None:
    """Let the event loop run until something holds, looked at every few ms; TimeoutError where it never does."""
    loop, came = QEventLoop(), False

    def look() -> None:
        nonlocal came
        if condition():
            came = True
            loop.quit()

    timer, patience = QTimer(interval=look_every), QTimer(singleShot=True, interval=_PATIENCE)
    timer.timeout.connect(look)
    patience.timeout.connect(loop.quit)
    look()
    if not came:
        timer.start()
        patience.start()
        loop.exec()
    timer.stop()
    patience.stop()
    if not came:
        raise TimeoutError("what was waited for never came")
