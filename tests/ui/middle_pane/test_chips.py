"""The suggestions of a note under its entry, worked as a user works them: by keys and clicks."""

from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntryKind, EntrySource
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import Message
from relationship_journal.ui.context import Context
from relationship_journal.ui.ladder.record_dialog import RecordDialog
from relationship_journal.ui.ladder.step_dialog import StepDialog
from relationship_journal.ui.readings.read_ahead import ReadAhead
from relationship_journal.ui.readings.sheets import FacetSheet
from relationship_journal.ui.readings.suggestion_chip import SuggestionChip
from relationship_journal.ui.timeline.page import TimelinePage
from relationship_journal.ui.timeline.row_parts import PartKind
from relationship_journal.ui.widgets import ChipState, ChoiceField, Label
from tests.ui.conftest import Wait, focused_chip

from .conftest import TODAY, Journal, Show, press

NOTE = (
    "Called Helen at noon. I told her the headaches are gone and thanked her for the optician."
    " Her daughter Emma sits her AP exams in May. She gave me a box of pears."
)
Dialog = TypeVar("Dialog", bound=QWidget)


def jot(page: TimelinePage, wait: Wait, text: str = NOTE) -> None:
    """Type a note and keep it with Ctrl+Enter; what it suggests comes by itself."""
    page.composer.start()
    QTest.keyClicks(page.composer.text, text)
    QTest.keyClick(page.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(page.chips.card.isVisible)


def chip(page: TimelinePage, start: str) -> SuggestionChip:
    """The chip whose key begins so."""
    return next(one for one in page.chips.card.chips if one.suggestion.key.startswith(start))


def keys(page: TimelinePage) -> list[str]:
    """What is offered."""
    return [one.suggestion.key for one in page.chips.card.chips]


def _others(page: TimelinePage, before: list[str]) -> bool:
    """Whether other suggestions are offered than before."""
    return [one.key for one in page.chips.model.suggestions] != before


def opened(wait: Wait, kind: type[Dialog]) -> Dialog:
    """The dialog of this kind, as soon as it is there."""

    def found() -> list[Dialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    wait(found)
    return found()[0]


def test_enter_takes_what_the_note_says_and_undo_brings_the_chip_back(
    show: Show, journal: Journal, wait: Wait, context: Context
) -> None:
    """From the composer by keys alone: the thanks go to last month's optician, the entry shows the step."""
    page = show(journal.helen)
    jot(page, wait)
    before = keys(page)
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: focused_chip() is not None)
    thanked = before.index(next(key for key in before if key.startswith("step:received:thanked")))
    for _step in range(thanked):
        press(Qt.Key.Key_Right)
    current = focused_chip()
    assert current is not None
    assert current.text() == "Thanked: Optician"
    press(Qt.Key.Key_Return)
    wait(lambda: len(keys(page)) == len(before) - 1)
    steps = journal.session.reads.favour(journal.optician).steps
    assert [step.kind for step in steps if step.entry is not None] == [StepKind.THANKED]
    assert focused_chip() is page.chips.card.chips[thanked]
    context.actions["edit.undo"].trigger()
    wait(lambda: keys(page) == before)
    assert len(journal.session.reads.favour(journal.optician).steps) == 2


def test_del_dismisses_for_good(show: Show, journal: Journal, wait: Wait, context: Context) -> None:
    """The next chip has the keyboard; the note offers it no more, also when it is shown again."""
    page = show(journal.helen)
    jot(page, wait)
    first, second = keys(page)[:2]
    page.chips.enter()
    wait(lambda: focused_chip() is not None)
    press(Qt.Key.Key_Delete)
    wait(lambda: first not in keys(page))
    assert focused_chip() is chip(page, second)
    assert journal.notices[-1].label is not None
    context.selection.choose(EVERYONE)
    wait(lambda: page.model.scope is EVERYONE)
    page.view.make_current(0)
    wait(page.chips.card.isVisible)
    assert first not in keys(page)


def test_the_words_that_a_suggestion_rests_on_light_up(show: Show, journal: Journal, wait: Wait) -> None:
    """All are underlined; those of the chip with the keyboard have the evidence's ground. Offsets survive an emoji."""
    page = show(journal.helen)
    entry = journal.keep("😀 Helen's daughter Emma sits her AP exams in May.", kind=EntryKind.CALL)
    wait(lambda: page.model.window.rows)
    page.view.make_current(0)
    page.deeds.read_note(page.model.window.rows[0])
    wait(lambda: focused_chip() is not None)
    assert page.chips.model.entry == entry
    assert page.view.evidence is not None
    lit = [mark for mark in page.view.evidence[1] if mark.lit]
    assert len(lit) == 1
    shown = page.view.layout_of(0).text.encode("utf-16-le")[2 * lit[0].start : 2 * lit[0].end].decode("utf-16-le")
    assert " ".join(shown.split()) == page.chips.card.chips[0].suggestion.words
    page.view.setFocus()
    assert not any(mark.lit for mark in page.view.evidence[1])


def test_take_all_records_everything_and_one_undo_takes_it_back(
    show: Show, journal: Journal, wait: Wait, context: Context
) -> None:
    """Ctrl+Shift+Enter from where one writes; the keyboard stays there."""
    page = show(journal.helen)
    jot(page, wait)
    before = keys(page)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait(lambda: all(one.is_somebody_new for one in page.chips.model.suggestions))
    helen = journal.session.reads.contact(journal.helen)
    assert FacetKind.CHILDREN in {facet.kind for facet in helen.facets}
    assert [row.entry.kind for row in journal.session.reads.timeline(journal.helen) if row.entry] == [EntryKind.CALL]
    context.actions["edit.undo"].trigger()
    wait(lambda: keys(page) == before)
    assert journal.session.reads.contact(journal.helen).facets == ()


def test_take_all_adds_nobody_to_the_contacts(show: Show, journal: Journal, wait: Wait) -> None:
    """Somebody who was only named becomes a contact by a chip of their own, never with all the others."""
    page = show(journal.helen)
    jot(page, wait, "Called Helen, she passed on the number of Dr Patel.")
    wait(lambda: any(one.is_somebody_new for one in page.chips.model.suggestions))
    page.chips.take_all()
    wait(lambda: [one.is_somebody_new for one in page.chips.model.suggestions] == [True])
    assert {row.name for row in journal.session.reads.contact_rows(TODAY)} == {"Helen Zhou", "王建国"}


def test_when_the_last_one_is_settled_the_keyboard_is_where_one_writes_again(
    show: Show, journal: Journal, wait: Wait
) -> None:
    """Note after note by keys alone: jot, look through, write on."""
    page = show(journal.helen)
    jot(page, wait, "Called Helen about the weekend.")
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: focused_chip() is not None)
    while focused_chip() is not None:
        before = keys(page)
        press(Qt.Key.Key_Return)
        wait(partial(_others, page, before))
    assert QApplication.focusWidget() is page.composer.text


