"""Word documents (`.docx`, ISO/IEC 29500): paragraphs, lists, tables and notes; what was deleted stays deleted."""

from collections.abc import Mapping
from contextlib import suppress
from zipfile import ZipFile

from .documents import Words, day_in, document
from .docx_lists import Item, Lists
from .lines import FullError, Lines
from .plan import ImportPlan, Source
from .strict_xml import local, read_xml
from .zipped import LARGEST_PART, open_zip, unpacked

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BODY = "word/document.xml"
_SIDE = ("word/footnotes.xml", "word/endnotes.xml")
_SILENT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "sdtPr", "pict", "binData", "pPrChange"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def recognises(source: Source) -> bool:
    """Whether it is a zip with Word's main part."""
    return _BODY.encode() in source.content and source.content.startswith(b"PK\x03\x04")


def plan(source: Source) -> ImportPlan:
    """One entry with what the document says. Problem where it is damaged, or a bomb."""
    with open_zip(source) as inside:
        return document(source, "docx", MEDIA_TYPE, _words(source, inside))


def _words(source: Source, inside: ZipFile) -> Words:
    present = set(inside.namelist())
    lists = Lists()
    for part in ("word/styles.xml", "word/numbering.xml"):
        if part in present:
            _read(source, inside, part, lists)
    lines = Lines()
    with suppress(FullError):
        _read(source, inside, _BODY, _Body(lines, lists))
        for part in _SIDE:
            if part in present:
                lines.leave_empty()
                _read(source, inside, part, _Body(lines, lists))
    about = _About()
    if "docProps/core.xml" in present:
        _read(source, inside, "docProps/core.xml", about)
    authors = (about.found.get("creator", ""), about.found.get("lastModifiedBy", ""))
    return Words(lines.text(), day_in(about.found.get("modified") or about.found.get("created", "")), authors)


def _read(source: Source, inside: ZipFile, part: str, into: "_Body | _About | Lists") -> None:
    pieces = unpacked(source, inside, part, LARGEST_PART)
    read_xml(pieces, source.name, start=into.start, end=into.end, words=into.words)


class _Body:
    """The parts with paragraphs: the body, footnotes and endnotes."""

    def __init__(self, lines: Lines, lists: Lists) -> None:
        self._lines = lines
        self._lists = lists
        self._silent = 0
        self._in_text = False
        self._item = Item()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = local(name)
        if self._silent or tag in _SILENT or _is_separator(tag, attributes):
            self._silent += 1
        elif tag == "t":
            self._in_text = True
        elif tag in _BREAKS:
            self._lines.say(_BREAKS[tag])
        elif tag == "p":
            self._item = Item()
        elif tag in ("pStyle", "numId", "ilvl"):
            self._item.take(tag, _value(attributes))
        elif tag == "r":
            if mark := self._lists.mark_of(self._item):
                self._lines.mark(mark)
        elif tag == "tr":
            self._lines.open_row()

    def end(self, name: str) -> None:
        tag = local(name)
        if self._silent:
            self._silent -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "p":
            self._lines.end_line()
        elif tag == "tc":
            self._lines.end_cell()
        elif tag == "tr":
            self._lines.close_row()

    def words(self, words: str) -> None:
        if self._in_text and not self._silent:
            self._lines.say(words)


class _About:
    """The core properties: who wrote it, and when."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self._name = local(name)

    def end(self, _name: str) -> None:
        self._name = ""

    def words(self, words: str) -> None:
        if self._name:
            self.found[self._name] = (self.found.get(self._name, "") + words)[:200]


def _is_separator(tag: str, attributes: Mapping[str, str]) -> bool:
    """The line above footnotes is kept as a footnote of its own, with the number that all others have not."""
    return tag in ("footnote", "endnote") and any(local(name) == "type" for name in attributes)


def _value(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if local(name) == "val"), "")
