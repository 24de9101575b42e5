"""Mail as programs really write it: headers, parts, quotations, files, and what breaks."""

import struct
from datetime import date
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from time import perf_counter

import pytest

from relationship_journal.domain.quoted_text import own_words
from relationship_journal.importers import ImportPlan, PlannedEntry, Source, plan

FILES = Path(__file__).resolve().parents[1] / "data/files/mail"
HEAD = "From: Helen <helen@example.com>\nTo: me@example.org\nDate: Fri, 20 Nov 2026 09:30:00 +0000\nMIME-Version: 1.0\n"


def planned(content: str | bytes) -> ImportPlan:
    return plan(Source("m.eml", content.encode() if isinstance(content, str) else content))


def entry(content: str | bytes) -> PlannedEntry:
    made = planned(content)
    assert made.format == "mail"
    return made.entries[0]


def test_a_mail_written_by_mutt_in_gb2312() -> None:
    """A Chinese subject cut over three lines, names and the name of the file in GB2312, an attachment."""
    content = (FILES / "mutt-gb2312.eml").read_bytes()
    read = entry(content)
    subject, _gap, body = read.text.partition("\n\n")
    assert subject == "回复：医生的事，还有下周三一起吃饭的时间和地点，另外请把报价单发给我"
    assert body.startswith("王总，\n\n医生约上了，周三上午。")
    assert [file.name for file in read.files] == ["m.eml", "报价单.pdf"]
    assert read.files[1].content.startswith(b"%PDF-1.4")
    assert read.head is not None
    assert read.head.sender == ("周小雨", "zhou@example.com")
    assert read.head.receivers == (("王建国", "wang.jianguo@example.com"), ("李敏", "li.min@example.com"))
    assert read.text[own_words(read.text).end :].lstrip().startswith("-- \n小周")


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?utf-8?B?5Lqk?= =?utf-8?B?5rWB?=", "交流"),
        (b"=?utf-8?B?5Lqk5rU=?= =?utf-8?B?gQ==?=", "交流"),  # cut within a character
        (b"=?utf-8?Q?Caf=C3=A9_at?= noon", "Café at noon"),
        ("回复：樱桃".encode("gb18030"), "回复：樱桃"),  # raw, against every rule
        ("Grüße".encode("latin-1"), "Grüße"),
        (b"=?gb2312?B?1rvC8dK7s6Q=?= and more", "只埋一长 and more"),
        (b"=?x-unknown?B?5Lqk5rWB?=", "交流"),
        (b"=?utf-8?B?not base64 at all?=", "=?utf-8?B?not base64 at all?="),
        (b"=?utf-8*en?Q?plain?=", "plain"),
    ],
)
def test_every_kind_of_header_is_read(raw: bytes, subject: str) -> None:
    """RFC 2047 as it is written, and as it is broken."""
    content = b"From: a@example.com\nDate: Fri, 20 Nov 2026 09:30:00 +0000\nSubject: " + raw + b"\n\nwords\n"
    assert entry(content).text == f"{subject}\n\nwords"


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ("filename*=utf-8''%E6%8A%A5%E4%BB%B7.pdf", "报价.pdf"),
        ("filename*0*=utf-8''%E6%8A%A5;\n filename*1*=%E4%BB%B7.pdf", "报价.pdf"),
        ('filename="=?utf-8?B?5oql5Lu3LnBkZg==?="', "报价.pdf"),
        ('filename="C:\\\\tmp\\\\..\\\\x.pdf"', "x.pdf"),
        ('filename="../../etc/x.pdf"', "x.pdf"),
    ],
)
def test_the_name_of_a_file_however_it_is_written(parameter: str, name: str) -> None:
    """RFC 2231, the encoded words that others write instead, and paths that lead elsewhere."""
    part = f"--b\nContent-Type: application/pdf\nContent-Disposition: attachment; {parameter}\n\n%PDF\n--b--\n"
    assert [file.name for file in entry(f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{part}").files][1] == name


def test_of_alternatives_the_plain_text_is_read_and_html_where_it_says_nothing() -> None:
    """Many programs put a sentence about HTML into the plain part."""
    both = (
        "--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n"
        "<p>The doctor was kind.</p><p>She said to come again in the spring, in March or in April.</p>\n--b--\n"
    )
    head = f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n"
    assert entry(head + both.format(plain="The doctor was kind, thank you so much for it.")).text.endswith(
        "so much for it."
    )
    assert entry(head + both.format(plain="No HTML?")).text.startswith("The doctor was kind.\n\nShe said")


def test_pictures_in_the_text_are_kept_and_logos_are_not() -> None:
    """A photograph within the letter is a file of the entry; the logo of the firm is not worth one."""
    whole = MIMEMultipart("related")
    whole.attach(MIMEText("<p>See the desk: <img src='cid:a'></p>", "html", "utf-8"))
    from email.mime.image import MIMEImage

    for name, size in (("a", 20_000), ("logo", 900)):
        picture = MIMEImage(b"\x89PNG\r\n\x1a\n" + bytes(size), "png")
        picture["Content-ID"] = f"<{name}>"
        picture["Content-Disposition"] = f'inline; filename="{name}.png"'
        whole.attach(picture)
    whole["From"], whole["Date"] = "a@example.com", "Fri, 20 Nov 2026 09:30:00 +0000"
    read = entry(whole.as_bytes())
    assert (read.text, [file.name for file in read.files]) == ("See the desk:", ["m.eml", "a.png"])


def test_a_mail_passed_on_as_a_file_is_a_file() -> None:
    """It can be opened from the entry; what it says is not mixed into this one's words."""
    inner = "Subject: Price list\nFrom: b@example.com\n\nold words\n"
    content = (
        f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n"
        f"--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    )
    read = entry(content)
    assert read.text == "See below."
    assert [(file.name, file.media_type) for file in read.files][1] == ("Price list.eml", "message/rfc822")


def test_lines_broken_softly_are_whole_again() -> None:
    """format=flowed (RFC 3676): lines that end in a space go on; quotations keep their depth."""
    flowed = "This is one \nlong line.\n\n> quoted \n> too\n>> deeper\n-- \nHelen"
    read = entry(f"{HEAD}Content-Type: text/plain; format=flowed\n\n{flowed}\n")
    assert read.text == "This is one long line.\n\n> quoted too\n> > deeper\n-- \nHelen"


OUTLOOK = """<html><body><p>Wednesday suits me.</p><div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> me
&lt;me@example.org&gt;<br><b>Sent:</b> Thursday, 19 November 2026 18:02<br><b>To:</b> Helen<br><b>Subject:</b> Lunch</p>
</div><p>Would Wednesday suit you?</p></body></html>"""
GMAIL = """<div>Wednesday suits me.</div><div class="gmail_quote"><div>On Thu, 19 Nov 2026 at 18:02, me
&lt;<a href="mailto:me@example.org">me@example.org</a>&gt; wrote:<br></div><blockquote><p>Would Wednesday</p><p>suit
you?</p></blockquote></div>"""


@pytest.mark.parametrize("markup", [OUTLOOK, GMAIL])
def test_what_a_mail_answers_is_told_apart_in_html(markup: str) -> None:
    """Outlook draws a line and writes headers, others write who wrote when and indent."""
    read = entry(f"{HEAD}Content-Type: text/html\nSubject: Re: Lunch\n\n{markup}\n")
    own = own_words(read.text)
    assert (read.text[: own.end], own.quotes) == ("Re: Lunch\n\nWednesday suits me.", True)
    assert "Would Wednesday" in read.text


def wrapped(*attributes: tuple[int, bytes]) -> bytes:
    """A winmail.dat: signature and key, then attributes with their checksums."""
    rows = (
        b"\x02" + struct.pack("<II", number, len(raw)) + raw + struct.pack("<H", sum(raw) & 0xFFFF)
        for number, raw in attributes
    )
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(rows)


@pytest.mark.parametrize("length", [10_000, 150, 90, 30, 5])
def test_the_files_in_a_winmail_dat(length: int) -> None:
    """Exchange wraps them for others: the long name in Chinese, and what has come of one that is cut off."""
    long = "报价单.pdf\0".encode("utf-16-le")
    properties = struct.pack("<IHHII", 1, 0x001F, 0x3707, 1, len(long)) + long
    held = wrapped(
        (0x00069007, struct.pack("<II", 936, 0)), (0x00069002, bytes(14)), (0x00018010, b"QUOTE~1.PDF\0"),
        (0x0006800F, b"%PDF-1.4"), (0x00069005, properties),
    )  # fmt: skip
    part = MIMEText("See the files.", "plain", "utf-8")
    whole = MIMEMultipart()
    whole.attach(part)
    whole.attach(MIMEApplication(held[:length], "ms-tnef", name="winmail.dat"))
    whole["From"], whole["Date"] = "a@example.com", "Fri, 20 Nov 2026 09:30:00 +0000"
    names = [file.name for file in entry(whole.as_bytes()).files]
    assert names[0] == "m.eml"
    assert set(names[1:]) <= {"报价单.pdf", "QUOTE~1.PDF", "winmail.dat"}
    if length > len(held):
        assert names[1:] == ["报价单.pdf"]


def test_an_encrypted_mail_says_so() -> None:
    """Its head is read; what is in it is for the mail program."""
    content = (
        f"{HEAD}Subject: Secret\nContent-Type: multipart/encrypted; boundary=b\n\n"
        "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n"
    )
    read = entry(content)
    assert read.files[0].problem is not None
    assert (read.text, read.day) == ("Secret", date(2026, 11, 20))


def test_a_mail_nested_without_end_is_kept_with_its_head() -> None:
    """A thousand multiparts one in the other; and a hundred mails one in the other."""
    for deep, kind in (
        (1000, "multipart/mixed; boundary=b{n}\n\n--b{n}"),
        (150, "message/rfc822\n\nFrom: x@example.com"),
    ):
        body = "\n".join(f"Content-Type: {kind.format(n=n)}" for n in range(deep))
        start = perf_counter()
        read = entry(f"{HEAD}Subject: Deep\n{body}\n\nwords\n")
        assert read.text.startswith("Deep")
        assert read.day == date(2026, 11, 20)
        assert perf_counter() - start < 5


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_a_mail_cut_off_anywhere_is_read_as_far_as_it_goes(share: float) -> None:
    """A download that broke off: the head and what has come of the body are the entry."""
    content = (FILES / "mutt-gb2312.eml").read_bytes()
    read = entry(content[: max(200, int(len(content) * share))])
    assert read.files[0].content == content[: max(200, int(len(content) * share))]
    assert read.day == date(2026, 11, 23)


@pytest.mark.parametrize("raw", ["nonsense", "Fri, 99 Foo 2026 99:99:99 +9999", "", "Fri, 20 Nov 10000 09:30:00"])
def test_a_date_that_is_none_leaves_the_day_to_the_file(raw: str) -> None:
    """Where the mail came in by way of a server, that day counts."""
    assert entry(f"From: a@example.com\nDate: {raw}\nMIME-Version: 1.0\n\nx\n").day is None
    by = "Received: from x by y; Fri, 20 Nov 2026 10:00:00 +0000\n"
    assert entry(f"{by}From: a@example.com\nDate: {raw}\nMIME-Version: 1.0\n\nx\n").day == date(2026, 11, 20)
