"""Which notes are to be read and which of their suggestions wait, kept by temporary triggers of whoever writes.

What was read follows from the note, so it stands outside the undo log; what was taken or dismissed is in it. The
triggers bring the two together: undo and redo open and settle a suggestion as the gesture did.
"""

from collections.abc import Collection

from .connection import Connection
from .work import Work

TO_READ = ""
"""The suggestion that stands for a note still to be read."""
_READ_AGAIN = f"""
DELETE FROM waiting WHERE entry_id = NEW.id;
INSERT INTO waiting (entry_id, suggestion) VALUES (NEW.id, '{TO_READ}');"""
_BROUGHT_IN = "NEW.source <> 'typed' AND NEW.text <> ''"
_TRIGGERS = (
    f"waiting_entry_insert AFTER INSERT ON main.entry WHEN {_BROUGHT_IN} BEGIN {_READ_AGAIN} END",
    (
        f"waiting_entry_update AFTER UPDATE ON main.entry WHEN {_BROUGHT_IN} AND NEW.revision IS NOT OLD.revision"
        f" BEGIN {_READ_AGAIN} END"
    ),
    (
        "waiting_reading_insert AFTER INSERT ON main.reading BEGIN"
        " UPDATE waiting SET open = 0 WHERE entry_id = NEW.entry_id AND suggestion = NEW.suggestion; END"
    ),
    (
        "waiting_reading_delete AFTER DELETE ON main.reading BEGIN"
        " UPDATE waiting SET open = 1 WHERE entry_id = OLD.entry_id AND suggestion = OLD.suggestion; END"
    ),
)


def keep_waiting(connection: Connection) -> None:
    """From now on what this connection writes is noted: notes brought in are to be read, edited ones again."""
    for trigger in _TRIGGERS:
        connection.execute(f"CREATE TEMP TRIGGER {trigger}")


def note_read(
    work: Work, entry: int, revision: int | None, suggestions: Collection[str], settled: frozenset[str]
) -> None:
    """Write what a note was found to suggest, unless it was edited since: then it is still to be read.

    `revision` is the entry's when it was read, None where it could not be: then nothing of it waits.
    """
    current = work.rows("SELECT revision FROM entry WHERE id = ?", entry)
    if current and revision is not None and current[0][0] != revision:
        return
    work.delete("waiting", entry_id=entry)
    for suggestion in suggestions if current else ():
        work.insert("waiting", entry_id=entry, suggestion=suggestion, open=int(suggestion not in settled))
