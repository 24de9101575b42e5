"""The list of people by keyboard and mouse."""

import sys
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.drafts import ContactDraft, EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntrySource
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.ui.contact_dialogs.add_sheet import AddSheet
from relationship_journal.ui.ladder.rung_row import RungRow
from relationship_journal.ui.search.overlay import SearchOverlay
from relationship_journal.ui.sidebar import contacts_model
from relationship_journal.ui.sidebar.finding import Filter
from relationship_journal.values import replace

from .conftest import TODAY, Shell

PLAIN = Qt.KeyboardModifier.NoModifier


def test_people_stand_in_pinyin_order_with_what_is_unsorted_counted(shell: Shell) -> None:
    """Latin and Chinese names stand in one order; the notes without a person are counted above."""
    assert shell.names() == ["Helen Zhou", "Tom Okafor", "王建国"]
    assert (shell.page.sidebar.people.everyone, shell.page.sidebar.people.unsorted) == (3, 1)


def test_initials_find_a_chinese_name_and_enter_looks_at_it(shell: Shell) -> None:
    """`wjg` and Enter: 王建国 is in view, and the focus is in the list."""
    field = shell.page.sidebar.field
    QTest.keyClicks(field, "wjg")
    assert shell.names() == ["王建国"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    shell.rest()
    assert shell.context.selection.contact == shell.session.contacts.find("王建国").id
    QTest.keyClick(shell.page.sidebar.list, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(shell.names()) == 3


def test_a_letter_asks_for_the_rows_in_view_alone(shell: Shell) -> None:
    """Six hundred people, a letter typed and taken away again: Python is asked of what is painted, not of everybody."""
    with shell.session.batch(Gesture.IMPORTED):
        for number in range(600):
            shell.session.contacts.add(ContactDraft(f"Olga {number:03}"))
    shell.rest()
    shell.wait(lambda: shell.page.sidebar.people.everyone == 603)
    asked = [0]

    def count(frame: FrameType, event: str, _of: object) -> None:
        asked[0] += event == "call" and frame.f_code.co_filename == contacts_model.__file__

    field = shell.page.sidebar.field
    sys.setprofile(count)
    try:
        QTest.keyClicks(field, "o")
        QApplication.processEvents()
        field.backspace()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    assert shell.page.sidebar.people.rowCount() == 603
    assert asked[0] < 600


def test_people_are_found_by_company_nickname_tag_and_pinyin(shell: Shell) -> None:
    """Whatever is known of a name finds it, and two words have to fit both."""
    field = shell.page.sidebar.field
    for text, found in (
        ("delta", ["Tom Okafor"]),
        ("王总", ["王建国"]),
        ("客户", ["王建国"]),
        ("jianguo", ["王建国"]),
        ("tom paper", ["Tom Okafor"]),
        ("tom north", []),
        ("ok", ["Tom Okafor"]),
    ):
        field.setText(text)
        assert shell.names() == found, text


def test_whoever_is_chosen_elsewhere_stands_in_the_list(shell: Shell) -> None:
    """A name is typed and a filter set; a search result leads to somebody whom both hide: they give way."""
    sidebar = shell.page.sidebar
    QTest.keyClicks(sidebar.field, "wjg")
    QTest.mouseClick(sidebar.filters.button(Filter.OPEN_LOOPS), Qt.MouseButton.LeftButton)
    shell.page.search_for("Okafor")
    overlay = next(one for one in shell.desk.window.findChildren(SearchOverlay) if one.isVisible())
    shell.wait(lambda: overlay.model.hits > 0)
    QTest.keyClick(overlay.field, Qt.Key.Key_Return)
    shell.rest()
    tom = shell.session.contacts.find("Tom Okafor").id
    assert shell.context.selection.contact == tom
    assert (sidebar.field.text(), sidebar.people.filter) == ("", Filter.ALL)
    assert sidebar.list.selected() == (tom,)


def test_a_filter_stays_while_it_shows_who_is_chosen(shell: Shell) -> None:
    """Going through the people found one by one leaves what was typed."""
    sidebar = shell.page.sidebar
    QTest.keyClicks(sidebar.field, "o")
    assert len(shell.names()) > 0
    QTest.keyClick(sidebar.field, Qt.Key.Key_Return)
    shell.rest()
    assert sidebar.field.text() == "o"


def test_nobody_found_and_enter_adds_them(shell: Shell) -> None:
    """A name that is not there: the list says so, Enter opens the dialog with the name, Enter adds them."""
    sidebar = shell.page.sidebar
    QTest.keyClicks(sidebar.field, "Lin")
    assert sidebar.nobody.isVisible()
    assert "Lin" in sidebar.nobody.sentence.text()
    QTest.keyClick(sidebar.field, Qt.Key.Key_Return)
    sheet = shell.sheet(AddSheet)
    assert sheet.line.text() == "Lin"
    shell.wait(lambda: not sheet.line.line.hasSelectedText())  # one types on
    QTest.keyClicks(sheet.line.line, " Mei, Harbor Bank, #client")
    QTest.keyClick(sheet.line.line, Qt.Key.Key_Return)
    shell.rest()
    shell.wait(lambda: "Lin Mei" in shell.names())
    added = shell.session.contacts.find("Lin Mei")
    assert (added.org, added.tags) == ("Harbor Bank", ("client",))
    assert shell.context.selection.contact == added.id


def test_letters_typed_in_the_list_look_for_a_name(shell: Shell) -> None:
    """The list has the focus; a letter goes on into the field."""
    sidebar = shell.page.sidebar
    sidebar.list.go_to(0)
    QTest.keyClicks(sidebar.list, "t")
    assert sidebar.field.text() == "t"
    assert shell.names() == ["Tom Okafor"]


def test_arrows_choose_and_the_window_follows(shell: Shell) -> None:
    """Down from the field goes into the list; each arrow looks at the next person."""
    sidebar = shell.page.sidebar
    QTest.keyClick(sidebar.field, Qt.Key.Key_Down)
    QTest.keyClick(sidebar.list, Qt.Key.Key_Down)
    shell.rest()
    assert shell.page.timeline.header.name.text() == "Tom Okafor"
    QTest.mouseClick(sidebar.everyone, Qt.MouseButton.LeftButton)
    assert shell.scope() is EVERYONE
    assert sidebar.everyone.isChecked()
    assert sidebar.list.selected() == ()
    QTest.keyClick(sidebar.unsorted, Qt.Key.Key_Return)
    assert shell.scope() is UNSORTED


def test_filters_keep_only_open_loops(shell: Shell) -> None:
    """Helen has been asked for something: she alone stands under *Open loops*; Escape goes back to all."""
    helen = shell.session.contacts.find("Helen Zhou").id
    shell.session.favours.add(FavourDraft(helen, "Optician"), (StepDraft(StepKind.ASKED, TODAY),), today=TODAY)
    shell.rest()
    sidebar = shell.page.sidebar
    QTest.mouseClick(sidebar.filters.button(Filter.OPEN_LOOPS), Qt.MouseButton.LeftButton)
    shell.wait(lambda: shell.names() == ["Helen Zhou"])
    sidebar.list.go_to(0)
    QTest.keyClick(sidebar.list, Qt.Key.Key_Escape)
    assert len(shell.names()) == 3


def test_several_are_removed_at_once_and_taken_back_at_once(shell: Shell) -> None:
    """Two rows selected and Delete: both are in the trash; one undo brings both back."""
    sidebar = shell.page.sidebar
    sidebar.list.go_to(0)
    QTest.keyClick(sidebar.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(sidebar.list.selected()) == 2
    QTest.keyClick(sidebar.list, Qt.Key.Key_Delete)
    shell.rest()
    shell.wait(lambda: shell.names() == ["王建国"])
    shell.act("edit.undo")
    shell.wait(lambda: len(shell.names()) == 3)


def test_the_menu_copies_names(shell: Shell) -> None:
    """The menu of a row offers what can be done with it; copying puts the name on the clipboard."""
    sidebar = shell.page.sidebar
    sidebar.list.go_to(2)
    menu = sidebar.list.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Record a favour…", "Edit contact", "Copy name", "Remove contact"]
    menu.actions()[2].trigger()
    assert QGuiApplication.clipboard().text() == "王建国"


def test_a_note_dropped_on_a_name_is_kept_there(shell: Shell, tmp_path: Path) -> None:
    """A Chinese note dragged onto 王建国: the row says what would happen, then the entry is in the file."""
    note = tmp_path / "通话.md"
    note.write_text("王总说下周来厂里。", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(note))])
    listed = shell.page.sidebar.list
    at = listed.visualRect(listed.model().index(2, 0)).center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    for event in (
        QDragEnterEvent(at, copy, mime, left, PLAIN),
        QDragMoveEvent(at, copy, mime, left, PLAIN),
    ):
        QApplication.sendEvent(listed.viewport(), event)
    assert listed.itemDelegate().verb == "Keep 1 file here"  # type: ignore[attr-defined]
    QApplication.sendEvent(listed.viewport(), QDropEvent(QPointF(at), copy, mime, left, PLAIN))
    shell.rest()
    wang = shell.session.contacts.find("王建国").id
    shell.wait(lambda: shell.session.reads.timeline_count(wang) == 2)
    assert shell.session.reads.timeline(wang, None, None)[0].entry is not None
    assert {row.entry.text for row in shell.session.reads.timeline(wang, None, None) if row.entry} >= {
        "王总说下周来厂里。"
    }


def test_a_text_dropped_on_unsorted_is_kept_there(shell: Shell) -> None:
    """Text dragged from another program onto *Unsorted* is a note of nobody's."""
    mime = QMimeData()
    mime.setText("Ask about the parking space.")
    row = shell.page.sidebar.unsorted
    at, copy = QPoint(20, 10), Qt.DropAction.CopyAction
    QApplication.sendEvent(row, QDragEnterEvent(at, copy, mime, Qt.MouseButton.LeftButton, PLAIN))
    QApplication.sendEvent(row, QDropEvent(QPointF(at), copy, mime, Qt.MouseButton.LeftButton, PLAIN))
    shell.rest()
    shell.wait(lambda: shell.page.sidebar.people.unsorted == 2)


def test_from_the_list_of_people_a_key_leads_to_the_suggestions(shell: Shell) -> None:
    """A note was dropped on Tom's name and the keyboard is still in the list: Ctrl+R goes to its first chip."""
    tom = shell.look_at("Tom Okafor")
    draft = EntryDraft("Met Tom yesterday.\n- His daughter Ada sits her exams in May", TODAY, contacts=(tom,))
    entry = shell.session.journal.keep(replace(draft, source=EntrySource.DROPPED))
    shell.wait(lambda: shell.session.reads.waiting_chips([entry.id]).get(entry.id, 0) > 0)
    shell.rest()
    chips = shell.page.timeline.chips
    shell.page.sidebar.list.setFocus()
    QTest.keyClick(shell.page.sidebar.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    shell.wait(lambda: chips.card.current is not None)
    assert [one.words for one in chips.model.suggestions if one.key.startswith("facet:")] == [
        "His daughter Ada sits her exams in May"
    ]


def test_what_is_dropped_on_a_rung_is_kept_with_whose_ladder_it_is(shell: Shell, tmp_path: Path) -> None:
    """A rung takes favours; a file over it says, as anywhere in the window, that it is kept with them, and is."""
    tom = shell.look_at("Tom Okafor")
    file = tmp_path / "jotting.txt"
    file.write_text("Tom fixed the printer.", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    rung = next(row for row in shell.page.ladder.findChildren(RungRow) if row.isVisible())
    at, copy = QPoint(20, 10), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(at, copy, mime, Qt.MouseButton.LeftButton, PLAIN)
    QApplication.sendEvent(rung, entered)
    overlay = shell.page.timeline.drops.overlay
    assert entered.isAccepted()
    assert overlay.isVisible()
    assert overlay.title() == "Keep with Tom Okafor"
    # Qt hands the drop to whoever took the drag: the window.
    dropped = QDropEvent(QPointF(at), copy, mime, Qt.MouseButton.LeftButton, PLAIN)
    QApplication.sendEvent(shell.desk.window, dropped)
    shell.wait(lambda: shell.session.reads.timeline_count(tom) == 1)
    assert not overlay.isVisible()
