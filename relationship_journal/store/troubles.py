"""The driver's errors as problems: the world failed, and this says how and what to do."""

from pathlib import Path

from relationship_journal.domain.problems import (
    ChangedElsewhere,
    DiskFull,
    JournalBusy,
    JournalDamaged,
    JournalExists,
    JournalReadOnly,
    NotAJournal,
    Problem,
)
from relationship_journal.i18n import Message


def read_only(path: Path) -> JournalReadOnly:
    """The problem of a journal that can be read and not written."""
    return JournalReadOnly(
        Message(
            "Not saved: {name} can only be read. Copy it to a folder that you can write to, and open the copy.",
            name=path.name,
        )
    )


def not_a_journal(path: Path) -> NotAJournal:
    """The problem of a file that is something else."""
    return NotAJournal(
        Message("{name} is not a journal of this program. It was left as it is; choose another file.", name=path.name)
    )


def damaged(path: Path) -> JournalDamaged:
    """The problem of a journal that is cut off or overwritten in places."""
    return JournalDamaged(
        Message(
            "{name} is damaged: parts of it cannot be read. Keep a copy of it as it is, and restore a backup.",
            name=path.name,
        )
    )


def already_there(path: Path) -> JournalExists:
    """The problem of a name that something has already."""
    return JournalExists(Message("{name} exists already and was left as it is. Choose another name.", name=path.name))


def changed_elsewhere() -> ChangedElsewhere:
    """The problem of a gesture that rests on rows which another program has changed or removed meanwhile."""
    return ChangedElsewhere(
        Message("Not done: some of it was changed in another window meanwhile. Nothing was changed now.")
    )


_SAYINGS: tuple[tuple[str, type[Problem], Message], ...] = (
    (
        "database or disk is full",
        DiskFull,
        Message("Not saved: the disk is full. Make some room and try again; your text is still here."),
    ),
    (
        "database is locked",
        JournalBusy,
        Message("Not saved: another program is writing to the journal. Try again in a moment."),
    ),
    (
        "disk I/O error",
        DiskFull,
        Message("Not saved: the disk reports an error. Try again, or keep a copy of the journal on another disk."),
    ),
)


class as_problems:  # noqa: N801 - a verb where it is used
    """Let the driver's errors that come from the world leave as problems; those that are ours leave as they are.

    A class of its own, since it stands around every query: made by `contextmanager` it costs as much as a small one.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Raise what the driver's error means to a person."""
        if error is None:
            return
        from sqlcipher3 import dbapi2

        problem = _problem(str(error), self._path) if isinstance(error, dbapi2.DatabaseError) else None
        if problem is not None:
            raise problem from error


def _problem(saying: str, path: Path) -> Problem | None:
    for words, kind, message in _SAYINGS:
        if words in saying:
            return kind(message)
    if "FOREIGN KEY constraint" in saying or "UNIQUE constraint" in saying:
        return changed_elsewhere()
    if "readonly database" in saying or "unable to open database" in saying:
        return read_only(path)
    if "not a database" in saying:
        return not_a_journal(path)
    if "malformed" in saying or "corrupt" in saying or "no such table" in saying:
        return damaged(path)
    return None
