"""A journal of an earlier version becomes exactly what a new one is, with all that is in it; or stays as it was."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from relationship_journal.domain.problems import DiskFull, JournalBusy, Problem
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.services.session import Session
from relationship_journal.store import migrating, schema
from relationship_journal.store.connection import Connection, connect

FIRST = Path(__file__).with_name("schema_1.sql")
ROWS = """
INSERT INTO contact (id, name, sort_key) VALUES (7, '王建国', 'wang jian guo');
INSERT INTO entry (id, kind, day, text, source) VALUES (3, 'call', '2026-11-20', '打了电话', 'typed');
INSERT INTO entry_contact (entry_id, contact_id, day, time, kind) VALUES (3, 7, '2026-11-20', '', 'call');
INSERT INTO favour (id, contact_id, title, direction) VALUES (5, 7, '老中医', 'received');
INSERT INTO step (favour_id, kind, day, entry_id) VALUES (5, 'asked', '2026-11-20', 3);
INSERT INTO review (id, day, saved, facts) VALUES (2, '2026-11-16', 1, '{}');
INSERT INTO plan (review_id, position, contact_id, text, done) VALUES (2, 0, 7, '回话', 1);
"""


def old_journal(path: Path) -> None:
    """A journal as the first version made it."""
    connection = connect(path, new=True)
    for statement in (FIRST.read_text("utf-8") + ROWS).split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def anatomy(connection: Connection) -> dict[str, Any]:
    """Everything that makes up a schema, whatever the spelling of its statements."""
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    ]
    found: dict[str, Any] = {}
    for table in tables:
        indexes = connection.execute(f'PRAGMA index_list("{table}")').fetchall()
        found[table] = (
            connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall(),
            sorted(row[2:] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()),
            {row[1]: (row[2:], connection.execute(f'PRAGMA index_xinfo("{row[1]}")').fetchall()) for row in indexes},
        )
    conditions = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'")
    found["conditions"] = {name: sql.partition(" WHERE ")[2] for name, sql in conditions}
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    found["triggers"] = dict(triggers.fetchall())
    found["kinds"] = sorted(connection.execute("SELECT name, type, wr, strict FROM pragma_table_list").fetchall())
    autoincrement = "SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%' ORDER BY name"
    found["own ids"] = connection.execute(autoincrement).fetchall()
    found["user_version"] = connection.execute("PRAGMA user_version").fetchone()
    found["application_id"] = connection.execute("PRAGMA application_id").fetchone()
    found["journal_mode"] = connection.execute("PRAGMA journal_mode").fetchone()
    return found


def test_an_old_schema_becomes_exactly_the_fresh_one(tmp_path: Path) -> None:
    """Tables, columns in their order, keys, indexes with their conditions: nothing differs.

    If this fails after a change of `tables`, the change needs its step in `store/migrations`.
    """
    old, fresh = tmp_path / "old.rjdb", tmp_path / "fresh.rjdb"
    old_journal(old)
    Session.open(old).close()
    Session.open(fresh, create=True).close()
    migrated, new = connect(old), connect(fresh)
    assert anatomy(migrated) == anatomy(new)
    migrated.close()
    new.close()


def test_what_was_in_it_is_in_it(path: Path) -> None:
    """Contact, entry, favour, review and plan; the journal is whole, and as it was lies beside it."""
    old_journal(path)
    session = Session.open(path)
    (row,) = session.reads.timeline(EVERYONE)
    assert row.entry is not None
    assert (row.entry.text, row.names, row.steps[0].title) == ("打了电话", ("王建国",), "老中医")
    assert session.file.connection().execute("SELECT text, done FROM plan").fetchall() == [("回话", 1)]
    session.file.warm()
    assert session.check() == ()
    session.close()
    copy = path.with_name("journal.before-4.rjdb")
    assert sorted(child.name for child in path.parent.iterdir()) == [copy.name, path.name]
    connection = connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT text FROM entry").fetchall() == [("打了电话",)]
    connection.close()


def test_an_old_journal_that_is_open_elsewhere(path: Path) -> None:
    """Another program reads it meanwhile: it is left as it is, and the sentence says what to do."""
    old_journal(path)
    other = connect(path)
    other.execute("SELECT * FROM entry").fetchall()
    with pytest.raises(JournalBusy):
        Session.open(path)
    assert other.execute("PRAGMA user_version").fetchone() == (1,)
    other.close()
    Session.open(path).close()


def test_a_step_that_fails_leaves_the_journal_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full in the middle of it: revision, schema and rows are those of before."""
    old_journal(path)

    def full(connection: Connection, revision: int, where: Path) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        upgrade(connection, revision, where)

    upgrade = migrating._upgrade
    monkeypatch.setattr(migrating, "_upgrade", full)
    with pytest.raises(Problem) as told:
        Session.open(path)
    assert isinstance(told.value, DiskFull)
    connection = connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT facts FROM review").fetchall() == [("{}",)]
    connection.close()
    monkeypatch.undo()
    Session.open(path).close()


def test_alembic_is_imported_only_when_a_file_is_behind(tmp_path: Path) -> None:
    """Neither opening nor writing to a journal of this version costs its 300 ms."""
    code = (
        "import sys; from pathlib import Path; from relationship_journal.services.session import Session\n"
        "session = Session.open(Path(sys.argv[1]), create=True); session.file.warm(); session.close()\n"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "new.rjdb")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "False"
