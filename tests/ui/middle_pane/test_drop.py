"""Dropping: said before it happens, kept whole, undone as one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from relationship_journal.domain.entry import EntrySource
from relationship_journal.domain.scope import EVERYONE, UNSORTED
from relationship_journal.i18n import word
from relationship_journal.ui.context import Context
from relationship_journal.ui.drop.payload import ENTRIES, payload_of
from relationship_journal.ui.drop.progress_card import ProgressCard
from relationship_journal.ui.drop.taking_in import take_in, verb_for
from relationship_journal.ui.timeline.page import TimelinePage
from tests.ui.conftest import Wait

from .conftest import TODAY, Journal, Show, files, told

DOCUMENTS = Path(__file__).parents[2] / "data/files/documents"
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction


def drag(page: TimelinePage, mime: QMimeData, modifiers: Qt.KeyboardModifier = NONE) -> bool:
    """Carry `mime` over the window; whether it would be taken."""
    event = QDragEnterEvent(QPoint(400, 500), COPY, mime, LEFT, modifiers)
    QApplication.sendEvent(page.window(), event)
    return event.isAccepted()


def drop(page: TimelinePage, mime: QMimeData, modifiers: Qt.KeyboardModifier = NONE) -> None:
    assert drag(page, mime, modifiers)
    QApplication.sendEvent(page.window(), QDropEvent(QPointF(400, 500), COPY, mime, LEFT, modifiers))


def test_a_chinese_note_dropped_is_an_entry(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """A GB18030 note dropped on the timeline: its text is the entry, its bytes are kept, its day is the one it says."""
    note = tmp_path / "通话.txt"
    note.write_bytes("4月28日，王总说樱桃甜。".encode("gb18030"))
    page = show(journal.wang)
    assert drag(page, files(note))
    assert page.drops.overlay.isVisible()
    assert page.drops.overlay.title() == "Keep with 王建国"
    assert page.drops.overlay.accessibleName().endswith("1 entry from 1 file. Stored whole first, then read.")
    drop(page, files(note))
    assert not page.drops.overlay.isVisible()
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert (entry.text, entry.day.day, entry.source) == ("4月28日，王总说樱桃甜。", 28, EntrySource.DROPPED)
    assert journal.session.journal.content(entry.attachments[0]) == note.read_bytes()


def test_the_same_file_twice_leads_to_its_entry(
    journal: Journal, context: Context, show: Show, wait: Wait, tmp_path: Path
) -> None:
    """The second time nothing is kept; the notice offers to show the entry that has it, on whose timeline it is."""
    note = tmp_path / "note.md"
    note.write_text("Cherries", "utf-8")
    page = show(journal.helen)
    drop(page, files(note))
    wait(lambda: told(journal) == "Kept 1 entry.")
    context.selection.choose(journal.wang)
    drop(page, files(note))
    wait(lambda: told(journal) == "note.md is kept already.")
    assert journal.texts(EVERYONE) == ["Cherries"]
    act = journal.notices[-1].act
    assert act is not None
    act()
    wait(lambda: context.selection.scope == journal.helen)
    wait(lambda: page.view.current_row() is not None and not page.empty.isVisible())


def test_thirty_files_are_one_step_of_undo(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """A folder of notes: an entry each, progress meanwhile, and one undo takes all of them back."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"note {number}", "utf-8")
    page = show(journal.helen)
    drop(page, files(folder))
    wait(lambda: told(journal) == "Kept 30 entries.")
    assert len(journal.texts(journal.helen)) == 30
    undo = journal.notices[-1].act
    assert undo is not None
    undo()
    wait(lambda: journal.texts(journal.helen) == [])


def test_taking_in_can_be_stopped(journal: Journal, context: Context, wait: Wait, tmp_path: Path) -> None:
    """Stopped on the way: what is kept by then stays and can be undone; the rest is not begun."""
    paths = [tmp_path / f"{number:03}.txt" for number in range(200)]
    for path in paths:
        path.write_text(f"note {path.stem}", "utf-8")
    taking = take_in(context, files(*paths), (journal.helen,), each=True)
    assert taking is not None
    steps: list[int] = []

    def stop_half_way(done: int, _of: int) -> None:
        steps.append(done)
        if done > 210:
            taking.cancel()

    taking.progress.connect(stop_half_way)
    wait(lambda: told(journal).startswith("Stopped."), 60)
    assert 0 < len(journal.texts(journal.helen)) < 200
    assert steps == sorted(steps)


