"""Properties of an Outlook message in its compound file: [MS-OXMSG], their numbers in [MS-OXPROPS]."""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from .rtf_words import encoding_of_page

if TYPE_CHECKING:
    from olefile import OleFileIO

SUBJECT, BODY, BODY_HTML, BODY_RTF = 0x0037, 0x1000, 0x1013, 0x1009
HEADERS, MESSAGE_CLASS = 0x007D, 0x001A
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
SENT_FOR_NAME, SENT_FOR_ADDRESS, SENT_FOR_SMTP = 0x0042, 0x0065, 0x5D02
SUBMITTED, DELIVERED, LAST_CHANGED = 0x0039, 0x0E06, 0x3008
DISPLAY_NAME, ADDRESS, SMTP, RECEIVER_KIND = 0x3001, 0x3003, 0x39FE, 0x0C15
FILE_LONG_NAME, FILE_NAME, FILE_CONTENT, FILE_TYPE = 0x3707, 0x3704, 0x3701, 0x370E
FILE_CONTENT_ID, FILE_HIDDEN = 0x3712, 0x7FFE
_PAGES = (0x3FFD, 0x3FDE)  # the code page of its texts, that of its HTML

_UNICODE, _TEXT, _BINARY, _EMBEDDED = "001F", "001E", "0102", "000D"
_FIXED = {0x0003: 4, 0x000B: 1, 0x0040: 8}
_FIRST_DAY = datetime(1601, 1, 1, tzinfo=UTC)
_LARGEST_TEXT = 16 * 1024 * 1024

Place = tuple[str, ...]
"""The storage within the compound file: `()` is the message itself."""


class Properties:
    """The properties of one message, receiver or file. `head` is how many bytes stand before its fixed ones."""

    def __init__(self, file: "OleFileIO", place: Place, head: int, encoding: str = "") -> None:
        self._file = file
        self._place = place
        self._fixed = self._read_fixed(head)
        pages = (self.number(page) for page in _PAGES)
        self.encoding = encoding or encoding_of_page(next(filter(None, pages), 0))

    def text(self, *numbers: int) -> str:
        """The first of these properties that says something, as text."""
        for number in numbers:
            raw = self._stream(number, _UNICODE, _LARGEST_TEXT)
            if raw is not None:
                found = raw.decode("utf-16-le", "replace")
            else:
                raw = self._stream(number, _TEXT, _LARGEST_TEXT) or b""
                found = raw.decode(self.encoding, "replace")
            if found := found.replace("\r\n", "\n").replace("\x00", "").strip():
                return found
        return ""

    def binary(self, number: int, most: int) -> bytes | None:
        """A property that is bytes; None where it is missing, or larger than `most` or than the file can hold."""
        return self._stream(number, _BINARY, most)

    def number(self, number: int) -> int:
        """A whole number, 0 where it is missing."""
        return int.from_bytes(self._fixed.get(number, b"\0"), "little")

    def moment(self, *numbers: int) -> datetime | None:
        """The first of these times that stands there, in local time."""
        for number in numbers:
            ticks = self.number(number)
            if ticks:
                try:
                    return (_FIRST_DAY + timedelta(microseconds=ticks // 10)).astimezone()
                except (OverflowError, ValueError, OSError):
                    continue
        return None

    def embedded(self, number: int) -> Place | None:
        """Where a message lies that is a property of this one."""
        place = (*self._place, f"__substg1.0_{number:04X}{_EMBEDDED}")
        return place if self._file.exists(list(place)) else None

    def _stream(self, number: int, kind: str, most: int) -> bytes | None:
        path = [*self._place, f"__substg1.0_{number:04X}{kind}"]
        return _read(self._file, path, most)

    def _read_fixed(self, head: int) -> dict[int, bytes]:
        raw = _read(self._file, [*self._place, "__properties_version1.0"], 2**20) or b""
        found: dict[int, bytes] = {}
        for start in range(head, len(raw) - 15, 16):
            kind, number = struct.unpack_from("<HH", raw, start)
            if size := _FIXED.get(kind):
                found[number] = raw[start + 8 : start + 8 + size]
        return found


def opened(content: bytes) -> "OleFileIO":
    """The compound file. Raises OSError where it is none or is broken."""
    from olefile import OleFileIO

    return OleFileIO(BytesIO(content))


def storages(file: "OleFileIO", place: Place, kind: str, most: int) -> Sequence[Place]:
    """The storages of receivers (`recip`) or files (`attach`) of a message, in their order."""
    start = f"__{kind}_version1.0_#"
    found = {
        tuple(path[: len(place) + 1])
        for path in file.listdir(streams=True, storages=True)
        if len(path) > len(place) and tuple(path[: len(place)]) == place and path[len(place)].startswith(start)
    }
    return sorted(found)[:most]


def _read(file: "OleFileIO", path: list[str], most: int) -> bytes | None:
    """A stream, where its claimed size is one that this file could hold."""
    if not file.exists(path):
        return None
    size = file.get_size(path)
    if size > most or size > file._filesize:  # noqa: SLF001 - the only place where it is known
        return None
    content: bytes = file.openstream(path).read()
    return content
