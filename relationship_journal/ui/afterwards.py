"""What a window needs soon, but not for its first picture: done step by step once it is painted.

Between two steps the event loop runs. Whoever touches the window sooner finds it complete: the rest is done at once,
before the key, the click or the drop arrives. What comes at leisure waits until all that is done, and no touch waits
for it: a page that is opened from here sees for itself that it is made.

Touches are watched for where they come in, at the system's window: a filter on the whole application would be handed
every object of Qt's own, and PySide loads all classes that such a one could be of, which holds the loop for 40 ms.
"""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from .tasks import Tasks

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
    }
)
_AT_END = object()
_AT_LEISURE = 200  # ms after the window is complete, and between looks whether others are at work
_PROGRAM = __name__.partition(".")[0]
Step = Callable[[], object]
"""Something to do; where it gives an iterator, that is gone through, and the event loop runs between its parts."""


class Afterwards(QObject):
    """Steps in their order, each done once. `finished` when none is left but what comes at leisure."""

    finished = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._steps: deque[Step] = deque()
        self._at_leisure: deque[Step] = deque()
        self._window: QWindow | None = None
        self._aside = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._next)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do, at leisure neither."""
        return not self._steps and not self._at_leisure

    def add(self, *steps: Step) -> None:
        """Steps to be done after those that are known, each short enough for a frame."""
        self._steps.extend(steps)

    def load(self, *modules: str) -> None:
        """Modules of the program (dotted names within it) to be imported, each as a step of its own."""
        self._steps.extend(partial(_load, (name,)) for name in modules)

    def load_aside(self, *modules: str) -> None:
        """The same for long modules that know no Qt: another thread imports them, and what comes after waits for it."""
        load = partial(_load, modules)
        self.add(partial(self._put_aside, load), load)

    def add_at_leisure(self, *steps: Step) -> None:
        """Steps to be done when the window is complete, whoever touches it meanwhile, and no other thread is at work.

        Two that work at once take each other's turns: a step of ten milliseconds would hold the window for fifty.
        """
        self._at_leisure.extend(steps)

    def begin(self, window: QWindow | None = None) -> None:
        """The window is painted: go on whenever the event loop is idle, at once when somebody touches `window`."""
        if self.is_finished:
            return
        if self._steps and window is not None and self._window is None:  # a filter of every event would stay
            self._window = window
            window.installEventFilter(self)
        self._timer.start(0)

    def forget(self) -> None:
        """Do no more: the window is closed, or shows something else."""
        self._steps.clear()
        self._at_leisure.clear()
        self._timer.stop()
        self._let_go()

    def finish(self) -> None:
        """Complete the window now."""
        while self._steps:
            self._do()
        if self._timer.isActive():
            self._timer.start(_AT_LEISURE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be complete before anything that somebody does arrives."""
        if event.type() in _TOUCHES:
            self.finish()
        return False

    def _next(self) -> None:
        if self._steps:
            self._do()
            if not self._aside:
                self._timer.start(0 if self._steps else _AT_LEISURE)
        elif self._at_leisure:
            if self._tasks.pending:
                self._timer.start(_AT_LEISURE)
                return
            _go_on_with(self._at_leisure)
            self._timer.start(0)

    def _put_aside(self, work: Step) -> None:
        self._aside = True
        self._tasks.run(work, self._take_up)

    def _take_up(self, _loaded: object) -> None:
        self._aside = False
        self._timer.start(0 if self._steps else _AT_LEISURE)

    def _do(self) -> None:
        _go_on_with(self._steps)
        if not self._steps:
            self._let_go()
            self.finished.emit()

    def _let_go(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.removeEventFilter(self)


def _load(modules: tuple[str, ...]) -> None:
    for name in modules:
        import_module(f"{_PROGRAM}.{name}")


def _go_on_with(steps: deque[Step]) -> None:
    """Do the first step, or its next part."""
    step = steps.popleft()
    done = step()
    if isinstance(done, Iterator) and next(done, _AT_END) is not _AT_END:
        steps.appendleft(lambda: done)