def test_taking_in_can_be_taken_back_half_way(
    journal: Journal, context: Context, show: Show, wait: Wait, tmp_path: Path
) -> None:
    """The other answer while files come in: nothing of them stays, and undo goes to what was before."""
    paths = [tmp_path / f"{number:03}.txt" for number in range(200)]
    for path in paths:
        path.write_text(f"note {path.stem}", "utf-8")
    page = show(journal.helen)
    before = journal.session.history.can_undo()
    cards: list[ProgressCard] = []
    taking = take_in(
        context,
        files(*paths),
        (journal.helen,),
        each=True,
        show=lambda begun: cards.append(ProgressCard(begun, page.window())),
    )
    assert taking is not None

    def take_back_half_way(done: int, _of: int) -> None:
        if done > 210:
            cards[0].take_back.click()

    taking.progress.connect(take_back_half_way)
    wait(lambda: told(journal).startswith("Stopped."), 60)
    assert told(journal) == "Stopped. Nothing was kept."
    assert journal.texts(EVERYONE) == []
    assert journal.session.history.can_undo() == before


def test_a_link_dragged_out_of_a_browser(journal: Journal, show: Show, wait: Wait) -> None:
    """The page's name and its address are the entry; nothing is opened."""
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/tea")])
    mime.setText("https://example.com/tea")
    mime.setHtml('<a href="https://example.com/tea">Choosing tea</a>')
    drop(show(journal.helen), mime)
    wait(lambda: journal.texts(journal.helen) == ["Choosing tea\nhttps://example.com/tea"])


def test_rich_text_without_plain_text(journal: Journal, show: Show, wait: Wait) -> None:
    """Some programs give markup alone: its words are kept, lists with their marks, scripts left out."""
    mime = QMimeData()
    mime.setHtml("<p>她喜欢：</p><ul><li>樱桃</li><li>茶</li></ul><script>no()</script>")
    drop(show(journal.helen), mime)
    wait(lambda: journal.texts(journal.helen) == ["她喜欢：\n\n- 樱桃\n- 茶"])


def test_documents_dropped_together(journal: Journal, show: Show, wait: Wait) -> None:
    """A Word file, a PDF and a locked one: two entries with words, and the third kept with the reason why not."""
    page = show(journal.wang)
    mime = files(*(DOCUMENTS / name for name in ("libreoffice.docx", "chromium.pdf", "locked.pdf")))
    assert drag(page, mime)
    drop(page, mime)
    wait(lambda: told(journal).startswith("Kept 3 entries."), 60)
    assert "locked.pdf is protected by a password" in told(journal)
    texts = journal.texts(journal.wang)
    assert sum("樱桃寄给他" in text for text in texts) == 1
    assert sum("和李主任吃饭" in text for text in texts) == 1


