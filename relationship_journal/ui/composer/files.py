"""Files that the user picks to be attached."""

from collections.abc import Sequence
from pathlib import Path

from relationship_journal.domain.drafts import FileDraft
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message


def read_files(names: Sequence[str]) -> list[FileDraft]:
    """The files of these paths, whole. Raises Problem, naming the file that can't be read."""
    import mimetypes

    from relationship_journal.importers.recognise import picture_type

    files = []
    for name in names:
        path = Path(name)
        try:
            content = path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise Problem(Message("“{file}” could not be read: {reason}.", file=path.name, reason=reason)) from error
        media_type = picture_type(content) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        files.append(FileDraft(path.name, content, media_type))
    return files
