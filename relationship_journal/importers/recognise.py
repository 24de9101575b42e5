"""Which format a source has, told by its first bytes, its inner shape and last by its name."""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.values import replace

from .file_names import harmless, type_by_name
from .plan import ImportPlan, PlannedEntry, PlannedFile, Source
from .reasons import damaged

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


_AUDIO = (b"ID3", b"RIFF", b"OggS", b"fLaC", b"#!AMR", b"caff", b"\x02#!SILK", b"\xff\xfa", b"\xff\xfb")
_ZIP = b"PK\x03\x04"


def _begins(head: bytes, opening: bytes) -> bool:
    return opening in head[:200].replace(b"\x00", b"").upper()


class _Format(Protocol):
    """What a module of a format offers."""

    def recognises(self, source: Source) -> bool:
        """Whether the source really is of this format; quick, and never wrong where `plan` would then fail."""

    def plan(self, source: Source) -> ImportPlan:
        """What becomes of it. Raises Problem with a sentence where it can't be read; the file is kept all the same."""


_FORMATS: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (lambda head: b"%PDF-" in head, "pdf"),
    (lambda head: head.startswith(_AUDIO) or head[4:8] == b"ftyp", "audio"),
    (lambda head: head.startswith(_ZIP), "docx"),
    (lambda head: b"opendocument" in head, "opendocument"),
    (lambda head: b"{\\rtf" in head[:16], "rtf"),
    (lambda head: head.startswith(b"\xd0\xcf\x11\xe0"), "outlook"),
    (lambda head: head.startswith((_ZIP, b"\xd0\xcf\x11\xe0")), "unread"),
    (lambda head: head.startswith(b"bplist00") or b"multipart/related" in head, "saved_page"),
    (lambda head: head.startswith(b"bplist00") or b"[" in head or b"plist" in head, "link"),
    (lambda head: _begins(head, b"BEGIN:VCARD"), "card"),
    (lambda head: _begins(head, b"BEGIN:VCALENDAR"), "calendar"),
    (lambda head: b":" in head, "mail"),
    (lambda head: b"<" in head, "web"),
    (lambda _head: True, "text"),
)
"""By the order in which they are asked: a look at the first 4 KiB, so that a module is imported only where it may be
needed, and the module's name."""
_HEAD = 4096


def plan(source: Source) -> ImportPlan:
    """What `source` becomes. Whatever it is, it is kept: what can't be read is a file with the reason why."""
    source = replace(source, name=harmless(source.name))
    if (media_type := picture_type(source.content)) is not None:
        return _picture(source, media_type)
    try:
        for may_be, name in _FORMATS:
            if may_be(source.content[:_HEAD]):
                module = cast("_Format", import_module(f".{name}", __package__))
                if module.recognises(source):
                    return _or_kept(source, module.plan(source))
    except Problem as problem:
        return kept_whole(source, problem.message)
    except Exception:  # noqa: BLE001 - what a broken or hostile file does to a reader must not lose the file
        return kept_whole(source, damaged(source.name))
    return kept_whole(source)


def _or_kept(source: Source, made: ImportPlan) -> ImportPlan:
    """The plan, or where nothing at all comes of a source, the source itself with the reason."""
    if made.entries or made.contacts:
        return made
    return kept_whole(source, made.refused[0].reason if made.refused else None)


def is_told_by_its_head(content: bytes) -> bool:
    """Whether some bytes tell all that a plan wants to know: of a picture, of a recording."""
    return picture_type(content) is not None or content.startswith(_AUDIO) or content[4:8] == b"ftyp"


def picture_type(content: bytes) -> str | None:
    """The media type of a picture by its first bytes, or None."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "image/heic"
    if content[:2] == b"BM" and int.from_bytes(content[2:6], "little") != len(content):
        return None
    return next((media_type for head, media_type in _PICTURES if content.startswith(head)), None)


def kept_whole(source: Source, problem: Message | None = None) -> ImportPlan:
    """The file in an entry without words, with the sentence that says why."""
    if problem is None and not source.content:
        problem = Message("{name} is empty; it was kept as it is.", name=source.name)
    elif problem is None:
        problem = Message("Kept, but could not be read: {name}. Open it, or type what it says.", name=source.name)
    kept = PlannedFile(source.name, source.content, type_by_name(source.name), problem)
    return ImportPlan("file", (PlannedEntry(EntryKind.NOTE, "", files=(kept,)),))


def _picture(source: Source, media_type: str) -> ImportPlan:
    kept = PlannedFile(source.name, source.content, media_type)
    return ImportPlan("picture", (PlannedEntry(EntryKind.NOTE, "", files=(kept,)),))
