"""What the panes read when a contact is chosen: a page of the timeline, the next step."""

import random
from pathlib import Path

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.next_step import next_step
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.domain.situation import Situation
from relationship_journal.services.session import Session
from tests.bench.keeping import milliseconds
from tests.bench.make_journal import UNTIL
from tests.bench.measurement import Goal, Measurement


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Reads on a warm connection, contacts in random order."""
    rows = []
    for size, path in journals.items():
        session = Session.open(path)
        reads, settings = session.reads, session.settings.numbers()
        ids = [row.id for row in reads.contact_rows(UNTIL)]
        chosen = [ContactId(1), *random.Random(3).choices(ids, k=rounds * 10)]

        def step(contact: ContactId) -> None:
            next_step(Situation(reads.relationship(contact), settings, UNTIL))  # noqa: B023 - called in this round

        pages = [milliseconds(reads.timeline, contact) for contact in [EVERYONE, *chosen]]
        rows += [
            Measurement("timeline: the first page", pages, Goal(p95=16), size=size),
            Measurement(
                "next step for one contact",
                [milliseconds(step, contact) for contact in chosen],
                Goal(median=10),
                size=size,
            ),
        ]
        session.close()
    return rows
