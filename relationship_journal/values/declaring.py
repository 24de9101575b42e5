"""What stands behind `values`: a declaration notes the fields and no more; what has to be compiled waits until it pays.

Of a class that is made often `__init__` is compiled, of one that is made a few times not even that. Comparing, hashing
and showing are the same for all classes and compile nothing.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter, ge, gt, le, lt
from typing import Any, ClassVar

from .declared_field import MISSING, Field
from .first_calls import initialiser
from .standard import StandardFields

Declared = type[Any]


def dataclass(
    cls: Declared | None = None, /, *, frozen: bool = False, slots: bool = False, order: bool = False
) -> Declared | Callable[[Declared], Declared]:
    """As `dataclasses.dataclass`, with those of its options that this program uses."""
    if cls is None:
        return lambda declared: _declare(declared, frozen=frozen, slots=slots, order=order)
    return _declare(cls, frozen=frozen, slots=slots, order=order)


def fields(declared: Any) -> tuple[Field, ...]:
    """The fields of a class or of a value of it, in their order."""
    return tuple(declared.__value_fields__)


def replace(value: Any, /, **changes: Any) -> Any:
    """As `dataclasses.replace`: the same value but for what is named."""
    for part in value.__value_fields__:
        if part.init and part.name not in changes:
            changes[part.name] = getattr(value, part.name)
    return value.__class__(**changes)


def _declare(cls: Declared, *, frozen: bool, slots: bool, order: bool) -> Declared:
    namespace = dict(cls.__dict__)
    own = list(_own_fields(cls, namespace, keep_defaults=not slots))
    inherited = (vars(base).get("__value_fields__", ()) for base in reversed(cls.__mro__[1:]))
    parts = {part.name: part for group in (*inherited, own) for part in group}
    if slots:
        namespace["__slots__"] = tuple(part.name for part in own)
        namespace.pop("__dict__", None)
        namespace.pop("__weakref__", None)
    namespace["__value_fields__"] = tuple(parts.values())
    namespace["__dataclass_fields__"] = StandardFields(frozen=frozen)
    namespace["__match_args__"] = tuple(part.name for part in parts.values() if part.init)
    _add_methods(namespace, frozen=frozen, order=order)
    kind: Any = type(cls)
    made: Declared = kind(cls.__name__, cls.__bases__, namespace)
    if "__init__" not in namespace:
        setattr(made, "__init__", initialiser(made))  # noqa: B010 - a method of a class made here
    return made


def _own_fields(cls: Declared, namespace: dict[str, Any], *, keep_defaults: bool) -> Iterable[Field]:
    """What this class itself declares; a default makes way for the slot of the same name."""
    for name, kind in cls.__annotations__.items():
        if kind is ClassVar or getattr(kind, "__origin__", None) is ClassVar:
            continue
        default = namespace.pop(name, MISSING)
        part = default if isinstance(default, Field) else Field(default)
        part.name = name
        if keep_defaults and part.default is not MISSING:
            namespace[name] = part.default
        yield part


def _add_methods(namespace: dict[str, Any], *, frozen: bool, order: bool) -> None:
    parts: tuple[Field, ...] = namespace["__value_fields__"]
    compared = [part.name for part in parts if part.compare]
    key: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda _value: ()

    def equal(self: Any, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    namespace.setdefault("__eq__", equal)
    if namespace.get("__hash__") is None:  # Python sets it to None where there is an __eq__
        namespace["__hash__"] = hashed if frozen else None
    namespace.setdefault("__repr__", _shown)
    if frozen:
        namespace |= {"__setattr__": _no_setting, "__delattr__": _no_deleting}
        namespace.setdefault("__getstate__", _state)
        namespace.setdefault("__setstate__", _restore)
    if order:
        for name, compare in (("__lt__", lt), ("__le__", le), ("__gt__", gt), ("__ge__", ge)):
            namespace[name] = _comparison(compare, key)


def _comparison(compare: Callable[[Any, Any], bool], key: Callable[[Any], Any]) -> Callable[[Any, Any], bool]:
    def compared(self: Any, other: Any) -> bool:
        return compare(key(self), key(other)) if other.__class__ is self.__class__ else NotImplemented

    return compared


def _shown(self: Any) -> str:
    told = ", ".join(f"{part.name}={getattr(self, part.name)!r}" for part in self.__value_fields__ if part.repr)
    return f"{self.__class__.__qualname__}({told})"


def _no_setting(_self: Any, name: str, _worth: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(_self: Any, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """Frozen values have no other way to be copied."""
    return [getattr(self, part.name) for part in self.__value_fields__]


def _restore(self: Any, state: list[Any]) -> None:
    for part, worth in zip(self.__value_fields__, state, strict=True):
        object.__setattr__(self, part.name, worth)