def test_pictures_go_with_the_only_text_or_alone(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """A note and two pictures are one entry; with Shift three."""
    note, one, two = tmp_path / "note.txt", tmp_path / "one.png", tmp_path / "two.png"
    note.write_text("The desk", "utf-8")
    for number, path in enumerate((one, two)):
        picture = QImage(8, 8, QImage.Format.Format_RGB32)
        picture.fill(number)
        picture.save(str(path))
    page = show(journal.helen)
    drop(page, files(note, one, two))
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert [file.name for file in entry.attachments] == ["note.txt", "one.png", "two.png"]
    wait(lambda: bool(journal.notices))
    journal.session.history.undo()
    wait(lambda: not page.model.window.rows)
    drop(page, files(note, one, two), SHIFT)
    wait(lambda: len(page.model.window.rows) == 3)


def test_what_cannot_be_read_is_kept_with_the_reason(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """A file of unknown bytes is an attachment, and a sentence says why there is no text."""
    odd = tmp_path / "memo.bin"
    odd.write_bytes(bytes(range(256)) * 8)
    page = show(journal.helen)
    drop(page, files(odd))
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert entry.attachments[0].problem
    assert page.view.layout_of(0).problems
    wait(lambda: "memo.bin" in told(journal))


def test_a_missing_file_is_told(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """A file that vanished before it was read is named, and nothing is kept."""
    page = show(journal.helen)
    drop(page, files(tmp_path / "gone.txt"))
    wait(lambda: bool(journal.notices))
    assert journal.notices[-1].is_problem
    assert "gone.txt" in told(journal)
    assert journal.texts(journal.helen) == []


MAIL = b"From: helen@example.com\nDate: Wed, 29 Apr 2026 12:00:00 +0000\nSubject: {n}\n\nThey fit.\n"


def test_a_mail_dragged_from_a_mail_program_that_gives_it(journal: Journal, show: Show, wait: Wait) -> None:
    """KMail gives the mail itself: it is an entry of its day with the mail beside it."""
    mime = QMimeData()
    mime.setData("message/rfc822", QByteArray(MAIL.replace(b"{n}", b"Lenses")))
    mime.setText("Lenses")
    page = show(journal.helen)
    drop(page, mime)
    wait(lambda: len(page.model.window.rows) == 1)
    entry = page.model.window.rows[0].entry
    assert entry is not None
    assert (entry.text, entry.day.day, entry.attachments[0].name) == ("Lenses\n\nThey fit.", 29, "mail.eml")


def test_two_mails_dragged_from_outlook(journal: Journal, show: Show, wait: Wait) -> None:
    """Windows gives a list of names and the contents by number: FILEGROUPDESCRIPTORW, as Qt passes it on."""
    mime = QMimeData()
    names = ("报价.eml", "..\\..\\evil.eml")
    records = b"".join(bytes(72) + name.encode("utf-16-le").ljust(520, b"\0") for name in names)
    kind = 'application/x-qt-windows-mime;value="{}"'
    mime.setData(kind.format("FileGroupDescriptorW"), QByteArray((2).to_bytes(4, "little") + records))
    for number in range(2):
        content = MAIL.replace(b"{n}", f"Mail {number}".encode())
        mime.setData(f"{kind.format('FileContents')};index={number}", QByteArray(content))
    page = show(journal.helen)
    assert verb_for(mime, "Helen") == "Keep 2 files here"
    drop(page, mime)
    wait(lambda: len(page.model.window.rows) == 2)
    entries = [row.entry for row in page.model.window.rows if row.entry is not None]
    assert sorted(entry.attachments[0].name for entry in entries) == ["evil.eml", "报价.eml"]


def test_a_mail_of_which_only_an_address_is_given(journal: Journal, show: Show, wait: Wait) -> None:
    """Thunderbird gives an address of its own: what to do instead is said before and after the drop."""
    mime = QMimeData()
    mime.setData("text/x-moz-message", QByteArray(b"m\0a"))
    mime.setText("mailbox-message://nobody@Local%20Folders/Inbox#7")
    page = show(journal.helen)
    assert drag(page, mime)
    assert "Save the mail as a file" in page.drops.overlay.accessibleName()
    drop(page, mime)
    wait(lambda: bool(journal.notices))
    assert told(journal).startswith("The mail program gave only the address")
    assert journal.texts(journal.helen) == []


def test_a_card_dropped_adds_a_contact(journal: Journal, show: Show, wait: Wait, tmp_path: Path) -> None:
    """The notice says so; one undo takes them away again."""
    card = tmp_path / "tom.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Tom Okafor\nTEL:12345678\nEND:VCARD\n")
    page = show(journal.helen)
    drop(page, files(card))
    wait(lambda: bool(journal.notices))
    assert told(journal) == "Added 1 contact."
    assert "Tom Okafor" in journal.session.reads.names().values()


def test_entries_are_given_by_dragging_them_onto_a_name(journal: Journal, context: Context, wait: Wait) -> None:
    """What the timeline carries is given to the contact on whose row it is dropped, and is not kept twice."""
    entry = journal.keep("Three of us")
    mime = QMimeData()
    mime.setData(ENTRIES, QByteArray(str(entry).encode()))
    mime.setText("Three of us")
    assert verb_for(mime, "王建国") == "Give to 王建国"
    take_in(context, mime, (journal.wang,))
    wait(lambda: journal.texts(journal.wang) == ["Three of us"])
    assert journal.texts(EVERYONE) == ["Three of us"]


def test_the_timelines_own_rows_dropped_on_it_do_nothing(journal: Journal, show: Show) -> None:
    """Rows carried over the window are not offered to be kept again."""
    entry = journal.keep("Mine")
    page = show(journal.helen)
    mime = page.doors.carry_rows(page.model.window.rows)
    assert payload_of(mime).entries == (entry,)
    assert not drag(page, mime)
    page.drops.take(mime)
    assert journal.texts(EVERYONE) == ["Mine"]


def test_text_dropped_on_nobody_is_unsorted(journal: Journal, show: Show, wait: Wait) -> None:
    """Under Everyone a dropped text waits for a name; NUL and foreign line ends are cleaned at the door."""
    page = show(EVERYONE)
    mime = QMimeData()
    mime.setText("Heard at the fair\r\nsecond line")
    drop(page, mime)
    wait(lambda: journal.texts(UNSORTED) == ["Heard at the fair\nsecond line"])
    row = journal.session.reads.timeline(UNSORTED)[0]
    assert row.key.day == TODAY


def test_what_dropping_would_do_is_said(tmp_path: Path) -> None:
    """The verb counts files; what nobody can keep has none."""
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    assert verb_for(files(one, two), "Helen") == "Keep 2 files here"
    text = QMimeData()
    text.setText("hello")
    assert verb_for(text, "Helen") == "Keep the text here"
    assert verb_for(QMimeData(), "Helen") is None
    assert payload_of(files(one, two)).entry_count(each=False) == 2


@pytest.mark.usefixtures("chinese")
def test_chinese_sentences_follow_each_other_without_a_blank(
    journal: Journal, show: Show, wait: Wait, tmp_path: Path
) -> None:
    """Kept, and why it could not be read: two sentences of one notice."""
    empty = tmp_path / "空.txt"
    empty.touch()
    drop(show(journal.wang), files(empty))
    wait(lambda: told(journal))
    assert word(journal.notices[-1].message) == "已保存 1 条。空.txt 是空文件，已原样保存。"
