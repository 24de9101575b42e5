"""What is made after the window's first picture: step by step, unseen, and before anything that somebody does."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.scope import EVERYONE
from relationship_journal.ui.afterwards import _AT_LEISURE, Afterwards
from relationship_journal.ui.tasks import Tasks
from tests.ui.conftest import Wait

from .conftest import Shell


class Windows(QObject):
    """Every window that was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note windows as they appear, however short."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(application: QApplication) -> Iterator[Windows]:
    """The windows that a test shows."""
    seen = Windows()
    application.installEventFilter(seen)
    yield seen
    application.removeEventFilter(seen)


def test_nothing_but_the_window_is_shown_while_the_rest_is_made(windows: Windows, shell: Shell) -> None:
    """From opening to the last step, through choosing somebody: one window, which keeps the keyboard."""
    shell.look_at("Helen Zhou")
    assert windows.shown == ["Window"]
    assert shell.desk.window.isActiveWindow()


def test_a_file_is_dropped_on_the_window_as_it_opened(shell: Shell, tmp_path: Path) -> None:
    """Nothing was chosen or resized since the window opened: a note let go of over it is kept."""
    note = tmp_path / "note.txt"
    note.write_text("Had lunch with Tom", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(note))])
    window, left, plain = shell.page.window(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPoint(window.width() // 2, window.height() // 2)
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, left, plain)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    before = shell.session.reads.timeline_count(EVERYONE)
    QApplication.sendEvent(window, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, left, plain))
    shell.wait(lambda: shell.session.reads.timeline_count(EVERYONE) == before + 1)


def test_a_key_finds_the_window_complete(application: QApplication, wait: Wait, tasks: Tasks) -> None:
    """Three steps wait, one of them in parts; a key is pressed after the first: all is done before it arrives."""
    widget, done = QWidget(), list[str]()
    widget.show()

    def in_parts() -> Iterator[None]:
        for part in "bcd":
            done.append(part)
            yield

    afterwards = Afterwards(tasks, widget)
    finished: list[bool] = []
    afterwards.finished.connect(lambda: finished.append(True))
    afterwards.add(lambda: done.append("a"), in_parts, lambda: done.append("e"))
    afterwards.begin(widget.windowHandle())
    wait(lambda: done)
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    assert "".join(done) == "abcde"
    wait(lambda: finished == [True])
    assert afterwards.is_finished
    widget.close()


@pytest.fixture
def tasks(application: QApplication) -> Iterator[Tasks]:
    """The threads of a window."""
    made = Tasks()
    yield made
    made.close()


class Importing:
    """On `sys.meta_path`: notes which thread imports a module, and finds none itself."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.threads: list[threading.Thread] = []

    def find_spec(self, name: str, _path: object, _target: object = None) -> None:
        """A module is looked for."""
        if name == self.module:
            self.threads.append(threading.current_thread())


@pytest.mark.parametrize("touched", [False, True])
def test_long_modules_are_imported_beside_the_window(
    application: QApplication, wait: Wait, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, touched: bool
) -> None:
    """The step after them finds them loaded, by another thread; whoever touches the window does not wait for that."""
    module = "relationship_journal.reading.lunar_days"
    importing = Importing(module)
    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setattr(sys, "meta_path", [importing, *sys.meta_path])
    afterwards = Afterwards(tasks)
    found: list[bool] = []
    afterwards.load_aside("reading.lunar_days")
    afterwards.add(lambda: found.append(module in sys.modules))
    afterwards.begin()
    if touched:
        afterwards.finish()
        assert found == [True]
    wait(lambda: afterwards.is_finished and not tasks.pending)
    assert found == [True]
    assert len(importing.threads) == 1
    assert touched or importing.threads[0] is not threading.main_thread()


def test_steps_that_are_forgotten_are_not_done(wait: Wait, tasks: Tasks) -> None:
    """A window is closed while the first of three steps is done: the others never are."""
    done: list[str] = []
    afterwards = Afterwards(tasks)
    afterwards.add(lambda: done.append("a"), afterwards.forget, lambda: done.append("c"))
    afterwards.begin()
    wait(lambda: afterwards.is_finished)
    for _ in range(5):
        QApplication.processEvents()
    assert done == ["a"]


def test_a_key_does_not_wait_for_what_comes_at_leisure(application: QApplication, wait: Wait, tasks: Tasks) -> None:
    """One step is needed, two come at leisure: a key finds the first done alone; the others follow by themselves."""
    widget, done = QWidget(), list[str]()
    widget.show()
    afterwards = Afterwards(tasks, widget)
    finished: list[str] = []
    afterwards.finished.connect(lambda: finished.append("".join(done)))

    def in_parts() -> Iterator[None]:
        for part in "cd":
            done.append(part)
            yield

    afterwards.add(lambda: done.append("a"), lambda: done.append("b"))
    afterwards.add_at_leisure(in_parts, lambda: done.append("e"))
    afterwards.begin(widget.windowHandle())
    pressed: list[str] = []
    widget.keyPressEvent = lambda _event: pressed.append("".join(done))  # type: ignore[method-assign]
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    wait(lambda: afterwards.is_finished)
    assert (pressed, finished, "".join(done)) == (["ab"], ["ab"], "abcde")
    widget.close()


def test_what_comes_at_leisure_waits_for_the_other_threads(wait: Wait, tasks: Tasks) -> None:
    """A thread works when the window is complete: the step at leisure comes after it."""
    done: list[str] = []
    go_on = threading.Event()
    afterwards = Afterwards(tasks)
    afterwards.add(lambda: done.append("a"))
    afterwards.add_at_leisure(lambda: done.append("c"))
    afterwards.finished.connect(lambda: tasks.run(go_on.wait, lambda _none: done.append("b")))
    afterwards.begin()
    wait(lambda: tasks.pending)
    QTest.qWait(2 * _AT_LEISURE)
    assert done == ["a"]
    go_on.set()
    wait(lambda: afterwards.is_finished)
    assert done == ["a", "b", "c"]
