"""The open journal file: its connections, one that writes and one for each thread that reads, and its gestures."""

import threading
from pathlib import Path

from relationship_journal.domain.changes import Changes

from . import schema
from .connection import Connection, connect
from .gestures import Gestures
from .opening import examine, log_of, make_new, writable
from .troubles import as_problems, read_only


class JournalFile:
    """One open journal. `read_only` where the file or its folder cannot be written to; then every gesture says so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        revision = examine(path)
        self.read_only = not writable(path)
        if revision < schema.REVISION:
            from .migrating import migrate

            migrate(path, revision, writable=not self.read_only)
        alone = not log_of(path).exists()
        if self.read_only and not alone:
            raise read_only(path)  # what its log holds would be missing
        self._local = threading.local()
        self._lock = threading.Lock()
        self._reading: list[Connection] = []
        with as_problems(path):
            self._writing = connect(path, writing=not self.read_only, immutable=self.read_only)
            self.gestures = Gestures(path, self._writing, locked=self.read_only, alone=alone)

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> "JournalFile":
        """Open the journal at `path`; with `create`, make it first, where no file may stand.

        Raises JournalMissing, JournalExists, NotAJournal, NewerJournal, JournalDamaged, JournalReadOnly, JournalBusy.
        """
        if create:
            make_new(path)
        return cls(path)

    def connection(self) -> Connection:
        """This thread's connection to read on; within a gesture the one that writes, so that it sees its own rows."""
        if self.gestures.mine():
            return self._writing
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with as_problems(self.path):
                connection = self._local.connection = connect(self.path, immutable=self.read_only)
            with self._lock:
                self._reading.append(connection)
        return connection

    def warm(self) -> None:
        """Do now, on any thread, what the first gesture would otherwise wait for: SQLModel, the undo log."""
        self.gestures.warm()

    def poll(self) -> Changes | None:
        """What another program wrote since the last look, as `Changes.everything`; None if nothing."""
        return self.gestures.poll()

    def close(self) -> None:
        """Close all connections; no thread may be reading or writing any more."""
        with self._lock:
            for connection in self._reading:
                connection.close()
            self._reading.clear()
        self._writing.close()
