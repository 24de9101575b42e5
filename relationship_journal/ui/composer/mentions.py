"""`@` in a text completes a contact by name, nickname or pinyin."""

import re

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.ui.context import Context
from relationship_journal.ui.sidebar.finding import find
from relationship_journal.ui.tasks import Generation
from relationship_journal.ui.theme import current_theme, tokens

from .contact_field import MOST, CompletionList

_BEGUN = re.compile(r"(?:^|[^A-Za-z0-9._%+@＠-])[@＠]((?:[^\s@＠，。,.;；:：!！?？]+ ?){0,2})$")
"""From an at sign that belongs to no mail address up to the cursor: at most two words."""


class Mentions(QObject):
    """Watches a text and offers people below the cursor. Nothing needs to be taken: whoever types on has typed."""

    named = Signal(int, str)  #: id and name of the contact who was put into the text

    def __init__(self, context: Context, text: QTextEdit) -> None:
        super().__init__(text)
        self._context, self._text = context, text
        self._rows: tuple[ContactRow, ...] | None = None
        self._left_alone = -1  # where the at sign stands whose list was closed by Escape
        self._generation = Generation()
        self.list = CompletionList(text)
        self.list.taken.connect(self._take)
        text.textChanged.connect(self._look)
        text.cursorPositionChanged.connect(self._close_elsewhere)
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter, Tab and Escape belong to the list while it is open."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and self.list.isVisible():
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
            self._rows = None  # read again when somebody is named the next time
        return super().eventFilter(watched, event)

    def _key(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not self.list.has_use_for(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        begun = self._begun()
        self.list.take_key(event)
        if not self.list.isVisible() and begun is not None and self._begun() is not None:
            self._left_alone = begun[0]
        return True

    def _begun(self) -> tuple[int, str] | None:
        """Where the at sign before the cursor stands, and what was typed after it."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            return None
        block = cursor.block()
        before = block.text()[: cursor.position() - block.position()]
        found = _BEGUN.search(before)
        return None if found is None else (block.position() + found.start(1) - 1, found[1])

    def _look(self) -> None:
        begun = self._begun()
        if begun is None or begun[0] == self._left_alone or not self._text.hasFocus():
            self.list.hide()
            self._left_alone = -1 if begun is None else self._left_alone
        elif self._rows is None:
            session, today = self._context.session, self._context.today()
            self._context.tasks.read(
                lambda: session.reads.contact_rows(today), self._read, self._generation, lambda _problem: None
            )
        else:
            self._offer(self._rows, begun[1])

    def _read(self, rows: tuple[ContactRow, ...]) -> None:
        self._rows = rows
        self._look()

    def _offer(self, rows: tuple[ContactRow, ...], typed: str) -> None:
        if typed.strip():
            first = typed.split(maxsplit=1)[0].casefold()
            fits = sorted(find(rows, typed), key=lambda row: not _called_so(row, first))
        else:
            met = (row for row in rows if row.last_contact is not None)
            fits = sorted(met, key=lambda row: row.last_contact.toordinal() if row.last_contact else 0, reverse=True)
        box = self._text.cursorRect()
        below = QPoint(box.left(), box.bottom() + current_theme().px(tokens.SPACE_4))
        self.list.offer(fits[:MOST], self._text.viewport(), below)

    def _close_elsewhere(self) -> None:
        if self.list.isVisible() and self._begun() is None:
            self.list.hide()

    def _take(self, contact: int, name: str) -> None:
        begun = self._begun()
        self.list.hide()
        if begun is None:
            return
        cursor = self._text.textCursor()
        cursor.setPosition(begun[0], QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(name)
        self._text.setTextCursor(cursor)
        self.named.emit(contact, name)


def _called_so(row: ContactRow, typed: str) -> bool:
    """A part of the name or a nickname begins so, rather than the organisation or a tag."""
    names = (row.name, row.sort_key, *row.nicknames)
    return any(part.startswith(typed) for name in names for part in (name.casefold(), *name.casefold().split()))
