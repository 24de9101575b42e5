"""Writing an entry: what is typed is kept, survives a crash, and is not lost where keeping fails."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import EntryDraft, FavourDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import Message
from relationship_journal.ui.composer.unfinished import TiedStep
from relationship_journal.ui.context import Context
from relationship_journal.ui.timeline.page import TimelinePage
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show

CONTROL = Qt.KeyboardModifier.ControlModifier


def write(page: TimelinePage, text: str) -> None:
    page.start_entry()
    QTest.keyClicks(page.composer.text, text)


def keep(page: TimelinePage) -> None:
    QTest.keyClick(page.composer.text, Qt.Key.Key_Return, CONTROL)


def test_an_entry_is_written_and_kept(journal: Journal, show: Show, wait: Wait) -> None:
    """Type, Ctrl+Enter: the entry is on disk and on the timeline, and the composer is empty for the next one."""
    page = show(journal.helen)
    write(page, "Called Helen at noon.")
    keep(page)
    wait(lambda: journal.texts(journal.helen) == ["Called Helen at noon."])
    wait(lambda: page.composer.text.text() == "")
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert (entry.day, entry.time, entry.contacts) == (TODAY, "18:40", (journal.helen,))
    assert page.composer.text.hasFocus()


def test_nothing_is_kept_of_nothing(journal: Journal, show: Show, wait: Wait) -> None:
    """Ctrl+Enter on empty text does nothing; the button that keeps is there only when there is something to keep."""
    page = show(journal.helen)
    page.start_entry()
    keep(page)
    assert not page.composer.tools.keep.isVisible()
    write(page, "x")
    assert page.composer.tools.keep.isVisible()
    assert journal.texts(journal.helen) == []


def test_kind_and_day_are_chosen(journal: Journal, show: Show, wait: Wait) -> None:
    """A visit of last Friday: the kind by a click, the day in words."""
    page = show(journal.helen)
    write(page, "At their plant.")
    QTest.mouseClick(page.composer.tools.kinds.button(EntryKind.VISIT), Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.composer.tools.day, Qt.MouseButton.LeftButton)
    popover = QApplication.activePopupWidget()
    assert popover is not None
    QTest.keyClicks(popover.focusWidget(), "last Friday")
    QTest.keyClick(popover.focusWidget(), Qt.Key.Key_Return)
    QTest.mouseClick(page.composer.tools.keep, Qt.MouseButton.LeftButton)
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert (entry.kind, entry.day, entry.time) == (EntryKind.VISIT, TODAY - timedelta(days=6), "")


def test_after_a_visit_it_is_asked_what_was_learned(journal: Journal, show: Show, wait: Wait) -> None:
    """A meal or a visit is followed by one question, which leads to adding a facet."""
    page = show(journal.helen)
    write(page, "At their plant.")
    QTest.mouseClick(page.composer.tools.kinds.button(EntryKind.VISIT), Qt.MouseButton.LeftButton)
    keep(page)
    wait(lambda: bool(journal.notices))
    assert journal.notices[-1].message.facts["name"] == "Helen Zhou"
    act = journal.notices[-1].act
    assert act is not None
    act()
    assert QApplication.activePopupWidget() is not None


def test_a_gift_is_recorded_with_its_value(journal: Journal, show: Show, wait: Wait) -> None:
    """The courtesy stands with the entry; a value that is no sum is refused and nothing is lost."""
    page = show(journal.helen)
    write(page, "Sent her cherries.")
    page.composer.tools.courtesy_chosen.emit(CourtesyKind.GIFT)
    assert page.composer.courtesy.what.hasFocus()
    QTest.keyClicks(page.composer.courtesy.what, "dried cherries")
    QTest.keyClicks(page.composer.courtesy.value, "12x")
    keep(page)
    wait(page.composer.error.isVisible)
    assert page.composer.text.text() == "Sent her cherries."
    page.composer.courtesy.value.selectAll()
    QTest.keyClicks(page.composer.courtesy.value, "38")
    keep(page)
    wait(lambda: len(journal.session.reads.courtesies(journal.helen)) == 1)
    courtesy = journal.session.reads.courtesies(journal.helen)[0]
    assert (courtesy.kind, courtesy.direction) == (CourtesyKind.GIFT, CourtesyDirection.GIVEN)
    assert (courtesy.text, courtesy.value, courtesy.currency) == ("dried cherries", Decimal(38), "USD")
    assert courtesy.entry is not None


def test_a_step_is_tied_to_what_is_written(journal: Journal, show: Show, wait: Wait) -> None:
    """A favour step chosen while writing is taken in the same gesture and tied to the entry; one undo takes both."""
    page = show(journal.helen)
    write(page, "Told her how the optician was.")
    page.composer._tied(TiedStep(StepDraft(StepKind.THANKED, favour=journal.optician), "Optician", "Thanked"))
    keep(page)
    wait(lambda: len(journal.session.reads.favour(journal.optician).steps) == 3)
    wait(lambda: len(page.model.window.rows) == 1)
    assert page.model.window.rows[0].steps[0].title == "Optician"
    journal.session.history.undo()
    assert journal.texts(journal.helen) == []
    assert len(journal.session.reads.favour(journal.optician).steps) == 2


def test_somebody_else_was_there_too(journal: Journal, show: Show, wait: Wait) -> None:
    """Another person is completed by pinyin; the entry is on both timelines."""
    page = show(journal.helen)
    write(page, "Dinner, three of us.")
    QTest.mouseClick(page.composer.tools.people, Qt.MouseButton.LeftButton)
    line = page.composer.people.line
    wait(line.hasFocus)
    QTest.keyClicks(line, "wangj")
    wait(page.composer.people._list.isVisible)
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait(lambda: page.composer.people.contacts == (journal.helen, journal.wang))
    page.composer.text.setFocus()
    keep(page)
    wait(lambda: journal.texts(journal.wang) == ["Dinner, three of us."])
    assert journal.texts(journal.helen) == ["Dinner, three of us."]


def test_a_draft_survives_a_crash(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """What was being written for Helen is there in a new window, with the time of its last word; 王建国 has his own."""
    page = show(journal.helen)
    write(page, "Half a thought")
    wait(lambda: journal.session.drafts.load(journal.helen) is not None)
    page.window().close()
    context.actions._known.clear()  # another window has actions of its own
    again = show(journal.helen)
    wait(lambda: again.composer.text.text() == "Half a thought")
    assert again.composer.told.text() == "Unfinished, from 18:40"
    context.selection.choose(journal.wang)
    wait(lambda: again.composer.text.text() == "")
    context.selection.choose(journal.helen)
    wait(lambda: again.composer.text.text() == "Half a thought")
    keep(again)
    wait(lambda: journal.session.drafts.load(journal.helen) is None)


def test_a_failure_keeps_the_text(journal: Journal, show: Show, wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full the sentence stands under the text, and a second try keeps it."""
    page = show(journal.helen)
    write(page, "Not to be lost")

    def full(_draft: object) -> None:
        raise Problem(Message("Not saved: the disk is full. Your text is still here."))

    monkeypatch.setattr(journal.session.journal, "keep", full)
    keep(page)
    wait(page.composer.error.isVisible)
    assert page.composer.text.text() == "Not to be lost"
    monkeypatch.undo()
    keep(page)
    wait(lambda: journal.texts(journal.helen) == ["Not to be lost"])


