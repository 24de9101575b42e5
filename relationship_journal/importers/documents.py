"""What was read from a document, made into what is to be kept: one entry with its words, the file beside it."""

from datetime import date

from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import Message
from relationship_journal.values import dataclass

from .file_names import type_by_name
from .plan import ImportPlan, PlannedEntry, PlannedFile, Source


@dataclass(frozen=True, slots=True)
class Words:
    """What a document says: its text, the day on which it says that it was last written, who wrote it.

    `authors` are as the document has them: one may be empty or stand there twice.
    """

    text: str
    written: date | None = None
    authors: tuple[str, ...] = ()


def document(source: Source, name: str, media_type: str, words: Words) -> ImportPlan:
    """A plan of format `name`. Without `media_type` the name tells it. A document without words is kept
    whole with a sentence that says so.
    """
    problem = None
    if not words.text.strip():
        problem = Message("There are no words in {name}; it was kept as it is.", name=source.name)
    kept = PlannedFile(source.name, source.content, media_type or type_by_name(source.name), problem)
    people = tuple(dict.fromkeys(filter(None, map(str.strip, words.authors))))
    entry = PlannedEntry(EntryKind.NOTE, words.text, files=(kept,), people=people, written=words.written)
    return ImportPlan(name, (entry,))


def day_in(text: str) -> date | None:
    """The day of an ISO time such as `2026-11-20T09:30:00Z`, None where there is none."""
    try:
        day = date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return day if day.year > 1980 else None
