"""Outlook's messages, byte for byte as the format's document says, whole and broken."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from time import perf_counter
from typing import Any

import pytest

from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import word
from relationship_journal.importers import ImportPlan, PlannedEntry, Source, plan

from .compound_file import Tree, compound_file, properties

SENT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def person(name: str, address: str, kind: int) -> Tree:
    return properties(8, {0x0C15: kind}, p3001=name, p39FE=address)


def message(head: int = 32, **more: Any) -> Tree:
    texts: dict[str, Any] = {
        "p001A": "IPM.Note",
        "p0037": "关于周三的会",
        "p0C1A": "王建国",
        "p5D01": "wang@example.com",
    }
    tree = properties(head, {0x0039: SENT}, **(texts | more))
    tree["__recip_version1.0_#00000000"] = person("Helen Zhou", "helen@example.com", 1)
    tree["__recip_version1.0_#00000001"] = person("李敏", "li@example.com", 2)
    tree["__recip_version1.0_#00000002"] = person("Secret", "secret@example.com", 3)
    return tree


def planned(content: bytes) -> ImportPlan:
    return plan(Source("m.msg", content))


def entry(tree: Tree) -> PlannedEntry:
    made = planned(compound_file(tree))
    assert made.format == "mail"
    return made.entries[0]


def test_a_message_is_read_as_a_mail_is() -> None:
    """Subject, day, who wrote to whom (not in secret), the text and the message itself."""
    tree = message(p1000="医生约上了。\r\n谢谢您。")
    read = entry(tree)
    assert (read.kind, read.text, read.day) == (
        EntryKind.MESSAGE, "关于周三的会\n\n医生约上了。\n谢谢您。", date(2026, 11, 20),
    )  # fmt: skip
    assert read.head is not None
    assert read.head.sender == ("王建国", "wang@example.com")
    assert read.head.receivers == (("Helen Zhou", "helen@example.com"), ("李敏", "li@example.com"))
    assert [(file.name, file.media_type) for file in read.files] == [("m.msg", "application/vnd.ms-outlook")]


def test_texts_of_a_code_page() -> None:
    """Older messages are written in the code page of their machine: 936."""
    tree = properties(
        32, {0x3FFD: 936, 0x0039: SENT}, p0037=("报价", "gbk"), p0C1A=("李敏", "gbk"), p1000=("谢谢", "gbk")
    )
    assert entry(tree).text == "报价\n\n谢谢"


def test_files_and_a_message_within() -> None:
    """A PDF by its long name, a logo of the text left out, a message within as a mail that can be opened."""
    tree = message(p1000="See below.")
    tree["__attach_version1.0_#00000000"] = properties(
        8, {}, p3707="../报价.pdf", p3704="PRICE~1.PDF", p3701=b"%PDF-1.4"
    )
    tree["__attach_version1.0_#00000001"] = properties(
        8, {}, p3707="logo.png", p3701=b"\x89PNG" + bytes(900), p370E="image/png", p3712="a@b"
    )
    inner = message(24, p0037="Inner", p1000="old words")
    tree["__attach_version1.0_#00000002"] = properties(8, {}, p3001="Inner", p3701=inner)
    read = entry(tree)
    assert [file.name for file in read.files] == ["m.msg", "报价.pdf", "Inner.eml"]
    assert read.files[1].content == b"%PDF-1.4"
    opened = message_from_bytes(read.files[2].content)
    assert (opened["Subject"], opened.get_payload(decode=True)) == ("Inner", b"old words\n")


RTF = (
    rb"{\rtf1\ansi\ansicpg936\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}"
    rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 \'d2\'bd\'c9\'fa\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}"
    rb"{\*\htmltag64 <p>}\htmlrtf ignored\htmlrtf0 \u8217?s {\*\htmltag72 </p>}}"
)


def test_html_that_is_wrapped_in_rich_text() -> None:
    """What Outlook stores by default: HTML inside RTF, packed; Chinese as two bytes each."""
    from compressed_rtf import compress

    assert entry(message(p1009=compress(RTF, compressed=True))).text == "关于周三的会\n\n医生\n\n’s"
    plain = rb"{\rtf1\ansi\ansicpg1252 Wednesday\par at noon}"
    assert entry(message(p1009=compress(plain, compressed=False))).text == "关于周三的会\n\nWednesday\nat noon"


def test_html_as_such() -> None:
    """Newer servers store it as bytes."""
    read = entry(message(p1013=b"<p>On Wednesday</p><blockquote>when?</blockquote>"))
    assert read.text == "关于周三的会\n\nOn Wednesday\n\n> when?"


def test_an_address_of_the_firm_s_directory_is_none() -> None:
    """`/O=EXAMPLE/…` reaches nobody; the name is left, and the internet headers where there are some."""
    tree = properties(
        32, {}, p0037="Hi", p0C1A="Helen", p0C1F="/O=EXAMPLE/CN=HELEN", p1000="x", p007D="To: b@example.com\n\n"
    )
    read = entry(tree)
    assert read.head is not None
    assert (read.head.sender, read.head.receivers) == (("Helen", ""), (("", "b@example.com"),))


def test_another_compound_file_is_no_message() -> None:
    """A Word document of 2003 says what it is."""
    made = planned(compound_file({"WordDocument": bytes(5000)}))
    problem = made.entries[0].files[0].problem
    assert problem is not None
    assert "Word" in word(problem)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_message_cut_off_is_kept_with_a_sentence(share: float) -> None:
    """The tables of the file lie at its end: without them nothing is invented."""
    tree = message(p1000="words " * 2000)
    tree["__attach_version1.0_#00000000"] = properties(8, {}, p3707="a.bin", p3701=bytes(9000))
    whole = compound_file(tree)
    content = whole[: int(len(whole) * share)]
    made = planned(content)
    assert made.entries[0].files[0].content == content
    assert made.format == "mail" or made.entries[0].files[0].problem is not None


def test_a_message_that_claims_a_gigabyte() -> None:
    """A stream of nine bytes that says it is a gigabyte, and a table that runs in a circle: read no further."""
    content = bytearray(compound_file(message(p1000="claimed to be long" * 400)))
    place = content.index("__substg1.0_1000001F".encode("utf-16-le"))
    content[place + 120 : place + 128] = (2**30).to_bytes(8, "little")
    start = perf_counter()
    made = planned(bytes(content))
    assert made.entries[0].files[0].content == bytes(content)
    assert "claimed" not in made.entries[0].text
    circle = bytearray(compound_file(message(p1000="x" * 9000)))
    circle[-512:] = bytes(512)
    assert planned(bytes(circle)).entries[0].files[0].content == bytes(circle)
    assert perf_counter() - start < 5


def test_messages_within_messages_end_somewhere() -> None:
    """Twenty deep: some are opened, the rest stays in the message."""
    inner = message(24, p0037="0", p1000="deepest")
    for number in range(1, 20):
        outer = message(24, p0037=str(number), p1000="x")
        outer["__attach_version1.0_#00000000"] = properties(8, {}, p3701=inner)
        inner = outer
    top = message(p1000="x")
    top["__attach_version1.0_#00000000"] = properties(8, {}, p3701=inner)
    assert [file.name for file in entry(top).files] == ["m.msg", "19.eml"]


@pytest.mark.parametrize("seed", range(40))
def test_a_message_with_flipped_bytes_is_kept(seed: int) -> None:
    """Whatever a disk has done to it, the file is kept and the program goes on."""
    import random

    chance = random.Random(seed)
    content = bytearray(compound_file(message(p1000="words")))
    for _flip in range(20):
        content[chance.randrange(8, len(content))] ^= chance.randrange(1, 256)
    start = perf_counter()
    assert planned(bytes(content)).entries[0].files[0].content == bytes(content)
    assert perf_counter() - start < 5
