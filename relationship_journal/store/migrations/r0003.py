"""The suggestions of notes that wait to be confirmed. Notes that were kept before are not read afterwards."""

from alembic import op
from sqlalchemy import text

_WAITING = """CREATE TABLE waiting (
    entry_id INTEGER NOT NULL, suggestion TEXT NOT NULL, open INTEGER DEFAULT 1 NOT NULL,
    PRIMARY KEY (entry_id, suggestion), FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE) WITHOUT ROWID"""


def upgrade() -> None:
    """From revision 2 to 3."""
    op.execute(_WAITING)
    op.create_index("waiting_open", "waiting", ["entry_id"], sqlite_where=text("open = 1"))
