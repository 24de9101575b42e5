"""Copies of a whole journal, as it stands at one moment, while it may be in use."""

from pathlib import Path

from .connection import Connection, connect

_PAGES = 4096
"""Pages copied at a time: 16 MiB, between which others may write."""


def copy_to(connection: Connection, target: Path) -> None:
    """Copy all that `connection` sees into a new file at `target`, where nothing may stand: FileExistsError else.

    The copy is one file, complete and on the disk when this returns; if it fails, nothing is left.
    """
    target.open("xb").close()
    try:
        copy = connect(target, new=True)
        try:
            connection.backup(copy, pages=_PAGES)
            copy.execute("PRAGMA journal_mode = WAL").fetchone()
        finally:
            copy.close()
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def beside(path: Path, word: str) -> Path:
    """A name beside `path` that nothing has: `journal.before-2.rjdb`, `journal.before-2-2.rjdb`."""
    candidate, count = path.with_name(f"{path.stem}.{word}{path.suffix}"), 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem}.{word}-{count}{path.suffix}")
    return candidate
