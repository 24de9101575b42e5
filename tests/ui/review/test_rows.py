"""The rows of the review, dealt with by keys and clicks."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.plan import Section

from .conftest import Sitting, close, window_on

CTRL = Qt.KeyboardModifier.ControlModifier


def test_walking_by_keys(sitting: Sitting) -> None:
    """The oldest loop is open first; j, k, arrows, brackets and End walk; every row is met once."""
    assert sitting.current() == "Helen Zhou"
    names = ["Helen Zhou"]
    for _row in range(7):
        sitting.press("j")
        names.append(sitting.current())
    assert names == [
        "Helen Zhou",
        "Aiko Tanabe",
        "Victor Adeyemi",
        "Jonas Weber",
        "Amira Haddad",
        "Paul Dubois",
        "Marcus Reid",
        "",
    ]
    sitting.press("k")
    sitting.press(Qt.Key.Key_Up)
    assert sitting.current() == "Paul Dubois"
    sitting.press(Qt.Key.Key_Home)
    sitting.press("]")
    assert sitting.current() == "Victor Adeyemi"
    sitting.press("[")
    assert sitting.current() == "Helen Zhou"


def test_done_records_the_step_and_goes_on(sitting: Sitting) -> None:
    """D on the loop records *thanked* today; its row stays, with a check; Ctrl+Z takes it back."""
    sitting.press("d")
    assert sitting.steps(1)[-1] == "thanked"
    assert sitting.current() == "Aiko Tanabe"
    line = sitting.page.model.lines[Section.CLOSE_LOOPS][0]
    assert (line.said, line.how_said) == ("Thanked: Optician", "Done today")
    assert sitting.page.sections.summary.text().startswith("1 of 9 done, about ")
    assert sitting.journal.review._tab.badge == "8"
    sitting.press(Qt.Key.Key_Z, CTRL)
    sitting.wait(lambda: sitting.page.model.lines[Section.CLOSE_LOOPS][0].how is None)
    assert sitting.steps(1)[-1] == "acted_on"
    assert sitting.journal.review._tab.badge == "9"


def test_a_section_folds_when_all_its_rows_are_done(sitting: Sitting) -> None:
    """After both loops the section is one line; a click on it shows its rows again."""
    sitting.press("d")
    assert sitting.page.rows.rect_of_fold(Section.CLOSE_LOOPS).isEmpty()
    sitting.press("d")
    fold = sitting.page.rows.rect_of_fold(Section.CLOSE_LOOPS)
    assert not fold.isEmpty()
    QTest.mouseClick(sitting.page.rows.viewport(), Qt.MouseButton.LeftButton, pos=fold.center())
    assert sitting.page.rows.rect_of_fold(Section.CLOSE_LOOPS).isEmpty()
    assert not sitting.page.rows.rect_of(sitting.page.model.lines[Section.CLOSE_LOOPS][0].key).isEmpty()


def test_planned_and_snoozed(sitting: Sitting) -> None:
    """P puts the row on the first free day; S puts the next one off by a week; both leave the count."""
    sitting.press("p")
    assert sitting.planned() == ["Tell them how “Optician” went"]
    item = sitting.page.model.plan[0]
    assert item.day is not None
    assert item.day.isoformat() == "2026-06-11"
    sitting.press("s")
    snooze = sitting.session.reads.snoozes()[0]
    assert (snooze.favour, snooze.until.isoformat()) == (2, "2026-06-17")
    assert [line.how_said for line in sitting.page.model.lines[Section.CLOSE_LOOPS]] == ["In the plan", "Snoozed"]
    assert sitting.page.model.progress.left == 7


def test_an_ask_made_here_does_not_come_back_under_waiting(sitting: Sitting) -> None:
    """Amira is asked today: her row is done, and no new row appears in the sitting."""
    while sitting.current() != "Amira Haddad":
        sitting.press("j")
    before = sitting.page.model.progress.of
    sitting.press("d")
    assert sitting.page.model.progress.of == before
    assert len(sitting.page.model.lines[Section.WAITING]) == 1


def test_buttons_and_clicks(sitting: Sitting) -> None:
    """A click opens a row, another closes it; its buttons do what the keys do."""
    rows = sitting.page.rows
    second = sitting.page.model.lines[Section.CLOSE_LOOPS][1].key
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.rect_of(second).center())
    sitting.settle()
    assert sitting.current() == "Aiko Tanabe"
    sitting.wait(lambda: rows.open_row.height() == rows.open_row.wanted_height(rows.open_row.width()))
    QTest.mouseClick(rows.open_row.done_button, Qt.MouseButton.LeftButton)
    sitting.settle()
    assert sitting.steps(2)[-1] == "acted_on"
    sitting.page.model.focus(sitting.page.model.lines[Section.KEEP_MY_WORD][0].key)
    sitting.settle()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.open_row.pos() + QPoint(60, 20))
    assert sitting.current() == "Victor Adeyemi"


def test_words_are_copied_and_enter_closes_the_row(sitting: Sitting) -> None:
    """C copies what to say; Enter closes the row and opens it again; Esc closes it, and once more leaves."""
    QApplication.clipboard().clear()
    sitting.press("c")
    assert "Optician" in QApplication.clipboard().text()
    shown = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        sitting.press(key)
        shown.append((sitting.page.isVisible(), sitting.page.rows.is_open))
    assert shown == [(True, False), (True, True), (True, False), (False, False)]


def test_open_shows_the_contact_in_the_journal(sitting: Sitting) -> None:
    """O goes to the favour's contact; Ctrl+2 comes back to the same row."""
    sitting.press("j")
    sitting.press("o")
    assert not sitting.page.isVisible()
    assert sitting.desk.context is not None
    assert sitting.desk.context.selection.contact == 2
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_2, CTRL)
    sitting.settle()
    assert (sitting.page.isVisible(), sitting.current()) == (True, "Aiko Tanabe")


