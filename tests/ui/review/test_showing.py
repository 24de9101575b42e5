"""What it costs to turn to the review, counted: what was made before, and that nothing is painted twice."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.ui import tasks

from .conftest import Sitting

_CTRL = Qt.KeyboardModifier.ControlModifier


class Seen(QObject):
    """Counts paints while it is installed."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Paint:
            self.painted[watched] += 1
        return False


def turned_to(sitting: Sitting) -> Seen:
    """What is seen from the journal's page by Ctrl+2 until the review is painted."""
    application = QApplication.instance()
    assert application is not None
    seen = Seen()
    application.installEventFilter(seen)
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_2, _CTRL)
    sitting.wait(lambda: seen.painted[sitting.page.rows.viewport()])
    for _ in range(3):
        QCoreApplication.processEvents()
    application.removeEventFilter(seen)
    return seen


def test_what_changed_is_there_at_the_first_paint(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody was added on the journal's page: the review is gathered again, painted once, and nothing of it twice."""
    monkeypatch.setattr(tasks, "_WAITED_FOR", 5.0)  # a busy machine would paint the rows of before first
    row = sitting.page.rows.open_row
    sitting.wait(lambda: row.height() == row.wanted_height(row.width()))  # it opens step by step
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_1, _CTRL)
    sitting.settle()
    sitting.session.contacts.add(ContactDraft("Nora"))
    sitting.settle()
    seen = turned_to(sitting)
    inside = [widget for widget in seen.painted if sitting.page.isAncestorOf(widget)]
    assert sitting.page.rows.viewport() in inside
    assert {type(widget).__name__ for widget in inside if seen.painted[widget] > 1} == set()


def test_the_page_is_made_before_it_is_wanted(sitting: Sitting) -> None:
    """The opened window rests: the review's page stands there, and turning to it makes nothing but its words."""
    sitting.desk.close_journal()
    assert sitting.desk.open(sitting.home / "journal.rjdb")
    journal = sitting.journal
    sitting.wait(lambda: journal.afterwards.is_finished)
    assert list(journal.review.preparing) == []
    made = set(sitting.page.findChildren(QWidget))
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_2, _CTRL)
    sitting.wait(lambda: sitting.page.model.current_line is not None)
    more = {type(widget).__name__ for widget in set(sitting.page.findChildren(QWidget)) - made}
    assert more <= {"PlanSlot", "ReasonLine", "Label"}
