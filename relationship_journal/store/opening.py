"""What a file is, told from its first hundred bytes before SQLite touches it; and how a new journal is made."""

import os
from pathlib import Path

from relationship_journal.domain.problems import JournalMissing, NewerJournal
from relationship_journal.i18n import Message

from . import schema
from .connection import connect
from .troubles import already_there, as_problems, damaged, not_a_journal, read_only

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def examine(path: Path) -> int:
    """The schema revision of the journal at `path`. Raises the Problem that says what is there instead."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise JournalMissing(
            Message("There is no journal at {path}. Choose another file, or make a new one.", path=str(path))
        ) from None
    except OSError as error:
        raise read_only(path) from error
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise not_a_journal(path)
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise not_a_journal(path)
    page = int.from_bytes(header[16:18], "big")
    whole = (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
    if path.stat().st_size < whole and not log_of(path).exists():  # what is missing may still stand in the log
        raise damaged(path)
    revision = int.from_bytes(header[60:64], "big")
    if revision > schema.REVISION:
        raise NewerJournal(
            Message(
                "{name} was made by a newer version of this program. Nothing was changed; please update the program.",
                name=path.name,
            )
        )
    return revision


def make_new(path: Path) -> None:
    """Make an empty journal at `path`, where nothing may stand; the folder is made too.

    It is built beside its place and moved there when it is whole and on the disk: a crash leaves no half journal.
    """
    if path.exists():
        raise already_there(path)
    building = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with as_problems(path):
            connection = connect(building, new=True)
            try:
                schema.make(connection)
                connection.execute("PRAGMA journal_mode = WAL").fetchone()
            finally:
                connection.close()
        put_in_place(building, path)
    except FileExistsError:
        raise already_there(path) from None
    except OSError as error:
        raise read_only(path) from error
    finally:
        building.unlink(missing_ok=True)


def put_in_place(building: Path, path: Path) -> None:
    """Give a whole file its name, if nothing has that name: FileExistsError else."""
    try:
        os.link(building, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: take the name first, then put the file there
        path.open("xb").close()
        building.replace(path)


def log_of(path: Path) -> Path:
    """SQLite's write-ahead log beside a journal: there while it is open, or after a crash."""
    return path.with_name(f"{path.name}-wal")


def writable(path: Path) -> bool:
    """Whether the file and its folder, where SQLite keeps its log, can be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) and not _on_read_only_disk(path)


def _on_read_only_disk(path: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
