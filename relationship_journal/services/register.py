"""The courtesy register of the whole journal, and its tables as files."""

from datetime import date
from pathlib import Path

from relationship_journal.domain.problems import Problem
from relationship_journal.domain.register import Register, register
from relationship_journal.i18n import Message

from .session import Session


def courtesy_register(session: Session, today: date) -> Register:
    """Every present and meal up to today, and what they come to by contact and year."""
    return register(session.reads.relationships(), session.settings.numbers(), today)


def write_table(content: bytes, path: Path) -> None:
    """Write a table to a file. Problem, with nothing half-written, where the disk or the folder forbid it."""
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise Problem(Message("{name} could not be written: {reason}.", name=path.name, reason=reason)) from error
