"""Backups of a whole journal: the file byte for byte as it stands at one moment, read back before it gets its name.

Copying page by page through SQLite takes twice as long as copying the file, and comparing what was written would take
as long again. So the log is emptied into the file, a reading connection keeps SQLite from changing the file (others
write into the log meanwhile), and its bytes are copied. Where the log cannot be emptied, SQLite copies.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import FileIO
from pathlib import Path

from relationship_journal.domain.problems import JournalBusy, JournalMissing, Problem
from relationship_journal.i18n import Message

from .connection import connect
from .journal_file import JournalFile
from .opening import examine, log_of, put_in_place, writable
from .snapshot import beside, copy_to
from .troubles import already_there, as_problems, damaged

Progress = Callable[[int, int], object]
_PART = 1 << 20  # bytes

# On POSIX, closing any handle of a file gives up all locks that this process has on it, SQLite's among them: a handle
# that was opened to copy a journal stays open as long as the program runs.
_handles: dict[tuple[int, int], FileIO] = {}
_handling = threading.Lock()


def back_up(file: JournalFile, target: Path, *, replace: bool = False, progress: Progress | None = None) -> None:
    """Copy the journal to `target`, complete, on the disk and compared with the journal; else nothing is left there.

    Unless it may `replace` what stands there, JournalExists where something does. Other programs and threads may
    write meanwhile. `progress` hears bytes done and all bytes, writing and comparing each once. Raises DiskFull,
    JournalBusy, or a Problem that names what the system said.
    """
    if target.exists() and target.samefile(file.path):
        raise Problem(Message("A journal cannot be backed up onto itself. Choose another place."))
    if target.exists() and not replace:
        raise already_there(target)
    building = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with as_problems(file.path):
            _copy(file, building, progress or (lambda _done, _all: None))
        if replace:
            building.replace(target)
        else:
            put_in_place(building, target)
        _keep_name(target.parent)
    except FileExistsError:
        raise already_there(target) from None
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        building.unlink(missing_ok=True)


def restore(backup: Path, path: Path) -> Path | None:
    """Put the journal in `backup` in the place of the one at `path`; where that one lies now, None if there was none.

    The backup is looked through first, and stays as it is. The journal at `path` is kept beside it under a name that
    nothing has, whatever its state. Raises the Problem of what is wrong with the backup; JournalBusy while the
    journal is open elsewhere. If it fails, the journal is as it was.
    """
    if not backup.exists():
        raise JournalMissing(Message("There is no backup at {path}.", path=str(backup)))
    examine(backup)
    if path.exists() and path.samefile(backup):
        raise Problem(Message("{name} is the journal itself. Name the backup.", name=backup.name))
    building = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with as_problems(backup):
            source = connect(backup, immutable=not writable(backup) and not log_of(backup).exists())
            try:
                if [row[0] for row in source.execute("PRAGMA integrity_check(1)")] != ["ok"]:
                    raise damaged(backup)
                copy_to(source, building)
            finally:
                source.close()
        aside = _put_aside(path) if path.exists() else None
        building.replace(path)
        _keep_name(path.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        building.unlink(missing_ok=True)
    return aside


def _copy(file: JournalFile, building: Path, progress: Progress) -> None:
    if file.read_only:
        _copy_bytes(file.path, building, progress)
        return
    reading = connect(file.path)
    try:
        with file.gestures.settled() as whole:
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if whole:
            _copy_bytes(file.path, building, progress)
        else:
            copy_to(reading, building)
        reading.execute("ROLLBACK")
    finally:
        reading.close()


def _copy_bytes(path: Path, building: Path, progress: Progress) -> None:
    """Copy, and put it on the disk while what can be read there is compared with the journal."""
    size = path.stat().st_size
    with _handling, building.open("x+b", buffering=0) as copy:
        journal = _handle(path)
        journal.seek(0)
        done = 0
        for part in _parts(journal, size):
            copy.write(part)
            done += len(part)
            progress(done, 2 * size)
        with ThreadPoolExecutor(1) as beside_it:
            kept = beside_it.submit(os.fsync, copy.fileno())
            journal.seek(0)
            copy.seek(0)
            for part, again in zip(_parts(journal, size), _parts(copy, size), strict=False):
                if part != again:
                    break
                done += len(part)
                progress(done, 2 * size)
            kept.result()
    if done != 2 * size:
        raise Problem(Message("The copy is not the same as the journal and was not kept. Try another disk."))


def _parts(file: FileIO, size: int) -> Iterator[bytearray]:
    """The next `size` bytes of the file, or what there is, part by part in one buffer that each part overwrites."""
    part = bytearray(min(_PART, size))
    while size and (got := file.readinto(part)):
        if got < len(part):
            del part[got:]
        size -= got
        yield part
        if size < len(part):
            del part[size:]


def _handle(path: Path) -> FileIO:
    about = path.stat()
    key = about.st_dev, about.st_ino
    if key not in _handles:
        _handles[key] = FileIO(path)
    return _handles[key]


def _put_aside(path: Path) -> Path:
    """Give the journal that nobody has open a second name."""
    if not _alone(path):
        raise JournalBusy(Message("{name} is open elsewhere. Close it there, and try again.", name=path.name))
    aside = beside(path, "before-restore")
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        shutil.copyfile(path, aside)
    for left in (log_of(path), path.with_name(f"{path.name}-shm")):
        if left.exists():
            left.replace(left.with_name(left.name.replace(path.name, aside.name)))
    return aside


def _alone(path: Path) -> bool:
    """Whether nobody has the journal open; then what its log holds has gone into it. True for a damaged one too."""
    from sqlcipher3 import dbapi2

    try:
        connection = connect(path, writing=True)
    except dbapi2.DatabaseError:
        return True
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA busy_timeout = 500")
        mode: str = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except dbapi2.OperationalError:
        return False
    except dbapi2.DatabaseError:
        return True
    finally:
        connection.close()
    return mode != "wal"


def _not_written(path: Path, error: OSError) -> Problem:
    return Problem(
        Message("{name} could not be written: {reason}.", name=path.name, reason=error.strerror or str(error))
    )


def _keep_name(folder: Path) -> None:
    """Have the new name on the disk too, where the system can be asked for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
