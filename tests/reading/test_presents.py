"""What a note says was given or eaten: what counts, which way it went, what came to nothing and what is still to do."""

from datetime import date

import pytest

from relationship_journal.reading.amounts import amounts
from relationship_journal.reading.note import KnownContact, Note, Reading
from relationship_journal.reading.reader import read

WANG = KnownContact("王建国", ("王总",))
KAREN = KnownContact("Karen Doyle", ("Karen",))
MONDAY = date(2026, 11, 23)


def told(text: str) -> set[tuple[str, str, float | None]]:
    return {(one.kind, one.direction, one.value) for one in of(text).courtesy}


def of(text: str, today: date = MONDAY) -> Reading:
    return read(Note(text, today, (WANG, KAREN), None))


@pytest.mark.parametrize(
    "text",
    [
        "下周给王总寄一箱樱桃。",
        "待办：周五前给王总送两盒茶叶",
        "Bring Karen a bottle of wine next week.",
        "To do: send Karen some flowers by Friday",
    ],
)
def test_a_present_that_is_only_meant_is_something_to_do(text: str) -> None:
    """Nothing was given yet."""
    reading = of(text)
    assert reading.courtesy == ()
    assert len(reading.follow_ups) == 1


@pytest.mark.parametrize(
    "text",
    [
        "给王总送了两盒茶叶，他没收，让司机退回来了。",
        "Took Karen a bottle of wine, but she wouldn't accept it and handed it back.",
    ],
)
def test_a_present_that_is_sent_back_was_none(text: str) -> None:
    """It was carried there and back."""
    assert told(text) == set()


@pytest.mark.parametrize("text", ["昨晚跟王总吃火锅，各付各的。", "Dinner with Karen last night, split the bill."])
def test_a_bill_that_is_split_is_nobodys_treat(text: str) -> None:
    """Each paid their own."""
    assert told(text) == set()


def test_who_paid_is_the_direction_and_the_sum_belongs_to_it() -> None:
    """Lunch on him, the present on me: each with its own sum."""
    assert told("中午跟王总吃饭，他买的单，320。给他带了一箱脐橙，68元。") == {
        ("meal", "received", 320),
        ("gift", "given", 68),
    }


def test_one_piece_of_money_is_not_doing_a_thing_together() -> None:
    """一块 is together before a verb, and one yuan elsewhere."""
    assert [one.value for one in amounts("昨天一块去看戏")] == []
    assert [one.value for one in amounts("只花了一块")] == [1]
    assert [one.value for one in amounts("三十一块")] == [31]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("王总6月6号搬家。那天给他送盆绿萝过去。", date(2027, 6, 6)),
        ("Karen's daughter has her exam on 12 December. Text her the day after.", date(2026, 12, 13)),
    ],
)
def test_that_day_and_the_day_after_point_back_to_a_day_that_was_named(text: str, due: date) -> None:
    """The day itself stands in another sentence."""
    assert due in {one.due for one in of(text).follow_ups}


def test_in_a_chat_tomorrow_is_the_day_after_it_was_said() -> None:
    """The chat of Sunday was pasted on Monday."""
    chat = "[2026-11-22 20:11] Karen: what was the plumber called?\n[2026-11-22 20:12] Me: will send it tomorrow"
    assert {one.due for one in of(chat).follow_ups} == {MONDAY}


def test_a_sum_that_was_spent_is_the_meals() -> None:
    """花 is to spend here, no flower: one meal, with its sum."""
    assert told("和王总吃了顿饭，花了三百二，我请的。") == {("meal", "given", 320)}


@pytest.mark.parametrize("text", ["王总书房新添了一张书桌，给闺女写作业用。", "在茶楼跟王总见面，他带了份菜单给我看。"])
def test_a_word_within_a_longer_one_is_no_present(text: str) -> None:
    """A desk is no book, a menu no vegetables."""
    assert not {one for one in told(text) if one[0] == "gift"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("给王总带了一盒茶叶。请王总吃饭，花了380元，他很高兴。", {("gift", "given", None), ("meal", "given", 380)}),
        ("给王总带了一盒茶叶。吃饭花了380元，我请的。", {("gift", "given", None), ("meal", "given", 380)}),
        ("给王总带了一盒茶叶。王总非要请客，花了380元。", {("gift", "given", None), ("meal", "received", 380)}),
        (
            "Took Karen some flowers. Lunch was on me, came to £42 with the wine.",
            {("gift", "given", None), ("meal", "given", 42)},
        ),
    ],
)
def test_a_sum_goes_to_what_is_told_nearest_to_it(text: str, expected: set[tuple[str, str, float | None]]) -> None:
    """A present told a sentence before does not take the sum of the meal."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [("My treat, the seats were $140 for Karen and me.", 140), ("跟王总打了一下午羽毛球，场地费他出的，一百六。", 160)],
)
def test_a_treat_of_tickets_or_fees_is_a_gift(text: str, value: float) -> None:
    """Nobody ate or drank."""
    assert [(kind, worth) for kind, _direction, worth in told(text)] == [("gift", value)]


def test_presents_that_are_listed_with_their_sums_are_each_one() -> None:
    """A basket and flowers, each with its own sum in one breath."""
    assert told("去看王总，买了个果篮188加一束花96。") == {("gift", "given", 188), ("gift", "given", 96)}


def test_the_bill_of_one_table_is_paid_by_one() -> None:
    """He had the soup, I got the bill: one meal, mine."""
    assert told("Lunch with Karen: she had the soup, I had the pie, I got the bill, 31 quid.") == {
        ("meal", "given", 31)
    }
