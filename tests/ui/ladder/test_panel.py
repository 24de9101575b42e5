"""The ladder panel as it is used: read, clicked, keyed, dragged on."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QSpinBox, QWidget

from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import ContactDraft, CourtesyDraft, FavourDraft
from relationship_journal.domain.favour import StepKind
from relationship_journal.domain.loop import State
from relationship_journal.domain.plan import Snooze
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.i18n import install, word
from relationship_journal.paths import resources
from relationship_journal.ui.ladder.favour_chip import favour_mime
from relationship_journal.ui.ladder.step_dialog import StepDialog
from relationship_journal.ui.ladder.story_dialog import StoryDialog
from relationship_journal.ui.signs import Bar
from relationship_journal.ui.widgets import Label, Menu

from .conftest import TODAY, Desk


def bars(desk: Desk) -> dict[int, Bar]:
    shown = desk.panel.model.shown
    assert shown is not None
    return {rung.rung.number: rung.look.bar for rung in shown.picture.rungs}


def second_line(desk: Desk, rung: int) -> str:
    return desk.panel.full.ladder.rows[rung].second


def state(desk: Desk, favour: int) -> State:
    shown = desk.panel.model.shown
    assert shown is not None
    loop = shown.loop(favour)
    assert loop is not None
    return loop.state


def test_from_the_ground_rung_1_is_lit_and_the_others_say_why_not(desk: Desk) -> None:
    """A new contact: rung 1 is next, each higher rung gives one line of why, and a suggestion stands ready."""
    assert bars(desk) == {1: Bar.EMPTY, **dict.fromkeys(range(2, 7), Bar.LOCKED)}
    assert second_line(desk, 2) == "Close a rung 1 loop first"
    assert second_line(desk, 5) == "2 personal and 1 expertise first"
    assert (
        desk.panel.full.ladder.rows[1].accessibleName().startswith("Rung 1, Tiny personal ask: nothing here yet. next")
    )
    assert desk.panel.full.standing.text() == "Standing: the ground"
    desk.wait(desk.panel.full.card.words.text)
    assert second_line(desk, 1) == desk.panel.full.card.headline.text()


def test_a_suggested_ask_is_planned_with_one_click(desk: Desk) -> None:
    """Plan it: the suggestion becomes a favour on its rung, keeps its words, and the button then marks it as asked."""
    card = desk.panel.full.card
    desk.wait(card.words.text)
    title, words = card.headline.text(), card.words.text()
    assert card.primary.text() == "Plan it"
    QTest.mouseClick(card.primary, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.favours() and card.primary.text() == "Mark as asked")
    (favour,) = desk.favours()
    assert (favour.title, favour.rung, [step.kind for step in favour.steps]) == (title, 1, [StepKind.PLANNED])
    assert card.words.text() == words
    QTest.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == words


def test_another_goes_through_the_suggestions(desk: Desk) -> None:
    """Another shows the next suggestion and comes round to the first."""
    card = desk.panel.full.card
    desk.wait(card.another.isVisible)
    first, seen = card.headline.text(), set()
    assert card.another.text() == "Another 1/3"
    for _ in range(3):
        QTest.mouseClick(card.another, Qt.MouseButton.LeftButton)
        seen.add(card.headline.text())
    assert len(seen) == 3
    assert card.headline.text() == first


def test_later_puts_off_for_a_week_here_and_in_the_review(desk: Desk) -> None:
    """Later leaves the heading and says until when; the review leaves it out too; Undo and Show bring it back."""
    card = desk.panel.full.card
    desk.wait(card.words.text)
    QTest.mouseClick(card.later, Qt.MouseButton.LeftButton)
    desk.wait(card.again.isVisible)
    assert card.words.isHidden()
    assert card.primary.isHidden()
    week = Snooze(desk.contact.id, TODAY + timedelta(days=7))
    assert desk.session.reads.snoozes() == (week,)
    assert word(desk.notices[-1].message) == "Put off until 17 June, here and in the review"
    assert desk.notices[-1].act is not None
    desk.notices[-1].act()
    desk.wait(card.primary.isVisible)
    assert desk.session.reads.snoozes() == ()
    QTest.mouseClick(card.later, Qt.MouseButton.LeftButton)
    desk.wait(card.again.isVisible)
    QTest.mouseClick(card.again, Qt.MouseButton.LeftButton)
    desk.wait(card.primary.isVisible)


def test_later_for_a_loop_puts_off_that_loop(desk: Desk) -> None:
    """Only the favour that the card is about rests; its next step is still one click away on the ladder."""
    favour = desk.favour("Optician", "asked@16 granted@16")
    card = desk.panel.full.card
    desk.wait(lambda: card.primary.text() == "Mark as acted on")
    QTest.mouseClick(card.later, Qt.MouseButton.LeftButton)
    desk.wait(card.again.isVisible)
    assert desk.session.reads.snoozes() == (Snooze(desk.contact.id, TODAY + timedelta(days=7), favour.id),)
    assert desk.panel.full.ladder.chip(favour.id) is not None


def test_a_loop_is_closed_step_by_step(desk: Desk) -> None:
    """Granted; acted on by a key on the favour, thanked by the card's button, returned in its dialog: rung 2 opens."""
    favour = desk.favour("Optician", "asked@16 granted@16")
    assert bars(desk)[1] is Bar.OPEN
    chip = desk.panel.full.ladder.chip(favour.id)
    assert chip is not None
    assert chip.accessibleName() == "Optician, Granted: 1 of 4 steps"
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_N)
    desk.wait(lambda: state(desk, favour.id) is State.ACTED_ON)
    card = desk.panel.full.card
    assert card.headline.text() == "Tell them how “Optician” went"
    QTest.mouseClick(card.primary, Qt.MouseButton.LeftButton)
    desk.wait(lambda: state(desk, favour.id) is State.THANKED)
    QTest.mouseClick(card.primary, Qt.MouseButton.LeftButton)
    dialog = desk.dialog(StepDialog)
    assert isinstance(dialog, StepDialog)
    QTest.keyClicks(dialog.words.line, "Cherries from home")
    assert dialog.weight.value == 2
    QTest.keyClick(dialog.words.line, Qt.Key.Key_Return)
    desk.wait(lambda: state(desk, favour.id) is State.CLOSED)
    assert bars(desk)[1] is Bar.CLOSED
    assert desk.panel.full.standing.text() == "Standing: rung 1"
    assert desk.notices[-1].message.text == "Loop closed. Rung {rung} is open."
    last = desk.favours()[0].steps[-1]
    assert (last.kind, last.text, last.weight, last.day) == (StepKind.RETURNED, "Cherries from home", 2, TODAY)


