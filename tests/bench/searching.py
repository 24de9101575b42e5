"""Searching in Chinese against raw FTS5 over the same pairs of characters: the match, and the text of what it found."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from relationship_journal.domain.search_query import SearchQuery, parse
from relationship_journal.services.session import Session
from relationship_journal.store.search_index import ID_MASK
from relationship_journal.store.words import match_expression
from tests.bench.keeping import milliseconds
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement

QUERIES = {
    "two characters": "樱桃",
    "four characters": "推荐一位",
    "a rare name": "万俟",
    "one character": "茶",
    "two words": "体检 偏高",
    "an English prefix": "physio",
}
LIMIT = 50
RAW = f"""
SELECT e.id, e.day, e.text FROM entry_index x JOIN entry e ON e.id = x.rowid & {ID_MASK}
WHERE entry_index MATCH ? ORDER BY x.rowid DESC LIMIT {LIMIT}"""


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """The entries alone and the raw query by turns, then everything (contacts, favours), on warm connections."""
    rows = []
    for size, path in journals.items():
        session = Session.open(path)
        raw: Any = dbapi2.connect(str(path))
        for name, text in QUERIES.items():
            entries, everything = parse(f"kind:entry {text}", UNTIL), parse(text, UNTIL)
            match = match_expression(everything.words, everything.phrases)

            def by_hand(expression: str = match) -> None:
                raw.execute(RAW, (expression,)).fetchall()  # noqa: B023 - called in this round

            def by_us(query: SearchQuery = entries) -> None:
                session.reads.search(query, LIMIT)  # noqa: B023 - called in this round

            ours: list[float] = []
            theirs: list[float] = []
            whole = []
            for turn in range(rounds * 4):
                # Who comes first finds the processor's memory cold: now the one, now the other.
                for kept, search in ((ours, by_us), (theirs, by_hand))[:: 1 if turn % 2 else -1]:
                    kept.append(milliseconds(search))
                whole.append(milliseconds(session.reads.search, everything, LIMIT))
            rows.append(Measurement(f"search entries: {name}", ours, Goal(times=2), theirs, size))
            rows.append(
                Measurement(f"search everything: {name}", whole, Goal(p95=16 if size <= 1000 else 25), size=size)
            )
        raw.close()
        session.close()
    return rows
