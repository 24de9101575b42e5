"""Sources as people drop them: text in every usual encoding, mail, pictures, and what can't be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationship_journal.domain.entry import EntryKind
from relationship_journal.importers import Source, plan

NOTE = "今天跟王总通了电话\n他说樱桃很甜。Call again on Friday."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"])
def test_a_text_is_read_in_its_encoding_and_kept_byte_for_byte(encoding: str) -> None:
    """A note saved by Notepad, by a phone or by an old program says the same and its file is unchanged."""
    content = NOTE.replace("\n", "\r\n").encode(encoding)
    made = plan(Source("通话.txt", content))
    assert (made.format, made.entries[0].text, made.entries[0].files[0].content) == ("text", NOTE, content)


@pytest.mark.parametrize("encoding", ["utf-16-le", "gb18030"])
def test_a_text_of_chinese_alone_is_read_too(encoding: str) -> None:
    """Without a single Latin letter UTF-16 has no zero byte to tell it by."""
    text = "中午跟王总通了电话，老太太说樱桃甜，两天就吃完了。"
    assert plan(Source("a.txt", text.encode(encoding))).entries[0].text == text


def test_markdown_is_text_under_its_own_name() -> None:
    """The name tells Markdown from plain text, since their bytes don't."""
    made = plan(Source("call.MD", b"# Call\n\nHe said *yes*."))
    assert (made.format, made.entries[0].text) == ("markdown", "# Call\n\nHe said *yes*.")


MAIL = """From: =?utf-8?b?546L5bu65Zu9?= <wang@example.com>
To: me <me@example.org>
Cc: "Chen, Si" <chen@example.com>
Subject: =?gb2312?B?1rvC8dK7s6Q=?=
 and more
Date: Fri, 20 Nov 2026 09:30:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=frontier

--frontier
Content-Type: text/plain; charset=utf-8

The doctor's number is below.
--frontier
Content-Type: application/pdf; name="../../etc/price.pdf"
Content-Disposition: attachment; filename="../../etc/price.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQ=
--frontier--
"""


def test_a_mail_becomes_a_message_of_its_day_with_its_files_and_people() -> None:
    """Subject and body are the text; the mail is kept whole, its attachment beside it under a harmless name."""
    made = plan(Source("x.eml", MAIL.encode()))
    entry = made.entries[0]
    assert (made.format, entry.kind, entry.day) == ("mail", EntryKind.MESSAGE, date(2026, 11, 20))
    assert entry.text.endswith("and more\n\nThe doctor's number is below.")
    assert [(file.name, file.content) for file in entry.files] == [
        ("x.eml", MAIL.encode()),
        ("price.pdf", b"%PDF-1.4"),
    ]
    assert {"王建国", "wang@example.com", "Chen, Si", "chen@example.com"} <= set(entry.people)


def test_a_mail_in_html_alone_is_read_as_text() -> None:
    """Scripts and styles are silent, blocks are lines, nothing is loaded."""
    mail = (
        "From: a@example.com\nDate: Fri, 20 Nov 2026 09:30:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: text/html; charset=utf-8\n\n<html><style>p{}</style><p>One&nbsp;line</p><p>Two<br>three"
        "<img src='http://tracker.example/x.png'></p><script>alert(1)</script></html>"
    )
    assert plan(Source("m.eml", mail.encode())).entries[0].text == "One line\n\nTwo\nthree"


def test_a_mail_with_a_false_encoding_is_still_read() -> None:
    """Declared as ASCII, written in GB18030, as old programs do."""
    mail = b"From: a@example.com\nDate: Fri, 20 Nov 2026 09:30:00 +0000\nContent-Type: text/plain; charset=us-ascii\n\n"
    assert plan(Source("m.eml", mail + "谢谢你推荐的医生".encode("gb18030"))).entries[0].text == "谢谢你推荐的医生"


def test_a_mail_of_ten_thousand_parts_is_kept_and_cut_short() -> None:
    """Its first parts are taken, a sentence says that the rest stays in the mail itself."""
    part = "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nx\n"
    head = "From: a@example.com\nDate: Fri, 20 Nov 2026 09:30:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n"
    made = plan(Source("m.eml", (head + part * 10_000 + "--b--\n").encode()))
    assert len(made.entries[0].files) <= 501
    assert made.refused


def test_a_note_that_begins_like_a_letter_is_no_mail() -> None:
    """Two words with a colon are not the headers of a mail."""
    assert plan(Source("n.txt", b"Note: call\nTo: do\n\ntext")).format == "text"


def test_a_picture_is_told_by_its_bytes() -> None:
    """A PNG under a wrong name is a picture all the same."""
    made = plan(Source("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(20)))
    assert (made.format, made.entries[0].files[0].media_type) == ("picture", "image/png")


@pytest.mark.parametrize(
    "content", [b"", b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00" * 50, b"PK\x03\x04\x14\x00\x00\x00"]
)
def test_what_can_not_be_read_is_kept_with_the_reason(content: bytes) -> None:
    """An unknown format is a file with a sentence, never an error."""
    made = plan(Source("scan.bin", content))
    assert made.format == "file"
    assert made.entries[0].files[0].content == content
    assert made.entries[0].files[0].problem is not None


@given(st.binary(max_size=300))
def test_any_bytes_are_kept_whole(content: bytes) -> None:
    """Whatever comes, one entry keeps exactly these bytes first."""
    assert plan(Source("x.eml", content)).entries[0].files[0].content == content


@given(st.binary(max_size=200))
def test_any_body_under_mail_headers_is_read_without_error(body: bytes) -> None:
    """Broken mails are kept like whole ones."""
    head = b"From: a@example.com\nDate: nonsense\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    made = plan(Source("x.eml", head + body))
    assert (made.format, made.entries[0].files[0].content) == ("mail", head + body)
