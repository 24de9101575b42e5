"""Many files dropped on the window, read by the process beside the program: it is killed, or stands still."""

import os
import signal
import sys
from pathlib import Path

import pytest

from relationship_journal.beside import the_process
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.ui.context import Context
from relationship_journal.ui.drop.progress_card import ProgressCard
from relationship_journal.ui.drop.taking_in import take_in
from tests.ui.conftest import Wait

from .conftest import Journal, Show, files, told

pytestmark = pytest.mark.usefixtures("fresh_process")


def notes(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number:03}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"note {path.stem}", "utf-8")
    return paths


def begun(wait: Wait) -> int:
    """The number of the process, as soon as there is one."""
    wait(lambda: the_process.number is not None)
    number = the_process.number
    assert number is not None
    return number


def test_a_killed_process_loses_no_file(journal: Journal, context: Context, wait: Wait, tmp_path: Path) -> None:
    """Forty files, and the process that reads them is killed: all are kept, with their words."""
    paths = notes(tmp_path, 40)
    assert take_in(context, files(*paths), (journal.helen,), each=True) is not None
    os.kill(begun(wait), signal.SIGTERM)
    wait(lambda: told(journal) == "Kept 40 entries.", 30)
    assert sorted(journal.texts(journal.helen)) == [f"note {path.stem}" for path in paths]


@pytest.mark.skipif(sys.platform == "win32", reason="nothing stops a process there")
def test_stopping_waits_for_no_file_that_hangs(
    journal: Journal, context: Context, show: Show, wait: Wait, tmp_path: Path
) -> None:
    """The process stands still in the middle; a click on the card, and it is over, and the process gone."""
    page = show(journal.helen)
    cards: list[ProgressCard] = []
    taking = take_in(
        context,
        files(*notes(tmp_path, 200)),
        (journal.helen,),
        each=True,
        show=lambda begun: cards.append(ProgressCard(begun, page.window())),
    )
    assert taking is not None
    number = begun(wait)
    os.kill(number, signal.SIGSTOP)
    cards[0].take_back.click()
    wait(lambda: told(journal) == "Stopped. Nothing was kept.")
    assert journal.texts(EVERYONE) == []
    assert the_process.number != number
