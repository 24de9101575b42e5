"""Whose relative a note speaks of: the contact's, the writer's, or nobody's."""

from datetime import date

import pytest

from relationship_journal.reading.annotated import annotate
from relationship_journal.reading.note import KnownContact, Note

WANG = KnownContact("王建国", ("王总",))
KAREN = KnownContact("Karen Doyle", ("Karen",))


def kin(text: str) -> set[str]:
    annotated = annotate(Note(text, date(2026, 11, 23), (WANG, KAREN), None))
    return {concept for clause in annotated.clauses for concept in clause.concepts if concept.startswith("kin_")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王总他妈住院了", {"kin_parent"}),
        ("跟王总聊到我妈的病", {"kin_mine"}),
        ("told Karen about my dad", {"kin_mine"}),
        ("the caterer did Mum's 70th", {"kin_mine"}),
        ("Karen's mum is in hospital", {"kin_parent"}),
    ],
)
def test_a_relative_of_the_writer_is_not_the_contact_s(text: str, expected: set[str]) -> None:
    """我妈 and bare Mum are mine; 他妈 and Karen's mum are theirs."""
    assert kin(text) == expected


@pytest.mark.parametrize(
    ("text", "no_kin"),
    [("王总的老公公来了", "kin_partner"), ("王总说新娘很好看", "kin_parent"), ("【对象】王总", "kin_partner")],
)
def test_a_word_for_kin_inside_another_word_is_none(text: str, no_kin: str) -> None:
    """老公 in 老公公, 娘 in 新娘, and 对象 as the heading of a form."""
    assert no_kin not in kin(text)


def test_somebody_whose_advice_is_named_is_not_spoken_of_from_then_on() -> None:
    """The grandchild of the next sentence is Wang's, not the doctor's."""
    text = "跟王总通了电话。老太太精神不错。我说按李大夫的方子喝了三周。囡囡下周四二模。"
    annotated = annotate(Note(text, date(2026, 11, 23), (WANG, KnownContact("李怀仁", ("李大夫",))), "王建国"))
    assert [clause.contact for clause in annotated.clauses][-1] == "王建国"
    assert "kin_partner" not in {concept for clause in annotated.clauses for concept in clause.concepts}


@pytest.mark.parametrize(
    ("text", "deeds", "lives"),
    [
        ("王总来了。他介绍我认识了李大夫。", "王建国", "李怀仁"),
        ("王总来电话。他说李大夫下周生日。", "王建国", "李怀仁"),
        ("Called Karen. Thanked her for Dr Patel.", "Karen Doyle", "Anita Patel"),
        ("Saw Karen. She says that Dr Patel has moved.", "Karen Doyle", "Anita Patel"),
    ],
)
def test_where_he_or_she_comes_before_a_name_the_deed_is_theirs(text: str, deeds: str, lives: str) -> None:
    """She whom I thanked did me the favour, not the doctor she named; what is told of a life is the named one's."""
    contacts = (WANG, KAREN, KnownContact("李怀仁", ("李大夫",)), KnownContact("Anita Patel", ("Dr Patel",)))
    last = annotate(Note(text, date(2026, 11, 23), contacts, None)).clauses[-1]
    assert (last.contact, last.spoken_of) == (deeds, lives)
