"""The full-text index, kept by temporary triggers of whoever writes; `reads.search` asks it.

An entry's document id carries its day before its id: newest first is the index's own order, and a span of days a
span of ids. What lies in the trash is not in the index.
"""

from .connection import Connection
from .schema import FULL_TEXT

_ID_BITS = 40
ID_MASK = (1 << _ID_BITS) - 1
_UNIX_TO_JULIAN = 1721425


def document(ordinal: int, entry: int = 0) -> int:
    """The document id of an entry of the day with this proleptic ordinal."""
    return (ordinal + _UNIX_TO_JULIAN) << _ID_BITS | entry


def _document(row: str) -> str:
    return f"(CAST(julianday({row}.day) + 0.5 AS INTEGER) << {_ID_BITS} | {row}.id)"


_CONTACT_TEXT = """
SELECT c.id, indexed(c.name || ' ' || c.keys || ' ' || c.org || ' ' || c.title || ' ' || c.note
    || coalesce((SELECT group_concat(' ' || text || ' ' || keys, '') FROM nickname WHERE contact_id = c.id), '')
    || coalesce((SELECT group_concat(' ' || text, '') FROM tag WHERE contact_id = c.id), '')
    || coalesce((SELECT group_concat(' ' || text, '') FROM facet WHERE contact_id = c.id), '')
    || coalesce((SELECT group_concat(' ' || text, '') FROM occasion WHERE contact_id = c.id), '')
    || coalesce((SELECT group_concat(' ' || value, '') FROM handle WHERE contact_id = c.id), ''))
FROM contact c WHERE c.trashed IS NULL"""
_FAVOUR_TEXT = """
SELECT f.id, indexed(f.title || ' ' || f.note
    || coalesce((SELECT group_concat(' ' || text || ' ' || reason, '') FROM step WHERE favour_id = f.id), ''))
FROM favour f WHERE f.trashed IS NULL"""
_ENTRY_TEXT = f"SELECT {_document('e')}, indexed(e.text) FROM entry e WHERE e.trashed IS NULL"

FILLING = {
    "entry_index": f"INSERT INTO entry_index (rowid, text) {_ENTRY_TEXT}",
    "contact_index": f"INSERT INTO contact_index (rowid, text) {_CONTACT_TEXT}",
    "favour_index": f"INSERT INTO favour_index (rowid, text) {_FAVOUR_TEXT}",
}
"""How each index is filled from the journal."""

BEHIND = "search_index_behind"
"""The memo that `checking` leaves where words are missing: the next start makes the index anew."""
_DOCUMENTS = "SELECT count(*), coalesce(sum(id), 0) FROM {table}_docsize"
_TALLIES = {
    "entry_index": (
        "SELECT count(*), coalesce(sum(id), 0) FROM entry INDEXED BY entry_by_day WHERE trashed IS NULL",
        f"SELECT count(*), coalesce(sum(id & {ID_MASK}), 0) FROM {{table}}_docsize",
    ),
    "contact_index": ("SELECT count(*), coalesce(sum(id), 0) FROM contact WHERE trashed IS NULL", _DOCUMENTS),
    "favour_index": ("SELECT count(*), coalesce(sum(id), 0) FROM favour WHERE trashed IS NULL", _DOCUMENTS),
}


def _again(noun: str, text: str, number: str) -> str:
    return (
        f"DELETE FROM {noun}_index WHERE rowid = {number};"
        f"INSERT INTO {noun}_index (rowid, text) {text} AND {noun[0]}.id = {number};"
    )


def _triggers() -> list[str]:
    entry_in = (
        f"INSERT INTO entry_index (rowid, text) SELECT {_document('NEW')}, indexed(NEW.text) WHERE NEW.trashed IS NULL;"
    )
    entry_out = f"DELETE FROM entry_index WHERE rowid = {_document('OLD')} AND OLD.trashed IS NULL;"
    made = [
        f"index_entry_insert AFTER INSERT ON main.entry WHEN NEW.trashed IS NULL BEGIN {entry_in} END",
        f"index_entry_delete AFTER DELETE ON main.entry BEGIN {entry_out} END",
        (
            "index_entry_update AFTER UPDATE ON main.entry"
            " WHEN NEW.text IS NOT OLD.text OR NEW.day IS NOT OLD.day OR NEW.trashed IS NOT OLD.trashed"
            f" BEGIN {entry_out} {entry_in} END"
        ),
    ]
    for noun, text, owned in (
        ("contact", _CONTACT_TEXT, ("nickname", "tag", "facet", "occasion", "handle")),
        ("favour", _FAVOUR_TEXT, ("step",)),
    ):
        for table, number in ((noun, "id"), *((table, f"{noun}_id") for table in owned)):
            for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
                made.append(
                    f"index_{table}_{event.lower()} AFTER {event} ON main.{table}"
                    f" BEGIN {_again(noun, text, f'{row}.{number}')} END"
                )
    return made


def keep_up(connection: Connection) -> None:
    """From now on every row that this connection writes is indexed. An index that is missing or behind is made anew."""
    from .words import indexed  # nobody writes before the first picture

    connection.create_function("indexed", 1, indexed, deterministic=True)
    if not whole(connection):
        rebuild(connection)
    for trigger in _triggers():
        connection.execute(f"CREATE TEMP TRIGGER {trigger}")


def whole(connection: Connection) -> bool:
    """Whether each index has a document for each row: a program without our triggers may have written to the file.

    Counts and sums of ids tell it, from indexes alone; the words themselves are compared by `checking`.
    """
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not names.issuperset(FILLING):
        return False
    for table, (rows, documents) in _TALLIES.items():
        if connection.execute(rows).fetchone() != connection.execute(documents.format(table=table)).fetchone():
            return False
    return connection.execute("SELECT 1 FROM memo WHERE key = ?", (BEHIND,)).fetchone() is None


def rebuild(connection: Connection) -> None:
    """Make the indexes anew from the journal, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in FULL_TEXT:
            table = statement.split()[3]
            connection.execute(f"DROP TABLE IF EXISTS {table}")
            connection.execute(statement)
            connection.execute(FILLING[table])
        connection.execute("DELETE FROM memo WHERE key = ?", (BEHIND,))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
