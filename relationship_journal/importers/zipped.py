"""Zip files opened and unpacked within bounds: whatever their directory claims, memory and time stay small."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message

from .plan import Source
from .reasons import damaged, locked

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part of a document, unpacked."""
BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    KeyError,
)
"""What Python raises where a zip is broken, or packed in a way that it does not know."""
_PIECE = 65_536
_MOST_MEMBERS = 20_000
_END = b"PK\x05\x06"


def open_zip(source: Source) -> ZipFile:
    """The zip that the source is. Problem where it is broken or lists more files than anybody would send."""
    content = source.content
    end = content.rfind(_END, max(0, len(content) - 65_557))
    directory = content[end + 12 : end + 16]
    members = int.from_bytes(content[end + 10 : end + 12], "little")
    if end < 0 or len(directory) < 4:
        raise Problem(damaged(source.name))
    if members > _MOST_MEMBERS or int.from_bytes(directory, "little") > _MOST_MEMBERS * 200:
        raise Problem(
            Message("{name} holds more than {n} files; it was kept as it is.", name=source.name, n=_MOST_MEMBERS)
        )
    try:
        return ZipFile(BytesIO(content))
    except (BadZipFile, LargeZipFile, ValueError, NotImplementedError, OverflowError, UnicodeError) as error:
        raise Problem(damaged(source.name)) from error


def unpacked(source: Source, inside: ZipFile, member: str, most: int) -> Iterator[bytes]:
    """A member's content, piece by piece. Problem where it is broken, locked or larger than `most` bytes."""
    size = 0
    try:
        if inside.getinfo(member).flag_bits & 0x1:
            raise Problem(locked(source.name))
        with inside.open(member) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if size > most:
                    limit = most // 2**20
                    raise Problem(
                        Message(
                            "{name} unpacks to more than {limit} MB; it was kept as it is, unread.",
                            name=source.name,
                            limit=limit,
                        )
                    )
                yield piece
    except BROKEN as error:
        raise Problem(damaged(source.name)) from error
