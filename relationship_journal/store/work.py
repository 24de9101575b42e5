"""The writes of one gesture: rows in, by table and column, within a transaction that the journal file holds."""

from collections.abc import Sequence
from typing import Any

from .connection import Connection

Column = str | int | bytes | None


class Work:
    """Writes rows. Text is freed of NUL characters at this door: the undo log's quote() would cut there."""

    def __init__(self, connection: Connection) -> None:
        from . import statements  # imports SQLModel: only who writes pays for it

        self._connection = connection
        self._statements = statements

    def insert(self, table: str, **values: Column) -> int:
        """The id of the new row."""
        row = self._connection.execute(self._statements.inserting(table, tuple(values)), _clean(values)).lastrowid
        return int(row)

    def update(self, table: str, where: dict[str, Column], **values: Column) -> int:
        """How many rows stood there to be changed."""
        bound = _clean(values) | {f"old_{name}": value for name, value in where.items()}
        changed: int = self._connection.execute(
            self._statements.updating(table, tuple(values), tuple(where)), bound
        ).rowcount
        return changed

    def delete(self, table: str, **where: Column) -> int:
        """How many rows were removed, without those that went with them."""
        gone: int = self._connection.execute(self._statements.deleting(table, tuple(where)), where).rowcount
        return gone

    def rows(self, sql: str, *parameters: Column) -> Sequence[Any]:
        """Rows as this transaction sees them."""
        found: Sequence[Any] = self._connection.execute(sql, parameters).fetchall()
        return found


def _clean(values: dict[str, Column]) -> dict[str, Column]:
    return {
        name: value.replace("\0", "") if isinstance(value, str) and "\0" in value else value
        for name, value in values.items()
    }