def test_what_was_recorded_can_be_undone_from_the_notice(desk: Desk) -> None:
    """The notice's Undo takes the step back, on disk and in the panel."""
    favour = desk.favour("Optician", "asked@16 granted@16")
    QTest.mouseClick(desk.panel.full.card.primary, Qt.MouseButton.LeftButton)
    desk.wait(lambda: state(desk, favour.id) is State.ACTED_ON)
    act = desk.notices[-1].act
    assert act is not None
    act()
    desk.wait(lambda: state(desk, favour.id) is State.GRANTED)
    assert [step.kind for step in desk.favours()[0].steps] == [StepKind.ASKED, StepKind.GRANTED]


def test_a_favour_is_dropped_on_another_rung(desk: Desk) -> None:
    """Dragged from rung 1 to rung 2 it takes that rung's weight; the row says while it hovers that it would take it."""
    favour = desk.favour("Seller's number", "asked@3")
    row = desk.panel.full.ladder.rows[2]
    mime: QMimeData = favour_mime(favour.id, favour.title)
    at, buttons, keys = QPoint(150, 20), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.MoveAction, mime, buttons, keys)
    QApplication.sendEvent(row, enter)
    assert enter.isAccepted()
    assert desk.panel.full.ladder._over == 2
    drop = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, mime, buttons, keys)
    QApplication.sendEvent(row, drop)
    desk.wait(lambda: desk.favours()[0].rung == 2)
    assert desk.favours()[0].weight == 2
    own = QDragEnterEvent(at, Qt.DropAction.MoveAction, mime, buttons, keys)
    desk.wait(lambda: desk.panel.full.ladder.rows[2].chips)
    QApplication.sendEvent(row, own)
    assert not own.isAccepted()


