"""The context menu of rows of the timeline."""

from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from relationship_journal.domain.entry import Attachment, EntryKind
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.domain.words import ENTRY_WORDS
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.icons import ENTRY_ICONS
from relationship_journal.ui.widgets import Menu


class RowDeeds(Protocol):
    """What the menu offers."""

    def edit(self, row: TimelineRow) -> None: ...
    def change_day(self, rows: list[TimelineRow]) -> None: ...
    def change_kind(self, rows: list[TimelineRow], kind: EntryKind) -> None: ...
    def assign(self, rows: list[TimelineRow]) -> None: ...
    def record_step(self, row: TimelineRow) -> None: ...
    def read_note(self, row: TimelineRow) -> None: ...
    def copy_rows(self, rows: list[TimelineRow]) -> None: ...
    def remove(self, rows: list[TimelineRow]) -> None: ...
    def open_file(self, attachment: Attachment) -> None: ...
    def save_file(self, attachment: Attachment) -> None: ...
    def attach(self, row: TimelineRow) -> None: ...
    def detach(self, row: TimelineRow, attachment: Attachment) -> None: ...


def row_menu(rows: list[TimelineRow], deeds: RowDeeds, parent: QWidget) -> Menu:
    """The menu for the selected rows; with several, what makes sense for all of them."""
    menu = Menu(parent)
    entries = [row for row in rows if row.entry is not None]
    only_courtesy = N_("This is a gift, meal or greeting without an entry.")
    because = "" if entries else only_courtesy
    if len(rows) == 1:
        row = rows[0]
        menu.offer(N_("Edit"), lambda: deeds.edit(row), icon_name="pencil-simple", key="Return")
    menu.offer(N_("Change day…"), lambda: deeds.change_day(entries), icon_name="calendar-blank", because=because)
    if entries:
        kinds = menu.submenu(N_("Change kind"), "note")
        now = {row.entry.kind for row in entries if row.entry is not None}
        for kind in EntryKind:
            kinds.offer(
                ENTRY_WORDS[kind],
                partial(deeds.change_kind, entries, kind),
                icon_name=ENTRY_ICONS[kind],
                checked=now == {kind},
            )
    menu.offer(N_("Assign to…"), lambda: deeds.assign(entries), icon_name="user-plus", because=because)
    if len(rows) == 1:
        _one(menu, rows[0], deeds, because)
    menu.addSeparator()
    menu.offer(N_("Copy as Markdown"), lambda: deeds.copy_rows(rows), icon_name="copy", key="Ctrl+C")
    menu.addSeparator()
    menu.offer(N_("Remove"), lambda: deeds.remove(rows), icon_name="trash", key="Del")
    return menu


def _one(menu: Menu, row: TimelineRow, deeds: RowDeeds, because: str) -> None:
    nobody = "" if row.contacts else N_("Say first whose it is.")
    menu.offer(
        N_("A favour in it…"), lambda: deeds.record_step(row), icon_name="arrows-left-right", because=because or nobody
    )
    menu.offer(N_("Read the note"), lambda: deeds.read_note(row), icon_name="highlighter-circle", because=because)
    menu.offer(N_("Attach files…"), lambda: deeds.attach(row), icon_name="paperclip", because=because)
    for file in row.entry.attachments if row.entry is not None else ():
        under = menu.submenu(partial(str, file.name), "file")
        file_lines(under, row, file, deeds)


def file_lines(menu: Menu, row: TimelineRow, file: Attachment, deeds: RowDeeds) -> None:
    """What can be done with an attachment."""
    menu.offer(N_("Open"), lambda: deeds.open_file(file), icon_name="arrow-square-out")
    menu.offer(N_("Save a copy…"), lambda: deeds.save_file(file), icon_name="download-simple")
    menu.offer(
        Message("Take {file} off this entry", file=file.name), lambda: deeds.detach(row, file), icon_name="trash"
    )
