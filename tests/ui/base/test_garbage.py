"""A widget left in a cycle is freed on the UI thread, whoever allocates meanwhile."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.ui.garbage import Garbage


class Row(QWidget):
    """A widget that holds itself, as one does that connects a signal to its own lambda."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


@pytest.fixture
def garbage(application: QApplication) -> Iterator[Garbage]:
    """The program's collector, taken back afterwards."""
    made = Garbage()
    made.collect()
    yield made
    made.deleteLater()
    gc.unfreeze()


def test_a_reading_thread_frees_no_widget(garbage: Garbage) -> None:
    """A reader makes a hundred thousand values, which would make Python collect there; the widget waits for us."""
    freed_on: list[int] = []
    row = Row()
    weakref.finalize(row, lambda: freed_on.append(threading.get_ident()))
    del row
    reader = threading.Thread(target=lambda: [[number] for number in range(100_000)])
    reader.start()
    reader.join()
    assert freed_on == []
    for _ in range(100):
        made = [[number] for number in range(5_000)]
        garbage.collect()
        del made
    assert freed_on == [threading.get_ident()]


def test_a_whole_journal_is_not_looked_through(garbage: Garbage) -> None:
    """What was read at once, and is still held, is set aside; cycles made later are found as before."""
    journal = [[number] for number in range(40_000)]
    garbage.collect()
    assert gc.get_freeze_count() > len(journal)
    freed: list[bool] = []
    row = Row()
    weakref.finalize(row, lambda: freed.append(True))
    del row
    made = [[number] for number in range(5_000)]
    garbage.collect()
    assert freed == [True]
    del made, journal