def test_what_cannot_be_put_off_says_so(sitting: Sitting) -> None:
    """A birthday comes when it comes: S says why, and the button is off."""
    while sitting.current() != "Marcus Reid":
        sitting.press("j")
    assert not sitting.page.rows.open_row.snooze_button.isEnabled()
    sitting.press("s")
    assert sitting.session.reads.snoozes() == ()
    assert sitting.current() == "Marcus Reid"


def test_a_half_done_review_goes_on_after_the_program_ended(sitting: Sitting, application: QApplication) -> None:
    """One row done, one planned, the program ends; in the next window six are left and the plan stands."""
    sitting.press("d")
    sitting.press("p")
    close(sitting.desk)
    sitting.desk = window_on(application, sitting.home / "journal.rjdb")
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_2, CTRL)
    sitting.wait(lambda: sitting.page.model.current_line is not None)
    sitting.settle()
    progress = sitting.page.model.progress
    assert (progress.done, progress.of, sitting.current()) == (2, 9, "Victor Adeyemi")
    assert sitting.planned() == ["Use what “Which tea” gave you"]


def test_rows_in_another_language(sitting: Sitting) -> None:
    """Switched while it runs: rows, sections and reasons are Chinese, the words to say too."""
    sitting.desk.use_language("zh")
    sitting.settle()
    try:
        assert sitting.page.rows.open_row.done_button.text() == "今天办了"
        assert "Optician" in sitting.page.rows.open_row.words.text()
        assert sitting.page.sections.buttons[Section.CLOSE_LOOPS].text() == "了结人情"
    finally:
        sitting.desk.use_language("en")


def test_after_undo_the_focus_is_on_the_row_that_came_back(sitting: Sitting) -> None:
    """Two rows done, the focus has moved on; undo takes back the second, and it has the focus again."""
    sitting.press("d")
    sitting.press("d")
    assert sitting.current() == "Victor Adeyemi"
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_Z, CTRL)
    sitting.wait(lambda: sitting.current() == "Aiko Tanabe")
    assert sitting.steps(2)[-1] == "granted"


def test_an_answer_is_recorded_by_one_key(sitting: Sitting) -> None:
    """Jonas was asked: Y means that he said yes, N on another kind of row nothing; buttons do the same."""
    sitting.press("n")
    assert sitting.current() == "Helen Zhou"
    assert not sitting.page.rows.open_row.yes_button.isVisible()
    while sitting.current() != "Jonas Weber":
        sitting.press("j")
    assert sitting.page.rows.open_row.yes_button.isVisible()
    sitting.press("y")
    assert sitting.steps(4) == ["asked", "granted"]
    assert [line.how_said for line in sitting.page.model.lines[Section.WAITING]] == ["They said yes"]
    assert [line.row.name for line in sitting.page.model.lines[Section.CLOSE_LOOPS]] == ["Helen Zhou", "Aiko Tanabe"]
    QTest.keyClick(sitting.desk.window, Qt.Key.Key_Z, CTRL)
    sitting.wait(lambda: sitting.current() == "Jonas Weber")
    QTest.mouseClick(sitting.page.rows.open_row.no_button, Qt.MouseButton.LeftButton)
    sitting.settle()
    assert sitting.steps(4) == ["asked", "declined"]


def test_a_review_that_is_finished_early_says_what_is_left(sitting: Sitting) -> None:
    """Two of nine rows done; Ctrl+Enter plans four of the others: three still wait, and the page says so."""
    sitting.press("d")
    sitting.press("d")
    sitting.press(Qt.Key.Key_Return, CTRL)
    sitting.wait(lambda: sitting.page.model.finished)
    assert sitting.page.finished.sentence.text() == "The review is saved. 3 rows still wait."
