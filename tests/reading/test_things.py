"""Papers that change hands are no presents, and what somebody merely owns is no hobby."""

from datetime import date

import pytest

from relationship_journal.reading.note import KnownContact, Note, Reading
from relationship_journal.reading.reader import read

WANG = KnownContact("王建国", ("王总",))
KAREN = KnownContact("Karen Doyle", ("Karen",))


def reading(text: str) -> Reading:
    return read(Note(text, date(2026, 11, 23), (WANG, KAREN), None))


@pytest.mark.parametrize(
    "text",
    [
        "Found the invoice. I gave it to Karen.",
        "Wrote up the report on the plane and gave it to Karen.",
        "Karen needed the contract. I brought it to her in the evening.",
        "合同打印好了，我拿了给王总。",
        "把报告改好，送给王总了。",
        "给王总送了份材料。",
    ],
)
def test_a_paper_is_no_present_nor_is_what_it_goes_back_to(text: str) -> None:
    """Named in the clause, or as the last thing before *it*."""
    assert reading(text).courtesy == ()


@pytest.mark.parametrize(
    "text", ["给王总送了本书。", "Karen's birthday. I gave her a bottle of wine.", "给王总带了一盒茶叶。"]
)
def test_a_present_is_one(text: str) -> None:
    """Books, wine and tea are given as presents."""
    assert [one.kind for one in reading(text).courtesy] == ["gift"]


@pytest.mark.parametrize(
    "text",
    [
        "Karen lent me her bike.",
        "Borrowed Karen's bike for two days.",
        "Karen came on her bike.",
        "Karen's bike got stolen last week.",
        "Karen gave me her old piano.",
        "王总借给我他的吉他。",
        "王总的摩托车丢了。",
    ],
)
def test_a_thing_that_somebody_owns_is_no_hobby(text: str) -> None:
    """It is lent, stolen, or come by on."""
    assert "hobby" not in {one.facet for one in reading(text).facets}


@pytest.mark.parametrize(
    "text",
    [
        "Karen bought a new bike and rides every weekend.",
        "Karen restores old bikes.",
        "Karen's dog had puppies.",
        "王总最近迷上了吉他。",
    ],
)
def test_what_somebody_does_with_it_is_one(text: str) -> None:
    """Riding, restoring; a pet is one by itself."""
    assert "hobby" in {one.facet for one in reading(text).facets}
