"""How values are made: the first few by a loop over the fields, all others by a function compiled for their class."""

from collections.abc import Callable
from typing import Any

from .declared_field import MISSING

_OFTEN = 8  # values of one class after which compiling costs less than it saves


def initialiser(cls: type[Any]) -> Callable[..., None]:
    """An `__init__` that puts the compiled one in its place when it is called often, or wrongly."""
    parts = cls.__value_fields__
    names = [part.name for part in parts if part.init]
    all_names = set(names)
    needed = {part.name for part in parts if part.needed}
    after = hasattr(cls, "__post_init__")
    put = object.__setattr__
    calls = 0

    def first_calls(self: Any, /, *given: Any, **named: Any) -> None:
        nonlocal calls
        calls += 1
        known = dict(zip(names, given, strict=False))
        fits = len(given) <= len(names) and known.keys().isdisjoint(named)
        known |= named
        if calls > _OFTEN or not fits or not needed <= known.keys() <= all_names:
            compiled = _compiled(cls)
            setattr(cls, "__init__", compiled)  # noqa: B010 - a method of a class
            return compiled(self, *given, **named)
        for part in parts:
            if part.name in known:
                put(self, part.name, known[part.name])
            elif part.default_factory is not MISSING:
                put(self, part.name, part.default_factory())
            elif part.default is not MISSING:
                put(self, part.name, part.default)
        if after:
            self.__post_init__()
        return None

    return first_calls


def _compiled(cls: type[Any]) -> Callable[..., None]:
    """The function that a person would have written; wrong arguments meet Python's own words."""
    known: dict[str, Any] = {"_put": object.__setattr__, "_MISSING": MISSING}
    head, body = ["self"], []
    for number, part in enumerate(cls.__value_fields__):
        worth, default = part.name, ""
        if part.default_factory is not MISSING:
            known[f"_make{number}"] = part.default_factory
            default = "_MISSING"
            worth = f"_make{number}() if {part.name} is _MISSING else {part.name}" if part.init else f"_make{number}()"
        elif part.default is not MISSING:
            known[f"_default{number}"] = part.default
            default = f"_default{number}"
            worth = part.name if part.init else default
        elif not part.init:
            continue
        if part.init:
            head.append(f"{part.name}={default}" if default else part.name)
        body.append(f" _put(self, {part.name!r}, {worth})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    made: dict[str, Callable[..., None]] = {}
    text = "\n".join([f"def __init__({', '.join(head)}):", *(body or [" pass"])])
    exec(text, known, made)
    made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return made["__init__"]
