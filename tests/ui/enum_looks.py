"""All that can be seen of an enum; as a program, of every enum that PySide has: `… [quickly]`."""

import copy
import sys
from collections.abc import Callable, Iterator
from enum import Enum, EnumType, Flag
from functools import partial
from importlib import import_module
from typing import Any


def looks(made: Any) -> list[object]:
    """What an enum's class, members and bits look like, and what comes of doing things with them."""
    members = list(made.__members__.values())
    seen: list[object] = [made.__name__, made.__qualname__, made.__module__, made.__doc__, sorted(vars(made))]
    seen += [[base.__qualname__ for base in made.__mro__], list(made.__members__), len(made)]
    seen += [[one.name for one in made], [one.name for one in reversed(made)]]
    for name, one in made.__members__.items():
        seen += [repr(one), str(one), f"{one}", one.name, one.value, type(one.value), one._sort_order_]
        seen += [made(one.value) is one, made[name] is one, getattr(made, name) is one, one in made]
        seen += [copy.deepcopy(one) is one, hash(one) == hash(one.name), sorted(vars(one))]
    seen += [_tried(lambda: repr(made(5))), _tried(lambda: made.nothing), _tried(lambda: made["nothing"])]
    seen += [_tried(lambda: setattr(made, next(iter(made.__members__)), 1))]
    if issubclass(made, Flag):
        seen += [vars(made)[name] for name in ("_flag_mask_", "_singles_mask_", "_all_bits_", "_boundary_")]
        for one in members[:12]:
            seen += [bool(one), _tried(partial(_parts, one)), _tried(partial(_inverted, one))]
            seen += [_tried(partial(_combined, one, two)) for two in members[:12]]
    return seen


def _parts(one: Flag) -> object:
    return [part.name for part in one]


def _inverted(one: Flag) -> object:
    return repr(~one)


def _combined(one: Flag, two: Flag) -> object:
    return repr((one | two, one & two, one ^ two))


def _tried(does: Callable[[], object]) -> object:
    try:
        return does()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is compared
        return type(error).__name__, str(error)


def enums_of_qt() -> Iterator[type[Enum]]:
    """Those of all classes of the three libraries."""
    for library in map(import_module, ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")):
        for name in dir(library):  # classes come when they are asked for
            owner = getattr(library, name)
            for within in sorted(vars(owner)) if isinstance(owner, type) else ():
                if isinstance(vars(owner)[within], EnumType):
                    yield vars(owner)[within]


if __name__ == "__main__":
    if sys.argv[1:] == ["quickly"]:
        import_module("relationship_journal.ui")
    for enum in enums_of_qt():
        print(*looks(enum), sep="\n")