def test_a_chip_is_clicked_and_its_cross_dismisses(show: Show, journal: Journal, wait: Wait) -> None:
    """The same by the mouse."""
    page = show(journal.helen)
    jot(page, wait)
    facet = chip(page, "facet:children")
    QTest.mouseClick(facet, Qt.MouseButton.LeftButton)
    wait(lambda: journal.session.reads.contact(journal.helen).facets)
    kind = chip(page, "channel:")
    QTest.mouseClick(kind, Qt.MouseButton.LeftButton, pos=kind.rect().center() + kind.rect().topRight() / 2)
    wait(lambda: not any(key.startswith("channel:") for key in keys(page)))


def test_e_edits_first(show: Show, journal: Journal, wait: Wait) -> None:
    """The facet's sheet is filled in; what is typed there is recorded, and the chip is gone."""
    page = show(journal.helen)
    jot(page, wait)
    chip(page, "facet:children").setFocus()
    press(Qt.Key.Key_E)
    sheet = opened(wait, FacetSheet)
    assert sheet.kind.value is FacetKind.CHILDREN
    sheet.words.line.selectAll()
    QTest.keyClicks(sheet.words.line, "Emma, 16")
    QTest.keyClick(sheet.words.line, Qt.Key.Key_Return)
    wait(lambda: not any(key.startswith("facet:children") for key in keys(page)))
    assert [facet.text for facet in journal.session.reads.contact(journal.helen).facets] == ["Emma, 16"]


def test_a_step_can_be_given_to_another_favour_or_a_new_one(show: Show, journal: Journal, wait: Wait) -> None:
    """Edited first: the chip means the optician; the user says that it is a favour of its own."""
    page = show(journal.helen)
    jot(page, wait)
    chip(page, "step:received:thanked").setFocus()
    press(Qt.Key.Key_E)
    dialog = opened(wait, StepDialog)
    assert dialog.kind.value is StepKind.THANKED
    belongs = dialog._above
    assert isinstance(belongs, ChoiceField)
    belongs.box.setCurrentIndex(belongs.box.count() - 1)
    new = opened(wait, RecordDialog)
    new.title_field.line.setText("The lenses")
    wait(lambda: new.entry.value is not None)
    QTest.mouseClick(new.primary, Qt.MouseButton.LeftButton)
    wait(lambda: not any(key.startswith("step:received:thanked") for key in keys(page)))
    made = next(one for one in journal.session.reads.favours(journal.helen) if one.title == "The lenses")
    assert [step.kind for step in made.steps] == [StepKind.THANKED]
    assert made.steps[0].entry == page.chips.model.entry


