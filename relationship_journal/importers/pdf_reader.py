"""The words of a PDF in reading order, by PDFium.

Only ever in the process beside the program, since PDF is what hostile files come in: PDFium may need all the memory
that is allowed there, may never end or may crash, and the journal goes on.
"""

import ctypes
from time import monotonic
from typing import Any, NamedTuple

from relationship_journal.beside.helper import SECONDS

MOST = 500_000
_NEEDS_PASSWORD = 4
_DEEPEST_PAGES = 5000
_TERMINAL = "。！？；.!?;:：…"


class _Line(NamedTuple):
    """A line as it stands on the page, in points from the left and the foot."""

    text: str
    left: float
    right: float
    foot: float
    height: float


def read(content: bytes) -> dict[str, str]:
    """`text`, `written` (the PDF's own date), `author`; or `problem`: `locked`, `damaged` or `pictures`."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    try:
        return _said(pdfium, content)
    finally:
        pdfium.FPDF_DestroyLibrary()


def _said(pdfium: Any, content: bytes) -> dict[str, str]:
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == _NEEDS_PASSWORD
        return {"problem": "locked" if locked else "damaged"}
    try:
        return _all_pages(pdfium, document)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _all_pages(pdfium: Any, document: Any) -> dict[str, str]:
    pages: list[str] = []
    size, until = 0, monotonic() + SECONDS
    count = pdfium.FPDF_GetPageCount(document)
    for number in range(min(count, _DEEPEST_PAGES)):
        words = _page(pdfium, document, number)
        pages.append(words)
        size += len(words)
        if size > MOST or monotonic() > until:
            break
    text = "\n\n".join(page for page in pages if page)
    if not text:
        return {"problem": "pictures" if count else "damaged"}
    written = _about(pdfium, document, b"ModDate") or _about(pdfium, document, b"CreationDate")
    return {"text": text[: MOST + 1], "written": written, "author": _about(pdfium, document, b"Author")}


def _about(pdfium: Any, document: Any, key: bytes) -> str:
    buffer = ctypes.create_string_buffer(512)
    size = pdfium.FPDF_GetMetaText(document, key, buffer, len(buffer))
    return buffer.raw[: max(0, min(size, len(buffer)) - 2)].decode("utf-16-le", "replace")


def _page(pdfium: Any, document: Any, number: int) -> str:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return ""
    try:
        words = pdfium.FPDFText_LoadPage(page)
        if not words:
            return ""
        try:
            return _joined(_lines(pdfium, words))
        finally:
            pdfium.FPDFText_ClosePage(words)
    finally:
        pdfium.FPDF_ClosePage(page)


def _lines(pdfium: Any, words: Any) -> list[_Line]:
    count = min(pdfium.FPDFText_CountChars(words), MOST)
    lines: list[_Line] = []
    signs: list[str] = []
    seen: list[int] = []  # places of what is printed in the line
    for place in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(words, place) if place < count else 10
        if code in (10, 13):
            text = "".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "ignore").strip()
            if text and seen:
                left, _right, foot, top = _box(pdfium, words, seen[0])
                _left, right, _foot, _top = _box(pdfium, words, seen[-1])
                lines.append(_Line(text, left, right, foot, max(top - foot, 1.0)))
            signs, seen = [], []
        elif code not in (0, 0xFFFE, 0xFFFF) and code <= 0x10FFFF:
            sign = "\u00ad" if code == 2 else chr(code)
            signs.append(sign)
            if not sign.isspace():
                seen.append(place)
    return lines


def _box(pdfium: Any, words: Any, place: int) -> tuple[float, float, float, float]:
    """Left, right, foot and top of a sign with the room that it takes, not only its ink: a comma is narrow else."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(words, place, box)
    return box.left, box.right, box.bottom, box.top


def _joined(lines: list[_Line]) -> str:
    """The lines of a page, with those joined that were broken only because the paper or the column ended there."""
    edges: dict[int, float] = {}  # by the place where lines begin, those of lists and indents beside it counted in
    for line in lines:
        for column in range(_column(line) - 3, _column(line) + 4):
            edges[column] = max(edges.get(column, 0.0), line.right)
    made: list[str] = []
    before: _Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, edges[_column(before)]):
            made[-1] = _with(made[-1], line.text)
        else:
            made.append(line.text)
        before = line
    return "\n".join(made).replace("\u00ad", "")


def _column(line: _Line) -> int:
    return round(line.left / 24)


def _goes_on(line: _Line, after: _Line, edge: float) -> bool:
    """Whether `after` goes on with the paragraph of `line`, which had no room for its first word.

    So `line` ends no sentence and is a long one, and no gap follows.
    """
    wide = after.height if after.text[0] >= "\u2e80" else after.height / 2 * len(after.text.split(maxsplit=1)[0])
    is_full = line.right + wide > edge - line.height and line.right - line.left > 12 * line.height
    is_near = 0 < line.foot - after.foot < 2.6 * line.height
    return is_full and is_near and line.text[-1] not in _TERMINAL and not _begins_item(after.text)


def _begins_item(text: str) -> bool:
    return text[0] in "•·–—-*▪●○◦☐☑" or text[:3].rstrip(". 、)").isdigit()


def _with(text: str, more: str) -> str:
    if text.endswith("\u00ad"):
        return text[:-1] + more
    is_wide = text[-1] >= "\u2e80" or more[0] >= "\u2e80"
    return text + more if is_wide else f"{text} {more}"
