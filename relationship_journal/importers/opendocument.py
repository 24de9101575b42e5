"""OpenDocument texts (`.odt`, ISO/IEC 26300; flat `.fodt` too): paragraphs, lists, tables and notes."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from relationship_journal.domain.problems import Problem

from .documents import Words, day_in, document
from .lines import FullError, Lines, on_one_line
from .plan import ImportPlan, Source
from .reasons import locked
from .strict_xml import local, read_xml
from .zipped import LARGEST_PART, open_zip, unpacked

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_SILENT = frozenset(
    "tracked-changes annotation desc title binary-data styles master-styles font-face-decls scripts settings "
    "note-citation sequence-decls variable-decls user-field-decls forms event-listeners".split()
)
_FLAT = b"<office:document"


def recognises(source: Source) -> bool:
    """Whether its first member says that it is a text, as the standard asks, or it is a flat one."""
    head = source.content[:4096]
    if head.startswith(b"PK\x03\x04"):
        return b"mimetype" + MEDIA_TYPE.encode() in head[30:200]
    return _FLAT in head and b'office:mimetype="' + MEDIA_TYPE.encode() in head


def plan(source: Source) -> ImportPlan:
    """One entry with what the document says. Problem where it is locked or damaged."""
    body = _Body()
    if not source.content.startswith(b"PK"):
        _read((source.content,), source, body)
        return document(source, "odt", MEDIA_TYPE, body.all_words())
    with open_zip(source) as inside:
        present = set(inside.namelist())
        if "META-INF/manifest.xml" in present:
            manifest = b"".join(unpacked(source, inside, "META-INF/manifest.xml", 1024 * 1024))
            if b"encryption-data" in manifest:
                raise Problem(locked(source.name))
        if "meta.xml" in present:
            _read(unpacked(source, inside, "meta.xml", LARGEST_PART), source, body)
        _read(unpacked(source, inside, "content.xml", LARGEST_PART), source, body)
    return document(source, "odt", MEDIA_TYPE, body.all_words())


def _read(pieces: Iterable[bytes], source: Source, body: "_Body") -> None:
    with suppress(FullError):
        read_xml(pieces, source.name, start=body.start, end=body.end, words=body.words)


class _Body:
    """Follows both `meta.xml` and `content.xml`; a flat document has all of it in one."""

    def __init__(self) -> None:
        self._lines = Lines()
        self._silent = 0
        self._depth = 0  # of paragraphs
        self._around_notes: list[int] = []  # of the paragraphs in which notes stand
        self._lists: list[tuple[str, int]] = []
        self._begins_item = False
        self._numbered: set[tuple[str, int]] = set()
        self._style = ""
        self._change = ""
        self._deleted: set[str] = set()
        self._in_deleted = False
        self._about = ""
        self._found: dict[str, str] = {}

    def all_words(self) -> Words:
        authors = (self._found.get("creator", ""), self._found.get("initial-creator", ""))
        return Words(self._lines.text(), self._written(), authors)

    def _written(self) -> date | None:
        return day_in(self._found.get("date", "") or self._found.get("creation-date", ""))

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = local(name)
        given = {local(key): value for key, value in attributes.items()}
        if self._silent or tag in _SILENT:
            self._silent += 1
            self._note_deletion(tag, given)
            return
        if tag in ("p", "h"):
            self._depth += 1
            if self._lists and self._begins_item:
                self._lines.mark(self._mark())
                self._begins_item = False
        elif tag == "s":
            self._lines.say(" " * _count(given.get("c", "1")))
        elif tag == "tab":
            self._lines.say("\t")
        elif tag == "line-break":
            self._lines.say("\n")
        elif tag == "change-start":
            self._in_deleted = given.get("change-id", "") in self._deleted
        elif tag == "change-end":
            self._in_deleted = False
        elif tag == "note":
            self._lines.say(" (")
            self._around_notes.append(self._depth)
            self._depth = 0
        elif tag == "table-row":
            self._lines.open_row()
        else:
            self._start_list(tag, given)

    def _note_deletion(self, tag: str, given: Mapping[str, str]) -> None:
        """What was deleted stands among the changes, or, as flat files have it, in its place between two marks."""
        if tag == "changed-region":
            self._change = given.get("id", "")
        elif tag == "deletion":
            self._deleted.add(self._change)

    def _start_list(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "list":
            style = given.get("style-name") or (self._lists[-1][0] if self._lists else "")
            self._lists.append((style, 0))
        elif tag == "list-item" and self._lists:
            style, count = self._lists[-1]
            self._lists[-1] = (style, count + 1)
            self._begins_item = True
        elif tag == "list-style":
            self._style = given.get("name", "")
        elif tag == "list-level-style-number" and given.get("num-format"):
            self._numbered.add((self._style, _count(given.get("level", "1"))))
        elif tag in ("creator", "date", "initial-creator", "creation-date") and not self._depth:
            self._about = tag

    def _mark(self) -> str:
        style, count = self._lists[-1]
        indent = "  " * (len(self._lists) - 1)
        return f"{indent}{count}. " if (style, len(self._lists)) in self._numbered else f"{indent}- "

    def end(self, name: str) -> None:
        tag = local(name)
        if self._silent:
            self._silent -= 1
        elif tag in ("p", "h"):
            self._depth -= 1
            if not self._depth and not self._around_notes:
                self._lines.end_line()
        elif tag == "note" and self._around_notes:
            self._lines.say(")")
            self._depth = self._around_notes.pop()
        elif tag == "table-cell":
            self._lines.end_cell()
        elif tag == "table-row":
            self._lines.close_row()
        elif tag == "list" and self._lists:
            self._lists.pop()
        elif tag == self._about:
            self._about = ""

    def words(self, words: str) -> None:
        if self._about:
            self._found[self._about] = (self._found.get(self._about, "") + words)[:200]
        elif self._depth and not self._silent and not self._in_deleted:
            self._lines.say(on_one_line(words))


def _count(number: str) -> int:
    return min(int(number), 99) if number.isascii() and number.isdigit() and len(number) < 6 else 1
