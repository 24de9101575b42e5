"""The process beside the program, seen from within: it takes errands one after the other, and ends with the program.

It listens all the time, on a thread of its own: when the program ends, however it does, this process does too, whatever
it is doing.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from . import wire

OPTION = "--beside"
"""How the bundled program is told to be this process: it has no other Python than itself."""
SECONDS = 20
"""Within which an errand that knows its time is to be done; the system ends a process that computes twice as long."""
_MEMORY = 1 << 30

Ask = Callable[[str], bool]
"""A question to the program, which knows the journal, while an errand is under way."""

_is_here = False


def is_beside() -> bool:
    """Whether this is the process beside the program."""
    return _is_here


def main() -> int:
    """Take errands until the program is gone."""
    global _is_here  # noqa: PLW0603 - a process is what it was started as
    _is_here = True
    asked, answers = sys.stdin.buffer, _only_for_answers()
    frames: SimpleQueue[wire.Frame] = SimpleQueue()
    Thread(target=_listen, args=[asked, frames], daemon=True).start()
    lasting: dict[str, Any] = {}

    def ask(question: str) -> bool:
        wire.write(answers, wire.packed(("asks", question)))
        return bool(wire.unpacked(frames.get(), trusted=True))

    while True:
        _answer(frames.get(), lasting, ask, answers)


def _answer(frame: wire.Frame, lasting: dict[str, Any], ask: Ask, answers: BinaryIO) -> None:
    """Do an errand. `lasting` are arguments that stay until others come, by errand."""
    _limit(sum(map(len, frame)))
    errand, arguments, to_last = wire.unpacked(frame, trusted=True)
    module, _dot, name = errand.rpartition(".")
    try:
        if to_last is not None:
            lasting[errand] = to_last[0]
        done = getattr(import_module(module), name)(*arguments, *_kept(lasting, errand), ask=ask)
        told = wire.packed(("done", done), frame[1:])
    except Exception:  # noqa: BLE001 - the program hears that nothing came of it, and goes on
        told = wire.packed(("failed", None))
    wire.write(answers, told)


def _kept(lasting: dict[str, Any], errand: str) -> list[Any]:
    return [lasting[errand]] if errand in lasting else []


def _listen(asked: BinaryIO, frames: "SimpleQueue[wire.Frame]") -> None:
    while (frame := wire.read(asked)) is not None:
        frames.put(frame)
    os._exit(0)


def _only_for_answers() -> BinaryIO:
    """Standard output, which nobody else writes to from now on: a library that prints would garble the answers."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return answers


def _limit(size: int) -> None:
    """As much memory as an honest document may need, and no more time than somebody waits; Windows knows neither."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 2 * SECONDS
    wanted = {resource.RLIMIT_AS: _MEMORY + 4 * size, resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    for what, amount in wanted.items():
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))
