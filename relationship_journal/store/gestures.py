"""The transactions of gestures: one gesture is one undo step and one `Changes`; undone and redone from the log."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem

from .connection import Connection
from .opening import log_of
from .search_index import keep_up
from .sweeping import sweep
from .troubles import as_problems, changed_elsewhere, read_only
from .turns import Turns
from .undo_log import RowChanged, UndoLog, UndoStep
from .waiting import keep_waiting
from .work import Work

CHUNK = 0.05
"""Seconds after which a batch commits and lets others write."""


class Batch:
    """Many gestures of one thread as one undo step: see `Gestures.batch`."""

    def __init__(self, gesture: Gesture, origin: object) -> None:
        self.step = UndoStep(gesture)
        self.origin = origin
        self.began = 0.0
        self.open = False
        self.rolled_back = False
        self.broken: Problem | None = None

    def roll_back(self) -> None:
        """When the batch ends, everything that it did is undone."""
        self.rolled_back = True


class Gestures:
    """Writes on the one writing connection. After each commit `tell` learns what changed and whose doing it was.

    `noted` learns of each change first, of other programs' too when `poll` sees them.

    `locked` where the file cannot be written to; `alone` where no other program had it open when it was opened.
    """

    def __init__(self, path: Path, connection: Connection, *, locked: bool, alone: bool) -> None:
        self.tell: Callable[[Changes, object], None] = lambda _changes, _origin: None
        self.noted: Callable[[Changes], None] = lambda _changes: None
        self._path = path
        self._connection = connection
        self.locked = locked
        self._alone = alone
        self._turns = Turns()
        self._local = threading.local()
        self._ready: tuple[Work, UndoLog] | None = None
        self._depth = 0
        self._first = 0
        self._seen = self._version()

    def poll(self) -> Changes | None:
        """What another program committed since the last look, never known in detail; None if nothing."""
        if not self._turns.take(wait=False):
            return None
        try:
            return self._foreign()
        finally:
            self._turns.give()

    def mine(self) -> bool:
        """Whether this thread is within a gesture: then it reads on the writing connection, to see its own rows."""
        return self._turns.mine()

    def warm(self) -> None:
        """Do now, on any thread, what the first gesture would otherwise wait for."""
        if not self.locked:
            with self._turn(None):
                self._prepared()

    @contextmanager
    def settled(self) -> Iterator[bool]:
        """Within, nobody writes, and all that was committed stands in the file itself.

        False where it does not: somebody reads an older state, which the log has to keep.
        """
        with self._turn(None), as_problems(self._path):
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                log = log_of(self._path)
                yield not busy and (not log.exists() or not log.stat().st_size)
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def work(self, gesture: Gesture | None, origin: object = None) -> Iterator[Work]:
        """The writes of one gesture: all are kept when it ends, none if it ends by an exception.

        Within a batch or another gesture it is a part of that. Without a `gesture`, what is written is no step of
        undo. Raises Problem where the disk, the file or another program forbid it.
        """
        batch: Batch | None = getattr(self._local, "batch", None)
        if batch is not None:
            self._enter_chunk(batch)
        if self._turns.mine():
            with self._unbroken(batch), as_problems(self._path), self._part() as work:
                yield work
            if batch is not None and self._depth == 0 and monotonic() - batch.began > CHUNK:
                self._end_chunk(batch)
            return
        step = UndoStep(gesture)
        with self._turn(origin) as changed:
            work, log = self._prepared()
            with self._transaction(step):
                yield work
            changed.append(log.changes(step.spans))
            log.keep(step)

    @contextmanager
    def batch(self, gesture: Gesture, origin: object = None) -> Iterator[Batch]:
        """Many gestures of this thread as one undo step, committed in chunks between which others write.

        Ended by an exception it keeps what was done so far, as a step to be undone; after `roll_back` nothing.
        Where the disk fails, the chunk begun last is lost: each further gesture of the batch raises the same Problem.
        """
        if (outer := getattr(self._local, "batch", None)) is not None:
            yield outer
            return
        batch = self._local.batch = Batch(gesture, origin)
        try:
            yield batch
        finally:
            self._local.batch = None
            try:
                if batch.open:
                    self._end_chunk(batch)
            finally:
                self._end_batch(batch)

    def _end_batch(self, batch: Batch) -> None:
        if batch.step.spans:
            with self._turn(batch.origin) as changed:
                _work, log = self._prepared()
                log.keep(batch.step)
                if batch.rolled_back:
                    changed.append(self._replay(log.done, None))

    def can_undo(self) -> Gesture | None:
        """The gesture that `undo` would take back."""
        return self._ready[1].done[-1].gesture if self._ready and self._ready[1].done else None

    def can_redo(self) -> Gesture | None:
        """The gesture that `redo` would do again."""
        return self._ready[1].undone[-1].gesture if self._ready and self._ready[1].undone else None

    def undo(self, origin: object = None) -> tuple[Gesture, Changes] | None:
        """Take back the last gesture; None if there is none. Raises ChangedElsewhere, and then nothing is changed."""
        return self._back_or_forth(origin, undo=True)

    def redo(self, origin: object = None) -> tuple[Gesture, Changes] | None:
        """Do again what was undone last; as `undo`."""
        return self._back_or_forth(origin, undo=False)

    def _back_or_forth(self, origin: object, *, undo: bool) -> tuple[Gesture, Changes] | None:
        with self._turn(origin) as changed:
            _work, log = self._prepared()
            steps, others = (log.done, log.undone) if undo else (log.undone, log.done)
            if not steps:
                return None
            gesture = steps[-1].gesture
            changes = self._replay(steps, others)
            changed.append(changes)
            assert gesture is not None
            return gesture, changes

    def _replay(self, steps: list[UndoStep], others: list[UndoStep] | None) -> Changes:
        _work, log = self._prepared()
        step, back = steps[-1], UndoStep(steps[-1].gesture)
        try:
            with self._transaction(back):
                self._connection.execute(
                    "PRAGMA defer_foreign_keys = ON"
                )  # a row may come back before what it points at
                log.replay(step)
        except RowChanged as error:
            raise changed_elsewhere() from error
        changes = log.changes(back.spans)
        steps.pop()
        log.forget(step)
        if others is None:
            log.forget(back)
        else:
            others.append(back)
        return changes

    # Turns, transactions and chunks

    @contextmanager
    def _turn(self, origin: object) -> Iterator[list[Changes]]:
        """Have the turn to write; what is put into the list is told when the turn has been passed on."""
        if self.locked:
            raise read_only(self._path)
        changed: list[Changes] = []
        self._turns.take()
        try:
            foreign = self._foreign()
            yield changed
        finally:
            self._turns.give()
        if foreign:
            self.tell(foreign, None)
        for changes in filter(None, changed):
            self._publish(changes, origin)

    def _prepared(self) -> tuple[Work, UndoLog]:
        if self._ready is None:
            with as_problems(self._path):
                if self._alone and self._version() == self._seen:
                    sweep(self._connection)
                log = UndoLog(self._connection)
                keep_up(self._connection)
                keep_waiting(self._connection)
            self._ready = Work(self._connection), log
        return self._ready

    @contextmanager
    def _transaction(self, step: UndoStep) -> Iterator[None]:
        with as_problems(self._path):
            self._begin()
            try:
                yield
                self._commit(step)
            except BaseException:
                self._abandon()
                raise

    def _begin(self) -> None:
        _work, log = self._prepared()
        self._first = log.position() + 1
        self._connection.execute("BEGIN IMMEDIATE")

    def _commit(self, step: UndoStep) -> None:
        _work, log = self._prepared()
        last = log.position()
        self._connection.execute("COMMIT")
        if last >= self._first:
            step.spans.append((self._first, last))

    def _abandon(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def _part(self) -> Iterator[Work]:
        """A part of a gesture: if it fails, it alone is taken back."""
        work, _log = self._prepared()
        self._depth += 1
        name = f"part_{self._depth}"
        self._connection.execute(f"SAVEPOINT {name}")
        try:
            yield work
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute(f"ROLLBACK TO {name}")
            raise
        finally:
            if self._connection.in_transaction:
                self._connection.execute(f"RELEASE {name}")
            self._depth -= 1

    @contextmanager
    def _unbroken(self, batch: Batch | None) -> Iterator[None]:
        """Where the disk fails, SQLite takes back the whole chunk, with what the batch counts as kept: it must end."""
        try:
            yield
        except Problem as problem:
            if batch is not None and not self._connection.in_transaction:
                batch.broken = problem
            raise

    def _enter_chunk(self, batch: Batch) -> None:
        if batch.broken:
            raise batch.broken
        if batch.open:
            return
        if self.locked:
            raise read_only(self._path)
        self._turns.take()
        try:
            with as_problems(self._path):
                self._begin()
        except BaseException:
            self._turns.give()
            raise
        batch.began, batch.open = monotonic(), True

    def _end_chunk(self, batch: Batch) -> None:
        batch.open = False
        spans = len(batch.step.spans)
        try:
            with self._unbroken(batch), as_problems(self._path):
                if self._connection.in_transaction:
                    try:
                        self._commit(batch.step)
                    except BaseException:
                        self._abandon()
                        raise
            _work, log = self._prepared()
            changes = log.changes(batch.step.spans[spans:])
        finally:
            self._turns.give()
        if changes:
            self._publish(changes, batch.origin)

    def announce(self, changes: Changes, origin: object = None) -> None:
        """Tell of something that no gesture changed."""
        self._publish(changes, origin)

    def _publish(self, changes: Changes, origin: object) -> None:
        self.noted(changes)
        self.tell(changes, origin)

    def _version(self) -> int:
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _foreign(self) -> Changes | None:
        version = self._version()
        if version == self._seen:
            return None
        self._seen = version
        everything = Changes(everything=True)
        self.noted(everything)
        return everything
