"""Makes journals of any size, the same for the same numbers: `python -m tests.bench.make_journal OUT --entries N`.

Twenty years up to `--until`, Chinese and English, as skewed as life: one contact holds a fifth of the entries, a few
hold most of the rest. Every twentieth entry has a file, every favour starts in an entry and goes as far as it went.
Rows are written past the services (a lifetime in under a minute), the index is filled as the store fills it.
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from relationship_journal.services.session import Session
from relationship_journal.store import pinyin, search_index
from relationship_journal.store.connection import Connection, connect
from relationship_journal.store.opening import make_new
from relationship_journal.store.statements import inserting
from relationship_journal.store.words import indexed
from tests.bench.invented_notes import name, note, organisation

SEED = 20260430
YEARS = 20
UNTIL = date(2026, 4, 30)
KINDS = ["call"] * 6 + ["message"] * 5 + ["meeting"] * 3 + ["meal", "visit", "event", "note"]
FACETS = "weekend partner parents children health curiosity hobby food hometown expertise work".split()
RECEIVED = ["asked", "granted", "acted_on", "thanked", "returned"]
GIVEN = ["asked", "promised", "done", "acknowledged"]
DOMAINS = {1: "personal", 2: "personal", 3: "expertise", 4: "trade", 5: "work", 6: "work"}
WEIGHTS = {1: 1, 2: 2, 3: 3, 4: 5, 5: 8, 6: 13}
Row = dict[str, Any]


class Journal:
    """The rows of one journal, made in order from one source of chance."""

    def __init__(self, *, entries: int, contacts: int, favours: int, until: date) -> None:
        self.chance = random.Random(SEED)
        self.entries, self.contacts, self.favours, self.until = entries, contacts, favours, until
        self.places: list[tuple[int, int, date]] = []  # entry, contact and day, where favours may start

    def contact_rows(self) -> Iterator[Row]:
        """Contacts, ids from 1; the first ones are met most."""
        for number in range(1, self.contacts + 1):
            called = name(self.chance)
            yield {
                "id": number,
                "name": called,
                "org": organisation(self.chance),
                "title": self.chance.choice(["经理", "主任", "总监", "Director", "Buyer", ""]),
                "sort_key": pinyin.sort_key(called),
                "keys": pinyin.keys(called),
            }

    def facet_rows(self) -> Iterator[Row]:
        """Two facets of each life."""
        for number in range(1, self.contacts + 1):
            for position, kind in enumerate(self.chance.sample(FACETS, 2)):
                text = note(self.chance, length=20)[:40]
                yield {"contact_id": number, "position": position, "kind": kind, "text": text}

    def whose(self) -> int:
        """Whose entry the next one is: the first contact's for one in five, else skewed towards those that follow."""
        if self.chance.random() < 0.2:
            return 1
        number = int(10 * self.chance.paretovariate(0.6)) - 8
        return number if number <= self.contacts else self.chance.randint(1, self.contacts)

    def where_asked(self, favours: dict[int, int]) -> tuple[int, int, date]:
        """Where the next favour starts: nobody asks one person much more than others, however often they meet."""
        for _ in range(50):
            entry, contact, day = self.chance.choice(self.places)
            if favours.get(contact, 0) < max(40, 4 * self.favours // self.contacts):
                break
        favours[contact] = favours.get(contact, 0) + 1
        return entry, contact, day

    def entry_rows(self) -> Iterator[Row]:
        """Entries from the oldest to the newest, ids from 1."""
        days = YEARS * 365
        for number in range(1, self.entries + 1):
            day = self.until - timedelta(days=days - 1 - number * (days - 1) // self.entries)
            self.places.append((number, self.whose(), day))
            yield {
                "id": number,
                "kind": self.chance.choice(KINDS),
                "day": day.isoformat(),
                "time": f"{self.chance.randint(8, 20):02}:{self.chance.randint(0, 59):02}",
                "text": note(self.chance),
                "source": "typed",
            }

    def favour_rows(self) -> Iterator[tuple[Row, list[Row]]]:
        """Favours with their steps, ids from 1: most loops are closed, some stand open at each step."""
        favours: dict[int, int] = {}
        for number in range(1, self.favours + 1):
            entry, contact, day = self.where_asked(favours)
            given = self.chance.random() < 0.3
            rung = min(6, 1 + int(self.chance.expovariate(0.8)))
            kinds = GIVEN if given else RECEIVED
            taken = kinds if self.chance.random() < 0.8 else kinds[: self.chance.randint(1, len(kinds))]
            favour = {
                "id": number,
                "contact_id": contact,
                "title": note(self.chance, length=10)[:24],
                "direction": "given" if given else "received",
                "rung": rung,
                "domain": DOMAINS[rung],
                "weight": WEIGHTS[rung],
            }
            steps = []
            for place, kind in enumerate(taken):
                steps.append(
                    {
                        "favour_id": number,
                        "kind": kind,
                        "day": min(day, self.until).isoformat(),
                        "entry_id": None if place else entry,
                        "weight": WEIGHTS[rung] + 1 if kind == "returned" else None,
                    }
                )
                day += timedelta(days=self.chance.randint(1, 12))
            yield favour, steps


def file_rows(entries: list[Row]) -> dict[str, list[Row]]:
    """A small text file on each of these entries: its content, the one chunk of it, and the attachment."""
    made: dict[str, list[Row]] = {"content": [], "chunk": [], "attachment": []}
    for entry in entries:
        content = f"{entry['id']}\n{entry['text']}".encode()
        sha256 = hashlib.sha256(content).hexdigest()
        made["content"].append({"sha256": sha256, "size": len(content)})
        made["chunk"].append({"sha256": sha256, "number": 0, "content": content})
        attachment = {"entry_id": entry["id"], "name": "note.txt", "sha256": sha256, "media_type": "text/plain"}
        made["attachment"].append(attachment)
    return made


def write(connection: Connection, table: str, rows: list[Row]) -> None:
    """Insert rows of one shape."""
    if rows:
        connection.executemany(inserting(table, tuple(rows[0])), rows)


def make(path: Path, *, entries: int, contacts: int, favours: int, until: date = UNTIL) -> None:
    """Make the journal at `path`, where nothing may stand."""
    make_new(path)
    journal = Journal(entries=entries, contacts=contacts, favours=favours, until=until)
    connection = connect(path, writing=True)
    connection.create_function("indexed", 1, indexed, deterministic=True)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN IMMEDIATE")
    write(connection, "contact", list(journal.contact_rows()))
    write(connection, "facet", list(journal.facet_rows()))
    made = list(journal.entry_rows())
    write(connection, "entry", made)
    write(
        connection,
        "entry_contact",
        [
            {"contact_id": contact, "day": row["day"], "time": row["time"], "entry_id": entry, "kind": row["kind"]}
            for row, (entry, contact, _) in zip(made, journal.places, strict=True)
        ],
    )
    for table, rows in file_rows(made[::20]).items():
        write(connection, table, rows)
    recorded = list(journal.favour_rows())
    write(connection, "favour", [favour for favour, _ in recorded])
    write(connection, "step", [step for _, steps in recorded for step in steps])
    for filling in search_index.FILLING.values():
        connection.execute(filling)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    session = Session.open(path)
    for _ in session.marks.settle(until):
        pass
    session.close()


def main(arguments: list[str]) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.make_journal", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--contacts", type=int, help="default: a tenth of the entries, at least 1")
    parser.add_argument("--favours", type=int, help="default: a fifth of the entries")
    parser.add_argument("--until", type=date.fromisoformat, default=UNTIL, help="the newest day (default %(default)s)")
    asked = parser.parse_args(arguments)
    contacts = asked.contacts if asked.contacts is not None else max(1, asked.entries // 10)
    favours = asked.favours if asked.favours is not None else asked.entries // 5
    make(asked.out, entries=asked.entries, contacts=contacts, favours=favours, until=asked.until)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
