"""Values declared the lean way behave as the standard's dataclasses do."""

import copy
import dataclasses
import pickle
from typing import Any, ClassVar

import pytest

from relationship_journal.values import dataclass, field, fields, replace

MANY = 30  # more than are made before `__init__` is compiled


@dataclass(frozen=True, slots=True)
class Gift:
    """What was given, of what worth."""

    KINDS: ClassVar[tuple[str, ...]] = ("tea", "book")

    what: str
    worth: int = 0
    tags: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Has an order."""

    day: int
    number: int = 0


@dataclass(slots=True)
class Basket:
    """Can be filled."""

    gifts: list[Gift] = field(default_factory=list)
    total: int = field(init=False, default=0, compare=False)

    def __post_init__(self) -> None:
        self.total = sum(gift.worth for gift in self.gifts)


@dataclass(frozen=True)
class Parcel:
    """Has a default that can be read from the class."""

    weight: int = 7


@dataclass(frozen=True)
class MailedParcel(Parcel):
    """Adds to what it inherits."""

    to: str = "nobody"


def test_values_are_compared_hashed_and_shown_by_their_fields() -> None:
    """From the first to the many: two gifts of the same fields are one to a set, tags or not."""
    gifts = {Gift("tea", number % 2, tags=(str(number),)) for number in range(MANY)}
    assert gifts == {Gift("tea"), Gift("tea", 1)}
    others: list[object] = [("tea", 0, ()), Key(1)]
    assert Gift("tea") not in others
    assert repr(Gift("tea", worth=3)) == "Gift(what='tea', worth=3, tags=())"
    assert sorted([Key(2), Key(1, 5), Key(1)]) == [Key(1), Key(1, 5), Key(2)]
    with pytest.raises(TypeError):
        assert Key(1) < (2, 0)  # type: ignore[operator]


def test_a_frozen_value_stays_as_it_is() -> None:
    """Neither a field nor anything else can be set; with other fields it is another value."""
    gift = Gift("tea")
    for name in ("worth", "elsewhere"):
        with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
            setattr(gift, name, 1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del gift.worth
    assert replace(gift, worth=4) == Gift("tea", 4)
    assert dataclasses.replace(gift, worth=4) == Gift("tea", 4)
    assert not hasattr(gift, "__dict__")


def test_one_that_is_not_frozen_can_be_filled_and_is_in_no_set() -> None:
    """Each basket has a list of its own; what is computed afterwards is; it cannot be hashed."""
    baskets = [Basket() for _ in range(MANY)]
    baskets[0].gifts.append(Gift("tea", 5))
    assert [len(basket.gifts) for basket in baskets[:2]] == [1, 0]
    assert Basket([Gift("tea", 5)]).total == 5
    with pytest.raises(TypeError, match="unhashable"):
        hash(baskets[0])


@pytest.mark.parametrize("made_before", [0, MANY])
@pytest.mark.parametrize(
    ("given", "named", "words"),
    [
        ((), {}, "missing 1 required positional argument: 'what'"),
        (("tea", 1, (), 4), {}, "takes from 2 to 4 positional arguments but 5 were given"),
        (("tea",), {"what": "book"}, "multiple values for argument 'what'"),
        (("tea",), {"price": 3}, "unexpected keyword argument 'price'"),
    ],
)
def test_wrong_arguments_meet_pythons_own_words(
    made_before: int, given: tuple[Any, ...], named: dict[str, Any], words: str
) -> None:
    """The first time as well as after many."""

    @dataclass(frozen=True, slots=True)
    class Fresh:
        what: str
        worth: int = 0
        tags: tuple[str, ...] = ()

    for _ in range(made_before):
        Fresh("tea")
    with pytest.raises(TypeError, match=words):
        Fresh(*given, **named)


def test_the_standard_takes_them_for_dataclasses() -> None:
    """Fields, copies, pickles, patterns and inheritance."""
    gift = Gift("tea", 2, ("green",))
    assert [part.name for part in dataclasses.fields(gift)] == ["what", "worth", "tags"]
    assert [part.name for part in fields(Gift)] == ["what", "worth", "tags"]
    assert dataclasses.asdict(gift) == {"what": "tea", "worth": 2, "tags": ("green",)}
    assert copy.deepcopy(gift) == pickle.loads(pickle.dumps(gift)) == gift
    match gift:
        case Gift(what, 2):
            assert what == "tea"
        case _:
            pytest.fail("the pattern should match")
    assert Parcel.weight == 7
    assert MailedParcel(3) == MailedParcel(weight=3, to="nobody")
    assert Gift.KINDS == ("tea", "book")
