"""The timeline used as its reader uses it: keys, clicks, menus, and what is on disk afterwards."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import ContactDraft, CourtesyDraft, EntryDraft, FileDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.ui.context import Context
from relationship_journal.ui.timeline.open_row import PartButton
from relationship_journal.ui.timeline.row_parts import PartKind
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show, current_text, enter_rows, focused, press

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_arrows_move_and_a_screen_reader_hears_the_row(journal: Journal, show: Show, wait: Wait) -> None:
    """Down goes to the next older entry; the row in focus is named with kind, day and text."""
    journal.keep("Told her the headaches are gone.", time="12:40")
    journal.keep("Saw Dr Patel.", days_ago=5, kind=EntryKind.NOTE)
    page = show(journal.helen)
    enter_rows(page, wait)
    assert focused().accessibleName().startswith("Call, Thursday 30 April, 12:40")
    press(Qt.Key.Key_Down)
    assert "Saw Dr Patel." in focused().accessibleName()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert page.composer.text.hasFocus()


def test_the_mouse_chooses_and_selects_words(journal: Journal, show: Show, wait: Wait) -> None:
    """A click makes a row current; a drag over its text selects words, and Ctrl+C copies them."""
    journal.keep("First entry")
    journal.keep("The number is 555 0199, call after six.", days_ago=2)
    page = show(journal.helen)
    wait(lambda: len(page.model.window.rows) == 2)
    rect = page.view.row_rect(1)
    layout = page.view.layout_of(1)
    top = rect.top() + layout.paragraphs[0].top + 10
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 200, top))
    assert page.view.current_row() is page.model.window.rows[1]
    viewport = page.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 41, top))
    QTest.mouseMove(viewport, QPoint(rect.left() + 100, top))
    QTest.mouseMove(viewport, QPoint(rect.left() + 700, top))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 700, top))
    page.deeds.copy_chosen()
    assert QGuiApplication.clipboard().text() == "The number is 555 0199, call after six."


def test_a_step_line_leads_to_its_favour(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """The step of an entry is reached by Tab, says what happened, and opens the favour's story."""
    step = StepDraft(StepKind.THANKED, favour=journal.optician)
    journal.session.journal.keep(EntryDraft("Thanked her", TODAY, EntryKind.CALL, (journal.helen,), steps=(step,)))
    page = show(journal.helen)
    enter_rows(page, wait)
    buttons = page.view.open_row.part_buttons()
    assert [button.accessibleName() for button in buttons] == ["Thanked: Optician"]
    wanted: list[int] = []
    context.selection.favour_wanted.connect(wanted.append)
    press(Qt.Key.Key_Tab)
    assert isinstance(focused(), PartButton)
    press(Qt.Key.Key_Return)
    assert wanted == [journal.optician]


def test_a_favour_step_recorded_from_an_entry_is_tied_to_it(journal: Journal, show: Show, wait: Wait) -> None:
    """The row's menu offers the next step of an open favour first; taken, it has the entry's day."""
    entry = journal.keep("Told her how the optician was.", days_ago=3)
    page = show(journal.helen)
    row = page.model.window.rows[0]
    page.deeds.record_step(row)
    wait(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    favour = next(action for action in menu.actions() if action.text() == "Optician")
    first = favour.menu().actions()[0]  # type: ignore[attr-defined]
    assert first.text() == "Acted on"
    first.trigger()
    menu.close()
    wait(lambda: len(journal.session.reads.favour(journal.optician).steps) == 3)
    step = journal.session.reads.favour(journal.optician).steps[-1]
    assert (step.kind, step.entry, step.day) == (StepKind.ACTED_ON, entry, TODAY - timedelta(days=3))


def test_unsorted_is_given_to_somebody_by_pinyin(journal: Journal, show: Show, wait: Wait) -> None:
    """In Unsorted a row asks whose it is; `wjg` and Enter give it to 王建国, and it is no longer unsorted."""
    entry = journal.session.journal.keep(EntryDraft("He plays squash.", TODAY)).id
    page = show(UNSORTED)
    part = next(part for part in page.view.layout_of(0).parts if part.kind is PartKind.ASSIGN)
    corner = page.view.row_rect(0).topLeft()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=corner + part.rect.center())
    wait(lambda: QApplication.activePopupWidget() is not None)
    line = focused()
    QTest.keyClicks(line, "wjg")
    popover = QApplication.activePopupWidget()
    assert popover is not None
    wait(popover.field._list.isVisible)  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return)
    wait(lambda: popover.field.contacts == (journal.wang,))  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return)
    wait(lambda: journal.session.reads.entry(entry).contacts == (journal.wang,))
    wait(lambda: not page.model.window.rows)
    assert page.empty.isVisible()


