"""Web pages and links: words in their order, nothing loaded, encodings declared rightly and wrongly."""

import plistlib
from pathlib import Path

import pytest

from relationship_journal.importers import Source, plan

FILES = Path(__file__).parent.parent / "data/files/documents"


def text(page: str | bytes, name: str = "page.html") -> str:
    content = page.encode() if isinstance(page, str) else page
    made = plan(Source(name, content))
    assert made.format == "html"
    assert made.entries[0].files[0].content == content
    return made.entries[0].text


def test_a_page_saved_by_libreoffice() -> None:
    """Heading, paragraphs, table and nested lists."""
    page = text((FILES / "libreoffice.html").read_bytes())
    assert page.startswith("昨天跟王总通话\n\n")
    assert (
        "事情\t谁\t哪天\n寄樱桃\t我\t11月25日\n\n- 女儿明年高考\n- 喜欢钓鱼\n  - 周末常去水库\n\n1. Bring the book\n"
        in page
    )


def test_only_what_a_reader_would_see() -> None:
    """Scripts, styles, comments, hidden parts and forms are left out; entities are what they stand for."""
    page = (
        "<html><head><title>T &amp; U</title><style>p{color:red}</style><script>if (a<b) alert('</p>')</script></head>"
        "<body><!-- <p>no</p> --><p>One&nbsp;&lt;two&gt; caf&eacute; &#29579;&#x603B; &#99999999999;</p>"
        "<p hidden>no</p><div style='display: none'>no <div>no</div></div><p>a\n  b<br>c</p><svg><text>no</text></svg>"
        "<del>no</del>"
        "<textarea>no</textarea><img src='https://tracker.example/x.png' alt='no'><pre>x\n  y</pre>5 < 6</body></html>"
    )
    assert text(page) == "T & U\n\nOne <two> café 王总\n\na b\nc\n\nx\ny\n\n5 < 6"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("utf-8", "gb18030"),
        ("iso-8859-1", "utf-8"),
        ("shift_jis", "shift_jis"),
        ("x-nonsense", "utf-8"),
        ("big5", "big5"),
    ],
)
def test_encodings_declared_rightly_and_wrongly(declared: str, encoding: str) -> None:
    """Pages saved by hand or by old programs often say one thing and are another."""
    words = {"shift_jis": "医者を紹介してくれた", "big5": "謝謝你介紹的醫生"}.get(encoding, "谢谢你推荐的医生")
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>{words}</p>'
    assert text(page.encode(encoding)) == words


def test_a_part_of_a_page_and_a_note_that_only_names_tags() -> None:
    """What a program saved without a head is a page; a note about HTML is a note."""
    assert text("<div><p>王总说好</p></div>", "part.txt") == "王总说好"
    assert plan(Source("n.txt", b"Use <b> for bold, he said.")).format == "text"
    assert plan(Source("n.txt", b"x < y and a <p> in the middle")).format == "text"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("王总的报价.url", b"[InternetShortcut]\r\nURL=https://example.com/price?a=1%20b\r\nIconIndex=0\r\n"),
        ("王总的报价.url", "[InternetShortcut]\r\nURL=https://example.com/price?a=1%20b\r\n".encode("utf-16")),
        ("王总的报价.webloc", plistlib.dumps({"URL": "https://example.com/price?a=1%20b"})),
        ("王总的报价.webloc", plistlib.dumps({"URL": "https://example.com/price?a=1%20b"}, fmt=plistlib.FMT_BINARY)),
        (
            "x.desktop",
            "[Desktop Entry]\nType=Link\nName=王总的报价\nURL=https://example.com/price?a=1%20b\n".encode(),
        ),
    ],
)
def test_links_of_every_desktop(name: str, content: bytes) -> None:
    """The page's name and its address; nothing is opened."""
    made = plan(Source(name, content))
    assert (made.format, made.entries[0].text) == ("link", "王总的报价\nhttps://example.com/price?a=1%20b")


def test_what_only_looks_like_a_link() -> None:
    """A program's starter and a configuration file are no links."""
    starter = b"[Desktop Entry]\nType=Application\nExec=rm -rf ~\nName=Nice\n"
    assert plan(Source("nice.desktop", starter)).format == "text"
    assert plan(Source("a.ini", b"[main]\nurl=https://example.com\n")).format == "text"


def test_a_page_saved_by_safari() -> None:
    """The page itself is read, in the encoding that the archive names; pictures beside it are left in the file."""
    page = "<title>茶</title><p>水温八十度。</p>".encode("gb18030")
    resource = {"WebResourceData": page, "WebResourceTextEncodingName": "GBK", "WebResourceURL": "https://example.com"}
    held = {"WebMainResource": resource, "WebSubresources": [{"WebResourceData": b"\x89PNG"}]}
    assert text(plistlib.dumps(held, fmt=plistlib.FMT_BINARY), "茶.webarchive") == "茶\n\n水温八十度。"


@pytest.mark.parametrize(
    "head",
    [
        (
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.com/tea\nSubject: tea\n"
            "Date: Fri, 20 Nov 2026 09:30:00 +0000\nMIME-Version: 1.0\n"
        ),
        'From: "Saved by Windows Internet Explorer 11"\nSubject: tea\nMIME-Version: 1.0\n',
        "MIME-Version: 1.0\n",
    ],
    ids=["chromium", "internet explorer", "word"],
)
def test_a_page_saved_as_a_single_file(head: str) -> None:
    """Browsers and Word dress it as a mail; it is none."""
    content = (
        head + 'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<h1>=E8=8C=B6</h1><p>80=C2=B0</p>\n--b\nContent-Type: image/png\n\nx\n--b--\n"
    )
    assert text(content, "tea.mhtml") == "茶\n\n80°"


def test_a_mail_with_pictures_in_it_is_a_mail() -> None:
    """It is multipart/related too."""
    mail = (
        "From: a@example.com\nDate: Fri, 20 Nov 2026 09:30:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>hi</p>\n--b--\n"
    )
    assert plan(Source("m.eml", mail.encode())).format == "mail"
