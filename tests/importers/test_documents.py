"""Documents as real programs write them: their words in order, their day, their author; what is not read says why."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from relationship_journal.beside import the_process
from relationship_journal.importers import ImportPlan, Source, plan

FILES = Path(__file__).parent.parent / "data/files/documents"

WORDS = (
    "昨天跟王总通话",
    "王总推荐的张医生真的很好，妈妈的膝盖好多了",
    "答应下周三把樱桃寄给他——两箱。",
    "保留的话。Call Dr.",
    "Okafor & say “thanks” for café Zoë",
    "寄樱桃",
    "11月25日",
    "- 女儿明年高考",
    "- 喜欢钓鱼",
    "- 周末常去水库",
    "1. Bring the book",
    "2. 请他喝茶",
    "元的饭钱，他付的。",
)
"""What the note says, in its order."""


def read(name: str) -> ImportPlan:
    return plan(Source(name, (FILES / name).read_bytes()))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("libreoffice.docx", "docx"),
        ("libreoffice.odt", "odt"),
        ("libreoffice.fodt", "odt"),
        ("libreoffice.rtf", "rtf"),
        ("libreoffice.pdf", "pdf"),
        ("printing-forbidden.pdf", "pdf"),
        ("pandoc.docx", "docx"),
        ("pandoc.odt", "odt"),
        ("pandoc.rtf", "rtf"),
    ],
)
def test_the_same_note_from_every_program_says_the_same(name: str, form: str) -> None:
    """Paragraphs, a table, lists and a footnote, in order; what was deleted with changes tracked is not there."""
    made = read(name)
    (entry,) = made.entries
    assert (made.format, entry.files[0].problem) == (form, None)
    text = entry.text.replace("11 月 25 日", "11月25日").replace("  Okafor", " Okafor")
    places = [text.find(words) for words in WORDS]
    assert places == sorted(places)
    assert places[0] == 0
    assert "上次看病是十月" in text
    assert "删掉" not in text
    assert entry.files[0].content == (FILES / name).read_bytes()


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.odt", "libreoffice.fodt", "libreoffice.rtf"])
def test_its_day_and_its_author_are_the_documents_own(name: str) -> None:
    """The last change that the document tells of, from which its "yesterday" counts; not the day of the copy."""
    entry = read(name).entries[0]
    assert (entry.day, entry.written, entry.people) == (None, date(2026, 11, 20), ("周明",))


def test_rows_of_a_table_are_lines_with_tabs() -> None:
    """As they would be pasted from a table, so that columns stay apart."""
    assert "事情\t谁\t哪天\n寄樱桃\t我\t11月25日\n" in read("libreoffice.docx").entries[0].text


def test_a_page_printed_by_a_browser_has_its_paragraphs_whole() -> None:
    """Lines that ended with the paper only are one paragraph again, in Chinese without a blank between."""
    assert read("chromium.pdf").entries[0].text == (
        "11月18日 和李主任吃饭\n"
        "上周五中午跟李主任在他们单位旁边的小馆子吃饭，一共花了380元，他聊到女儿明年高考，"
        "想让我帮忙问问我表哥当年怎么选的学校和专业。\n"
        "She said that her mother's knee has been much better since they saw the doctor whom I had "
        "recommended in spring."
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("locked.pdf", "password"),
        ("scanned.pdf", "pictures without words"),
        ("libreoffice.doc", "Word's old format"),
    ],
)
def test_what_cannot_be_read_says_why_and_is_kept_whole(name: str, sentence: str) -> None:
    """An entry holds the file, and beside it stands what the user can do about it."""
    made = read(name)
    (file,) = made.entries[0].files
    assert (made.format, made.entries[0].text, file.content) == ("file", "", (FILES / name).read_bytes())
    assert file.problem is not None
    assert sentence in file.problem.text


def test_the_name_does_not_matter() -> None:
    """A Word document sent as .dat, a rich text that a program called .doc: the content tells."""
    for name, form in (("libreoffice.docx", "docx"), ("pandoc.rtf", "rtf"), ("libreoffice.odt", "odt")):
        assert plan(Source("letter.doc", (FILES / name).read_bytes())).format == form


def test_an_office_file_with_a_password(tmp_path: Path) -> None:
    """Word keeps a locked document in an old container, LibreOffice says so in the manifest."""
    word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(400)
    path = tmp_path / "locked.odt"
    with ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", b"\x93\x1c\xfe" * 50)
        made.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
    for content in (word, path.read_bytes()):
        problem = plan(Source("locked", content)).entries[0].files[0].problem
        assert problem is not None
        assert "password" in problem.text


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}, "spreadsheet"),
        ({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}, "not read"),
        ({"Index/Document.iwa": "x"}, "not read"),
        ({"mimetype": "application/epub+zip"}, "not read"),
    ],
)
def test_tables_slides_and_pages_are_kept_with_a_sentence(
    tmp_path: Path, members: dict[str, str], sentence: str
) -> None:
    """They are zips inside, and still one document each."""
    path = tmp_path / "made.zip"
    with ZipFile(path, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    problem = plan(Source("made", path.read_bytes())).entries[0].files[0].problem
    assert problem is not None
    assert sentence in problem.text


def test_the_process_that_reads_pdfs_may_end_at_any_time() -> None:
    """Killed between two documents, the next one is read by a new one; crashing on one, that is called damaged."""
    first = read("chromium.pdf")
    running = the_process.number
    assert running is not None
    os.kill(running, signal.SIGTERM)
    assert read("chromium.pdf") == first
    assert the_process.number not in (None, running)
    the_process.end()
    assert read("chromium.pdf") == first


def test_a_document_without_words() -> None:
    """An empty page is kept and said to be empty, not taken for damaged."""
    made = plan(Source("empty.rtf", rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard\par}"))
    assert made.format == "rtf"
    assert made.entries[0].files[0].problem is not None


def test_no_library_of_a_format_comes_with_the_importers() -> None:
    """Start-up is a feature: readers and what they need are imported when such a file comes."""
    program = (
        "import sys, relationship_journal.importers;"
        "late = {'pypdfium2', 'pyexpat', 'zipfile', 'email', 'html', 'plistlib', 'configparser', 'subprocess'};"
        "print(sorted(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
