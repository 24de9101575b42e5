"""The writes of one gesture: rows in, by table and column, within a transaction that the journal file holds."""

from collections.abc import Sequence
from typing import Any

from .connection import Connection

Column = str | int | bytes | None


class Work:
    """Writes rows. At this door text loses its NULs, where the undo log's quote() would cut, and lone surrogates."""

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
    return {name: _text(value) if isinstance(value, str) else value for name, value in values.items()}


def _text(text: str) -> str:
    """`text` as the file can hold it: no NUL, surrogates joined to the characters that they stand for, or replaced."""
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
