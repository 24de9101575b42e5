"""The undo log: temporary triggers write the inverse of every row change, whoever causes it, cascades included.

After SQLite's "Automatic Undo/Redo". Each inverse tests the row that it finds against the row as the gesture left
it; a row that was changed elsewhere breaks off the whole undo. What a gesture changed is read from the same log.
"""

from collections.abc import Iterable

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyId
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.gesture import Gesture
from relationship_journal.values import dataclass, field

from .connection import Connection
from .schema import OUTSIDE_UNDO

KEPT_STEPS = 500
"""Older gestures can no longer be undone."""
_NOUNS = ("contact", "entry", "favour", "courtesy")
_SETTINGS = frozenset({"setting", "rung_edit", "profile_facet", "own_idea", "hidden_idea"})
_REVIEWS = frozenset({"review", "review_row", "plan", "snooze"})


class RowChanged(Exception):  # noqa: N818 - said in the words of what happened
    """A row is not as the gesture left it."""


@dataclass(slots=True)
class UndoStep:
    """One gesture: `spans` are its first and last rows of the log, a batch has several."""

    gesture: Gesture | None
    spans: list[tuple[int, int]] = field(default_factory=list)


class UndoLog:
    """The log of one writing connection; it ends with the connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.done: list[UndoStep] = []
        self.undone: list[UndoStep] = []
        connection.execute(
            "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, noun TEXT NOT NULL,"
            " contact INTEGER, entry INTEGER, favour INTEGER, courtesy INTEGER, inverse TEXT NOT NULL)"
        )
        for table in _journal_tables(connection):
            for trigger in _triggers(connection, table):
                connection.execute(trigger)

    def position(self) -> int:
        """The last row written so far."""
        row = self._connection.execute("SELECT max(seq) FROM undo_log").fetchone()
        return row[0] or 0

    def keep(self, step: UndoStep) -> None:
        """A gesture is finished: it can be undone, and what was undone before can no longer be redone.

        What was written without a gesture, settings for one, is no step.
        """
        if step.gesture is None:
            self.forget(step)
        if not step.spans or step.gesture is None:
            return
        for gone in self.undone:
            self.forget(gone)
        self.undone.clear()
        self.done.append(step)
        if len(self.done) > KEPT_STEPS:
            self.forget(self.done.pop(0))

    def replay(self, step: UndoStep) -> None:
        """Take back what `step` did, within a transaction. Raises `RowChanged`, and the caller rolls back."""
        for first, last in reversed(step.spans):
            inverses = self._connection.execute(
                "SELECT inverse FROM undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC", (first, last)
            ).fetchall()
            for (inverse,) in inverses:
                if self._connection.execute(inverse).rowcount != 1:
                    raise RowChanged

    def forget(self, step: UndoStep) -> None:
        """The rows of a step that can no longer be replayed are done with."""
        for span in step.spans:
            self._connection.execute("DELETE FROM undo_log WHERE seq BETWEEN ? AND ?", span)

    def changes(self, spans: Iterable[tuple[int, int]]) -> Changes:
        """What the gestures of these spans concern: also the contacts of the entries, favours and courtesies."""
        found: dict[str, set[int]] = {noun: set() for noun in _NOUNS}
        touched: set[str] = set()
        for span in spans:
            for noun, *ids in self._connection.execute(
                "SELECT DISTINCT noun, contact, entry, favour, courtesy FROM undo_log WHERE seq BETWEEN ? AND ?", span
            ):
                touched.add(noun)
                for name, number in zip(_NOUNS, ids, strict=True):
                    if number is not None:
                        found[name].add(number)
        contacts = found["contact"]
        for query, ids in (
            ("SELECT contact_id FROM entry_contact WHERE entry_id = ?", found["entry"]),
            ("SELECT contact_id FROM favour WHERE id = ?", found["favour"]),
            ("SELECT contact_id FROM courtesy_contact WHERE courtesy_id = ?", found["courtesy"]),
        ):
            for number in ids:
                contacts.update(row[0] for row in self._connection.execute(query, (number,)))
        return Changes(
            contacts=frozenset(map(ContactId, contacts)),
            entries=frozenset(map(EntryId, found["entry"])),
            favours=frozenset(map(FavourId, found["favour"])),
            courtesies=frozenset(map(CourtesyId, found["courtesy"])),
            settings=bool(touched & _SETTINGS),
            reviews=bool(touched & _REVIEWS),
            readings="reading" in touched,
        )


def _journal_tables(connection: Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
    ).fetchall()
    return [name for (name,) in rows if name not in OUTSIDE_UNDO and not name.startswith("sqlite_")]


def _triggers(connection: Connection, table: str) -> list[str]:
    """The three triggers of a table. Texts are quoted by SQL's quote(), which cuts at NUL: none is ever let in."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    names = ", ".join(f'"{column}"' for column in columns)

    def image(row: str) -> str:
        return " || ' AND ' || ".join(f"""'"{column}" IS ' || quote({row}."{column}")""" for column in columns)

    def values(row: str) -> str:
        return " || ', ' || ".join(f"""quote({row}."{column}")""" for column in columns)

    settings = " || ', ' || ".join(f"""'"{column}" = ' || quote(OLD."{column}")""" for column in columns)
    inverses = {
        "INSERT": ("NEW", f"""'DELETE FROM "{table}" WHERE ' || {image("NEW")}"""),
        "UPDATE": ("NEW", f"""'UPDATE "{table}" SET ' || {settings} || ' WHERE ' || {image("NEW")}"""),
        "DELETE": ("OLD", f"""'INSERT INTO "{table}" ({names}) VALUES (' || {values("OLD")} || ')'"""),
    }
    return [
        f"""CREATE TEMP TRIGGER undo_{table}_{event.lower()} AFTER {event} ON main."{table}" BEGIN
        INSERT INTO undo_log (noun, contact, entry, favour, courtesy, inverse)
        VALUES ('{table}', {_concerned(table, columns, row)}, {inverse}); END"""
        for event, (row, inverse) in inverses.items()
    ]


def _concerned(table: str, columns: list[str], row: str) -> str:
    """The ids of contact, entry, favour and courtesy that a row of `table` belongs to, as SQL."""
    found = []
    for noun in _NOUNS:
        column = "id" if table == noun else f"{noun}_id"
        found.append(f'{row}."{column}"' if column in columns else "NULL")
    return ", ".join(found)
