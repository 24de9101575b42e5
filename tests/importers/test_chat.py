"""Chats as they are pasted: every usual head, a day an entry, and notes that only look like one."""

from datetime import date

import pytest

from relationship_journal.domain.entry import EntryKind
from relationship_journal.importers import Source, plan
from relationship_journal.importers.chat import entries_of

WECHAT = """王总 2026/11/20 14:03
小周，你上回说的那个医生还能约上吗

小周 2026/11/20 14:10
能约

王总 2026/11/21 9:05
太感谢了
两天就约上了"""


def test_a_chat_is_an_entry_a_day_with_its_turns() -> None:
    """Two days, two entries of kind message; the second says who said what when."""
    first, second = entries_of(WECHAT)
    assert (first.kind, first.day, first.time) == (EntryKind.MESSAGE, date(2026, 11, 20), "14:03")
    assert first.text.count("\n\n") == 1
    assert (second.day, second.text) == (date(2026, 11, 21), "王总 09:05\n太感谢了\n两天就约上了")
    assert first.people == ("王总", "小周")


@pytest.mark.parametrize(
    "text",
    [
        "[20/11/2026, 14:03:22] Helen: Did you see him?\n[20/11/2026, 14:05:00] Me: Yes, today.",
        "11/20/26, 2:03 PM - Helen: Did you see him?\n11/20/26, 2:05\u202fPM - Me: Yes, today.",
        "20.11.26, 14:03 - Helen: Did you see him?\n20.11.26, 14:05 - Me: Yes, today.",
        "2026-11-20 14:03 Helen\nDid you see him?\n2026-11-20 14:05 Me\nYes, today.",
        "Helen 2026年11月20日 14:03\nDid you see him?\nMe 14:05\nYes, today.",
    ],
)
def test_every_usual_head_is_read(text: str) -> None:
    """Whatever the program writes in front, the day, the names, the times and the words are the same."""
    (entry,) = entries_of(text)
    assert (entry.day, entry.text) == (
        date(2026, 11, 20), "Helen 14:03\nDid you see him?\n\nMe 14:05\nYes, today.",
    )  # fmt: skip


def test_the_order_of_days_tells_what_is_the_month() -> None:
    """9/10, 9/11, 9/12 in a row are days of September where reading them as days would go backwards."""
    text = "\n".join(f"{head}/26, 10:00 - A: hi" for head in ("9/12", "10/1", "10/2"))
    assert [entry.day for entry in entries_of(text)] == [date(2026, 9, 12), date(2026, 10, 1), date(2026, 10, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Called Helen at 14:03\nShe was fine at 14:10",
        "Minutes of the call\n\n王总 2026/11/20 14:03\nwords\n小周 2026/11/20 14:10\nwords",
        "王总 2026/11/20 14:03\none turn alone",
        "Meeting 10:00",
        "Stand-up 10:00\nwith Tom\nLunch 12:00\nwith Helen",
        "",
    ],
)
def test_a_note_with_times_in_it_is_no_chat(text: str) -> None:
    """It begins otherwise, nobody answers, nothing is said, or it is a list of appointments."""
    assert entries_of(text) == ()


def test_a_pasted_chat_keeps_its_original_with_the_first_day() -> None:
    """What was pasted lies beside the entry, byte for byte."""
    made = plan(Source("pasted.txt", WECHAT.encode()))
    assert (made.format, [len(entry.files) for entry in made.entries]) == ("chat", [1, 0])
