"""Plain text, Markdown and chats: the text becomes the entry, the file stays with it."""

import codecs
from dataclasses import replace
from pathlib import PurePath

from relationship_journal.domain.entry import EntryKind

from .chat import entries_of
from .plan import ImportPlan, PlannedEntry, PlannedFile, Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURE = ("utf-8", "utf-8-sig", "utf-16", "utf-32")
_MARKDOWN = (".md", ".markdown", ".mdown")


def recognises(source: Source) -> bool:
    """Whether the bytes are text in a known encoding."""
    return decode(source.content) is not None


def plan(source: Source) -> ImportPlan:
    """One entry that says what the file says, without a day: the reader of its first line finds that.

    A chat is an entry for each of its days; the file stays with the first.
    """
    markdown = PurePath(source.name).suffix.lower() in _MARKDOWN
    text = (decode(source.content) or "").strip("\n")
    kept = PlannedFile(source.name, source.content, "text/markdown" if markdown else "text/plain")
    if chat := entries_of(text):
        return ImportPlan("chat", (replace(chat[0], files=(kept,)), *chat[1:]))
    return ImportPlan("markdown" if markdown else "text", (PlannedEntry(EntryKind.NOTE, text, files=(kept,)),))


def decode(content: bytes) -> str | None:
    """The text of `content`, line ends as in Unix, or None where it is empty or no text.

    In this order: a byte order mark; UTF-16 without one, told by its zero bytes; UTF-8; GB18030.
    """
    if not content:
        return None
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_written_text(text) and (encoding in _SURE or _is_usual_text(text)):
            return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return None


def _candidates(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    sample = content[:4096]
    if b"\x00" in sample:
        return ("utf-16-be", "utf-16-le") if _zeros(sample[::2]) > _zeros(sample[1::2]) else ("utf-16-le", "utf-16-be")
    return ("utf-8", "gb18030", "utf-16-le") if _looks_like_chinese_utf_16(sample) else ("utf-8", "gb18030")


def _zeros(sample: bytes) -> int:
    return sample.count(0)


def _looks_like_chinese_utf_16(sample: bytes) -> bool:
    """Chinese in UTF-16 without a mark has no zero bytes: its high bytes lie in 4E to 9F."""
    high = sample[1::2]
    return len(sample) % 2 == 0 and bool(high) and sum(0x4E <= byte <= 0x9F for byte in high) > 0.7 * len(high)


def _is_usual_text(text: str) -> bool:
    """Whether a guessed encoding gives Latin, Chinese or Japanese writing rather than chance signs."""
    sample = text[:4096]
    usual = sum(
        1
        for sign in sample
        if ord(sign) < 0x250 or 0x2000 <= ord(sign) < 0x2800 or 0x3000 <= ord(sign) < 0x3100
        or 0x4E00 <= ord(sign) < 0xA000 or 0xFF00 <= ord(sign) < 0xFFF0
    )  # fmt: skip
    return usual > 0.9 * len(sample)


def _is_written_text(text: str) -> bool:
    controls = sum(1 for sign in text[:4096] if ord(sign) < 32 and sign not in "\t\n\r\f\x1b")
    return controls == 0 and "\ufffe" not in text[:4096]
