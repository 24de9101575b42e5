"""How sentences come out when names and titles are put into them."""

from collections.abc import Iterator
from datetime import date

import pytest

from relationship_journal import i18n, paths
from relationship_journal.i18n import Message, word


@pytest.fixture
def chinese() -> Iterator[None]:
    """The Chinese words for one test."""
    i18n.install("zh", paths.resources() / "locale")
    yield
    i18n.install("en", paths.resources() / "locale")


@pytest.mark.usefixtures("chinese")
def test_a_latin_name_in_a_chinese_sentence_stands_apart() -> None:
    """A blank parts Chinese from a Latin name; a Chinese name, punctuation and a day get none."""
    assert word(Message("With {name}", name="Helen Zhou")) == "也记到 Helen Zhou 名下"
    assert word(Message("With {name}", name="王建国")) == "也记到王建国名下"
    assert word(Message("{what} (“{words}”)", what="电话", words="rang")) == "电话（“rang”）"
    assert word(Message("Unfinished, from {time}", time="18:40")) == "没写完，18:40 留下的"


def test_an_english_sentence_is_left_as_it_is() -> None:
    """English words are parted by the sentence itself."""
    assert word(Message("With {name}", name="王建国")) == "With 王建国"
    assert word(Message("Unfinished, from {time}", time=date(2026, 4, 30))) == "Unfinished, from 30 April"
