"""What makes a file a journal: its mark, the revision of its schema, and how a fresh one is made."""

from .connection import Connection

APPLICATION_ID = 0x524A4442
"""ASCII `RJDB`, at offset 68 of the file."""
REVISION = 3
"""`PRAGMA user_version` (offset 60) of a file of this program; each later step is a migration."""
OUTSIDE_UNDO = frozenset({"content", "chunk", "draft", "memo", "waiting", "alembic_version"})
"""Tables whose rows no gesture takes back and whose changes are not told."""

FULL_TEXT = tuple(
    f"CREATE VIRTUAL TABLE {noun}_index USING fts5(text, content='', contentless_delete=1, prefix='1')"
    for noun in ("entry", "contact", "favour")
)
"""Full text; `search_index` tells what stands in them."""


def statements() -> list[str]:
    """The statements that make the tables and indexes, in order."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable
    from sqlmodel import SQLModel

    from . import tables  # noqa: F401 - registers the tables

    dialect = sqlite.dialect()
    made: list[str] = []
    for table in SQLModel.metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes)
    return [*made, *FULL_TEXT]


def make(connection: Connection) -> None:
    """Make the tables of an empty file, in one transaction, and mark the file as a journal."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {REVISION}")
    connection.execute("COMMIT")
