"""The plan of the week, how the review ends, and what is left of it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.plan import Section
from relationship_journal.services.session import Session
from relationship_journal.ui.review.narrow_bar import Tab
from relationship_journal.ui.review.saving import FORMS, ask_and_save
from relationship_journal.ui.review.sheets import HistorySheet
from relationship_journal.ui.widgets import Label, Sheet
from tests.ui.conftest import Wait

from .conftest import TODAY, Sitting, close, window_on

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def test_days_and_order_by_keys(sitting: Sitting) -> None:
    """T goes to the plan; Right is a day later, Alt+Down a place lower, Delete takes out; Ctrl+Z takes it back."""
    sitting.press("ppp")
    slots = sitting.page.plan.plan
    assert [slot.item.day for slot in slots.slots[:3] if slot.item] == [TODAY + timedelta(days=n) for n in (1, 2, 3)]
    sitting.press("t")
    assert slots.slots[0].hasFocus()
    sitting.press(Qt.Key.Key_Right)
    assert sitting.page.model.plan[0].day == TODAY + timedelta(days=2)
    first, second, third = sitting.planned()
    sitting.press(Qt.Key.Key_Down, ALT)
    assert sitting.planned() == [second, first, third]
    assert slots.slots[1].hasFocus()
    sitting.press(Qt.Key.Key_Delete)
    assert sitting.planned() == [second, third]
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.wait(lambda: sitting.planned() == [second, first, third])
    sitting.press(Qt.Key.Key_Escape)
    assert sitting.page.rows.hasFocus()


def test_dragged_to_another_place(sitting: Sitting) -> None:
    """The first slot is dragged below the third."""
    sitting.press("ppp")
    first, second, third = sitting.planned()
    slots = sitting.page.plan.plan.slots
    grip = QPoint(200, slots[0].height() // 2)
    QTest.mousePress(slots[0], LEFT, pos=grip)
    QTest.mouseMove(slots[0], grip + QPoint(0, 30))
    low = slots[0].mapFromGlobal(slots[2].mapToGlobal(QPoint(200, slots[2].height() - 4)))
    QTest.mouseMove(slots[0], low)
    QTest.mouseRelease(slots[0], LEFT, pos=low)
    sitting.settle()
    assert sitting.planned() == [second, third, first]


def test_something_of_ones_own_and_more_than_a_week_holds(sitting: Sitting) -> None:
    """A free slot takes words of one's own; an eighth thing is allowed, and said to be much."""
    slots = sitting.page.plan.plan
    for number in range(8):
        QTest.mouseClick(slots.slots[min(number, 6)], LEFT, pos=QPoint(150, 20)) if number < 7 else slots.write_own()
        QTest.keyClicks(slots.editor, f"Thing {number}")
        QTest.keyClick(slots.editor, Qt.Key.Key_Return)
        sitting.settle()
    assert sitting.planned() == [f"Thing {number}" for number in range(8)]
    texts = [label.text() for label in slots.findChildren(Label) if label.isVisible()]
    assert "More than a week holds." in texts


def test_finished_and_ticked_off(sitting: Sitting) -> None:
    """Without a plan the first rows are taken; the page says what is left; Space ticks; the badge is gone."""
    sitting.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.wait(lambda: sitting.page.model.finished)
    assert sitting.page.finished.sentence.text() == "The review is saved. 3 rows still wait."
    assert sitting.journal.review._tab.badge == ""
    assert len(sitting.planned()) == 6
    sitting.page.plan.plan.slots[0].setFocus()
    sitting.press(Qt.Key.Key_Space)
    assert sitting.page.model.plan[0].done
    QTest.mouseClick(sitting.page.finished.again, LEFT)
    sitting.settle()
    assert not sitting.page.model.finished
    assert sitting.page.model.progress.left == 9


def test_history(sitting: Sitting) -> None:
    """H lists the review that was saved with what was done of its plan."""
    sitting.press("p")
    sitting.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.wait(lambda: sitting.page.model.finished)
    sitting.press("h")
    sitting.wait(lambda: isinstance(QApplication.activeModalWidget(), HistorySheet))
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, HistorySheet)
    texts = [label.text() for label in sheet.findChildren(Label)]
    assert "Wednesday 10 June" in texts
    assert "0 of 1 planned thing done" in texts
    sheet.close()


