"""What the process is asked in tests: each a function as the program has them."""

import os
import signal
import sys
from collections.abc import Callable
from threading import Event

Ask = Callable[[str], bool]


def echo(value: object, *, ask: Ask) -> object:
    return value


def number(*, ask: Ask) -> int:
    return os.getpid()


def with_lasting(value: object, lasting: object, *, ask: Ask) -> tuple[object, object, int]:
    return value, lasting, id(lasting)


def asks_back(names: list[str], *, ask: Ask) -> list[bool]:
    return [ask(name) for name in names]


def prints(*, ask: Ask) -> str:
    print("garbage")
    os.write(1, b"more of it")
    return "said"


def fails(*, ask: Ask) -> None:
    raise ValueError("what nobody expected")


def kills_itself(*, ask: Ask) -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def hangs(*, ask: Ask) -> None:
    Event().wait()


def asks_and_hangs(*, ask: Ask) -> None:
    ask("begun")
    Event().wait()


def wants_all_memory(*, ask: Ask) -> int:
    return len(bytearray(1 << 42))


def modules(*, ask: Ask) -> list[str]:
    return sorted(sys.modules)
