"""What a mail answers is kept, and folded away until it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntryKind, EntrySource
from relationship_journal.ui.timeline.page import TimelinePage
from relationship_journal.ui.timeline.row_parts import Part, PartKind
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show, enter_rows, focused, press

OWN = "Re: Lunch\n\nWednesday suits me."
TEXT = f"{OWN}\n\nOn 19 Nov 2026, Tom wrote:\n> Would Wednesday? See www.example.com"


def keep(journal: Journal, text: str, source: EntrySource) -> None:
    journal.session.journal.keep(EntryDraft(text, TODAY, EntryKind.MESSAGE, (journal.helen,), source=source))


def offer(page: TimelinePage) -> Part | None:
    return next((part for part in page.view.layout_of(0).parts if part.kind is PartKind.MORE), None)


def test_it_is_shown_and_hidden_by_a_click(journal: Journal, show: Show) -> None:
    """*Show quoted text* under one's own words."""
    keep(journal, TEXT, EntrySource.DROPPED)
    page = show(journal.helen)
    part = offer(page)
    assert part is not None
    assert (page.view.layout_of(0).text, part.says) == (OWN, "Show quoted text")
    QTest.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        page.view.row_rect(0).topLeft() + part.rect.center(),
    )
    part = offer(page)
    assert part is not None
    assert (page.view.layout_of(0).text, part.says) == (TEXT, "Hide quoted text")


def test_it_is_shown_and_hidden_by_key(journal: Journal, show: Show, wait: Wait) -> None:
    """Tab leads to it, Enter shows it; the keyboard stays there though a link now stands before it."""
    keep(journal, TEXT, EntrySource.DROPPED)
    page = show(journal.helen)
    enter_rows(page, wait)
    assert "Would" not in focused().accessibleName()
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Show quoted text"
    press(Qt.Key.Key_Return)
    assert page.view.layout_of(0).text == TEXT
    assert focused().accessibleName() == "Hide quoted text"
    press(Qt.Key.Key_Space)
    assert page.view.layout_of(0).text == OWN
    assert focused().accessibleName() == "Show quoted text"


def test_what_was_typed_is_never_folded(journal: Journal, show: Show) -> None:
    """Whoever writes a quotation wants to see it."""
    keep(journal, TEXT, EntrySource.TYPED)
    page = show(journal.helen)
    assert (page.view.layout_of(0).text, offer(page)) == (TEXT, None)
