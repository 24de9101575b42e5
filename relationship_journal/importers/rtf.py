"""Rich text (`.rtf`, version 1.9): what Word, WPS, LibreOffice, Outlook and macOS write, in whatever code page."""

import re
from contextlib import suppress
from datetime import date
from time import monotonic

from relationship_journal.domain.problems import Problem
from relationship_journal.values import dataclass

from .documents import Words, document
from .lines import FullError, Lines, with_plain_marks
from .plan import ImportPlan, Source
from .reasons import damaged, slow
from .rtf_words import (
    ENCODING_OF_CHARSET,
    HEARD_THOUGH_STARRED,
    LINE_ENDS,
    SIGNS,
    SILENT,
    SYMBOLS,
    encoding_of_page,
)

_LARGEST = 64 * 1024 * 1024
_DEEPEST = 1000
_SECONDS = 20
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_DOUBLE = ("gb18030", "cp932", "cp949", "cp950")


@dataclass(slots=True)
class _Group:
    """What holds within braces. `role` is the destination; `skips` is how many signs stand in for a numbered one."""

    role: str = ""
    hidden: bool = False
    font: int | None = None
    skips: int = 1


def recognises(source: Source) -> bool:
    """Whether it begins as every rich text does."""
    return source.content[:16].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf")


def plan(source: Source) -> ImportPlan:
    """One entry with what it says. Problem where it is nested deeper than any program writes."""
    return document(source, "rtf", "application/rtf", words_of_rtf(source.content, source.name))


def words_of_rtf(content: bytes, name: str) -> Words:
    """The text of rich text, the day of its last revision and its author."""
    reader = _Reader(name)
    with suppress(FullError):
        place, end = 0, min(len(content), _LARGEST)
        until = monotonic() + _SECONDS
        while place < end and (token := _TOKEN.match(content, place, end)):
            place = token.end() + reader.take(token)
            if monotonic() > until:
                raise Problem(slow(name))
        reader.end()
    return reader.all_words()


