"""Contents of files that nothing points at any more: swept away when no history can ask for them again.

Undo keeps no file's bytes: a file that is taken off an entry stays until a later session, in which no other program
has the journal open, so that neither this nor another window's undo log can bring it back.
"""

from .connection import Connection

_ORPHAN = """
FROM content WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = content.sha256)
AND sha256 NOT IN (SELECT picture FROM contact)"""


def sweep(connection: Connection) -> None:
    """Remove what is not pointed at; the space is used again by what is kept next."""
    if connection.execute(f"SELECT 1 {_ORPHAN} LIMIT 1").fetchone() is not None:
        connection.execute(f"DELETE {_ORPHAN}")
