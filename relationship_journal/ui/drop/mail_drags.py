"""Mails and files that another program drags without a file of its own: what is given, under which name.

KMail and others give the mail itself (`message/rfc822`). Outlook and other Windows programs give a list of names
(FILEGROUPDESCRIPTORW) and the content of each by its number, which Qt passes on under names of its own. Thunderbird
gives an address that only Thunderbird understands, unless it gives a file too.
"""

import struct
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData

from relationship_journal.values import dataclass

_MAIL = "message/rfc822"
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_GROUP = _WINDOWS.format(name="FileGroupDescriptorW")
_CONTENTS = _WINDOWS.format(name="FileContents")
_ADDRESSES = ("text/x-moz-message", "application/x-moz-file-promise")
_DESCRIPTOR, _NAME = 592, 72  # bytes of a FILEDESCRIPTORW, and before the name in it
_MOST = 500


@dataclass(frozen=True, slots=True)
class Held:
    """Something that a drag holds: `read` asks the other program for it, at the drop and not before."""

    name: str
    read: Callable[[], bytes]


def held_in(mime: QMimeData) -> tuple[Held, ...]:
    """The mails and files in a drag that are no files on this machine."""
    if mime.hasFormat(_MAIL):
        return (Held("mail.eml", partial(_data, mime, _MAIL)),)
    if mime.hasFormat(_GROUP):
        return tuple(
            Held(name, partial(_content, mime, number)) for number, name in enumerate(names_in(_data(mime, _GROUP)))
        )
    return ()


def gives_only_an_address(mime: QMimeData) -> bool:
    """Whether it is a mail of which only its own program can say where it lies."""
    return any(mime.hasFormat(name) for name in _ADDRESSES) and not held_in(mime)


def names_in(group: bytes) -> list[str]:
    """The names in a FILEGROUPDESCRIPTORW (shlobj_core.h), harmless; those whose record is cut off are left out."""
    if len(group) < 4:
        return []
    count = min(struct.unpack_from("<I", group)[0], _MOST, (len(group) - 4) // _DESCRIPTOR)
    names = []
    for number in range(count):
        start = 4 + number * _DESCRIPTOR + _NAME
        name = group[start : start + 520].decode("utf-16-le", "replace").partition("\0")[0]
        names.append(name.replace("\\", "/").rsplit("/", 1)[-1] or f"{number + 1}")
    return names


def _content(mime: QMimeData, number: int) -> bytes:
    content = _data(mime, f"{_CONTENTS};index={number}")
    return content or (_data(mime, _CONTENTS) if number == 0 else b"")


def _data(mime: QMimeData, name: str) -> bytes:
    return bytes(mime.data(name).data())
