"""The window as a whole: first start, files that cannot be opened, languages, themes, undo, narrow forms."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.services.session import Session
from relationship_journal.ui.drop.taking_in import take_in
from relationship_journal.ui.first_start.page import FirstStart
from relationship_journal.ui.theme import Scheme, current_theme
from relationship_journal.ui.trouble.page import Trouble

from .conftest import TODAY, Shell


def test_who_never_opened_a_journal_is_offered_three_ways(bare: Shell, folder: Path) -> None:
    """The first start; Enter on the first card makes an empty journal at the usual place, and it is remembered."""
    bare.desk.begin(None, example=False)
    page = bare.desk.window.page
    assert isinstance(page, FirstStart)
    QTest.keyClick(page.empty, Qt.Key.Key_Return)
    assert bare.session.path == folder / "journal.rjdb"
    assert bare.desk.preferences.text("journal") == str(folder / "journal.rjdb")
    assert bare.page.sidebar.nobody.sentence.text() == "Nobody yet. Type a name above, and Enter adds them."


def test_the_menu_brings_notes_to_whoever_is_chosen(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a mouse: files are chosen in the dialog of the system, and kept as if they were dropped."""
    note = tmp_path / "call.txt"
    note.write_text("She will send the plan.", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(note)], ""))
    helen = shell.session.contacts.add(ContactDraft("Helen of the menu")).id
    shell.context.selection.choose(helen)
    before = shell.session.reads.info().entries
    shell.act("journal.bring")
    shell.wait(lambda: shell.session.reads.info().entries == before + 1)
    rows = shell.session.reads.timeline(helen, limit=5)
    assert [row.entry.text for row in rows if row.entry] == ["She will send the plan."]


def test_the_foot_of_a_first_window_is_on_the_screen(bare: Shell) -> None:
    """On a screen no higher than the window wants to be, there is room left for its title bar."""
    assert bare.desk.window.height() <= max(
        bare.desk.window.screen().availableGeometry().height() - 40, bare.desk.window.minimumHeight()
    )


def test_the_example_lies_in_a_file_of_its_own(bare: Shell, folder: Path) -> None:
    """Looking around opens the example and does not become the journal that opens next time."""
    bare.desk.begin(None, example=True)
    bare.rest()
    assert bare.session.path.parent == folder
    assert bare.session.path.name.startswith("example")
    assert bare.desk.window.windowTitle() == "Example journal – Relationship Journal"
    assert len(bare.names()) == 40
    assert bare.desk.preferences.text("journal") == ""


