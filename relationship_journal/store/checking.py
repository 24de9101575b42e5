"""Whether a journal is whole: the file, what points where, the files kept in it, and the full-text index."""

from collections.abc import Iterator
from pathlib import Path

from relationship_journal.i18n import Message

from .connection import Connection, connect, in_memory
from .schema import FULL_TEXT
from .search_index import BEHIND, FILLING
from .troubles import damaged
from .words import indexed

_DOCUMENTS = {table: statement.partition(") ")[2] for table, statement in FILLING.items()}


def check(path: Path, *, read_only: bool) -> tuple[Message, ...]:
    """What is wrong with the journal at `path`, nothing if it is whole. Reads everything: seconds for a large one."""
    from sqlcipher3 import dbapi2

    connection = connect(path, writing=not read_only, immutable=read_only)
    connection.create_function("indexed", 1, indexed, deterministic=True)
    try:
        return tuple(_problems(connection, read_only))
    except dbapi2.DatabaseError:
        return (damaged(path).message,)
    finally:
        connection.close()


def _problems(connection: Connection, read_only: bool) -> Iterator[Message]:
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    if found != ["ok"]:
        yield Message("The file is damaged in {n} place.", plural="The file is damaged in {n} places.", n=len(found))
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    if loose:
        yield Message(
            "{n} row belongs to something that is not there.",
            plural="{n} rows belong to something that is not there.",
            n=len(loose),
        )
    yield from _files(connection)
    if not all(_same_words(connection, table) for table in FILLING):
        yield Message("Search does not find all that is written. It is put right when the journal is opened next.")
        if not read_only:
            connection.execute("INSERT OR IGNORE INTO memo (key, value) VALUES (?, '1')", (BEHIND,))


def _files(connection: Connection) -> Iterator[Message]:
    """Files whose bytes are not those that were kept."""
    from hashlib import sha256

    names = "SELECT name FROM attachment WHERE sha256 = ? ORDER BY id LIMIT 1"
    for digest, size in connection.execute("SELECT sha256, size FROM content ORDER BY sha256").fetchall():
        found, length = sha256(), 0
        for (part,) in connection.execute("SELECT content FROM chunk WHERE sha256 = ? ORDER BY number", (digest,)):
            found.update(part)
            length += len(part)
        if found.hexdigest() != digest or length != size:
            name = connection.execute(names, (digest,)).fetchone()
            yield Message("The file {name} is not as it was kept.", name=name[0] if name else digest[:12])


def _same_words(connection: Connection, table: str) -> bool:
    """Whether an index holds each word in as many documents and places as one made anew from the journal."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone() is None:
        return False
    anew = in_memory()
    try:
        anew.execute(next(statement for statement in FULL_TEXT if f" {table} " in statement))
        anew.execute("BEGIN")
        anew.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", connection.execute(_DOCUMENTS[table]))
        anew.execute("COMMIT")
        here, there = (_vocabulary(one, table) for one in (connection, anew))
        return list(here) == list(there)
    finally:
        anew.close()


def _vocabulary(connection: Connection, table: str) -> Iterator[tuple[str, int, int]]:
    connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab(main, {table}, row)")
    yield from connection.execute(f"SELECT term, doc, cnt FROM temp.{table}_words")
