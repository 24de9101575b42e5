"""The file: its mark, its tables, and what opening it costs."""

import subprocess
import sys
from pathlib import Path

from relationship_journal.services.session import Session
from relationship_journal.store import schema
from relationship_journal.store.connection import connect

READ_ALL = """
import sys
from datetime import date
from pathlib import Path
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.services.session import Session
session = Session.open(Path(sys.argv[1]))
session.reads.info(), session.reads.contact_rows(date(2026, 11, 23)), session.reads.timeline(EVERYONE)
session.reads.timeline(UNSORTED), session.reads.relationships(), session.settings.all(), session.settings.rungs()
session.close()
heavy = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "pypinyin"} & set(sys.modules)
print(",".join(sorted(heavy)) or "light")
"""


def test_opening_and_reading_stay_light(path: Path) -> None:
    """The first window shows the journal before SQLModel is imported: opening and reading never import it."""
    Session.open(path, create=True).close()
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, str(path)], capture_output=True, text=True, check=False, cwd=Path.cwd()
    )
    assert done.stdout.strip() == "light", done.stdout + done.stderr


def test_the_file_says_what_it_is(path: Path, session: Session) -> None:
    """Application id and schema revision stand in the header, where `file` and this program look for them."""
    header = path.read_bytes()[:100]
    assert header[68:72] == b"RJDB"
    assert int.from_bytes(header[60:64], "big") == schema.REVISION


def test_what_is_kept_is_on_the_disk(session: Session) -> None:
    """Write-ahead log, synchronous=FULL, foreign keys and no trust in what a foreign schema might call."""
    writing = session.file._writing
    asked = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "trusted_schema", "temp_store")
    found = [writing.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, 1, 0, 2]


def test_reading_connections_cannot_write(session: Session) -> None:
    """A slip in a read would be an error, never a change."""
    connection = session.file.connection()
    assert connection.execute("PRAGMA query_only").fetchone()[0] == 1


def test_no_file_is_left_beside_a_closed_journal(path: Path) -> None:
    """A closed journal is one file, to be copied and moved."""
    session = Session.open(path, create=True)
    session.reads.info()
    session.file.warm()
    session.close()
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_every_foreign_key_is_indexed(path: Path, session: Session) -> None:
    """A cascade never scans a table."""
    connection = connect(path)
    missing = []
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%REFERENCES%'")
    for (table,) in tables.fetchall():
        leading = {
            row[0]
            for row in connection.execute(
                "SELECT i.name FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i WHERE i.seqno = 0", (table,)
            )
        }
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        own = [row[1] for row in columns if row[5]]
        leading |= set(own) if len(own) == 1 else set()  # one whole number as the key is the row's own place
        keys = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        missing += [(table, key) for key in keys - leading]
    connection.close()
    assert missing == []
