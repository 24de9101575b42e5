"""What makes a file a journal: its mark, the revision of its schema, and how a fresh one is made."""

from .connection import Connection

APPLICATION_ID = 0x524A4442
"""ASCII `RJDB`, at offset 68 of the file."""
REVISION = 4
"""`PRAGMA user_version` (offset 60) of a file of this program; each later step is a migration."""
OUTSIDE_UNDO = frozenset({"content", "chunk", "contact_mark", "draft", "memo", "waiting", "alembic_version"})
"""Tables whose rows no gesture takes back and whose changes are not told."""

FULL_TEXT = tuple(
    f"CREATE VIRTUAL TABLE {noun}_index USING fts5(text, content='', contentless_delete=1, prefix='1')"
    for noun in ("entry", "contact", "favour")
)
"""Full text; `search_index` tells what stands in them."""

_OF_FAVOUR = "= (SELECT contact_id FROM favour WHERE id = {row}.favour_id)"
_MARKED_BY = {
    "contact": "= {row}.id",
    "entry_contact": "= {row}.contact_id",
    "favour": "= {row}.contact_id",
    "step": _OF_FAVOUR,
    "courtesy": "IN (SELECT contact_id FROM courtesy_contact WHERE courtesy_id = {row}.id)",
    "courtesy_contact": "= {row}.contact_id",
}
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
UNMARKING = tuple(
    f"CREATE TRIGGER unmark_{table}_{event.lower()} AFTER {event} ON {table} BEGIN "
    + "".join(f"DELETE FROM contact_mark WHERE contact_id {whose.format(row=row)}; " for row in rows)
    + "END"
    for table, whose in _MARKED_BY.items()
    for event, rows in _ROWS.items()
)
"""Triggers by which a contact's marks go when anything changes that they rest on, whoever changes it and however."""


def statements() -> list[str]:
    """The statements that make the tables and indexes, in order."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable
    from sqlmodel import SQLModel

    from . import mark_table, tables  # noqa: F401 - registers the tables

    dialect = sqlite.dialect()
    made: list[str] = []
    for table in SQLModel.metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes)
    return [*made, *FULL_TEXT, *UNMARKING]


def make(connection: Connection) -> None:
    """Make the tables of an empty file, in one transaction, and mark the file as a journal."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {REVISION}")
    connection.execute("COMMIT")
