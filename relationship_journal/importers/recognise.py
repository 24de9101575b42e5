"""Which format a source has, told by its first bytes, its inner shape and last by its name."""

import mimetypes
from collections.abc import Callable

from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import Message

from .plan import ImportPlan, PlannedEntry, PlannedFile, Source

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def plan(source: Source) -> ImportPlan:
    """What `source` becomes. Whatever it is, it is kept: what can't be read is a file with the reason why."""
    return _importer_for(source)(source)


def _importer_for(source: Source) -> Callable[[Source], ImportPlan]:
    if picture_type(source.content) is not None:
        return _picture
    from . import mail, text

    if mail.recognises(source):
        return mail.plan
    if text.recognises(source):
        return text.plan
    return _kept_whole


def picture_type(content: bytes) -> str | None:
    """The media type of a picture by its first bytes, or None."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "image/heic"
    if content[:2] == b"BM" and int.from_bytes(content[2:6], "little") != len(content):
        return None
    return next((media_type for head, media_type in _PICTURES if content.startswith(head)), None)


def _picture(source: Source) -> ImportPlan:
    media_type = picture_type(source.content) or "application/octet-stream"
    kept = PlannedFile(source.name, source.content, media_type)
    return ImportPlan("picture", (PlannedEntry(EntryKind.NOTE, "", files=(kept,)),))


def _kept_whole(source: Source) -> ImportPlan:
    if not source.content:
        problem = Message("{name} is empty; it was kept as it is.", name=source.name)
    else:
        problem = Message("Kept, but could not be read: {name}. Open it, or type what it says.", name=source.name)
    media_type = mimetypes.guess_type(source.name)[0] or "application/octet-stream"
    kept = PlannedFile(source.name, source.content, media_type, problem)
    return ImportPlan("file", (PlannedEntry(EntryKind.NOTE, "", files=(kept,)),))
