"""Files made to harm, and the process that takes one of them in: `python -m tests.importers.hostile FILE`.

It prints as JSON the format, the length of the text, the sentence in both languages, the seconds, and the peak memory
beside that of the file itself, in MiB.
"""

import io
import json
import resource
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

FILES = Path(__file__).parent.parent / "data/files/documents"
MEMORY = 1_500 * 2**20
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(document: bytes) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", document)
    return held.getvalue()


def _odt(content: bytes) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text", compress_type=0)
        made.writestr("content.xml", content)
    return held.getvalue()


def _laughs(root: str) -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>{root.format("&a11;")}'.encode()


def _quadratic(root: str) -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]>{root.format("&a;" * 5_000)}'.encode()


def _outside(root: str) -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>{root.format("&a;")}'.encode()


_IN_WORD = f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'
_IN_TEXT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>{}</text:p>'
    "</office:text></office:body></office:document-content>"
)


def _pdf(objects: list[bytes]) -> bytes:
    made = io.BytesIO(b"")
    made.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    made.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return made.getvalue()


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


def _pdf_page(contents: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return _pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, contents, font])


def _half(name: str) -> bytes:
    content = (FILES / name).read_bytes()
    return content[: len(content) // 2]


def _zip_with_a_lie() -> bytes:
    """A directory that claims a small size for a member that unpacks to gigabytes."""
    content = bytearray(_docx(b"<w>" + b" " * 100_000_000))
    central = content.rfind(b"PK\x01\x02")
    content[central + 24 : central + 28] = struct.pack("<I", 1000)
    return bytes(content)


KINDS: dict[str, Callable[[], bytes]] = {
    "text of 50 MB": lambda: "今天没什么事，跟王总通了电话。\n".encode() * 1_100_000,
    "text of 50 MB in one line": lambda: b"word " * 10_000_000,
    "text of 50 MB in GBK": lambda: "今天没什么事，跟王总通了电话。\n".encode("gbk") * 1_600_000,
    "zeros": lambda: bytes(50_000_000),
    "docx, laughs": lambda: _docx(_laughs(_IN_WORD)),
    "docx, quadratic": lambda: _docx(_quadratic(_IN_WORD)),
    "docx, outside": lambda: _docx(_outside(_IN_WORD)),
    "docx, zip bomb": lambda: _docx(b"<w>" + b" " * 100_000_000 + b"</w>"),
    "docx, lying directory": _zip_with_a_lie,
    "docx, text bomb": lambda: _docx(_IN_WORD.format("王" * 20_000_000).encode()),
    "docx, deep": lambda: _docx(b"<a>" * 1_000_000),
    "docx, one name": lambda: _docx(b"<" + b"a" * 60_000_000),
    "docx, many rows": lambda: _docx(
        f'<w:document xmlns:w="{_WORD}">'.encode() + b"<w:tr><w:tc/></w:tr>" * 2_000_000 + b"</w:document>"
    ),
    "odt, laughs": lambda: _odt(_laughs(_IN_TEXT)),
    "odt, quadratic": lambda: _odt(_quadratic(_IN_TEXT)),
    "odt, zip bomb": lambda: _odt(_IN_TEXT.format(" " * 100_000_000).encode()),
    "docx, half": lambda: _half("libreoffice.docx"),
    "odt, half": lambda: _half("libreoffice.odt"),
    "fodt, half": lambda: _half("libreoffice.fodt"),
    "doc, half": lambda: _half("libreoffice.doc"),
    "rtf, half": lambda: _half("libreoffice.rtf"),
    "pdf, half": lambda: _half("libreoffice.pdf"),
    "rtf, deep": lambda: b"{\\rtf1 " + b"{" * 5_000_000,
    "rtf, shallow and long": lambda: b"{\\rtf1 " + b"{}" * 300_000 + b"}",
    "rtf, bin": lambda: b"{\\rtf1 \\bin2147483647 " + b"x" * 100 + b"}",
    "rtf, numbers": lambda: b"{\\rtf1 " + b"\\u-99999999999999999999 " * 100_000 + b"\\uc9999999999 \\fs" + b"9" * 9999,
    "html, comments": lambda: b"<html>" + b"<!--" * 5_000_000,
    "html, tags": lambda: b"<html>" + b"<a \"'=" * 3_000_000,
    "html, quotes": lambda: b"<html>" + b"<a b=\" c=' " * 1_000_000,
    "html, deep": lambda: b"<html>" + b"<div>" * 300_000 + b"words",
    "html, tables": lambda: b"<html>" + b"<table><tr><td>" * 60_000 + b"words",
    "html, scripts": lambda: b"<html>" + b"<script><style><title>" * 500_000,
    "html, entities": lambda: b"<html><p>" + b"&#" + b"9" * 5_000_000 + b"&amp" * 500_000 + b"&#x" + b"f" * 9999,
    "html, lists": lambda: b"<html>" + b"<ol start=99999999999999999999><li>" * 60_000 + b"x",
    "pdf, loop of pages": lambda: _pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"]
    ),
    "pdf, 100,000 objects": lambda: _pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"] + [b"<</A[1 0 R 2 0 R]>>"] * 100_000
    ),
    "pdf, bomb": lambda: _pdf_page(_stream(b"q\n" * 400_000_000)),
    "pdf, bomb of words": lambda: _pdf_page(_stream(b"BT /F 9 Tf " + b"(words) Tj 9 0 Td " * 1_500_000 + b"ET")),
    "pdf, only a head": lambda: b"%PDF-1.7\n",
    "webloc, deep": lambda: b"<plist><key>URL</key>" + b"<array>" * 9_000,
    "webloc, laughs": lambda: _laughs("<plist><dict><key>URL</key><string>{}</string></dict></plist>"),
    "url, nonsense": lambda: b"[InternetShortcut]\nURL=javascript\n[[[[\n=\n",
}


def main(file: str) -> None:
    """Take it in, with little memory to be had."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from relationship_journal.i18n import install, word
    from relationship_journal.importers import Source, plan
    from relationship_journal.paths import resources

    content = Path(file).read_bytes()
    began = perf_counter()
    made = plan(Source("../../x\x00y.txt", content))
    taken = perf_counter() - began
    problem = made.entries[0].files[0].problem
    sentences = []
    for language in ("en", "zh"):
        install(language, resources() / "locale")
        sentences.append(word(problem) if problem else "")
    told = {
        "format": made.format,
        "text": sum(len(entry.text) for entry in made.entries),
        "sentences": sentences,
        "kept": made.entries[0].files[0].content == content,
        "seconds": round(taken, 2),
        "peak": _peak() - (len(content) >> 20),
    }
    sys.stdout.write(json.dumps(told))


def _peak() -> int:
    """MiB at most so far."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) >> 10


if __name__ == "__main__":
    main(sys.argv[1])
