"""The process that reads PDFs, as the program sees it: started when one comes, ended when none came for a while."""

import atexit
import json
import subprocess
import sys
from pathlib import Path
from threading import Lock, Timer

from . import pdf_reader

_PATIENCE = 90
"""Seconds for one document on a busy machine; what the reader reads itself it reads within `pdf_reader.SECONDS`."""
_IDLE = 10
"""Seconds after which the process ends."""


class TooSlowError(Exception):
    """The reader was still reading when nobody would wait any longer."""


class BrokenOffError(Exception):
    """The reader ended without an answer: it crashed, or wanted more memory or time than it may have."""


class _Process:
    """One at a time; who asks while another is answered waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._idle: Timer | None = None
        atexit.register(self.end)

    def ask(self, content: bytes) -> dict[str, str]:
        """What the reader says of a document."""
        with self._lock:
            if self._idle is not None:
                self._idle.cancel()
            try:
                return self._answer(content)
            finally:
                self._idle = Timer(_IDLE, self.end)
                self._idle.daemon = True
                self._idle.start()

    def end(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._stop()

    def _answer(self, content: bytes) -> dict[str, str]:
        if self._running is not None and self._running.poll() is not None:
            self._stop()  # it ended of itself or was ended since it answered last
        running = self._running = self._running or _started()
        assert running.stdin is not None
        assert running.stdout is not None
        watch = Timer(_PATIENCE, running.kill)
        watch.daemon = True
        watch.start()
        answer = b""
        try:
            running.stdin.write(len(content).to_bytes(pdf_reader.LENGTH, "big"))
            running.stdin.write(content)
            running.stdin.flush()
            size = int.from_bytes(running.stdout.read(pdf_reader.LENGTH), "big")
            answer = running.stdout.read(size)
        except OSError:
            answer = b""
        is_late = not watch.is_alive()
        watch.cancel()
        if answer:
            told: dict[str, str] = json.loads(answer)
            return told
        self._stop()
        raise TooSlowError if is_late else BrokenOffError

    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        running.kill()
        for stream in (running.stdin, running.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what was not written yet is for nobody any more
                    continue
        running.wait()


def _started() -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False):
        command = [sys.executable, pdf_reader.OPTION]
    else:
        command = [sys.executable, "-I", str(Path(pdf_reader.__file__))]
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


_process = _Process()


def told_by_reader(content: bytes) -> dict[str, str]:
    """What the reader says of a PDF, see `pdf_reader.read`. Raises TooSlowError, BrokenOffError."""
    return _process.ask(content)
