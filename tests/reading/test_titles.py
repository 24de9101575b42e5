"""The title of a favour that a note opens: what it is about, without who asked whom and when."""

import pytest

from relationship_journal.reading.titles import title_of


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("昨天问王总能不能把装修队长的电话给我", "装修队长的电话"),
        ("他托我看看他侄子的简历", "侄子的简历"),
        ("我厚着脸皮要了孟师傅电话", "孟师傅电话"),
        ("前天晚上微信请教吴老师普洱怎么挑", "普洱怎么挑"),
        ("当场应了", "当场应了"),
        ("Asked Helen for the number of her carpenter", "Number of her carpenter"),
        ("She asked me whether I could look at her nephew's CV", "Look at her nephew's CV"),
        ("I promised to send her the museum tickets", "Send her the museum tickets"),
        ("Asked who does her garden", "Who does her garden"),
        ("said yes", "Said yes"),
        ("I promised to send her the museum tickets by Wednesday", "Send her the museum tickets"),
        ("我答应下周三前把博物馆的票寄给他", "博物馆的票寄给他"),
        ("答应周一前弄好", "周一前弄好"),
        ("我答应5月6日陪他去医院复查", "陪他去医院复查"),
        ("问他租房agent的contact能不能给我", "租房agent的contact"),
    ],
)
def test_a_clause_loses_its_beginning(words: str, title: str) -> None:
    """And keeps enough to be a title."""
    assert title_of(words, ("Helen Zhou", "Helen")) == title
