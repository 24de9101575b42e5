"""Editing on the timeline: in place, by the menu, and taking rows away; what is on disk afterwards."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.entry import EntryKind
from relationship_journal.ui.context import Context
from relationship_journal.ui.timeline.row_menu import row_menu
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show, current_text, enter_rows, focused, press

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_enter_edits_in_place(journal: Journal, show: Show, wait: Wait) -> None:
    """Enter opens the text where it stands, Ctrl+Enter keeps it, Escape leaves it as it was."""
    entry = journal.keep("Called Helen.")
    page = show(journal.helen)
    enter_rows(page, wait)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), " She laughed.")
    press(Qt.Key.Key_Return, CONTROL)
    wait(lambda: journal.texts(journal.helen) == ["Called Helen. She laughed."])
    wait(lambda: page.deeds.editor is None)
    wait(page.view.open_row.hasFocus)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), " Not this.")
    press(Qt.Key.Key_Escape)
    assert page.deeds.editor is None
    assert journal.session.reads.entry(entry).text == "Called Helen. She laughed."


def test_a_time_that_is_none_is_refused_with_the_text_still_there(journal: Journal, show: Show, wait: Wait) -> None:
    """What the services refuse is said in the editor; nothing that was typed is lost."""
    journal.keep("Called Helen.")
    page = show(journal.helen)
    enter_rows(page, wait)
    press(Qt.Key.Key_Return)
    editor = page.deeds.editor
    assert editor is not None
    editor.time.setText("25:99")
    QTest.keyClicks(editor.text, " More.")
    press(Qt.Key.Key_Return, CONTROL)
    wait(editor.error.isVisible)
    assert editor.text.text() == "Called Helen. More."
    assert journal.texts(journal.helen) == ["Called Helen."]


def test_going_elsewhere_keeps_what_was_edited(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """A click on somebody else while an entry is edited keeps the edit and says so; it can be undone."""
    journal.keep("Called Helen.")
    page = show(journal.helen)
    enter_rows(page, wait)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), " She laughed.")
    context.selection.choose(journal.wang)
    wait(lambda: journal.texts(journal.helen) == ["Called Helen. She laughed."])
    wait(lambda: bool(journal.notices))
    assert journal.notices[-1].label is not None


def test_a_click_on_another_row_ends_editing(journal: Journal, show: Show, wait: Wait) -> None:
    """The edit is kept, the editor closes, and the row that was clicked is current."""
    journal.keep("Newer", time="10:00")
    journal.keep("Older", days_ago=1)
    page = show(journal.helen)
    enter_rows(page, wait)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), " mended")
    corner = page.view.row_rect(1).topLeft()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=corner + QPoint(200, 30))
    assert page.deeds.editor is None
    wait(lambda: journal.texts(journal.helen) == ["Newer mended", "Older"])
    assert current_text(page) == "Older"


def test_delete_removes_and_the_notice_undoes(journal: Journal, show: Show, wait: Wait) -> None:
    """Delete takes the row away, the next one becomes current, and the notice brings it back."""
    journal.keep("Newer", time="10:00")
    journal.keep("Older", days_ago=1)
    page = show(journal.helen)
    enter_rows(page, wait)
    press(Qt.Key.Key_Delete)
    wait(lambda: journal.texts(journal.helen) == ["Older"])
    wait(lambda: bool(journal.notices) and len(page.model.window.rows) == 1)
    assert "Older" in page.view.open_row.accessibleName()
    undo = journal.notices[-1].act
    assert undo is not None
    undo()
    wait(lambda: journal.texts(journal.helen) == ["Newer", "Older"])


def test_several_rows_are_removed_as_one(journal: Journal, show: Show, wait: Wait) -> None:
    """Shift and arrows select; one Delete removes them, one undo brings all back."""
    for number in range(4):
        journal.keep(f"n{number}", days_ago=number)
    page = show(journal.helen)
    enter_rows(page, wait)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    assert len(page.deeds.chosen()) == 3
    press(Qt.Key.Key_Delete)
    wait(lambda: journal.texts(journal.helen) == ["n3"])
    wait(lambda: bool(journal.notices))
    journal.session.history.undo()
    assert len(journal.texts(journal.helen)) == 4


def test_the_menu_changes_kind_and_day(journal: Journal, show: Show, wait: Wait) -> None:
    """Kind and day are mended from the menu; the row moves to its new day."""
    entry = journal.keep("Lunch near the plant")
    page = show(journal.helen)
    page.deeds.change_kind(page.deeds.chosen(), EntryKind.MEAL)
    wait(lambda: journal.session.reads.entry(entry).kind is EntryKind.MEAL)
    wait(lambda: page.model.window.rows[0].entry is not None and page.model.window.rows[0].revision > 0)
    page.deeds.change_day(page.deeds.chosen())
    popover = QApplication.activePopupWidget()
    assert popover is not None
    QTest.keyClicks(focused(), "yesterday")
    press(Qt.Key.Key_Return)
    wait(lambda: journal.session.reads.entry(entry).day == TODAY - timedelta(days=1))
    menu = row_menu(page.deeds.chosen(), page.deeds, page.view)
    assert "Change day…" in [action.text() for action in menu.actions()]
