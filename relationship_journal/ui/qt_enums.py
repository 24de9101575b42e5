"""Makes Python's enums for those of Qt in a fifth of the time.

PySide makes some 240 enums with 3,500 members before the first picture, each by asking `enum.Enum` or one of its kin
for a class with a list of names and numbers. The standard library takes every member as one that could have been
written by hand (a value of any type, an own `__new__`, a name that hides another), at 25 µs; a sixth of the whole
start. Here the standard library makes one class without members of each kind, and those of Qt are made after it, for
the one case in which nothing of this can occur: plain whole numbers under names that nobody has. Whatever else is
asked for is made as ever.

What a member and its class consist of is that of `enum` in Python 3.11 to 3.13, and compared with what `enum` itself
makes in tests/ui/test_qt_enums.py; a later Python keeps its own way until it has been looked at.
"""

import sys
from collections.abc import Sequence
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from typing import Any

_KNOWN = ((3, 11), (3, 13))
_FLAGS, _NUMBERS = (Flag, IntFlag), (IntEnum, IntFlag)
_made_by_enum = EnumType._create_  # type: ignore[attr-defined]
Members = Sequence[tuple[str, int]]


def make_enums_quickly() -> None:
    """Have enums that are asked for as a list of names and numbers made here from now on."""
    if _KNOWN[0] <= sys.version_info[:2] <= _KNOWN[1]:
        EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(base: Any, class_name: str, names: Any, *, module: str | None = None, **how: Any) -> Any:
    """What `EnumType._create_` does, with its arguments."""
    if module is None:  # whoever asked `EnumType.__call__`
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001 - as `enum` does
    if module is None or not _is_plain(base, names) or how.get("type") or how.get("qualname"):
        return _made_by_enum(base, class_name, names, module=module, **how)
    pattern = _without_members(base, how.get("boundary"))
    made = type.__new__(EnumType, class_name, (base,), {name: _fresh(one) for name, one in pattern.items()})
    type.__setattr__(made, "__module__", module)
    _fill(made, names, base)
    return made


def _is_plain(base: Any, names: object) -> bool:
    """Whether members are whole numbers, not negative where they are flags, whose names nothing has yet."""
    if base not in (Enum, *_FLAGS, *_NUMBERS) or not isinstance(names, list):
        return False
    taken, flags = _names_of(base), base in _FLAGS
    for name, value in names:
        if type(value) is not int or type(name) is not str or name in taken or name[:1] in ("_", ""):
            return False
        if flags and value < 0:
            return False
    return len(dict(names)) == len(names)


@cache
def _names_of(base: type) -> frozenset[str]:
    """All that a class has by that base, `mro` included, which no member may be called."""
    return frozenset(name for one in (*base.__mro__, type) for name in vars(one))


@cache
def _without_members(base: type, boundary: Any) -> dict[str, Any]:
    """What stands in an enum of that base that has no members."""
    made = _made_by_enum(base, "Pattern", (), module=__name__, boundary=boundary)
    return {name: one for name, one in vars(made).items() if name not in ("__dict__", "__weakref__")}


def _fresh(one: object) -> object:
    """A list or dict of a class, empty as it is, for another class; anything else is shared."""
    return one.copy() if isinstance(one, list | dict) else one


def _fill(made: Any, names: Members, base: type) -> None:
    """Give `made`, an enum without members, those of `names`; one with a value that another has is its alias."""
    is_flag, is_number = base in _FLAGS, base in _NUMBERS
    by_value, by_name, canonical = made._value2member_map_, made._member_map_, made._member_names_
    put = type.__setattr__
    all_bits = single_bits = 0
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(canonical)
            by_value[value] = member
            if not is_flag:
                canonical.append(name)
            else:
                all_bits |= value
                if value.bit_count() == 1:
                    single_bits |= value
                    canonical.append(name)
        by_name[name] = member
        put(made, name, member)
    if is_flag:
        put(made, "_flag_mask_", all_bits)
        put(made, "_singles_mask_", single_bits)
        put(made, "_all_bits_", 2 ** all_bits.bit_length() - 1)
        if canonical != sorted(canonical, key=lambda name: int(by_name[name]._value_)):
            put(made, "_iter_member_", made._iter_member_by_def_)
