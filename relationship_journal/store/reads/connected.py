"""What every read stands on: the thread's connection, and days from their text."""

import json
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from relationship_journal.domain.problems import NotFound
from relationship_journal.i18n import Message
from relationship_journal.store.journal_file import JournalFile
from relationship_journal.store.troubles import as_problems

Row = tuple[Any, ...]
T = TypeVar("T")
_REMEMBERED = 8  # of what was read last


@lru_cache(maxsize=65536)
def day(text: str) -> date:
    """The day that an ISO text means; few distinct days stand in many rows."""
    return date.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """The day, or None where none is stored."""
    return None if text is None else day(text)


def by_first(rows: Iterable[Row]) -> dict[Any, list[Row]]:
    """Rows that are ordered by their first column, grouped by it, without it."""
    return {key: [row[1:] for row in group] for key, group in groupby(rows, itemgetter(0))}


def marks(ids: Sequence[object]) -> str:
    """As many question marks."""
    return ", ".join("?" * len(ids))


AT_MOST = "LIMIT ? + 0"
"""Bounds the rows by a parameter. Of a bare `LIMIT ?` SQLite takes the number into its plan, and plans the statement
anew every time that it is run: up to half of what a search costs in a small journal."""
THESE = "IN (SELECT value FROM json_each(?))"
"""Compares with any number of ids, which `these` gives as one parameter."""
THESE_NAMED = THESE.replace("?", ":these")


def these(ids: Iterable[int]) -> str:
    """Ids as the parameter of `THESE`."""
    return json.dumps(list(ids))


class Connected:
    """Runs queries on this thread's connection; the driver's errors leave as problems."""

    def __init__(self, file: JournalFile) -> None:
        self._file = file
        self._local = threading.local()

    def _rows(self, sql: str, *parameters: object, **named: object) -> list[Row]:
        with as_problems(self._file.path):
            rows: list[Row] = self._file.connection().execute(sql, named or parameters).fetchall()
        return rows

    def _row(self, sql: str, *parameters: object) -> Row:
        rows = self._rows(sql, *parameters)
        if not rows:
            raise NotFound(Message("It is no longer in the journal."))
        return rows[0]

    def _as_read(self, key: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, or gave this thread under the same key just before: if nobody committed since then.

        `PRAGMA data_version` tells that in a few microseconds, of this program's writing connection and of others; once
        in a moment.
        """
        if self._file.gestures.mine():
            return read()
        with self._moment():
            if not getattr(self._local, "compared", False):
                version = self._row("PRAGMA data_version")[0]
                if getattr(self._local, "version", None) != version:
                    self._local.known, self._local.version = {}, version
                self._local.compared = True
            known: dict[Hashable, T] = self._local.known
            if key in known:
                known[key] = known.pop(key)  # what is asked for again and again stays
            else:
                value = read()
                if len(known) >= _REMEMBERED:
                    del known[next(iter(known))]
                known[key] = value
        return known[key]

    def moment(self) -> AbstractContextManager[None]:
        """All that this thread reads within is of one moment, and what is remembered is looked at once."""
        return self._moment()

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """All queries within see the journal as it stands at one moment."""
        connection = self._file.connection()
        within = connection.in_transaction
        if within:
            yield
            return
        with as_problems(self._file.path):
            connection.execute("BEGIN")
            self._local.compared = False
            try:
                yield
                connection.execute("COMMIT")
            finally:
                self._local.compared = False
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