class _Reader:
    """Follows the groups. `skip` counts the signs still to be passed over after one given by its number."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lines = Lines()
        self._group = _Group()
        self._outer: list[_Group] = []
        self._page = "cp1252"
        self._default_font = 0
        self._charsets: dict[int, str] = {}
        self._bytes = bytearray()
        self._skip = 0
        self._starred = False
        self._surrogate = 0
        self._mark: list[str] = []
        self._author = ""
        self._authors: list[str] = []
        self._day: dict[str, int] = {}
        self._in_row = False

    def take(self, token: re.Match[bytes]) -> int:
        """Take one token; how many bytes after it are no text."""
        word, number, code, sign, brace, words = token.groups()
        if code is not None:
            self._put(bytes((int(code, 16),)))
        elif words is not None:
            self._put(words)
        elif brace is not None:
            self._flush()
            self._skip = 0
            if brace == b"{":
                self._open()
            else:
                self._close()
        elif word is not None:
            self._flush()
            return self._control(word.decode("ascii"), int(number) if number else None)
        elif sign is not None:
            self._flush()
            self._symbol(sign)
        return 0

    def end(self) -> None:
        """Nothing more comes."""
        self._flush()

    def all_words(self) -> Words:
        """What was read. Problem where it broke off before its words began."""
        try:
            written = date(self._day.get("yr", 0), self._day.get("mo", 0), self._day.get("dy", 0))
        except ValueError:
            written = None
        text = with_plain_marks(self._lines.text())
        if not text and self._outer:
            raise Problem(damaged(self._name))
        return Words(text, written, tuple(self._authors))

    def _open(self) -> None:
        if len(self._outer) >= _DEEPEST:
            raise Problem(damaged(self._name))
        group = self._group
        self._outer.append(group)
        self._group = _Group(group.role, group.hidden, group.font, group.skips)

    def _close(self) -> None:
        closed = self._group
        if not self._outer:
            return
        self._group = self._outer.pop()
        if closed.role == "mark" != self._group.role:
            sign = "".join(self._mark).strip()
            self._mark.clear()
            if sign:
                self._lines.mark(f"{sign} " if sign[:1].isalnum() or sign[:1] == "(" else "- ")
        elif closed.role == "author" != self._group.role:
            self._authors.append(self._author)
            self._author = ""
        elif closed.role == "footnote" != self._group.role:
            self._lines.say(")")

    def _put(self, words: bytes) -> None:
        if self._skip:
            passed = min(self._skip, len(words))
            self._skip -= passed
            words = words[passed:]
        if words and self._group.role != "silent":
            self._bytes += words
        self._starred = False

    def _flush(self) -> None:
        if self._bytes:
            self._say(self._decoded(bytes(self._bytes)))
            self._bytes.clear()

    def _decoded(self, words: bytes) -> str:
        font = self._default_font if self._group.font is None else self._group.font
        encoding = self._charsets.get(font, "") or self._page
        if encoding == "cp1252" and self._page in _DOUBLE and _is_in_pairs(words):
            encoding = self._page  # written by programs that call every font Western
        return words.decode(encoding, "replace")

    def _say(self, words: str) -> None:
        role = self._group.role
        if self._group.hidden or role in ("silent", "day", "fonts"):
            return
        if role == "mark":
            self._mark.append(words)
        elif role == "author":
            self._author = (self._author + words)[:200]
        else:
            self._lines.say(words.replace("\t", "") if role == "footnote" else words)

    def _symbol(self, sign: bytes) -> None:
        if self._skip:
            self._skip -= 1
        elif sign == b"*":
            self._starred = True
        elif sign in b"\r\n":
            self._end_line()
        elif sign in SYMBOLS:
            self._say(SYMBOLS[sign])

    def _control(self, word: str, number: int | None) -> int:
        starred, self._starred = self._starred, False
        if word == "bin":
            return min(number or 0, _LARGEST) if number and number > 0 else 0
        if word == "u":
            self._numbered_sign(number or 0)
        elif self._skip and word not in ("uc", "par"):
            self._skip -= 1
        elif word in SILENT and word != "fonttbl":
            self._group.role = "silent"
        elif self._begins_role(word):
            pass
        elif starred and word not in HEARD_THOUGH_STARRED:
            self._group.role = "silent"
        elif self._group.role == "fonts":
            self._font_table(word, number)
        elif self._group.role == "day":
            self._day[word] = number or 0
        elif self._group.role != "silent":
            self._in_text(word, number)
        return 0

    def _begins_role(self, word: str) -> bool:
        roles = {
            "fonttbl": "fonts", "info": "silent", "author": "author", "revtim": "day", "creatim": "day",
            "listtext": "mark", "pntext": "mark", "footnote": "footnote",
        }  # fmt: skip
        if word not in roles:
            return False
        if word == "footnote" and self._group.role == "":
            self._lines.say(" (")
        if word == "revtim":
            self._day.clear()
        if word in ("author", "revtim", "creatim") or self._group.role != "silent":
            self._group.role = roles[word]
        return True

    def _font_table(self, word: str, number: int | None) -> None:
        if word == "f":
            self._group.font = number or 0
        elif word == "fcharset" and self._group.font is not None:
            self._charsets[self._group.font] = ENCODING_OF_CHARSET.get(number or 0, "")
        elif word == "cpg" and self._group.font is not None:
            self._charsets[self._group.font] = encoding_of_page(number or 0)

    def _in_text(self, word: str, number: int | None) -> None:
        if word in SIGNS:
            self._say(SIGNS[word])
        elif word in LINE_ENDS:
            self._end_line()
        elif word in ("trowd", "cell", "row"):
            self._table(word)
        elif word == "f":
            self._group.font = number or 0
        elif word == "plain":
            self._group.font, self._group.hidden = None, False
        elif word in ("v", "deleted"):
            self._group.hidden = number != 0
        elif word == "uc":
            self._group.skips = max(0, min(number or 0, 10))
        elif word in ("ansicpg", "mac", "pc", "pca", "deff"):
            self._of_document(word, number or 0)

    def _of_document(self, word: str, number: int) -> None:
        if word == "deff":
            self._default_font = number
        else:
            pages = {"mac": 10000, "pc": 437, "pca": 850}
            self._page = encoding_of_page(pages.get(word, number))

    def _table(self, word: str) -> None:
        if self._group.role:
            return
        if not self._in_row:
            self._lines.open_row()
            self._in_row = True
        if word == "cell":
            self._lines.end_cell()
        elif word == "row":
            self._lines.close_row()
            self._in_row = False

    def _end_line(self) -> None:
        if self._group.role == "":
            self._lines.end_line()
        elif self._group.role == "footnote":
            self._lines.say(" ")

    def _numbered_sign(self, number: int) -> None:
        """A sign by its number in UTF-16, written as a signed one; two halves come one after the other."""
        self._skip = self._group.skips
        unit = number % 65_536
        if 0xD800 <= unit < 0xDC00:
            self._surrogate = unit
        elif 0xDC00 <= unit < 0xE000:
            if self._surrogate:
                self._say(chr(0x10000 + ((self._surrogate - 0xD800) << 10) + unit - 0xDC00))
            self._surrogate = 0
        elif unit:
            self._say(chr(unit))


def _is_in_pairs(words: bytes) -> bool:
    """Whether all bytes beyond ASCII come two and two, as Chinese does and accented letters don't."""
    beyond = re.findall(rb"[\xa1-\xfe]+|[\x80-\xa0\xff]", words)
    return bool(beyond) and all(len(run) % 2 == 0 for run in beyond)
