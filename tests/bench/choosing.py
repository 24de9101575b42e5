"""Choosing a contact with the mouse, until header, timeline and ladder have painted them: what a user waits for."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId
from tests.bench.event_loop import Sight, run_for
from tests.bench.measurement import Goal, Measurement
from tests.bench.open_window import OpenWindow, open_window

THE_LARGEST = ContactId(1)


def choose(shown: OpenWindow, sight: Sight, contact: ContactId) -> float:
    """Milliseconds from the press of the button to the paint of the last pane that shows the contact."""
    index = shown.row_of(contact)
    run_for(1)
    return sight.wait(lambda: shown.click(index), panes_showing(shown, contact))


def panes_showing(shown: OpenWindow, contact: ContactId) -> dict[QWidget, Callable[[], object]]:
    """The timeline and the ladder, each with the condition that it shows this contact."""
    page, ladder = shown.page.timeline, shown.page.ladder
    header, timeline = page.header.model, page.model

    def timeline_shows() -> bool:
        return timeline.scope == contact and header.facts is not None and header.facts.contact.id == contact

    def ladder_shows() -> bool:
        return ladder.model.shown is not None and ladder.model.shown.contact.id == contact

    return {page.view.viewport(): timeline_shows, ladder.full: ladder_shows}


def measure(journals: dict[int, Path], rounds: int) -> list[Measurement]:
    """Contacts in random order, each clicked; the one with a fifth of all entries apart, by turns with others."""
    rows = []
    for size, path in journals.items():
        goal = Goal(p95=16 if size <= 1000 else 25)
        with open_window(path) as shown:
            sight = Sight()
            everybody = [row.id for row in shown.page.sidebar.people.everybody]
            chance = random.Random(11)
            for contact in chance.choices(everybody, k=10):
                choose(shown, sight, contact)
            anyone, largest = [], []
            for _ in range(rounds * 4):
                contact = chance.choice([one for one in everybody if one != shown.context.selection.contact])
                anyone.append(choose(shown, sight, contact))
                shown.rest()
                largest.append(choose(shown, sight, THE_LARGEST))
                shown.rest()
        rows.append(Measurement("choose a contact → timeline and ladder painted", anyone, goal, size=size))
        rows.append(Measurement("… the one with a fifth of all entries", largest, goal, size=size))
    return rows
