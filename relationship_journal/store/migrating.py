"""Bringing a journal of an earlier version up to this one's schema. Imports Alembic: only when a file is behind.

A copy of the journal as it was is put beside it first, under a name that nothing has. All steps are one transaction.
"""

from pathlib import Path

from relationship_journal.domain.problems import JournalBusy
from relationship_journal.i18n import Message

from . import schema
from .connection import Connection, connect
from .snapshot import beside, copy_to
from .troubles import as_problems, damaged, read_only


def migrate(path: Path, revision: int, *, writable: bool) -> Path:
    """Bring the journal at `path` from `revision` to this program's; where the copy of it as it was lies.

    Raises JournalReadOnly, JournalBusy while another program has it open, JournalDamaged, DiskFull; the journal is
    then as it was.
    """
    if not writable:
        raise read_only(path)
    with as_problems(path):
        connection = connect(path, writing=True)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA busy_timeout = 500")
            _alone(connection, path)
            copy = beside(path, f"before-{schema.REVISION}")
            copy_to(connection, copy)
            _upgrade(connection, revision, path)
        finally:
            connection.close()
    return copy


def _alone(connection: Connection, path: Path) -> None:
    """Leave the write-ahead log, which SQLite allows to the only user of a file, and take it up again."""
    from sqlcipher3 import dbapi2

    try:
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except dbapi2.OperationalError:
        mode = "wal"
    if mode != "delete":
        raise JournalBusy(
            Message(
                "{name} is of an earlier version and open elsewhere. Close it there, and open it again.", name=path.name
            )
        )


def _upgrade(connection: Connection, revision: int, path: Path) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    from .migrations import UPGRADES

    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        isolation_level="AUTOCOMMIT",
    )
    with engine.connect() as sqlalchemy_connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            with Operations.context(MigrationContext.configure(sqlalchemy_connection)):
                for step in range(revision + 1, schema.REVISION + 1):
                    UPGRADES[step]()
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise damaged(path)
            connection.execute(f"PRAGMA user_version = {schema.REVISION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
