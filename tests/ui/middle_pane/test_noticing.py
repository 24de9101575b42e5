"""While one writes: `@` completes people, and what the text says of its day, kind and people is offered, never set."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.services.glances import Noticed
from relationship_journal.ui.timeline.page import TimelinePage
from relationship_journal.ui.widgets import Chip
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def commit(page: TimelinePage, text: str) -> None:
    """Text as an input method for Chinese hands it over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.composer.text, event)


def write(page: TimelinePage, text: str) -> None:
    page.start_entry()
    commit(page, text)


def offered(page: TimelinePage) -> list[str]:
    completion = page.composer.mentions.list
    if not completion.isVisible():
        return []
    return [completion.list.item(row).text() for row in range(completion.list.count())]


def chip(page: TimelinePage, what: object) -> Chip:
    """The chip of what was noticed."""
    row = page.composer.noticed
    return row.chips[noticed(page).index(what)]


def noticed(page: TimelinePage) -> list[object]:
    return [one.what for one in page.composer.noticed.noticed]


def test_an_at_sign_completes_a_name_by_pinyin(journal: Journal, show: Show, wait: Wait) -> None:
    """`@wang` offers 王建国; Enter puts his name into the text, and the entry is his too."""
    page = show(journal.helen)
    page.start_entry()
    QTest.keyClicks(page.composer.text, "Lunch with @wang")
    wait(lambda: offered(page) == ["王建国  澜海重工"])
    completion = page.composer.mentions.list
    assert completion.height() - completion.list.height() < completion.list.height()  # one name, no empty rows
    QTest.keyClick(page.composer.text, Qt.Key.Key_Return)
    assert page.composer.text.text() == "Lunch with 王建国"
    assert [contact for contact, _name in page.composer.model.draft.contacts] == [journal.helen, journal.wang]
    assert offered(page) == []
    QTest.keyClick(page.composer.text, Qt.Key.Key_Return, CONTROL)
    wait(lambda: journal.texts(journal.wang) == ["Lunch with 王建国"])


def test_a_click_completes_in_a_chinese_sentence(journal: Journal, show: Show, wait: Wait) -> None:
    """After Chinese no space is needed, the wide sign counts too; a click takes."""
    page = show(journal.helen)
    write(page, "今天和＠王")
    wait(lambda: offered(page) == ["王建国  澜海重工"])
    completion = page.composer.mentions.list.list
    QTest.mouseClick(
        completion.viewport(),
        Qt.MouseButton.LeftButton,
        pos=completion.visualItemRect(completion.item(0)).center(),
    )
    assert page.composer.text.text() == "今天和王建国"


def test_a_mail_address_completes_nothing(journal: Journal, show: Show, wait: Wait) -> None:
    """An at sign within a word is no mention; Escape leaves a mention as it was typed and keeps the cursor there."""
    page = show(journal.helen)
    page.start_entry()
    QTest.keyClicks(page.composer.text, "@he")
    wait(lambda: offered(page) == ["Helen Zhou  Northfield Medical"])
    QTest.keyClick(page.composer.text, Qt.Key.Key_Escape)
    QTest.keyClicks(page.composer.text, "len")
    assert offered(page) == []
    assert page.composer.text.hasFocus()
    assert page.composer.text.text() == "@helen"
    page.composer.text.selectAll()
    QTest.keyClicks(page.composer.text, "wang@he")
    assert offered(page) == []


def test_a_day_and_a_kind_are_offered_and_taken_with_one_key(journal: Journal, show: Show, wait: Wait) -> None:
    """上周五和王总吃饭: the day, the meal and 王建国 are noticed, nothing is set until Alt+Enter."""
    page = show(journal.helen)
    write(page, "上周五和王总吃饭")
    friday = TODAY - timedelta(days=6)
    wait(lambda: noticed(page) == [friday, EntryKind.MEAL, journal.wang])
    draft = page.composer.model.draft
    assert (draft.day, draft.kind, len(draft.contacts)) == (None, EntryKind.NOTE, 1)
    QTest.keyClick(page.composer.text, Qt.Key.Key_Return, ALT)
    draft = page.composer.model.draft
    assert (draft.day, draft.kind) == (friday, EntryKind.MEAL)
    assert [contact for contact, _name in draft.contacts] == [journal.helen, journal.wang]
    assert not page.composer.noticed.isVisible()
    assert page.composer.text.hasFocus()


def test_one_is_taken_one_is_waved_away_by_keys(journal: Journal, show: Show, wait: Wait) -> None:
    """Tab reaches the chips; Enter takes, Delete waves away, and that one does not come back with the next word."""
    page = show(journal.helen)
    write(page, "Rang Helen yesterday")
    yesterday = TODAY - timedelta(days=1)
    wait(lambda: noticed(page) == [yesterday, EntryKind.CALL])
    QTest.keyClick(page.composer.text, Qt.Key.Key_Tab)
    assert chip(page, yesterday).hasFocus()
    marked = page.composer.text.extraSelections()
    assert [mark.cursor.selectedText() for mark in marked] == ["yesterday"]
    QTest.keyClick(chip(page, yesterday), Qt.Key.Key_Return)
    assert page.composer.model.draft.day == yesterday
    assert chip(page, EntryKind.CALL).hasFocus()
    QTest.keyClick(chip(page, EntryKind.CALL), Qt.Key.Key_Delete)
    assert page.composer.text.hasFocus()
    assert page.composer.text.extraSelections() == []
    looked: list[tuple[Noticed, ...]] = []
    page.composer.noticing.shown.connect(looked.append)
    QTest.keyClicks(page.composer.text, " and she rang back.")
    wait(lambda: bool(looked))
    assert noticed(page) == []
    assert page.composer.model.draft.kind is EntryKind.NOTE


