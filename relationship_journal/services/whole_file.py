"""Writing a file so that either the old one or the whole new one is there."""

import os
from pathlib import Path

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, in place of what stands there. Problem where that fails, with nothing half-written."""
    new = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise Problem(Message("{name} could not be written: {reason}.", name=path.name, reason=reason)) from error
