"""How values travel between the program and the process beside it: a pickle, and larger bytes beside it as they are.

What the process answers is not trusted: it has read files of strangers. Nothing is made of it but the program's own
values; and what it was given is not sent back to it, but named.
"""

import pickle
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from io import BytesIO
from typing import IO, Any

_NUMBER = 8
_LEAST = 1024  # bytes: what is smaller travels within the pickle
_PROGRAM = __name__.partition(".")[0]
_OURS = tuple(f"{_PROGRAM}.{part}." for part in ("domain", "i18n", "importers", "reading"))
_OTHERS = {("datetime", "date"): date, ("decimal", "Decimal"): Decimal}

Frame = list[bytes]
"""The pickle, and the bytes that it speaks of."""


def packed(value: object, given: Sequence[bytes] = ()) -> Frame:
    """`value` to be sent to who has `given` already."""
    written = BytesIO()
    packer = _Packer(written, given)
    packer.dump(value)
    return [written.getvalue(), *packer.beside]


def unpacked(frame: Frame, given: Sequence[bytes] = (), *, trusted: bool = False) -> Any:
    """What was packed. Raises UnpicklingError and whatever else bytes that mean nothing lead to."""
    unpacker = _Unpacker if trusted else _Careful
    return unpacker(BytesIO(frame[0]), given, frame[1:]).load()


def write(stream: IO[bytes], frame: Frame) -> None:
    """Send a frame. Raises OSError where nobody is there any more."""
    stream.write(len(frame).to_bytes(_NUMBER, "big"))
    for piece in frame:
        stream.write(len(piece).to_bytes(_NUMBER, "big"))
        stream.write(piece)
    stream.flush()


def read(stream: IO[bytes]) -> Frame | None:
    """The next frame; None where the other side has ended. Raises OSError."""
    count = _number(stream)
    if count is None:
        return None
    frame = []
    for _ in range(count):
        size = _number(stream)
        if size is None or len(piece := stream.read(size)) < size:
            return None
        frame.append(piece)
    return frame


def _number(stream: IO[bytes]) -> int | None:
    digits = stream.read(_NUMBER)
    return int.from_bytes(digits, "big") if len(digits) == _NUMBER else None


class _Packer(pickle.Pickler):
    """Puts larger bytes beside the pickle."""

    def __init__(self, stream: BytesIO, given: Sequence[bytes]) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.beside: list[bytes] = []
        self._given = {id(piece): place for place, piece in enumerate(given)}

    def persistent_id(self, thing: Any) -> tuple[str, int] | None:
        """What stands for larger bytes."""
        if thing.__class__ is not bytes or len(thing) < _LEAST:
            return None
        if id(thing) in self._given:
            return "given", self._given[id(thing)]
        self.beside.append(thing)
        return "beside", len(self.beside) - 1


class _Unpacker(pickle.Unpickler):
    """Finds larger bytes again."""

    def __init__(self, stream: BytesIO, given: Sequence[bytes], beside: Sequence[bytes]) -> None:
        super().__init__(stream)
        self._pieces: dict[str, Sequence[bytes]] = {"given": given, "beside": beside}

    def persistent_load(self, place: tuple[str, int]) -> bytes:
        """The bytes that stand there."""
        where, number = place
        return self._pieces[where][number]


class _Careful(_Unpacker):
    """Makes nothing but days, numbers and the program's own values."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of the program that is declared where it is said to be."""
        if (module, name) in _OTHERS:
            return _OTHERS[module, name]
        if f"{module}.".startswith(_OURS):
            found = vars(import_module(module)).get(name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value")