def test_every_key_is_shown(sitting: Sitting) -> None:
    """`?` lists them; Escape closes the list and the row stays open."""
    QTest.keyClicks(sitting.page.rows, "?")
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, Sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sitting.page.rows.is_open


@pytest.mark.parametrize(("form", "begins"), [(0, b"%PDF"), (1, b"<!DOCTYPE html>"), (2, b"# Weekly review")])
def test_saved_as_a_file(sitting: Sitting, form: int, begins: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF, web page and Markdown are written where the user said."""
    path = sitting.home / f"week.{FORMS[form].ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    assert sitting.desk.context is not None
    ask_and_save(sitting.desk.context, FORMS[form], sitting.page)
    sitting.wait(path.exists)
    sitting.settle()
    assert path.read_bytes().startswith(begins)


def test_narrow_windows_have_a_tab_for_the_plan(sitting: Sitting) -> None:
    """At 1024 the sections are under a button and the plan is a tab; wide again, all stand beside each other."""
    sitting.press("p")
    sitting.desk.window.resize(1024, 640)
    sitting.settle()
    page = sitting.page
    assert page.is_narrow
    assert not page.sections.isVisible()
    assert not page.plan.isVisible()
    QTest.mouseClick(page.bar.tabs.button(Tab.PLAN), LEFT)
    assert page.plan.isVisible()
    page.show_section(Section.WAITING)
    assert page.rows.isVisible()
    assert sitting.current() == "Jonas Weber"
    sitting.desk.window.resize(1440, 900)
    sitting.settle()
    assert page.sections.isVisible()
    assert page.plan.isVisible()
    assert page.rows.isVisible()


def test_it_opens_by_itself_on_its_day_and_only_once(application: QApplication, journal_file: Path, wait: Wait) -> None:
    """On a Monday the review is in view; closed and opened again on that day, the journal is."""
    monday = date(2026, 6, 15)

    def shown() -> bool:
        desk = window_on(application, journal_file, lambda: monday)
        sitting = Sitting(desk, wait, journal_file.parent)
        wait(lambda: sitting.journal.review._tab.badge)
        sitting.settle()
        visible = sitting.journal.review.page.isVisible()
        close(desk)
        return visible

    assert [shown(), shown()] == [True, False]


def test_a_finished_review_says_so_after_a_restart(application: QApplication, journal_file: Path, wait: Wait) -> None:
    """Finished, closed, opened again on the same day: the page says that it is saved, and offers no second finish."""
    session = Session.open(journal_file)
    session.review.save(TODAY)
    session.close()
    sitting = Sitting(window_on(application, journal_file), wait, journal_file.parent)
    wait(lambda: sitting.journal.review.model.review is not None)
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    sitting.wait(sitting.page.finished.isVisible)
    assert sitting.page.finished.sentence.text() == "The review is saved. 3 rows still wait."
    assert not sitting.page.finished.finish.isVisible()
    close(sitting.desk)


def test_it_does_not_open_in_the_middle_of_work(application: QApplication, tmp_path: Path, wait: Wait) -> None:
    """On a Monday somebody begins a journal and brings in a first note: the tab counts it, the page stays.

    The festival of that week, which is all that the review had to say before, is no reason to open it either.
    """
    path = tmp_path / "journal.rjdb"
    Session.open(path, create=True).close()
    sitting = Sitting(window_on(application, path, lambda: date(2026, 6, 15)), wait, tmp_path)
    wait(lambda: sitting.journal.review.model.review is not None)
    sitting.session.journal.keep(EntryDraft("Nobody's note", date(2026, 6, 15)))
    wait(lambda: sitting.journal.review._tab.badge == "2")
    sitting.settle()
    assert not sitting.journal.review.page.isVisible()
    close(sitting.desk)


def test_on_other_days_only_the_badge_tells(application: QApplication, journal_file: Path, wait: Wait) -> None:
    """On a Wednesday the journal stays in view, and the tab says how many rows wait and how long they take."""
    desk = window_on(application, journal_file)
    sitting = Sitting(desk, wait, journal_file.parent)
    tab = sitting.journal.review._tab
    wait(lambda: tab.badge == "9")
    assert not sitting.journal.review.page.isVisible()
    assert tab.toolTip() == "Review, about 4 minutes"
    close(desk)