def test_everyone_shows_whose_entry_it_is(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """In the whole journal a row begins with the name, and a click on it goes to that person."""
    journal.keep("Called Helen.")
    page = show(EVERYONE)
    part = next(part for part in page.view.layout_of(0).parts if part.kind is PartKind.CONTACT)
    assert part.says == "Go to Helen Zhou"
    corner = page.view.row_rect(0).topLeft()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=corner + part.rect.center())
    assert context.selection.scope == journal.helen


def test_the_scroll_bar_reaches_a_year_at_once(journal: Journal, show: Show, wait: Wait) -> None:
    """Of 900 rows a few are held; dragging the bar to its end shows the oldest, back to the start the newest."""
    with journal.session.batch(Gesture.IMPORTED):
        for number in range(900):
            journal.keep(f"n{number}", days_ago=number)
    page = show(journal.helen)
    bar = page.view.verticalScrollBar()
    assert len(page.model.window.rows) < 200
    bar.setValue(bar.maximum())
    wait(lambda: not page.model.window.older)
    bar.setValue(bar.maximum())
    assert page.model.window.rows[-1].entry is not None
    assert page.model.window.rows[-1].entry.text == "n899"
    assert page.view.row_rect(len(page.model.window.rows) - 1).bottom() < page.view.viewport().height()
    bar.setValue(0)
    wait(lambda: not page.model.window.newer)
    assert page.view.row_rect(0).top() > 0


