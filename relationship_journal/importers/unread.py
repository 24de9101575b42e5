"""Documents that are kept whole and not read: old ones, tables, slides; told by their content, for a clear sentence."""

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message

from .plan import ImportPlan, Source
from .reasons import locked

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEARCHED = 8 * 1024 * 1024


def recognises(source: Source) -> bool:
    """Whether it is a document of an office program that this program does not read."""
    content = source.content
    if content.startswith(_OLE):
        return True
    return content.startswith(b"PK\x03\x04") and _kind_of_zip(content) is not None


def plan(source: Source) -> ImportPlan:
    """Raises the Problem whose sentence stands beside the kept file."""
    raise Problem(_old(source) if source.content.startswith(_OLE) else _zipped(source))


def _old(source: Source) -> Message:
    names = source.content[:_SEARCHED]
    if "EncryptedPackage".encode("utf-16-le") in names:
        return locked(source.name)
    if "WordDocument".encode("utf-16-le") in names:
        return Message(
            "{name} is in Word's old format; it was kept as it is, unread. Saved as .docx it can be read.",
            name=source.name,
        )
    return Message("{name} is a document of an old format; it was kept as it is, unread.", name=source.name)


def _zipped(source: Source) -> Message:
    if _kind_of_zip(source.content) == "table":
        return Message(
            "{name} is a spreadsheet; it was kept as it is, unread. Saved as PDF it can be read.", name=source.name
        )
    return Message(
        "{name} is a document of a kind that is not read; it was kept as it is. Saved as PDF it can be read.",
        name=source.name,
    )


def _kind_of_zip(content: bytes) -> str | None:
    """`table` or `other` for documents that are zips inside, None for a zip of somebody's files."""
    if b"[Content_Types].xml" in content:
        return "table" if b"xl/workbook" in content else "other"
    head = content[30:200]
    if head.startswith(b"mimetypeapplication/"):
        return "table" if b"spreadsheet" in head else "other"
    return "other" if b"Index/Document.iwa" in content else None