def test_ctrl_enter_on_a_chip_keeps_the_entry(journal: Journal, show: Show, wait: Wait) -> None:
    """The keyboard is at what was noticed; keeping is not taking: the entry has neither the day nor 王建国."""
    page = show(journal.helen)
    write(page, "昨天和王总喝茶")
    wait(lambda: journal.wang in noticed(page))
    QTest.keyClick(page.composer.text, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Chip)
    QTest.keyClick(focus, Qt.Key.Key_Return, CONTROL)
    wait(lambda: journal.texts(journal.helen) == ["昨天和王总喝茶"])
    assert journal.texts(journal.wang) == []
    assert page.composer.text.hasFocus()


def test_what_was_chosen_by_hand_is_left_alone(journal: Journal, show: Show, wait: Wait) -> None:
    """A day and a kind chosen before: the words of the text do not contradict them."""
    page = show(EVERYONE)
    page.start_entry()
    page.composer.tools.day.chosen.emit(TODAY - timedelta(days=3))
    QTest.mouseClick(page.composer.tools.kinds.button(EntryKind.VISIT), Qt.MouseButton.LeftButton)
    commit(page, "昨天给王总打电话")
    wait(lambda: noticed(page) == [journal.wang])


def test_reading_turned_off_notices_nothing(journal: Journal, show: Show, wait: Wait) -> None:
    """The setting holds for what is being written too."""
    journal.session.settings.set("reading", "off")
    page = show(journal.helen)
    looked: list[tuple[Noticed, ...]] = []
    page.composer.noticing.shown.connect(looked.append)
    write(page, "Rang Helen yesterday")
    wait(lambda: bool(looked))
    assert noticed(page) == []


def suggested(page: TimelinePage, wait: Wait) -> list[str]:
    """The keys of what the entry just kept suggests."""
    wait(lambda: page.chips.model.is_read)
    return [one.key for one in page.chips.model.suggestions]


def test_what_was_waved_away_is_not_suggested_of_the_entry_either(journal: Journal, show: Show, wait: Wait) -> None:
    """The day, the kind and 王建国 are waved away while writing: the chips under the entry say nothing of them."""
    page = show(journal.helen)
    write(page, "上周五和王总吃饭。他女儿明年高考。")
    friday = TODAY - timedelta(days=6)
    wait(lambda: noticed(page) == [friday, EntryKind.MEAL, journal.wang])
    QTest.keyClick(page.composer.text, Qt.Key.Key_Tab)
    for what in (friday, EntryKind.MEAL, journal.wang):
        QTest.keyClick(chip(page, what), Qt.Key.Key_Delete)
    assert page.composer.text.hasFocus()
    QTest.keyClick(page.composer.text, Qt.Key.Key_Return, CONTROL)
    keys = suggested(page, wait)
    assert keys
    assert not [key for key in keys if key.startswith(("day:", "channel:", "contact:"))]
    journal.session.history.undo()
    assert journal.texts(journal.helen) == []


def test_a_day_taken_while_writing_is_not_counted_again(journal: Journal, show: Show, wait: Wait) -> None:
    """“yesterday” was taken over as the entry's day: seen from that day it is no other day, nor is the day by hand."""
    page = show(journal.helen)
    yesterday = TODAY - timedelta(days=1)
    for by_hand in (False, True):
        write(page, "Rang Helen yesterday")
        wait(lambda: yesterday in noticed(page))
        if by_hand:
            page.composer.tools.day.show_day(yesterday)
            page.composer.tools.day.chosen.emit(yesterday)
        else:
            QTest.mouseClick(chip(page, yesterday), Qt.MouseButton.LeftButton)
        QTest.keyClick(page.composer.text, Qt.Key.Key_Return, CONTROL)
        wait(lambda: page.composer.text.text() == "")
        assert not [key for key in suggested(page, wait) if key.startswith("day:")]


def test_what_was_waved_away_stays_away_when_the_draft_is_seen_again(journal: Journal, show: Show, wait: Wait) -> None:
    """Somebody else is looked at meanwhile; the draft comes back, and with it that its day was waved away."""
    page = show(journal.helen)
    write(page, "Rang Helen yesterday")
    yesterday = TODAY - timedelta(days=1)
    wait(lambda: yesterday in noticed(page))
    QTest.keyClick(chip(page, yesterday), Qt.Key.Key_Delete)
    page._context.selection.choose(EVERYONE)
    wait(lambda: page.composer.text.text() == "" and not page._context.tasks.pending)
    page._context.selection.choose(journal.helen)
    wait(lambda: page.composer.text.text() == "Rang Helen yesterday")
    wait(lambda: noticed(page) == [EntryKind.CALL])
