"""Files kept byte for byte: their content once, by its SHA-256, in chunks; their names on the entries."""

from hashlib import sha256

from relationship_journal.domain.drafts import FileDraft
from relationship_journal.domain.entry import Attachment, EntryId
from relationship_journal.store.work import Work

CHUNK = 1 << 20


def attach(work: Work, entry: EntryId, file: FileDraft) -> Attachment:
    """Keep a file with an entry, after those that are there."""
    digest = sha256(file.content).hexdigest()
    _keep_content(work, digest, file.content)
    place = work.rows("SELECT coalesce(max(position), -1) + 1 FROM attachment WHERE entry_id = ?", entry)[0][0]
    number = work.insert(
        "attachment",
        entry_id=entry,
        position=place,
        name=file.name,
        sha256=digest,
        media_type=file.media_type,
        problem=file.problem,
    )
    return Attachment(number, file.name, len(file.content), digest, file.media_type, file.problem)


def detach(work: Work, entry: EntryId, attachment: int) -> None:
    """Take a file off an entry; its content goes when no undo can ask for it any more."""
    work.delete("attachment", id=attachment, entry_id=entry)


def _keep_content(work: Work, digest: str, content: bytes) -> None:
    if work.rows("SELECT 1 FROM content WHERE sha256 = ?", digest):
        return
    work.insert("content", sha256=digest, size=len(content))
    for number, start in enumerate(range(0, len(content), CHUNK)):
        work.insert("chunk", sha256=digest, number=number, content=content[start : start + CHUNK])
