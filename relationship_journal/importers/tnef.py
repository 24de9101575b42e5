"""`winmail.dat`, in which Exchange wraps the files of a mail for programs that are not Outlook ([MS-OXTNEF])."""

import struct
from collections.abc import Iterator

from .file_names import type_by_name, without_folders
from .plan import PlannedFile
from .rtf_words import encoding_of_page

MEDIA_TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
_SIGNATURE = 0x223E9F78
_BODY, _PAGE = 0x800C, 0x9007  # attBody, attOemCodepage
_FILE, _FILE_NAME, _FILE_CONTENT, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_LONG_NAME = 0x3707
_MOST_FILES = 500


def is_wrapped(content: bytes) -> bool:
    """Whether it begins as such a file does."""
    return len(content) > 6 and struct.unpack_from("<I", content)[0] == _SIGNATURE


def unwrapped(content: bytes) -> tuple[str, list[PlannedFile]]:
    """The plain text in it, if any, and its files, as far as it goes where it is cut off."""
    encoding, text = "cp1252", b""
    files: list[tuple[str, bytes]] = []
    for attribute, raw in _attributes(content):
        if attribute == _PAGE and len(raw) >= 4:
            encoding = encoding_of_page(struct.unpack_from("<I", raw)[0])
        elif attribute == _BODY:
            text = raw
        elif attribute == _FILE and len(files) < _MOST_FILES:
            files.append(("", b""))
        elif files and attribute == _FILE_NAME:
            files[-1] = (files[-1][0] or raw.decode(encoding, "replace"), files[-1][1])
        elif files and attribute == _FILE_CONTENT:
            files[-1] = (files[-1][0], raw)
        elif files and attribute == _FILE_PROPERTIES and (name := _long_name(raw, encoding)):
            files[-1] = (name, files[-1][1])
    found = [
        PlannedFile(name or f"{number}.bin", held, type_by_name(name))
        for number, (written, held) in enumerate(files, 1)
        if held
        for name in (without_folders(written.replace("\0", "")).strip(),)
    ]
    return text.rstrip(b"\0").decode(encoding, "replace").replace("\r\n", "\n"), found


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Level, name and kind, length, the bytes, a checksum: one after the other."""
    place = 6
    while place + 9 <= len(content):
        attribute, length = struct.unpack_from("<H2xI", content, place + 1)
        place += 9
        if place + length > len(content):
            return
        yield attribute, content[place : place + length]
        place += length + 2


def _long_name(raw: bytes, encoding: str) -> str:
    """The long name among the properties of a file: found by its tag, whatever stands before it."""
    for kind, codec in ((0x001F, "utf-16-le"), (0x001E, encoding)):
        place = raw.find(struct.pack("<HHI", kind, _LONG_NAME, 1))
        if place >= 0 and place + 12 <= len(raw):
            length = struct.unpack_from("<I", raw, place + 8)[0]
            return raw[place + 12 : place + 12 + min(length, 1000)].decode(codec, "replace").rstrip("\0")
    return ""
