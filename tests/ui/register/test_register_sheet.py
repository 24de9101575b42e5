"""The courtesy register, used: read, switched, opened from and exported."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import ContactDraft, CourtesyDraft
from relationship_journal.services.session import Session
from relationship_journal.ui.actions import Actions
from relationship_journal.ui.bridge import Bridge
from relationship_journal.ui.context import Context
from relationship_journal.ui.notices import Notices
from relationship_journal.ui.register.register_model import View
from relationship_journal.ui.register.register_sheet import RegisterSheet
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
def helen(session: Session) -> ContactId:
    """Somebody who was given cherries and tea this year."""
    session.settings.set("gift-limit.year.USD", "50")
    helen = session.contacts.add(ContactDraft("Helen Zhou")).id
    for text, value in (("Cherries", "38"), ("Tea", "20")):
        draft = CourtesyDraft(
            CourtesyKind.GIFT, CourtesyDirection.GIVEN, TODAY, (helen,), text, Decimal(value), "USD"
        )  # fmt: skip
        session.courtesies.add(draft, TODAY)
    return helen


@pytest.fixture
def context(application: QApplication, session: Session) -> Iterator[Context]:
    made = Context(
        session, Tasks(), Bridge(session), Actions(), Selection(), Notices(), current_theme(), lambda: TODAY,
        lambda: datetime(2026, 11, 23, 18, 40),
    )  # fmt: skip
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made.tasks.close()


def shown(context: Context, wait: Wait, rows: int) -> RegisterSheet:
    sheet = RegisterSheet(context, None)
    sheet.show()
    wait(lambda: sheet.model.rowCount() == rows)
    return sheet


def cells(sheet: RegisterSheet, row: int) -> list[object]:
    return [sheet.model.data(sheet.model.index(row, column)) for column in range(sheet.model.columnCount())]


def test_the_year_is_summed_and_its_limit_is_told(context: Context, helen: ContactId, wait: Wait) -> None:
    """Two presents, one line; more than the limit says so in words."""
    sheet = shown(context, wait, 1)
    assert cells(sheet, 0) == ["2026", "Helen Zhou", "given by me", "$58", "2", "Over the limit of $50"]


def test_arrows_switch_to_the_single_pieces(context: Context, helen: ContactId, wait: Wait) -> None:
    """The choice takes the keyboard; each present is a line with its warning."""
    sheet = shown(context, wait, 1)
    sheet.view.setFocus()
    focus = QApplication.focusWidget() or sheet.view
    QTest.keyClick(focus, Qt.Key.Key_Right)
    wait(lambda: sheet.model.view is View.PIECES)
    assert [cells(sheet, row)[2] for row in range(2)] == ["Gave a gift: Cherries", "Gave a gift: Tea"]


def test_a_row_opens_its_contact(context: Context, helen: ContactId, wait: Wait) -> None:
    """By double click, as by Enter."""
    sheet = shown(context, wait, 1)
    place = sheet.table.visualRect(sheet.model.index(0, 1)).center()
    QTest.mouseClick(sheet.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(sheet.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait(lambda: context.selection.contact == helen)
    assert not sheet.isVisible()


def test_what_is_shown_is_exported(context: Context, helen: ContactId, wait: Wait, tmp_path: Path) -> None:
    """The file holds the rows shown; a folder that is missing is told in the sheet, which stays open."""
    sheet = shown(context, wait, 1)
    sheet.export_to(tmp_path / "register.csv")
    wait((tmp_path / "register.csv").exists)
    assert "Helen Zhou" in (tmp_path / "register.csv").read_text("utf-8-sig")
    sheet.export_to(tmp_path / "no" / "register.csv")
    wait(sheet.error.isVisible)
    assert sheet.isVisible()


def test_an_empty_register_says_so(context: Context, wait: Wait) -> None:
    """Nothing to export, and a sentence instead of an empty table."""
    sheet = RegisterSheet(context, None)
    sheet.show()
    wait(sheet.empty.isVisible)
    assert not sheet.primary.isEnabled()