def test_a_file_that_is_no_journal_gets_a_sentence_and_a_way_on(
    bare: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shopping list named .rjdb is left as it is; a new journal beside it can be made from there."""
    notes = folder / "notes.rjdb"
    notes.write_text("Bread, milk, eggs", "utf-8")
    bare.desk.begin(notes, example=False)
    page = bare.desk.window.page
    assert isinstance(page, Trouble)
    assert page.title.text() == "This file is no journal"
    assert "notes.rjdb" in page.sentence.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_options: (str(folder / "mine.rjdb"), ""))
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert bare.session.path == folder / "mine.rjdb"
    assert notes.read_text("utf-8") == "Bread, milk, eggs"


def test_a_missing_journal_is_not_made_anew_behind_ones_back(bare: Shell, folder: Path) -> None:
    """The last journal is gone (a stick that is not plugged in): it says so, and Try again finds it when it is back."""
    bare.desk.preferences.remember(journal=str(folder / "stick.rjdb"))
    bare.desk.begin(None, example=False)
    page = bare.desk.window.page
    assert isinstance(page, Trouble)
    assert page.title.text() == "The journal is not there"
    Session.open(folder / "stick.rjdb", create=True).close()
    QTest.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert bare.session.path == folder / "stick.rjdb"


def test_a_newer_journal_is_left_alone(bare: Shell, folder: Path) -> None:
    """A journal of a later version of the program is not written to."""
    path = folder / "newer.rjdb"
    Session.open(path, create=True).close()
    content = bytearray(path.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    path.write_bytes(content)
    bare.desk.begin(path, example=False)
    page = bare.desk.window.page
    assert isinstance(page, Trouble)
    assert page.title.text() == "This journal is newer than the program"
    assert path.read_bytes() == bytes(content)


def test_both_languages_while_running(shell: Shell) -> None:
    """English to Chinese and back: everything in view changes its words, and the choice is remembered."""
    page = shell.page
    shell.act("view.chinese")
    assert page.sidebar.field.placeholderText() == "姓名、单位、标签、拼音首字母"
    assert page.sidebar.everyone.text() == "所有人"
    assert shell.context.actions["entry.new"].text() == "新记录"
    assert json.loads((shell.desk.preferences.file).read_text("utf-8"))["language"] == "zh"
    shell.act("view.english")
    assert page.sidebar.everyone.text() == "Everyone"


def test_light_and_dark(shell: Shell) -> None:
    """The theme changes at once and is remembered."""
    shell.act("view.dark")
    assert current_theme().dark
    assert shell.desk.preferences.text("theme") == "dark"
    shell.act("view.light")
    assert not current_theme().dark
    current_theme().choose(Scheme.SYSTEM)


def test_undo_and_redo_say_what_they_do(shell: Shell) -> None:
    """A contact added from the command line's side, taken back by Ctrl+Z in the window, and done again."""
    actions = shell.context.actions
    assert not actions["edit.undo"].isEnabled()
    shell.look_at("Tom Okafor")
    shell.rest()
    shell.act("contact.remove")
    shell.wait(actions["edit.undo"].isEnabled)
    assert actions["edit.undo"].text() == "Undo: Remove contact"
    assert shell.scope() is EVERYONE
    shell.page.sidebar.list.setFocus()
    QTest.keyClick(shell.desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shell.wait(lambda: "Tom Okafor" in shell.names())
    assert actions["edit.redo"].text() == "Redo: Remove contact"
    shell.act("edit.redo")
    shell.wait(lambda: "Tom Okafor" not in shell.names())


def test_what_another_program_writes_appears(shell: Shell) -> None:
    """A second process adds a contact; the list shows them without being asked."""
    other = Session.open(shell.session.path)
    other.contacts.add(ContactDraft("Priya Raman"))
    other.close()
    shell.wait(lambda: "Priya Raman" in shell.names())


def test_who_is_removed_elsewhere_is_let_go_of(shell: Shell) -> None:
    """The contact in view is removed by another program: the window shows everyone, and no error."""
    tom = shell.session.contacts.find("Tom Okafor").id
    shell.context.selection.choose(tom)
    shell.rest()
    other = Session.open(shell.session.path)
    other.contacts.remove((tom,))
    other.close()
    shell.wait(lambda: shell.scope() is EVERYONE)


def test_a_narrow_window_slides_the_ladder_in(shell: Shell) -> None:
    """Below 1200 px the ladder is a strip; Ctrl+L brings the panel over the timeline, Escape puts it away."""
    shell.look_at("Helen Zhou")
    window, panes = shell.desk.window, shell.page.panes
    ladder = shell.page.ladder
    assert (panes.is_strip, ladder.isVisible()) == (False, True)
    window.resize(1024, 640)
    shell.rest()
    assert (panes.is_strip, ladder.isVisible()) == (True, False)
    assert not shell.page.top_bar.field.isVisible()
    shell.act("go.ladder")
    shell.wait(lambda: shell.page.ladder.isVisible() and not panes.is_sliding)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    shell.wait(lambda: not shell.page.ladder.isVisible())
    window.resize(1440, 900)
    shell.rest()
    assert shell.page.ladder.isVisible()


def test_f6_walks_through_the_panes(shell: Shell) -> None:
    """F6 goes on from pane to pane and comes back to the first."""
    shell.look_at("Helen Zhou")
    shell.page.sidebar.find_somebody()
    assert shell.page.sidebar.field.hasFocus()
    seen: list[QWidget] = []
    for _round in range(4):
        shell.act("go.next_pane")
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    panes = shell.page
    assert panes.timeline.isAncestorOf(seen[0])
    assert panes.ladder.isAncestorOf(seen[1])
    assert panes.top_bar.isAncestorOf(seen[2])
    assert panes.sidebar.isAncestorOf(seen[3])


def test_the_place_on_the_screen_is_remembered(shell: Shell) -> None:
    """Width and height, the sidebar's width and who was in view come back."""
    wang = shell.session.contacts.find("王建国").id
    shell.context.selection.choose(wang)
    shell.desk.window.resize(1300, 800)
    path = shell.session.path
    shell.rest()
    shell.desk.window.close()
    assert shell.desk.window.page is not None
    assert shell.desk.preferences.text("window") != ""
    shell.desk.open(path)
    shell.rest()
    assert shell.context.selection.contact == wang


def test_every_control_has_a_name(shell: Shell) -> None:
    """Whatever takes the focus says what it is to those who do not see it."""
    shell.look_at("Helen Zhou")
    shell.rest()
    nameless = [
        (type(widget).__name__, widget.objectName(), widget.mapTo(shell.desk.window, QPoint(0, 0)).toTuple())
        for widget in shell.desk.window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


def test_a_protected_journal_can_be_looked_at(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file lies on a protected disk: it opens, says so, and what is tried is refused with a sentence."""
    monkeypatch.setattr("relationship_journal.store.journal_file.writable", lambda _path: False)
    path = shell.session.path
    shell.desk.close_journal()
    assert shell.desk.open(path)
    shell.rest()
    assert shell.session.read_only
    assert "Only for looking at" in [label.text() for label in shell.page.top_bar.findChildren(QLabel)]
    said: list[str] = []
    shell.context.notices.said.connect(lambda notice: said.append(notice.message.text))
    shell.look_at("Tom Okafor")
    shell.act("contact.remove")
    shell.wait(lambda: said)
    assert said[0].startswith("Not saved: {name} can only be read.")
    assert "Tom Okafor" in shell.names()


def test_the_journal_s_own_language_holds(shell: Shell) -> None:
    """`setting set language zh` on the command line: the open window speaks Chinese; choosing English in the window
    is then kept in the journal as well.
    """
    other = Session.open(shell.session.path)
    other.settings.set("language", "zh")
    other.close()
    shell.wait(lambda: shell.page.sidebar.everyone.text() == "所有人")
    assert shell.desk.window.windowTitle() == "关系手账"
    shell.act("view.english")
    shell.wait(lambda: shell.session.settings.get("language") == "en")
    assert shell.page.sidebar.everyone.text() == "Everyone"


def test_choosing_somebody_leaves_the_review(shell: Shell) -> None:
    """In the weekly review, choosing the person who was in view before shows their timeline again."""
    tom = shell.look_at("Tom Okafor")
    shell.act("go.review")
    assert not shell.page.panes.isVisible()
    shell.context.selection.choose(tom)
    assert shell.page.panes.isVisible()
    shell.act("go.review")
    shell.act("go.people")
    assert shell.page.sidebar.field.hasFocus()


def test_a_damaged_journal_says_so(bare: Shell, folder: Path) -> None:
    """Pages in the middle of the file were overwritten: a sentence and ways on, and the file is left as it is."""
    path = folder / "damaged.rjdb"
    session = Session.open(path, create=True)
    for number in range(200):
        session.contacts.add(ContactDraft(f"Somebody {number}", note="x" * 500))
    session.close()
    content = bytearray(path.read_bytes())
    content[8192:] = b"\x5a" * (len(content) - 8192)
    path.write_bytes(content)
    bare.desk.begin(path, example=False)
    bare.rest()
    page = bare.desk.window.page
    assert isinstance(page, Trouble)
    assert page.title.text() == "This journal is damaged"
    assert path.read_bytes() == bytes(content)


def test_past_midnight_everything_is_read_again(shell: Shell) -> None:
    """The window stays open over night: what was *today* is *yesterday* without a click."""
    heard: list[Changes] = []
    shell.context.bridge.changed.connect(lambda changes, _origin: heard.append(changes))
    shell.desk.look_at_the_day()
    assert heard == []
    shell.today = TODAY + timedelta(days=1)
    shell.desk.look_at_the_day()
    assert [changes.everything for changes in heard] == [True]
    shell.rest()


def test_closing_waits_for_the_file_in_hand_and_not_for_three_hundred(shell: Shell, tmp_path: Path) -> None:
    """Three hundred notes are dropped and the window is closed at once: it closes, and what is kept is whole."""
    mime = QMimeData()
    urls = []
    for number in range(300):
        note = tmp_path / f"note-{number}.txt"
        note.write_text(f"Note {number}", "utf-8")
        urls.append(QUrl.fromLocalFile(str(note)))
    mime.setUrls(urls)
    path = shell.session.path
    before = shell.session.reads.info().entries
    take_in(shell.context, mime, (), each=True)
    shell.desk.window.close()
    again = Session.open(path)
    assert before <= again.reads.info().entries < before + 300
    again.close()