def test_a_favour_is_moved_by_keyboard(desk: Desk) -> None:
    """The menu key on a favour, Move to rung, 3."""
    favour = desk.favour("School choice", "asked@3")
    desk.panel.gestures.favour_menu(favour.id, QPoint(10, 10))
    desk.wait(lambda: isinstance(desk.application.activePopupWidget(), Menu))
    menu = desk.application.activePopupWidget()
    assert isinstance(menu, Menu)
    move = next(action for action in menu.actions() if action.text() == "Move to rung")
    submenu = move.menu()
    assert isinstance(submenu, Menu)
    by_text = {action.text(): action for action in submenu.actions()}
    assert not by_text["1  Tiny personal ask"].isEnabled()
    by_text["3  Their expertise"].trigger()
    menu.close()
    desk.wait(lambda: desk.favours()[0].rung == 3)


def test_arrows_walk_the_rungs(desk: Desk) -> None:
    """Up from rung 1 is rung 2; Enter there asks on that rung."""
    from relationship_journal.ui.ladder.record_dialog import RecordDialog

    rows = desk.panel.full.ladder.rows
    rows[1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows[1], Qt.Key.Key_Up)
    desk.wait(rows[2].hasFocus)
    QTest.keyClick(rows[2], Qt.Key.Key_Return)
    dialog = desk.dialog(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    assert dialog.rung.value == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.wait(lambda: desk.application.activeModalWidget() is None)


def test_courtesy_lies_on_the_ground(desk: Desk) -> None:
    """Meals and greetings are counted below the ladder and light no rung."""
    for kind, days in ((CourtesyKind.MEAL, 10), (CourtesyKind.MEAL, 20), (CourtesyKind.GREETING, 100)):
        day = TODAY.fromordinal(TODAY.toordinal() - days)
        draft = CourtesyDraft(kind, CourtesyDirection.GIVEN, day, (desk.contact.id,))
        desk.session.courtesies.add(draft, TODAY)
    desk.wait(lambda: desk.panel.full.ground.text() == "Ground: 2 meals in 90 days")
    assert desk.panel.full.standing.text() == "Standing: the ground"
    assert desk.panel.full.whom.relation.text() == "Familiar, untested"


def test_what_is_open_on_either_side_is_listed(desk: Desk) -> None:
    """To return: granted without a return. Given, not yet answered: done and not acknowledged. Each opens its story."""
    given = desk.favour("Museum tickets", "done@40", direction="given")
    desk.favour("Optician", "asked@60 granted@60")
    lines = desk.panel.full.owed.lines()
    assert [line.accessibleName() for line in lines] == [
        "Optician, weight 1, 11 Apr 2026",
        "Museum tickets, weight 1, 1 May 2026",
    ]
    QTest.mouseClick(lines[1], Qt.MouseButton.LeftButton)
    story = desk.dialog(StoryDialog)
    assert isinstance(story, StoryDialog)
    assert story.title.text() == "Museum tickets"
    QTest.mouseClick(story.primary, Qt.MouseButton.LeftButton)
    desk.wait(lambda: state(desk, given.id) is State.ACKNOWLEDGED)
    story.reject()


@pytest.mark.parametrize("scope", [EVERYONE, UNSORTED])
def test_without_a_contact_the_panel_says_what_to_do(desk: Desk, scope: object) -> None:
    """Everyone and Unsorted have no ladder."""
    desk.context.selection.choose(scope)  # type: ignore[arg-type] # the two scopes that are no contact
    desk.wait(lambda: desk.panel.currentWidget() is desk.panel.empty)
    assert desk.panel.empty.words.text()
    assert not desk.context.actions["favour.record"].isEnabled()


def test_the_language_is_switched_while_it_runs(desk: Desk) -> None:
    """Every word of the panel turns Chinese and back."""
    desk.favour("配眼镜", "asked@16 granted@16 acted_on@5")
    try:
        install("zh", resources() / "locale")
        for widget in QApplication.topLevelWidgets():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
        assert desk.panel.full.standing.text() == "现在站在地面"
        assert desk.panel.full.card.primary.text() == "记为已回话"
        assert second_line(desk, 2) == "先了结一个第 1 阶的人情" or second_line(desk, 2)
        assert desk.panel.full.ladder.rows[6].accessibleName().startswith("第 6 阶，工作大事")
    finally:
        install("en", resources() / "locale")


def test_every_control_has_a_name(desk: Desk) -> None:
    """A screen reader can say what each button, field and row is."""
    desk.favour("Optician", "asked@16 granted@16")
    desk.favour("Museum tickets", "done@40", direction="given")
    kinds = (QAbstractButton, QLineEdit, QComboBox, QSpinBox)
    nameless: list[QWidget] = [
        widget
        for widget in desk.panel.full.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []
    assert all(row.accessibleName() for row in desk.panel.full.ladder.rows.values())


def test_an_answer_is_recorded_from_the_card(desk: Desk) -> None:
    """Asked six days ago: the card waits, and takes the yes when it comes; a no would rest the matter."""
    favour = desk.favour("Swim teacher", "asked@6")
    card = desk.panel.full.card
    assert card.headline.text() == "Wait for an answer to “Swim teacher”"
    assert card.primary.isHidden()
    QTest.mouseClick(card.answers[StepKind.GRANTED], Qt.MouseButton.LeftButton)
    desk.wait(lambda: state(desk, favour.id) is State.GRANTED)
    assert not card.answers[StepKind.GRANTED].isVisible()


def test_what_is_asked_of_me_is_answered_from_the_card(desk: Desk) -> None:
    """Asked of me: yes makes it a promise, no declines it."""
    desk.favour("Look over a resume", "asked@6", direction="given")
    card = desk.panel.full.card
    assert card.primary.text() == "Say yes"
    assert not card.answers[StepKind.GRANTED].isVisible()
    QTest.mouseClick(card.answers[StepKind.DECLINED], Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.favours()[0].steps[-1].kind is StepKind.DECLINED)


def test_the_words_are_put_into_ones_own_before_they_are_copied(desk: Desk) -> None:
    """A draft is changed by typing and copied as changed; another suggestion brings its own words."""
    card = desk.panel.full.card
    desk.wait(card.words.text)
    suggested = card.words.text()
    card.words.draft.setFocus()
    QTest.keyClick(card.words.draft, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(card.words.draft, "By the way. ")
    QTest.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"By the way. {suggested}"
    QTest.mouseClick(card.another, Qt.MouseButton.LeftButton)
    assert not card.words.text().startswith("By the way.")


def test_advice_stands_beside_what_was_recorded(desk: Desk) -> None:
    """An ask that skipped rungs keeps the rules' sentences in its story."""
    favour = desk.favour("Speak for us", "asked@3", rung=6)
    desk.panel.gestures.open(favour.id)
    story = desk.dialog(StoryDialog)
    assert isinstance(story, StoryDialog)
    said = " ".join(label.text() for label in story.rows[0].findChildren(Label))
    assert "from the ground, ask on rung 1" in said
    story.reject()


def test_everyone_shows_where_everybody_stands(desk: Desk) -> None:
    """Helen on rung 1 after a closed loop, one more on the ground: counted by rung."""
    desk.session.contacts.add(ContactDraft("Tom Okafor"))
    desk.favour("Optician", "asked@30 granted@29 acted_on@20 thanked@10 returned@5")
    desk.context.selection.choose(EVERYONE)
    ladder = desk.panel.empty.ladder
    desk.wait(lambda: "Tiny personal ask: 1 contact" in ladder.accessibleDescription())
    assert "Personal favour: Nobody yet" in ladder.accessibleDescription()
    assert desk.panel.empty.ground.text() == "Ground: 1 contact"


def test_what_goes_against_their_interest_is_marked_and_never_suggested(desk: Desk) -> None:
    """An idea marked so stands on the ladder with a warning, and the card suggests something else."""
    draft = FavourDraft(desk.contact.id, "The other bidder's price", against_interest=True)
    favour = desk.session.favours.add(draft, (), today=TODAY).favour
    desk.wait(lambda: desk.panel.full.ladder.chip(favour.id))
    chip = desk.panel.full.ladder.chip(favour.id)
    assert chip is not None
    assert "never suggested" in chip.accessibleName()
    shown = desk.panel.model.shown
    assert shown is not None
    assert all(choice.title != favour.title for choice in shown.advice.choices)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    story = desk.dialog(StoryDialog)
    assert isinstance(story, StoryDialog)
    assert story.against.isVisible()
    story.reject()
