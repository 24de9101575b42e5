"""The process beside the program, as the program sees it: started by an errand, ended when none came for long."""

import atexit
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import IO, Any

from . import helper, wire

_IDLE = 10
"""Seconds after which the process ends."""
_LOOK = 0.05
"""Seconds between two looks whether anybody still waits."""
_AT_ONCE = 5
"""Seconds: who broke off sooner may have been ended by somebody else, and is asked once more."""


class TooSlowError(Exception):
    """The process was still busy when nobody would wait any longer."""


class BrokenOffError(Exception):
    """There is no answer: the process crashed, was ended, or wanted more memory or time than it may have."""


class _EndedError(BrokenOffError):
    """The process is gone."""


class _Running:
    """A process that was started, with the thread that speaks to it."""

    def __init__(self, idle: Callable[["_Running"], None]) -> None:
        self.process = _started()
        self.lasting: dict[str, object] = {}
        self.asked: SimpleQueue[wire.Frame | None] = SimpleQueue()
        self.answers: SimpleQueue[wire.Frame | None] = SimpleQueue()
        self._idle = idle
        Thread(target=self._speak, name="beside", daemon=True).start()

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.asked.put(None)
        self.process.wait()

    def _speak(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with self.process.stdout as answers:
            try:
                self._pass_on(self.process.stdin, answers)
            except (OSError, MemoryError):  # it ended, or says that it has more to say than fits anywhere
                self.process.kill()
            self.answers.put(None)
        try:
            self.process.stdin.close()
        except OSError:  # what was not written yet is for nobody any more
            return

    def _pass_on(self, asked: IO[bytes], answers: IO[bytes]) -> None:
        while True:
            try:
                frame = self.asked.get(timeout=_IDLE)
            except Empty:
                self._idle(self)
                continue
            if frame is None:
                return
            wire.write(asked, frame)
            answer = wire.read(answers)
            if answer is None:
                return
            self.answers.put(answer)


class Process:
    """One errand at a time; who asks while another is answered waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: _Running | None = None
        atexit.register(self.end)

    @property
    def number(self) -> int | None:
        """The number that the system gave the process; None while there is none."""
        running = self._running
        return None if running is None else running.process.pid

    def ask(
        self,
        errand: str,
        arguments: tuple[object, ...],
        *,
        lasting: object = None,
        patience: float,
        knows: Callable[[str], bool] = lambda _question: False,
        given_up: Callable[[], bool] = lambda: False,
    ) -> Any:
        """What the function of the program with the dotted name `errand` makes of `arguments`.

        `lasting` is one more argument, sent only where it is another object than the last time. `knows` answers what
        the errand asks meanwhile. The process is ended after `patience` seconds of this errand, and as soon as
        `given_up` says so. Raises TooSlowError, BrokenOffError.
        """
        while not self._lock.acquire(timeout=_LOOK):
            if given_up():
                raise BrokenOffError
        try:
            began = monotonic()
            waits = _Waits(given_up, began + patience)
            try:
                return self._answer(errand, arguments, lasting, knows, waits)
            except _EndedError:
                if given_up() or monotonic() - began > _AT_ONCE:
                    raise
                return self._answer(errand, arguments, lasting, knows, waits)
        finally:
            self._lock.release()

    def end(self) -> None:
        """End the process, if there is one."""
        running, self._running = self._running, None
        if running is not None:
            running.end()

    def _answer(
        self,
        errand: str,
        arguments: tuple[object, ...],
        lasting: object,
        knows: Callable[[str], bool],
        waits: "_Waits",
    ) -> Any:
        if self._running is not None and self._running.process.poll() is not None:
            self.end()  # it ended of itself or was ended since it answered last
        running = self._running = self._running or _Running(self._end_idle)
        is_new = running.lasting.get(errand) is not lasting
        asked = wire.packed((errand, arguments, (lasting,) if is_new else None))
        running.lasting[errand] = lasting
        try:
            kind, told = self._heard(running, asked, asked[1:], waits)
            while kind == "asks":
                kind, told = self._heard(running, wire.packed(knows(told)), asked[1:], waits)
        except BaseException:
            self.end()
            raise
        if kind != "done":
            raise BrokenOffError
        return told

    def _heard(self, running: _Running, frame: wire.Frame, given: wire.Frame, waits: "_Waits") -> tuple[str, Any]:
        running.asked.put(frame)
        while True:
            try:
                answer = running.answers.get(timeout=_LOOK)
                break
            except Empty:
                waits.look()
        if answer is None:
            raise _EndedError
        try:
            kind, told = wire.unpacked(answer, given)
        except Exception as error:  # what a process that was taken over by a file may say
            raise BrokenOffError from error
        return kind, told

    def _end_idle(self, running: _Running) -> None:
        """Called by the thread that speaks to it: nothing came for long."""
        if self._lock.acquire(blocking=False):
            try:
                if self._running is running:
                    self.end()
            finally:
                self._lock.release()


class _Waits:
    """Whether somebody still waits for an answer."""

    def __init__(self, given_up: Callable[[], bool], until: float) -> None:
        self._given_up = given_up
        self._until = until

    def look(self) -> None:
        """Raises BrokenOffError where nobody does, TooSlowError where it took too long."""
        if self._given_up():
            raise BrokenOffError
        if monotonic() > self._until:
            raise TooSlowError


def _started() -> "subprocess.Popen[bytes]":
    if getattr(sys, "frozen", False):
        command = [sys.executable, helper.OPTION]
    else:
        command = [sys.executable, "-I", str(Path(__file__).with_name("__main__.py"))]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise BrokenOffError from error


the_process = Process()
"""The one of this program; nothing is started before it is asked."""