def test_files_are_attached(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """Attached files stand as chips, can be taken off again, and are kept byte for byte."""
    from relationship_journal.ui.composer.files import read_files

    one, two = tmp_path / "one.pdf", tmp_path / "two.bin"
    one.write_bytes(b"%PDF one")
    two.write_bytes(b"\x00two")
    page = show(journal.helen)
    write(page, "With files")
    page.composer.model.add_files(read_files([str(one), str(two)]))
    page.composer._drop_file(1)
    keep(page)
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert [file.name for file in entry.attachments] == ["one.pdf"]
    assert journal.session.journal.content(entry.attachments[0]) == b"%PDF one"


def test_the_text_grows_to_eight_lines(journal: Journal, show: Show, wait: Wait) -> None:
    """One line at first, eight at most, then it scrolls; what stands below gives way."""
    page = show(journal.helen)
    page.start_entry()
    text = page.composer.text
    one = text.height()
    for _line in range(7):
        QTest.keyClick(text, Qt.Key.Key_Return)
    eight = text.height()
    assert eight == pytest.approx(8 * (one - 2) + 2, abs=2)
    for _line in range(5):
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.height() == eight


def test_in_everyones_timeline_an_entry_needs_no_name(
    journal: Journal, context: Context, show: Show, wait: Wait
) -> None:
    """Written under Everyone without a name it is unsorted, and says so by whose it asks to be."""
    page = show(EVERYONE)
    write(page, "Heard at the fair")
    keep(page)
    wait(lambda: len(page.model.window.rows) == 1)
    assert page.model.window.rows[0].contacts == ()


def test_what_the_rules_say_stands_there_before_it_is_kept(journal: Journal, show: Show, wait: Wait) -> None:
    """A present for an official draws advice while it is typed; it can be kept anyway."""
    contact = journal.session.reads.contact(journal.helen)
    journal.session.contacts.save(replace(contact, official=True))
    page = show(journal.helen)
    write(page, "Sent her cherries.")
    assert not page.composer.advice.isVisible()
    page.composer.tools.courtesy_chosen.emit(CourtesyKind.GIFT)
    wait(page.composer.advice.isVisible)
    keep(page)
    wait(lambda: len(journal.session.reads.courtesies(journal.helen)) == 1)
    wait(lambda: not page.composer.advice.isVisible())


def test_a_reason_is_kept_with_the_step_that_was_taken_anyway(journal: Journal, show: Show, wait: Wait) -> None:
    """An ask while the optician's loop is open is advised against; the user's reason is kept with the step."""
    session = journal.session
    desk = session.favours.add(FavourDraft(journal.helen, "Rosewood desk", rung=2), today=TODAY).favour.id
    page = show(journal.helen)
    write(page, "Asked where she got the desk.")
    page.composer._tied(TiedStep(StepDraft(StepKind.ASKED, favour=desk), "Rosewood desk", "Asked"))
    wait(page.composer.advice.isVisible)
    page.composer.advice.reason.line.setText("She offered to tell me")
    keep(page)
    wait(lambda: len(session.reads.favour(desk).steps) == 1)
    assert session.reads.favour(desk).steps[0].reason == "She offered to tell me"


def test_a_restored_draft_can_be_discarded(journal: Journal, show: Show, wait: Wait) -> None:
    """What was left unfinished is offered with a way to begin anew."""
    draft = EntryDraft("Left over", TODAY, EntryKind.CALL, (journal.helen,))
    journal.session.drafts.save(journal.helen, draft, "2026-04-29 22:10")
    page = show(journal.helen)
    wait(lambda: page.composer.text.text() == "Left over")
    assert page.composer.told.text() == "Unfinished, from yesterday"
    QTest.mouseClick(page.composer.discard, Qt.MouseButton.LeftButton)
    assert page.composer.text.text() == ""
    wait(lambda: journal.session.drafts.load(journal.helen) is None)


def test_undo_right_after_keeping_takes_the_entry_back(
    journal: Journal, context: Context, show: Show, wait: Wait
) -> None:
    """Ctrl+Z undoes typing while there is some; in the emptied composer it undoes the entry."""
    page = show(journal.helen)
    page.window().addAction(context.actions["edit.undo"])
    write(page, "Too early")
    keep(page)
    wait(lambda: page.composer.text.text() == "" and len(page.model.window.rows) == 1)
    QTest.keyClicks(page.composer.text, "typed")
    QTest.keyClick(page.composer.text, Qt.Key.Key_Z, CONTROL)
    assert page.composer.text.text() == ""
    assert len(journal.texts(journal.helen)) == 1
    QTest.keyClick(page.composer.text, Qt.Key.Key_Z, CONTROL)
    wait(lambda: journal.texts(journal.helen) == [])


def test_the_last_words_are_saved_when_the_window_closes(
    journal: Journal, context: Context, show: Show, wait: Wait
) -> None:
    """Closing right after a key loses nothing."""
    page = show(journal.helen)
    write(page, "The very last word")
    context.tasks.close()
    saved = journal.session.drafts.load(journal.helen)
    assert saved is not None
    assert saved.text == "The very last word"