def test_a_rule_speaks_before_the_chip_is_taken(show: Show, journal: Journal, wait: Wait) -> None:
    """Helen was not thanked for the optician: the next ask opens its dialog, with why not yet; take all leaves it."""
    page = show(journal.helen)
    jot(page, wait, "Asked Helen for the number of her carpenter and she gave it to me.")
    asked = chip(page, "step:received:asked")
    assert asked.suggestion.warnings
    page.chips.take_all()
    wait(lambda: all(key.startswith("step:") for key in keys(page)))
    assert len(journal.session.reads.favours(journal.helen)) == 1
    chip(page, "step:received:asked").setFocus()
    press(Qt.Key.Key_Return)
    dialog = opened(wait, RecordDialog)
    assert {verdict.rule for verdict in dialog.verdicts.verdicts} >= {"close-the-loop"}
    wait(lambda: dialog.entry.value is not None)
    QTest.keyClick(dialog.title_field.line, Qt.Key.Key_Return)
    wait(lambda: not any(key.startswith("step:received:asked") for key in keys(page)))


def test_an_edited_note_is_read_again(show: Show, journal: Journal, wait: Wait) -> None:
    """What is no longer written is no longer offered."""
    page = show(journal.helen)
    jot(page, wait)
    assert any(key.startswith("courtesy:gift") for key in keys(page))
    page.view.make_current(0)
    page.deeds.edit(page.model.window.rows[0])
    editor = page.deeds.editor
    assert editor is not None
    assert not page.chips.card.isVisible()
    editor.text.put("Called Helen. Her daughter Emma sits her AP exams in May.")
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: page.chips.card.isVisible() and not any(key.startswith("courtesy:") for key in keys(page)))
    assert any(key.startswith("facet:children") for key in keys(page))


def test_a_dropped_note_is_marked_until_its_suggestions_are_settled(
    show: Show, journal: Journal, wait: Wait, context: Context
) -> None:
    """Read in the background; the mark leads to the chips by Tab and Enter."""
    draft = EntryDraft(NOTE, TODAY, contacts=(journal.helen,), source=EntrySource.DROPPED)
    journal.session.journal.keep(draft)
    journal.keep("Nothing of note.", time="23:00")
    page = show(journal.helen)
    ahead = ReadAhead(context, page)
    ahead.begin()
    wait(lambda: page.model.window.rows[1].chips > 0)
    parts = [part for part in page.view.layout_of(1).parts if part.kind is PartKind.CHIPS]
    assert [part.pieces[0].text for part in parts] == [f"{page.model.window.rows[1].chips} suggestions"]
    page.use(page.model.window.rows[1], parts[0])
    wait(lambda: focused_chip() is not None)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait(lambda: page.model.window.rows[1].chips == 1)
    left = focused_chip()
    assert left is not None
    assert left.suggestion.is_somebody_new, "a daughter is no contact by itself"
    press(Qt.Key.Key_Delete)
    wait(lambda: page.model.window.rows[1].chips == 0)


def test_arrows_and_digits_walk_the_chips_and_leave_them(show: Show, journal: Journal, wait: Wait) -> None:
    """Right, left, home, end, a digit; Escape goes to the row."""
    page = show(journal.helen)
    jot(page, wait)
    page.chips.enter()
    wait(lambda: focused_chip() is not None)
    chips = page.chips.card.chips
    for key, at in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, len(chips) - 1),
        (Qt.Key.Key_Left, len(chips) - 2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_2, 1),
    ):
        press(key)
        assert focused_chip() is chips[at]
        assert chips[at].state is ChipState.CURRENT
    press(Qt.Key.Key_Escape)
    assert page.view.open_row.hasFocus()
    press(Qt.Key.Key_Tab)
    assert focused_chip() is chips[0]


