"""Pasting: what is on the clipboard is kept as a drop is, or goes with what is being written."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from relationship_journal.domain.entry import EntryKind, EntrySource
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.ui.context import Context
from tests.ui.conftest import Wait

from .conftest import Journal, Show, files, told


def test_a_chat_is_pasted(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """Chat text on the clipboard becomes an entry of kind message with one key, and one undo takes it back."""
    text = "王建国 12:40\n樱桃收到了\n\nHelen 12:41\n甜吗"
    QGuiApplication.clipboard().setText(text)
    page = show(journal.wang)
    context.actions["edit.paste"].trigger()
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert (entry.text, entry.kind, entry.source) == (text, EntryKind.MESSAGE, EntrySource.PASTED)
    assert entry.attachments == ()
    wait(lambda: bool(journal.notices))
    context.actions["edit.undo"].trigger()
    wait(lambda: not page.model.window.rows)


def test_a_chat_finds_its_people(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """Pasted under Everyone, a chat belongs to those of its speakers who are in the journal by exactly that name."""
    QGuiApplication.clipboard().setText("王总 12:40\n樱桃收到了\n\n我自己 12:41\n甜吗")
    show(EVERYONE)
    context.actions["edit.paste"].trigger()
    wait(lambda: len(journal.texts(journal.wang)) == 1)
    assert journal.texts(UNSORTED) == []


def test_a_chat_over_days_is_an_entry_a_day(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """With a contact's row in the sidebar chosen and nothing focused, two days of WhatsApp are two messages."""
    text = "29/04/2026, 23:50 - Helen: Still up?\n30/04/2026, 08:01 - Me: Now I am\n30/04/2026, 08:02 - Helen: Good"
    QGuiApplication.clipboard().setText(text)
    page = show(journal.helen)
    context.actions["edit.paste"].trigger()
    wait(lambda: len(page.model.window.rows) == 2)
    entries = [row.entry for row in page.model.window.rows if row.entry is not None]
    assert [(entry.day.day, entry.time, entry.kind) for entry in entries] == [
        (30, "08:01", EntryKind.MESSAGE),
        (29, "23:50", EntryKind.MESSAGE),
    ]
    assert entries[0].text == "Me 08:01\nNow I am\n\nHelen 08:02\nGood"
    wait(lambda: "2 entries" in told(journal))


def test_a_chat_pasted_into_the_empty_composer_is_kept_as_one(
    journal: Journal, context: Context, show: Show, wait: Wait
) -> None:
    """Nobody wrote it here: it is a message at once. Between words of one's own it is text like any other."""
    mime = QMimeData()
    mime.setText("王总 2026/4/29 12:40\n樱桃收到了\n\n我 2026/4/29 12:41\n甜吗")
    page = show(journal.wang)
    page.start_entry()
    page.composer.text.insertFromMimeData(mime)
    wait(lambda: len(page.model.window.rows) == 1)
    assert page.composer.text.text() == ""
    page.composer.text.put("He wrote: ")
    page.composer.text.insertFromMimeData(mime)
    assert "樱桃收到了" in page.composer.text.text()


def test_a_picture_is_pasted(journal: Journal, context: Context, show: Show, wait: Wait) -> None:
    """A picture from the clipboard is kept as a file of its own."""
    picture = QImage(12, 12, QImage.Format.Format_RGB32)
    picture.fill(0xB33)
    QGuiApplication.clipboard().setImage(picture)
    page = show(journal.helen)
    context.actions["edit.paste"].trigger()
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert entry.attachments[0].media_type == "image/png"


def test_a_file_pasted_while_writing_is_attached(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """In the composer a pasted file goes with what is being written, not into an entry of its own."""
    paper = tmp_path / "offer.pdf"
    paper.write_bytes(b"%PDF")
    page = show(journal.helen)
    page.start_entry()
    page.composer.text.insertFromMimeData(files(paper))
    wait(lambda: len(page.composer.model.draft.files) == 1)
    assert journal.texts(EVERYONE) == []
