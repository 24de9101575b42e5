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
        "[2026/11/20, 14:03:22] Helen: Did you see him?\n\u200e[2026/11/20, 14:05:00] Me: Yes, today.",
        "[2026/11/20 下午2:03:22] Helen: Did you see him?\n[2026/11/20 下午2:05:00] Me: Yes, today.",
        "20/11/2026, 2:03 p. m. - Helen: Did you see him?\n20/11/2026, 2:05 p. m. - Me: Yes, today.",
        "20-11-2026 14:03 - Helen: Did you see him?\n20-11-2026 14:05 - Me: Yes, today.",
        (
            "20/11/2026, 14:00 - Messages are end-to-end encrypted.\n"
            "20/11/2026, 14:03 - Helen: Did you see him?\n20/11/2026, 14:05 - Me: Yes, today."
        ),
        "Helen, [20.11.26 14:03]\nDid you see him?\n\nMe, [20.11.26 14:05]\nYes, today.",
        "Helen:\n2026-11-20 14:03:22\nDid you see him?\n\nMe:\n2026-11-20 14:05:10\nYes, today.",
        "————— 2026-11-20 —————\n\nHelen  14:03\n\nDid you see him?\n\nMe  14:05\n\nYes, today.",
        "Helen 11月20日 14:03\nDid you see him?\nMe 11月20日 14:05\nYes, today.",
        "Helen 星期五 14:03\nDid you see him?\nMe 星期五 14:05\nYes, today.",
        "Helen — Nov 20, 2026 2:03 PM\nDid you see him?\nMe — Nov 20, 2026 2:05 PM\nYes, today.",
        "Helen(14:03): Did you see him?\nMe(14:05): Yes, today.\nHelen(14:06):",
    ],
)
def test_every_usual_head_is_read(text: str) -> None:
    """Whatever the program writes in front, the day, the names, the times and the words are the same."""
    (entry,) = entries_of(text, written=date(2026, 11, 23))
    assert entry.day == (None if "(" in text else date(2026, 11, 20))
    assert entry.text.removesuffix("\n\nHelen 14:06") == "Helen 14:03\nDid you see him?\n\nMe 14:05\nYes, today."


def test_the_order_of_days_tells_what_is_the_month() -> None:
    """9/10, 9/11, 9/12 in a row are days of September where reading them as days would go backwards."""
    text = "\n".join(f"{head}/26, 10:00 - A: hi" for head in ("9/12", "10/1", "10/2"))
    assert [entry.day for entry in entries_of(text)] == [date(2026, 9, 12), date(2026, 10, 1), date(2026, 10, 2)]


def test_a_line_with_a_day_opens_it_for_the_heads_below() -> None:
    """WeChat's mailed chats tell the day once, above heads with times alone."""
    text = "—— 2026-11-20 ——\n\n王总 23:50\n睡了吗\n\n—— 2026-11-21 ——\n\n王总 8:00\n早\n\n我 8:01\n早"
    assert [(entry.day, entry.text) for entry in entries_of(text)] == [
        (date(2026, 11, 20), "王总 23:50\n睡了吗"),
        (date(2026, 11, 21), "王总 08:00\n早\n\n我 08:01\n早"),
    ]


def test_words_for_days_count_from_the_day_of_copying() -> None:
    """昨天 in a chat copied on Monday is Sunday; a day without a year is the last one of that name."""
    text = "王总 12月30日 9:00\n新年好\n王总 昨天 9:00\n在吗\n我 9:05\n在"
    days = [entry.day for entry in entries_of(text, written=date(2026, 11, 23))]
    assert days == [date(2025, 12, 30), date(2026, 11, 22)]


def test_heads_without_a_day_need_somebody_who_is_known() -> None:
    """Two names with times may be a list of appointments, unless one of them is in the journal."""
    text = "王建国 12:40\n樱桃收到了\nHelen 12:41\n甜吗"
    assert entries_of(text) == ()
    assert [entry.day for entry in entries_of(text, known=lambda name: name == "Helen")] == [None]


@pytest.mark.parametrize(
    "text", ["王总 9:30 来电，说樱桃甜", "王总：下周带樱桃\n我：好的，先谢谢", "王总 14:03 a\n王总 14:05 b"]
)
def test_a_note_that_begins_with_a_known_name_is_not_rewritten(text: str) -> None:
    """Only what tells itself as a chat is cut into turns; the reader may still see who speaks."""
    assert entries_of(text, known=lambda _name: True) == ()


def test_a_telephone_number_can_speak() -> None:
    """WhatsApp writes the number of whoever is not in its own contacts."""
    text = "20/11/2026, 14:03 - +44 7700 900123: Hi\n20/11/2026, 14:04 - Me: Who is it?"
    assert entries_of(text)[0].people == ("+44 7700 900123", "Me")


def test_a_long_text_that_is_no_chat_is_told_quickly() -> None:
    """A megabyte of lines with times in them; the work grows with its length."""
    assert entries_of("The stand-up on Monday at 10:00 took long, 12:30 lunch, more of it\n" * 15_000) == ()


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