def test_jumping_to_a_day_and_to_an_entry(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """A day leads to its newest row or the next older one; an entry that is asked for is marked and current."""
    entries = []
    with journal.session.batch(Gesture.IMPORTED):
        entries = [journal.keep(f"n{number}", days_ago=2 * number) for number in range(300)]
    page = show(journal.helen)
    page.model.go_to_day(TODAY - timedelta(days=401))
    wait(lambda: current_text(page) == "n201")
    context.selection.show_entry(entries[250])
    wait(lambda: current_text(page) == "n250")
    index = page.view.choice.index(page.model.window)
    assert index is not None
    assert page.view.viewport().rect().contains(page.view.row_rect(index))


def test_what_is_in_view_stays_while_others_come(journal: Journal, show: Show, wait: Wait) -> None:
    """Entries kept elsewhere above do not move the row that the eye rests on."""
    with journal.session.batch(Gesture.IMPORTED):
        for number in range(120):
            journal.keep(f"n{number} " + "word " * (number % 50), days_ago=number + 2)
    page = show(journal.helen)
    page.view.verticalScrollBar().setValue(4000)
    wait(lambda: 0 <= page.view.row_rect(page.view.row_near(100) or 0).top() < page.view.viewport().height())
    index = page.view.row_near(100)
    assert index is not None
    key, top = page.model.window.rows[index].key, page.view.row_rect(index).top()
    journal.keep("A new one above")
    wait(lambda: page.model.window.total == 121)
    again = page.model.window.index_of(key)
    assert again is not None
    assert page.view.row_rect(again).top() == top


def test_a_courtesy_without_an_entry_is_a_row(journal: Journal, show: Show, wait: Wait) -> None:
    """A dinner recorded alone stands on the timeline with who paid; Delete removes it."""
    draft = CourtesyDraft(CourtesyKind.MEAL, CourtesyDirection.RECEIVED, TODAY, (journal.helen,), "Hotpot")
    journal.session.courtesies.add(draft, TODAY)
    page = show(journal.helen)
    enter_rows(page, wait)
    assert focused().accessibleName() == "Was treated to a meal, Thursday 30 April, Helen Zhou. Hotpot"
    press(Qt.Key.Key_Delete)
    wait(lambda: not journal.session.reads.courtesies(journal.helen))


def test_attachments_open_from_a_copy_and_are_taken_off(
    journal: Journal, show: Show, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card opens a copy of the file, byte for byte; taking the file off the entry can be undone."""
    opened: list[str] = []
    monkeypatch.setattr(
        "relationship_journal.ui.timeline.file_doors.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    file = FileDraft("../offer?.pdf", b"%PDF-1.4 offer", "application/pdf")
    journal.session.journal.keep(EntryDraft("Offer", TODAY, EntryKind.MESSAGE, (journal.helen,), files=(file,)))
    page = show(journal.helen)
    part = next(part for part in page.view.layout_of(0).parts if part.kind is PartKind.ATTACHMENT)
    corner = page.view.row_rect(0).topLeft()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=corner + part.rect.center())
    wait(lambda: bool(opened))
    from pathlib import Path

    assert Path(opened[0]).read_bytes() == b"%PDF-1.4 offer"
    assert "?" not in Path(opened[0]).name
    row = page.model.window.rows[0]
    assert row.entry is not None
    page.deeds.detach(row, row.entry.attachments[0])
    wait(lambda: not page.model.window.rows[0].entry.attachments)  # type: ignore[union-attr]


def test_rows_are_copied_as_markdown(journal: Journal, show: Show, wait: Wait) -> None:
    """Copying gives headings with day and kind, oldest first."""
    journal.keep("Second", time="10:00")
    journal.keep("First", days_ago=1, kind=EntryKind.NOTE)
    page = show(journal.helen)
    enter_rows(page, wait)
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "## 29 Apr 2026, Note, Helen Zhou"
    assert text.index("First") < text.index("Second")


def test_a_long_text_is_folded_until_it_is_asked_for(journal: Journal, show: Show, wait: Wait) -> None:
    """A mail of many pages shows its beginning; *Show all* shows the rest in place."""
    journal.keep("\n".join(f"line {number}" for number in range(200)))
    page = show(journal.helen)
    folded = page.view.layout_of(0).height
    part = next(part for part in page.view.layout_of(0).parts if part.kind is PartKind.MORE)
    page.use(page.model.window.rows[0], part)
    assert page.view.layout_of(0).height > 3 * folded
    assert page.view.layout_of(0).text.endswith("line 199")


@pytest.mark.usefixtures("chinese")
def test_the_timeline_speaks_chinese(journal: Journal, show: Show, wait: Wait) -> None:
    """Days, kinds and the empty state are written as a Chinese product would."""
    page = show(journal.wang)
    assert page.empty.sentence.text() == "还没写过王建国。上次聊周末说了什么？"
    journal.session.journal.keep(EntryDraft("聊了樱桃", date(2026, 4, 26), EntryKind.CALL, (journal.wang,)))
    wait(lambda: len(page.model.window.rows) == 1)
    enter_rows(page, wait)
    assert focused().accessibleName() == "电话, 4月26日 周日, 王建国. 聊了樱桃"


def test_somebody_who_was_in_it_too_is_named(journal: Journal, show: Show) -> None:
    """On Helen's timeline an entry with others says with whom."""
    tom = journal.session.contacts.add(ContactDraft("Tom Okafor")).id
    journal.session.journal.keep(EntryDraft("Three of us", TODAY, EntryKind.MEAL, (journal.helen, tom)))
    page = show(journal.helen)
    names = [part.pieces[0].text for part in page.view.layout_of(0).parts if part.kind is PartKind.CONTACT]
    assert names == ["Tom Okafor"]


@pytest.mark.usefixtures("chinese")
def test_the_wide_sign_between_names_brings_its_own_room(journal: Journal, show: Show) -> None:
    """On Helen's timeline 王建国、陈志远 stand close, and each is gone to by the name alone."""
    chen = journal.session.contacts.add(ContactDraft("陈志远")).id
    with_whom = (journal.helen, journal.wang, chen)
    journal.session.journal.keep(EntryDraft("三个人", TODAY, EntryKind.MEAL, with_whom))
    page = show(journal.helen)
    first, second = [part for part in page.view.layout_of(0).parts if part.kind is PartKind.CONTACT]
    assert (first.pieces[0].text, second.pieces[0].text) == ("王建国、", "陈志远")
    assert second.rect.left() - first.rect.right() <= 1
    assert "、" not in first.says


def test_tab_walks_from_top_to_bottom(journal: Journal, show: Show, wait: Wait) -> None:
    """Facets, composer, the row and its parts, then its tools: in the order in which they are seen."""
    journal.session.contacts.add_facet(journal.helen, FacetKind.FOOD, "Pu'er tea")
    step = StepDraft(StepKind.THANKED, favour=journal.optician)
    journal.session.journal.keep(EntryDraft("Thanked her", TODAY, EntryKind.CALL, (journal.helen,), steps=(step,)))
    page = show(journal.helen)
    names: list[str] = []
    walked = page.header.facets.nextInFocusChain()
    while walked is not None and walked is not page.header.facets:
        if walked.isVisible() and walked.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(walked.accessibleName())
        walked = walked.nextInFocusChain()
    order = ["Food: Pu'er tea", "Add a facet of life", "What happened?", "Call, Thursday 30 April", "Thanked: Optician"]
    places = [next(n for n, name in enumerate(names) if name.startswith(wanted)) for wanted in order]
    assert places == sorted(places)
    assert all(names)


def test_a_warning_stands_beside_a_gift_that_was_recorded(journal: Journal, show: Show, wait: Wait) -> None:
    """A gift beyond the limit has a sign with the sentence; the current row says it; no limit, no sign."""
    journal.session.settings.set("gift-limit.piece.USD", "100")
    gift = CourtesyDraft(
        CourtesyKind.GIFT, CourtesyDirection.GIVEN, text="A box of tea", value=Decimal(120), currency="USD"
    )
    journal.session.journal.keep(EntryDraft("Took her a box of tea.", TODAY, contacts=(journal.helen,), courtesy=gift))
    journal.keep("Rang about the audit.", days_ago=1)
    page = show(journal.helen)
    wait(lambda: page.model.window.rows[0].said)
    line = next(part for part in page.view.layout_of(0).parts if part.kind is PartKind.COURTESY)
    assert line.warns
    assert "120" in line.says
    assert "100" in line.says.split("\n")[1]
    enter_rows(page, wait)
    assert focused().accessibleName().endswith(line.says.split("\n")[1].rstrip("."))
    said = [piece.text for piece in page.view.layout_of(0).problems]
    assert said
    tall = page.view.row_rect(0).height()
    press(Qt.Key.Key_Down)
    wait(lambda: page.view.row_rect(0).height() < tall)
    assert not page.view.layout_of(0).problems
    journal.session.settings.set("gift-limit.piece.USD", "")
    wait(lambda: not page.model.window.rows[0].said)


def test_a_warning_stands_beside_a_gift_alone(journal: Journal, show: Show, wait: Wait) -> None:
    """A gift to an official warns whatever it cost; without an entry the sign stands beside what it was."""
    helen = journal.session.reads.contact(journal.helen)
    journal.session.contacts.save(replace(helen, official=True))
    journal.session.courtesies.add(
        CourtesyDraft(CourtesyKind.GIFT, CourtesyDirection.GIVEN, contacts=(journal.helen,), text="Tea"), TODAY
    )
    page = show(journal.helen)
    wait(lambda: page.model.window.rows[0].said)
    assert any(part.kind is PartKind.WARNING and part.says for part in page.view.layout_of(0).parts)
