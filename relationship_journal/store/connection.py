"""Connections to a journal file: the driver and its pragmas."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, cast


class Connection(Protocol):
    """What store/ uses of a DB-API connection of sqlcipher3, which has no type hints of its own."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        """A cursor over the rows."""

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Any:
        """The same statement for many rows."""

    def create_function(self, name: str, count: int, function: Any, /, *, deterministic: bool = False) -> None:
        """Let SQL call `function`."""

    def backup(self, target: Any, /, **how: Any) -> None:
        """Copy the whole file, as it stands at one moment, into `target`."""

    def close(self) -> None:
        """Close it."""


def connect(path: Path, *, writing: bool = False, new: bool = False, immutable: bool = False) -> Connection:
    """Open `path`; autocommit, so that transactions are begun by name. Only a `new` file need not exist.

    Reading connections open the file for writing where they may, so that SQLite can keep and clean its write-ahead
    log, and are barred from writing by `query_only`. `immutable` is for a file that cannot change at all.
    """
    from sqlcipher3 import dbapi2

    how = "mode=ro&immutable=1" if immutable else "mode=rwc" if new else "mode=rw"
    connection = cast(
        Connection,
        dbapi2.connect(
            f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False, timeout=5
        ),
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    if writing or new:
        connection.execute("PRAGMA synchronous = FULL")
    else:
        connection.execute("PRAGMA query_only = ON")
    return connection


def in_memory() -> Connection:
    """A database of its own that ends with the connection."""
    from sqlcipher3 import dbapi2

    return cast(Connection, dbapi2.connect(":memory:", isolation_level=None))
