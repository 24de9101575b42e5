"""The dialogs of favours and courtesies, typed and clicked."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from relationship_journal.domain.contact import FacetKind
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft, EntryDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.ui.ladder.courtesy_dialog import CourtesyDialog
from relationship_journal.ui.ladder.edit_dialog import EditDialog
from relationship_journal.ui.ladder.favours_dialog import FavoursDialog
from relationship_journal.ui.ladder.learned_dialog import LearnedDialog
from relationship_journal.ui.ladder.record_dialog import RecordDialog
from relationship_journal.ui.ladder.step_dialog import StepDialog
from relationship_journal.ui.ladder.story_dialog import StoryDialog

from .conftest import TODAY, Desk

CLICK = Qt.MouseButton.LeftButton


def closed(desk: Desk) -> None:
    desk.wait(lambda: desk.application.activeModalWidget() is None)


def test_a_tiny_ask_is_recorded_by_keyboard(desk: Desk) -> None:
    """Ctrl+Shift+F, the words, a day as one says it, Enter: asked yesterday on rung 1."""
    desk.context.actions["favour.record"].trigger()
    dialog = desk.dialog(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    QTest.keyClicks(dialog.title_field.line, "Which optician she goes to")
    dialog.day.line.selectAll()
    QTest.keyClicks(dialog.day.line, "yesterday")
    assert dialog.verdicts.isHidden()
    assert dialog.primary.text() == "Record"
    QTest.keyClick(dialog.day.line, Qt.Key.Key_Return)
    closed(desk)
    (favour,) = desk.favours()
    assert (favour.title, favour.rung, favour.weight, favour.domain) == ("Which optician she goes to", 1, 1, "personal")
    assert [(step.kind, step.day) for step in favour.steps] == [(StepKind.ASKED, date(2026, 6, 9))]
    desk.wait(lambda: desk.panel.full.ladder.chip(favour.id))


def test_the_rules_speak_before_it_is_recorded_and_never_stop_it(desk: Desk) -> None:
    """A first ask on rung 5: the reasons stand there while it is typed; recorded anyway, with the user's own reason."""
    desk.panel.gestures.record_on(5)
    dialog = desk.dialog(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    said = {verdict.rule for verdict in dialog.verdicts.verdicts}
    assert {"two-small-first", "one-rung-up", "habit-before-work"} <= said
    assert dialog.primary.text() == "Record it anyway"
    dialog.rung.choose(1)
    assert dialog.verdicts.isHidden()
    assert dialog.primary.text() == "Record"
    dialog.rung.choose(5)
    QTest.keyClicks(dialog.title_field.line, "Introduce a colleague")
    QTest.keyClicks(dialog.verdicts.reason.line, "She offered it herself")
    QTest.mouseClick(dialog.primary, CLICK)
    closed(desk)
    (favour,) = desk.favours()
    assert (favour.rung, favour.steps[0].reason) == (5, "She offered it herself")


def test_a_favour_needs_words_and_a_day_that_exists(desk: Desk) -> None:
    """Nothing is recorded without a title or on the 31st of February; each field says what is wrong."""
    desk.panel.gestures.record()
    dialog = desk.dialog(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    QTest.mouseClick(dialog.primary, CLICK)
    assert dialog.title_field.error.isVisible()
    QTest.keyClicks(dialog.title_field.line, "Desk")
    assert dialog.title_field.error.isHidden()
    dialog.day.line.setText("31 Feb")
    QTest.mouseClick(dialog.primary, CLICK)
    assert dialog.day.error.isVisible()
    assert dialog.day.line.accessibleDescription()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    closed(desk)
    assert desk.favours() == ()


def test_what_i_promise_is_recorded_as_given(desk: Desk) -> None:
    """I do it for them: promised, on rung 1; it then comes before my next ask."""
    desk.panel.gestures.record_given()
    dialog = desk.dialog(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    assert dialog.against.isHidden()
    QTest.keyClicks(dialog.title_field.line, "Museum tickets")
    QTest.mouseClick(dialog.primary, CLICK)
    closed(desk)
    (favour,) = desk.favours()
    assert (favour.direction, favour.steps[0].kind) == (Direction.GIVEN, StepKind.PROMISED)
    card = desk.panel.full.card
    desk.wait(lambda: card.headline.text() == "Do what you promised: “Museum tickets”")
    QTest.mouseClick(card.primary, CLICK)
    desk.wait(lambda: desk.favours()[0].steps[-1].kind is StepKind.DONE)


def test_a_story_is_told_step_by_step_and_mended(desk: Desk) -> None:
    """Each step with its day; a wrong one is removed; the next one is taken by the first button."""
    favour = desk.favour("Optician", "asked@16 granted@16 acted_on@5 declined@2")
    chip = desk.panel.full.ladder.chip(favour.id)
    assert chip is not None
    QTest.mouseClick(chip, CLICK)
    story = desk.dialog(StoryDialog)
    assert isinstance(story, StoryDialog)
    assert [row._step.kind.value for row in story.rows] == ["asked", "granted", "acted_on", "declined"]
    assert story.stands.text() == "Declined"
    QTest.mouseClick(story.rows[3].remove, CLICK)
    desk.wait(lambda: len(story.rows) == 3)
    assert story.stands.text() == "Acted on; still to come: Thanked, Returned"
    assert story.primary.text() == "Mark as thanked"
    QTest.keyClick(story, Qt.Key.Key_Return)
    desk.wait(lambda: len(story.rows) == 4)
    assert desk.favours()[0].steps[-1].kind is StepKind.THANKED
    story.reject()


def test_a_step_is_tied_to_its_entry(desk: Desk) -> None:
    """Choosing the entry gives the step its day; the story leads back to the entry."""
    entry = desk.session.journal.keep(EntryDraft("Saw Dr Patel", date(2026, 6, 4), EntryKind.NOTE, (desk.contact.id,)))
    favour = desk.favour("Optician", "asked@16 granted@16")
    desk.panel.gestures.ask_step(favour.id, StepKind.ACTED_ON)
    dialog = desk.dialog(StepDialog)
    assert isinstance(dialog, StepDialog)
    desk.wait(lambda: dialog.entry.entries)
    dialog.entry.choose(entry.id)
    assert dialog.day.day() == date(2026, 6, 4)
    QTest.mouseClick(dialog.primary, CLICK)
    closed(desk)
    last = desk.favours()[0].steps[-1]
    assert (last.kind, last.entry, last.day) == (StepKind.ACTED_ON, entry.id, date(2026, 6, 4))


def test_less_than_received_is_said_kindly(desk: Desk) -> None:
    """A return that weighs less than the favour draws return-more, live, and is recorded anyway."""
    favour = desk.favour("School choice", "asked@40 granted@40 acted_on@20 thanked@10", rung=3)
    desk.panel.gestures.take_next(favour.id)
    dialog = desk.dialog(StepDialog)
    assert isinstance(dialog, StepDialog)
    assert dialog.weight.value == 4
    assert dialog.verdicts.isHidden()
    dialog.weight.choose(1)
    assert [verdict.rule for verdict in dialog.verdicts.verdicts] == ["return-more"]
    QTest.mouseClick(dialog.primary, CLICK)
    closed(desk)
    assert desk.favours()[0].steps[-1].weight == 1


def test_a_return_names_the_gift_in_which_it_happened(desk: Desk) -> None:
    """The cherries that were recorded as a gift are chosen as the return."""
    draft = CourtesyDraft(
        CourtesyKind.GIFT, CourtesyDirection.GIVEN, date(2026, 6, 6), (desk.contact.id,), "Cherries", Decimal(38), "USD"
    )
    gift = desk.session.courtesies.add(draft, TODAY).courtesy
    favour = desk.favour("TCM doctor", "asked@40 granted@40 acted_on@20 thanked@10")
    desk.panel.gestures.take_next(favour.id)
    dialog = desk.dialog(StepDialog)
    assert isinstance(dialog, StepDialog)
    dialog.within.choose(("courtesy", gift.id))
    QTest.mouseClick(dialog.primary, CLICK)
    closed(desk)
    assert desk.favours()[0].steps[-1].courtesy == gift.id
    desk.wait(lambda: desk.panel.model.shown and desk.panel.model.shown.picture.standing == 1)


def test_closing_by_hand_needs_a_reason(desk: Desk) -> None:
    """Without words nothing is recorded."""
    favour = desk.favour("Optician", "asked@16 granted@16")
    desk.panel.gestures.ask_step(favour.id, StepKind.CLOSED)
    dialog = desk.dialog(StepDialog)
    assert isinstance(dialog, StepDialog)
    QTest.mouseClick(dialog.primary, CLICK)
    assert dialog.words.error.isVisible()
    QTest.keyClicks(dialog.words.line, "She moved away")
    QTest.mouseClick(dialog.primary, CLICK)
    closed(desk)
    assert desk.favours()[0].steps[-1].text == "She moved away"


def test_a_favour_is_edited(desk: Desk) -> None:
    """Another rung brings its domain and weight along; the note is kept."""
    favour = desk.favour("School choice", "asked@3")
    desk.panel.gestures.edit(favour.id)
    dialog = desk.dialog(EditDialog)
    assert isinstance(dialog, EditDialog)
    dialog.rung.choose(3)
    assert (dialog.domain.value, dialog.weight.value) == ("expertise", 3)
    QTest.keyClicks(dialog.note, "Ask about the waiting list")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    closed(desk)
    (kept,) = desk.favours()
    assert (kept.rung, kept.domain, kept.weight, kept.note) == (3, "expertise", 3, "Ask about the waiting list")


def test_a_meal_is_recorded_and_what_was_learned_is_asked_once(desk: Desk) -> None:
    """A meal paid, 380 CNY, in return for the doctor: the loop has its return; then one facet is kept."""
    favour = desk.favour("TCM doctor", "asked@40 granted@40 acted_on@20 thanked@10")
    desk.panel.gestures.record_courtesy(CourtesyKind.MEAL, favour.id)
    dialog = desk.dialog(CourtesyDialog)
    assert isinstance(dialog, CourtesyDialog)
    QTest.keyClicks(dialog.words.line, "Hotpot by the river")
    QTest.keyClicks(dialog.value.line, "three hundred")
    QTest.mouseClick(dialog.primary, CLICK)
    assert dialog.value.error.isVisible()
    dialog.value.line.clear()
    QTest.keyClicks(dialog.value.line, "380")
    dialog.currency.choose("CNY")
    QTest.mouseClick(dialog.primary, CLICK)
    learned = desk.dialog(LearnedDialog)
    assert isinstance(learned, LearnedDialog)
    learned.kind.choose(FacetKind.CHILDREN)
    QTest.keyClicks(learned.words.line, "Daughter sits her exams next June")
    QTest.keyClick(learned.words.line, Qt.Key.Key_Return)
    closed(desk)
    (courtesy,) = desk.session.reads.courtesies(desk.contact.id)
    assert (courtesy.kind, courtesy.value, courtesy.currency) == (CourtesyKind.MEAL, Decimal(380), "CNY")
    assert desk.favours()[0].steps[-1].kind is StepKind.RETURNED
    facets = desk.session.reads.contact(desk.contact.id).facets
    assert [(facet.kind, facet.text) for facet in facets] == [(FacetKind.CHILDREN, "Daughter sits her exams next June")]


def test_a_courtesy_is_shared(desk: Desk) -> None:
    """Somebody else who was there is added by name and taken away again."""
    from relationship_journal.domain.drafts import ContactDraft

    tom = desk.session.contacts.add(ContactDraft("Tom Okafor"))
    desk.panel.gestures.record_courtesy(CourtesyKind.GIFT)
    dialog = desk.dialog(CourtesyDialog)
    assert isinstance(dialog, CourtesyDialog)
    desk.wait(lambda: dialog.whom._names)
    dialog.whom._add_named("Tom Okafor")
    assert list(dialog.form.contacts) == [desk.contact.id, tom.id]
    dialog.whom._drop(tom.id)
    assert list(dialog.form.contacts) == [desk.contact.id]
    dialog.reject()


def test_all_favours_are_listed_and_opened(desk: Desk) -> None:
    """Both directions, what was let go too; Enter opens the story."""
    desk.favour("Checkup clinic", "asked@90 let_go@60")
    desk.favour("Museum tickets", "done@40", direction="given")
    QTest.mouseClick(desk.panel.full.all, CLICK)
    dialog = desk.dialog(FavoursDialog)
    assert isinstance(dialog, FavoursDialog)
    assert [row.accessibleName() for row in dialog.rows] == ["Checkup clinic: Let go", "Museum tickets: Done"]
    dialog.rows[0].setFocus()
    QTest.keyClick(dialog.rows[0], Qt.Key.Key_Return)
    story = desk.dialog(StoryDialog)
    story.reject()
    dialog.reject()


def test_a_removed_favour_comes_back(desk: Desk) -> None:
    """Remove from the story's menu closes the story; Undo in the notice brings the favour back."""
    favour = desk.favour("Optician", "asked@16")
    desk.panel.gestures.open(favour.id)
    story = desk.dialog(StoryDialog)
    assert isinstance(story, StoryDialog)
    QTest.mouseClick(story.more, CLICK)
    desk.wait(lambda: desk.application.activePopupWidget() is not None)
    menu = desk.application.activePopupWidget()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Remove").trigger()
    menu.close()
    closed(desk)
    desk.wait(lambda: desk.favours() == ())
    act = desk.notices[-1].act
    assert act is not None
    act()
    desk.wait(lambda: desk.panel.full.ladder.chip(favour.id))


def test_an_ask_that_the_rules_question_is_not_taken_by_one_click(desk: Desk) -> None:
    """A plan on rung 4 from the ground, marked as asked: its dialog opens with the reasons instead."""
    favour = desk.favour("How the industry buys", "planned@1", rung=4)
    desk.panel.gestures.take(favour.id, StepKind.ASKED)
    dialog = desk.dialog(StepDialog)
    assert isinstance(dialog, StepDialog)
    assert {verdict.rule for verdict in dialog.verdicts.verdicts} >= {"one-rung-up"}
    dialog.reject()
    assert [step.kind for step in desk.favours()[0].steps] == [StepKind.PLANNED]


def test_menus_open_where_they_are_asked_for(desk: Desk) -> None:
    """The plus of the panel, the rows of the ladder and the favours each offer their own."""
    favour = desk.favour("Optician", "asked@16 granted@16")
    gestures = desk.panel.gestures
    openings: tuple[Callable[[], None], ...] = (
        partial(gestures.add_menu, QPoint(5, 5)),
        partial(gestures.rung_menu, 1, QPoint(5, 5)),
        partial(gestures.rung_favours_menu, 1, QPoint(5, 5)),
        partial(gestures.favour_menu, favour.id, QPoint(5, 5)),
    )
    for opening in openings:
        opening()
        desk.wait(lambda: desk.application.activePopupWidget() is not None)
        menu = desk.application.activePopupWidget()
        assert menu is not None
        assert menu.actions()
        menu.close()
        desk.wait(lambda: desk.application.activePopupWidget() is None)


def test_a_day_is_chosen_on_a_calendar(desk: Desk) -> None:
    """Alt and down in the day's field opens the month; a day typed there is taken over."""
    from relationship_journal.ui.composer.day_popover import DayPopover

    desk.panel.gestures.record()
    dialog = desk.dialog(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    QTest.keyClick(dialog.day.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.wait(lambda: isinstance(desk.application.activePopupWidget(), DayPopover))
    popover = desk.application.activePopupWidget()
    assert isinstance(popover, DayPopover)
    QTest.keyClicks(popover.field, "last friday")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    desk.wait(lambda: desk.application.activePopupWidget() is None)
    assert dialog.day.day() == date(2026, 6, 5)
    dialog.reject()
