"""The rung of a received favour goes by the kind of thing or person that it was about."""

from datetime import date

import pytest

from relationship_journal.reading.labelled import note_from
from relationship_journal.reading.note import KnownContact, Note
from relationship_journal.reading.reader import read
from tests.training.labelled_notes import DATA, rows_of

WANG = KnownContact("王建国", ("王总",))
KAREN = KnownContact("Karen Doyle", ("Karen",))
MONDAY = date(2026, 11, 23)


def rungs(text: str) -> set[int | None]:
    found = read(Note(text, MONDAY, (WANG, KAREN), None)).steps
    return {step.rung for step in found if step.direction == "received"}


@pytest.mark.parametrize(
    "text",
    [
        "请王总介绍一位牙医，他当场把名字发我了。",
        "王总给我介绍了一位牙医。",
        "问王总认不认识好的牙医，他介绍了城东的周医生。",
        "问王总那张书桌哪买的，他把店名写给我了。",
        "Karen gave me the name of her dentist.",
        "Asked Karen about a dentist. She gave me the name of hers.",
        "Asked Karen whether she could introduce me to a good dentist.",
        "Asked Karen where she got her desk, she told me the shop.",
        "王总介绍了一位老中医给我妈。",
        "王总推荐的那家牙科诊所我去了，不疼了，今天跟他说了。",
    ],
)
def test_a_name_or_a_tip_is_the_first_rung(text: str) -> None:
    """A dentist who is named is no introduction at work, whatever the verb."""
    assert rungs(text) == {1}


@pytest.mark.parametrize(
    "text",
    [
        "请王总把装修师傅的电话给我，他马上推过来了。",
        "托王总介绍个靠谱的保姆，他把阿姨微信推给我了。",
        "跟王总借了他的梯子。",
        "Karen passed on her plumber's number.",
        "托王总介绍一位靠谱的月嫂，他把电话发来了。",
        "王总给我介绍了个修空调的师傅。",
        "王总介绍的通下水道师傅来过了，当场修好，我微信谢了他。",
        "Asked Karen if I could borrow her ladder, she said yes.",
    ],
)
def test_a_number_or_a_loan_is_the_second_rung(text: str) -> None:
    """Whose number it is makes no difference where it is a tradesman's."""
    assert rungs(text) == {2}


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("请王总教我怎么挑普洱，他讲了半个钟头。", 3),
        ("Asked Karen how she picked the school for the twins, she walked me through it.", 3),
        ("Asked Karen to look over my tenancy agreement, she marked it up.", 3),
        ("Karen told me honestly what she thought of our pitch. I had asked.", 5),
        ("请教王总他们行业怎么定价，他讲得很细。", 4),
        ("Asked Karen what she would do in my shoes, career-wise. She told me straight.", 4),
        ("请王总介绍他们采购部的负责人，他答应了。", 5),
        ("王总把他们财务总监介绍给我认识了。", 5),
        ("请王总给我们的方案提提意见，他翻了一遍，说得很直。", 5),
        ("Asked Karen to introduce me to her boss, and she said yes.", 5),
        ("请王总在评审会上替我们说句话，他答应了。", 6),
        ("Asked Karen to put in a good word with the board. She said she would.", 6),
    ],
)
def test_what_is_asked_for_tells_the_higher_rungs(text: str, rung: int) -> None:
    """Skill, trade, people and papers at work, speaking up for me."""
    assert rungs(text) == {rung}


def test_all_steps_of_a_favour_share_its_rung() -> None:
    """What was given in return for a doctor's name says nothing of another rung."""
    text = "上个月问王总认识不认识好的骨科大夫，他推荐了周医生。看了两次，好多了。今天跟王总说了，送了他一盒茶叶谢他。"
    assert rungs(text) == {1}


def test_the_rungs_of_notes_by_unknown_hands_stay_as_well_told() -> None:
    """Of the received steps that are found in two hands that nothing was trained on."""
    right = found = 0
    for file in sorted((DATA / "held_back").glob("*.jsonl")):
        for row in rows_of(file):
            wanted = {(one["contact"], one["step"]): one["rung"] for one in row["gold"]["steps"] if one["rung"]}
            for step in read(note_from(row)).steps:
                if step.direction == "received" and (step.contact, step.step) in wanted:
                    found += 1
                    right += wanted[step.contact, step.step] == step.rung
    assert right >= 0.5 * found