def test_no_chip_is_cut_off_by_a_long_reason(show: Show, journal: Journal, wait: Wait) -> None:
    """The reason of one takes two lines: there is room for it before, the chips and the rows below stay."""
    page = show(journal.helen)
    jot(page, wait, f"{NOTE} I promised to send her the tickets of the museum beside the old quay by Wednesday.")
    card, rooms = page.chips.card, []
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: card.current is not None)
    for number in range(len(card.chips)):
        card.go_to(number)
        QApplication.processEvents()
        card.body.activate()
        rooms.append(card.height())
        assert card.height() >= card.body.totalHeightForWidth(card.width())
        assert card.chips[-1].mapTo(card, card.chips[-1].rect().bottomLeft()).y() < card.height()
    assert len(set(rooms)) == 1


def test_nothing_is_read_where_reading_is_turned_off(
    show: Show, journal: Journal, wait: Wait, context: Context
) -> None:
    """No chips, whatever is written."""
    journal.session.settings.set("reading", "no")
    page = show(journal.helen)
    page.composer.start()
    QTest.keyClicks(page.composer.text, NOTE)
    QTest.keyClick(page.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: page.model.window.rows and page.chips.model.is_read)
    assert not page.chips.card.isVisible()


@pytest.mark.parametrize("current", [None, 1])
def test_the_keys_for_the_suggestions_read_a_note_that_nobody_read(
    show: Show, journal: Journal, wait: Wait, context: Context, current: int | None
) -> None:
    """Ctrl+R where no chips wait: the current note is read; without one the newest; without any it is said."""
    page = show(journal.helen)
    context.actions["readings.go"].trigger()
    assert journal.notices[-1].message == Message("No suggestions wait here.")
    kept = journal.keep("Helen's daughter Emma sits her AP exams in May."), journal.keep(NOTE, days_ago=2)
    wait(lambda: len(page.model.window.rows) == 2)
    if current is not None:
        page.view.make_current(current)
    context.actions["readings.go"].trigger()
    wait(lambda: focused_chip() is not None)
    assert page.chips.model.entry == kept[current or 0]


@pytest.mark.usefixtures("chinese")
def test_the_chips_speak_chinese(show: Show, journal: Journal, wait: Wait) -> None:
    """Heading, words and what a screen reader says."""
    page = show(journal.wang)
    note = EntryDraft("跟王总通了电话，他女儿明年高考。", TODAY, contacts=(journal.wang,))
    journal.session.journal.keep(note)
    wait(lambda: page.model.window.rows)
    page.deeds.read_note(page.model.window.rows[0])
    wait(lambda: focused_chip() is not None)
    current = focused_chip()
    assert current is not None
    assert current.accessibleName() == f"建议 1/{len(page.chips.card.chips)}：电话"
    assert page.chips.card.accessibleName() == f"从这条记录读出 {len(page.chips.card.chips)} 处"


def test_a_promise_with_its_day_is_one_chip(show: Show, journal: Journal, wait: Wait, context: Context) -> None:
    """By Wednesday: one Enter records the promise and notes the day; undo takes both back, Del waves both away."""
    page = show(journal.helen)
    jot(page, wait, "I promised to send her the museum tickets by Wednesday.")
    assert [key.split(":")[0] for key in keys(page)] == ["step"]
    promise = page.chips.card.chips[0]
    assert promise.text().startswith("Promised, by 6 May, new: Send her the museum")
    assert "6 May is noted with it" in promise.toolTip()
    promise.setFocus()
    press(Qt.Key.Key_Return)
    wait(lambda: journal.session.reads.contact(journal.helen).occasions)
    noted = journal.session.reads.contact(journal.helen).occasions
    assert [(day.date, day.text[:19]) for day in noted] == [("2026-05-06", "Send her the museum")]
    assert [loop.title for loop in journal.session.reads.favours(journal.helen)][-1].startswith("Send her the museum")
    wait(lambda: keys(page) == [])
    context.actions["edit.undo"].trigger()
    wait(lambda: len(keys(page)) == 1)
    assert journal.session.reads.contact(journal.helen).occasions == ()
    page.chips.enter()
    press(Qt.Key.Key_Delete)
    wait(lambda: page.chips.model.is_read and keys(page) == [])


def test_a_promise_edited_first_says_that_its_day_is_noted(show: Show, journal: Journal, wait: Wait) -> None:
    """The dialog tells it, and keeping notes it."""
    page = show(journal.helen)
    jot(page, wait, "I promised to send her the museum tickets by Wednesday.")
    page.chips.card.chips[0].setFocus()
    press(Qt.Key.Key_E)
    dialog = opened(wait, RecordDialog)
    assert any("6 May is noted with it" in label.text() for label in dialog.findChildren(Label) if label.isVisible())
    dialog.confirmed.emit()
    wait(lambda: journal.session.reads.contact(journal.helen).occasions)
