"""Ladder and ideas, used: a rung renamed, an idea hidden by key, one's own added, edited and removed."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.services.session import Session
from relationship_journal.ui.actions import Actions
from relationship_journal.ui.bridge import Bridge
from relationship_journal.ui.context import Context
from relationship_journal.ui.notices import Notices
from relationship_journal.ui.repertoire.own_sheet import OwnSheet
from relationship_journal.ui.repertoire.repertoire_sheet import RepertoireSheet
from relationship_journal.ui.selection import Selection
from relationship_journal.ui.tasks import Tasks
from relationship_journal.ui.theme import current_theme
from tests.ui.conftest import Wait

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session.open(tmp_path / "test.rjdb", create=True)
    yield session
    session.close()


@pytest.fixture
def sheet(application: QApplication, session: Session) -> Iterator[RepertoireSheet]:
    context = Context(
        session, Tasks(), Bridge(session), Actions(), Selection(), Notices(), current_theme(), lambda: TODAY,
        lambda: datetime(2026, 11, 23, 18, 40),
    )  # fmt: skip
    context.actions.add("edit.undo", "Undo", session.history.undo)
    shown = RepertoireSheet(context, None)
    shown.show()
    yield shown
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    context.tasks.close()


def own_sheet() -> OwnSheet:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, OwnSheet))


def test_a_rung_takes_the_users_words_weight_and_domain(sheet: RepertoireSheet, session: Session, wait: Wait) -> None:
    """Typed over and saved with Enter; the other rungs stay as they ship."""
    form = sheet.forms[1]
    form.name.line.selectAll()
    QTest.keyClicks(form.name.line, "A small question")
    form.weight.choose(3)
    QTest.keyClick(form.name.line, Qt.Key.Key_Return)
    wait(lambda: session.settings.rungs()[0].name("en") == "A small question")
    assert (session.settings.rungs()[0].weight, session.settings.rungs()[1].weight) == (3, 2)


def test_an_idea_is_hidden_and_shown_by_the_space_bar(sheet: RepertoireSheet, session: Session, wait: Wait) -> None:
    """The tick goes and comes; the journal knows."""
    first = sheet.model.item(0).id
    sheet.list.setFocus()
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    wait(lambda: session.reads.hidden_ideas() == frozenset({first}))
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    wait(lambda: not session.reads.hidden_ideas())


def test_an_own_idea_is_added_edited_and_removed(sheet: RepertoireSheet, session: Session, wait: Wait) -> None:
    """By mouse, typed, by key; undo brings it back."""
    QTest.mouseClick(sheet.add, Qt.MouseButton.LeftButton)
    form = own_sheet()
    QTest.keyClicks(form.name.line, "Where to buy noodles")
    QTest.keyClicks(form.words, "{name}, where do you buy yours?")
    QTest.keyClick(form.name.line, Qt.Key.Key_Return)
    wait(lambda: bool(session.reads.own_ideas()))
    kept = session.reads.own_ideas()[0]
    wait(lambda: sheet.model.row_of(kept.id) is not None)
    assert kept.text("en").words == "{name}, where do you buy yours?"
    sheet.list.setCurrentIndex(sheet.model.index(sheet.model.row_of(kept.id) or 0))
    assert sheet.remove.isEnabled()
    sheet.list.setFocus()
    QTest.keyClick(sheet.list, Qt.Key.Key_Delete)
    wait(lambda: not session.reads.own_ideas())
    session.history.undo()
    assert session.reads.own_ideas() == (kept,)


def test_an_idea_without_a_title_stays_open(sheet: RepertoireSheet, session: Session, wait: Wait) -> None:
    """Nothing is lost, nothing is kept."""
    QTest.mouseClick(sheet.add, Qt.MouseButton.LeftButton)
    form = own_sheet()
    QTest.keyClicks(form.words, "some words")
    QTest.mouseClick(form.primary, Qt.MouseButton.LeftButton)
    wait(form.error.isVisible)
    assert form.words.toPlainText() == "some words"
    assert session.reads.own_ideas() == ()


def test_what_ships_can_not_be_edited_or_removed(sheet: RepertoireSheet) -> None:
    """The buttons are off and say why."""
    assert not sheet.edit.isEnabled()
    assert sheet.remove.toolTip()
