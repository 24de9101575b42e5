"""Drafts read like a person talks, whether a favour is called by its matter or by the question that was asked."""

import pytest

from relationship_journal.domain.telling import how_it_went, is_question, no_hurry


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("The optician", False),
        ("Book on negotiating", False),
        ("Whole-grain bread", False),
        ("Which tea", True),
        ("Where she found the tall vase", True),
        ("Did you buy this desk here? ", True),
        ("老中医", False),
        ("哪位老中医好", True),
        ("这家店好吃吗", True),
        ("怎么选学校？", True),
    ],
)
def test_which_titles_are_questions(title: str, question: bool) -> None:
    """A question mark, a word that asks in the beginning, or a Chinese word that asks."""
    assert is_question(title) is question
    assert ("my question" in how_it_went(title).text) is question
    assert ("my question" in no_hurry(title).text) is question
