"""Where a mail's own words end, in the ways in which programs of many languages quote."""

import pytest

from relationship_journal.domain.quoted_text import own_words

OWN = "Re: Lunch\n\nWednesday suits me."


@pytest.mark.parametrize(
    "history",
    [
        "On Thu, 19 Nov 2026 at 18:02, Helen <helen@example.com> wrote:\n> Would Wednesday suit you?",
        "On Thu, 19 Nov 2026 at 18:02, Helen Zhou with a long name\n<helen@example.com> wrote:\n\n> Would it?\n>\n> H",
        "在 2026年11月19日，18:02，王建国 <wang@example.com> 写道：\n\n> 周三行吗",
        "在 2026-11-19 18:02:11，“王建国” <wang@example.com> 写道：\n周三行吗\n王建国",
        '------ 原始邮件 ------\n发件人: "王建国" <wang@example.com>;\n发送时间: 2026年11月19日\n\n周三行吗',
        "-----Original Message-----\nFrom: Helen\nSent: Thursday\nTo: me\n\nWould it?",
        "________________\nFrom: Helen <h@example.com>\nSent: Thursday\nTo: me\nSubject: Lunch\n\nWould it?",
        "发件人： 王建国\n发送时间： 2026年11月19日 18:02\n收件人： 小周\n主题： 吃饭\n\n周三行吗",
        "Am 19.11.2026 um 18:02 schrieb Helen Zhou:\n> Passt Mittwoch?",
        "Le jeu. 19 nov. 2026 à 18:02, Helen a écrit :\n> Mercredi ?",
        "> Would Wednesday suit you?\n> It would be at noon.",
        "-- \nHelen\n+44 7700 900123\n\nOn 19 Nov 2026, Tom wrote:\n> Would it?",
    ],
)
def test_the_history_below_is_told_apart(history: str) -> None:
    """One's own words end above it, whatever announces it."""
    text = f"{OWN}\n\n{history}"
    found = own_words(text)
    assert (text[: found.end], found.quotes) == (OWN, True)


def test_a_signature_alone_is_no_quotation() -> None:
    """It is folded too, under its own name."""
    found = own_words(f"{OWN}\n\n-- \nHelen Zhou\nNorthfield Medical")
    assert (found.end, found.quotes) == (len(OWN), False)


@pytest.mark.parametrize(
    "text",
    [
        OWN,
        "Fwd: Prices\n\n-----Original Message-----\nFrom: b\nSent: x\nTo: y\n\nthe prices",
        "转发：价格\n\n> 樱桃 30 元",
        "Re: Questions\n\nOn 19 Nov 2026, Tom wrote:\n> Which doctor?\nDr Patel.\n> And when?\nOn Monday.",
        "> only a quotation",
        "Re: x\n\n> only a quotation",
        "He wrote: I will come on the 19th",
        "",
        "From: the airport\nI called Tom.",
    ],
)
def test_all_words_are_shown_where_nothing_is_only_history(text: str) -> None:
    """What was passed on is the point of it; answers between the lines need their questions."""
    assert own_words(text).end == len(text)


def test_a_long_text_takes_no_time_of_note() -> None:
    """The work grows with the length of the text: 20,000 lines that look like the beginning of a quotation."""
    text = "Re: x\n\n" + "On Monday 19 I thought of something long that never ends and is written by nobody\n" * 20_000
    assert own_words(text).end == len(text)
