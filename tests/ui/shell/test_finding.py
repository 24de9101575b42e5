"""Who fits what is typed, and who stands first."""

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.ui.sidebar.finding import Filter, find


def person(number: int, name: str, keys: str, sort_key: str, nicknames: tuple[str, ...] = ()) -> ContactRow:
    return ContactRow(ContactId(number), name, nicknames, "", "", (), "", False, sort_key, keys)


WANG = person(1, "王建国", "王建国\n王总\n澜海重工\nwangjianguo wjg\nwangzong wz", "wang jian guo", ("王总",))
CHEN = person(2, "陈思远", "陈思远\n启澜电气\nchensiyuan csy", "chen si yuan")
TOM = person(3, "Tom Okafor", "tom okafor\nwang & sons paper", "tom okafor")
ALL = (CHEN, TOM, WANG)


def names(text: str) -> list[str]:
    return [row.name for row in find(ALL, text)]


def test_initials_pinyin_nicknames_and_chinese() -> None:
    """`wjg`, `wangjian`, `jianguo`, 王总 and a single character find 王建国."""
    for text in ("wjg", "wangjian", "jianguo", "王总", "国"):
        assert names(text) == ["王建国"], text


def test_whose_name_begins_so_stands_first() -> None:
    """`wang` fits a name and a company: the name comes first, whatever the order of the list."""
    assert names("wang") == ["王建国", "Tom Okafor"]


def test_two_letters_are_beginnings_only() -> None:
    """`or` is within Okafor, but one who types two letters means the beginning of something."""
    assert names("or") == []
    assert names("ok") == ["Tom Okafor"]
    assert names("afor") == ["Tom Okafor"]


def test_every_word_has_to_fit() -> None:
    """Two words narrow the list."""
    assert names("tom paper") == ["Tom Okafor"]
    assert names("tom 国") == []


def test_nothing_typed_is_everybody_under_the_filter() -> None:
    """The order of the list is kept."""
    assert find(ALL, "") == list(ALL)
    assert find(ALL, "", Filter.READY) == []


def test_of_thousands_the_name_decides_who_is_first() -> None:
    """Ten thousand who all fit are still in order: those whose name begins so before the others."""
    many = tuple(
        person(number, f"Other {number}", f"other {number}\nwang", f"other {number}") for number in range(10_000)
    )
    found = find((*many, WANG), "wang")
    assert found[0] is WANG
    assert len(found) == 10_001
