"""Plain text, Markdown and chats: the text becomes the entry, the file stays with it."""

from pathlib import PurePath

from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import Message
from relationship_journal.values import replace

from .charset import decode
from .chat import entries_of
from .plan import ImportPlan, PlannedEntry, PlannedFile, Source

_SAMPLE = 65_536
_LARGEST = 32 * 1024 * 1024
"""Bytes that are read, some ten million characters; a log that is longer stands whole in its file."""
_MARKDOWN = (".md", ".markdown", ".mdown")


def recognises(source: Source) -> bool:
    """Whether the bytes are text in a known encoding."""
    return decode(source.content[:_SAMPLE]) is not None


def plan(source: Source) -> ImportPlan:
    """One entry that says what the file says, without a day: the reader of its first line finds that.

    A chat is an entry for each of its days; the file stays with the first.
    """
    markdown = PurePath(source.name).suffix.lower() in _MARKDOWN
    text = (decode(source.content[:_LARGEST]) or "").strip("\n")
    problem = None
    if len(source.content) > _LARGEST:
        problem = Message("Only its beginning stands in the entry; the whole text is in this file.")
    kept = PlannedFile(source.name, source.content, "text/markdown" if markdown else "text/plain", problem)
    if chat := entries_of(text, source.modified, source.known):
        return ImportPlan("chat", (replace(chat[0], files=(kept,)), *chat[1:]))
    return ImportPlan("markdown" if markdown else "text", (PlannedEntry(EntryKind.NOTE, text, files=(kept,)),))
