"""What can be told of a journal as a whole."""

from pathlib import Path

from relationship_journal.values import dataclass


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """`bytes` is the file's size on disk; counts leave out what lies in the trash."""

    path: Path
    schema: str
    encrypted: bool
    contacts: int
    entries: int
    favours: int
    attachments: int
    bytes: int
    last_backup: str | None = None
