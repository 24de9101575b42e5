"""Enums made quickly are what Python's own `enum` makes of the same names and numbers."""

import pickle
import subprocess
import sys
from enum import Enum, Flag, FlagBoundary, IntEnum, IntFlag
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationship_journal.ui import qt_enums
from tests.ui.enum_looks import looks

_NAMES = st.text("abcXYZ1_", min_size=1, max_size=4) | st.sampled_from(["name", "value", "mro", "real", "True_", "_x"])
_VALUES = st.integers(-3, 9) | st.sampled_from([16, 24, 1 << 31, 255]) | st.just("word")
_WHO_MAKES_MEMBERS = """
import enum
names, plain = [], enum._proto_member.__set_name__
def watched(self, owner, name):
    names.append(name)
    plain(self, owner, name)
enum._proto_member.__set_name__ = watched
import relationship_journal.ui
from PySide6.QtCore import Qt
print(len(Qt.Key.__members__) > 400, Qt.Key(65).name, [name for name in names if name.startswith("Key_")])
"""


def _said(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_enum_of_qt_is_what_python_makes_of_it() -> None:
    """Names, values, aliases, words, bits and what stands in the class, of all enums that PySide has."""
    plain = _said("-m", "tests.ui.enum_looks")
    assert plain.count("\n") > 50_000
    assert _said("-m", "tests.ui.enum_looks", "quickly") == plain


def test_those_of_qt_are_made_here() -> None:
    """The program's own start has `enum` make no member of the many that `Qt` has."""
    assert _said("-c", _WHO_MAKES_MEMBERS) == "True Key_A []\n"


def _seen(create: Any, base: type, names: list[tuple[str, object]], boundary: FlagBoundary | None) -> list[object]:
    try:
        return looks(create(base, "Made", names, module=__name__, boundary=boundary))
    except (TypeError, ValueError) as error:
        return [type(error), str(error)]


@given(
    st.sampled_from([Enum, Flag, IntEnum, IntFlag]),
    st.lists(st.tuples(_NAMES, _VALUES), max_size=7),
    st.sampled_from([None, *FlagBoundary]),
)
def test_whatever_is_asked_for(
    base: type[Enum], names: list[tuple[str, object]], boundary: FlagBoundary | None
) -> None:
    """Aliases, bits that no single member has, names that are taken or twice, negative numbers, words for numbers."""
    quick = _seen(qt_enums._create, base, names, boundary)
    assert quick == _seen(qt_enums._made_by_enum, base, names, boundary)


Colour = qt_enums._create(Flag, "Colour", [("Red", 1), ("Green", 2)], boundary=FlagBoundary.KEEP, module=__name__)


def test_members_can_be_kept_and_brought_back() -> None:
    """Pickled, a member is the same again; two enums share nothing."""
    assert pickle.loads(pickle.dumps(Colour.Red)) is Colour.Red
    other = qt_enums._create(Flag, "Other", [("Blue", 4)], boundary=FlagBoundary.KEEP)
    assert list(Colour.__members__) == ["Red", "Green"]
    assert list(other.__members__) == ["Blue"]
    assert Colour.Red not in list(other)


@pytest.mark.parametrize("named", ["Red Green", ["Red", "Green"], {"Red": 1, "Green": 2}, [("Red", 1), ("Green", 2)]])
def test_all_ways_to_ask_give_an_enum_of_who_asks(named: Any) -> None:
    """A string, a list of names, a mapping, pairs: the module is that of the asking code, as ever."""
    made = Enum("made", named)  # type: ignore[misc]
    assert [(one.name, one.value) for one in made] == [("Red", 1), ("Green", 2)]
    assert made.__module__ == __name__
