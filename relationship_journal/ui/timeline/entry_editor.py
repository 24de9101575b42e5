"""Editing an entry where it stands: kind, day, people and text in the place of the row."""

import re

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.entry import Entry
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.domain.words import ENTRY_WORDS
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.composer.contact_field import ContactField
from relationship_journal.ui.composer.day_popover import DayButton
from relationship_journal.ui.composer.growing_text import GrowingText
from relationship_journal.ui.composer.tool_row import KINDS
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import ENTRY_ICONS
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label, LineField, SegmentedRow
from relationship_journal.values import replace

_LINES = 24


class EntryEditor(QFrame):
    """A card over the row. `kept` sends the edited Entry, `closed` that nothing is to change."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, context: Context, row: TimelineRow, parent: QWidget) -> None:
        super().__init__(parent)
        assert row.entry is not None
        self._entry: Entry = row.entry
        theme = current_theme()
        self.setProperty("card", "accent")
        size = tokens.COMPOSER_TOOLS
        kinds = [(kind, ENTRY_WORDS[kind], ENTRY_ICONS[kind]) for kind in KINDS]
        self.kinds = SegmentedRow(N_("Kind of entry"), kinds, self._entry.kind, height=size, icons_only=True)
        self.day = DayButton(context.today)
        self.day.show_day(self._entry.day)
        self.time = LineField(N_("Time"), "12:40")
        self.time.setText(self._entry.time)
        self.time.setFixedWidth(theme.px(72))
        self.people = ContactField(context)
        self.people.show_contacts(list(zip(row.contacts, row.names, strict=False)))
        self.text = GrowingText(N_("Text of the entry"), most=_LINES)
        self.text.leave_drops()
        self.text.put(self._entry.text)
        self.error = Label("", Type.SMALL, Colour.DANGER, wrap=True)
        self.error.hide()
        self.keep = Button(N_("Keep"), "primary", small=True, key="Ctrl+Return")
        self.cancel = Button(N_("Cancel"), "quiet", small=True, key="Escape")
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(tokens.SPACE_6))
        for widget in (self.kinds, self.day, self.time):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.cancel)
        tools.addWidget(self.keep)
        layout = QVBoxLayout(self)
        edge = theme.px(tokens.SPACE_12)
        layout.setContentsMargins(edge, edge, edge, theme.px(tokens.SPACE_8))
        layout.setSpacing(theme.px(tokens.SPACE_8))
        for part in (self.text, self.people, self.error):
            layout.addWidget(part)
        layout.addLayout(tools)
        self.keep.clicked.connect(self._keep)
        self.text.keep_wanted.connect(self._keep)
        self.text.cancelled.connect(self.closed)
        self.cancel.clicked.connect(self.closed)
        self.time.returnPressed.connect(self._keep)

    def height_for(self, width: int) -> int:
        """How high it is at `width`."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()

    def edited(self) -> Entry:
        """The entry as it reads now. Raises Problem where the time is none."""
        return replace(
            self._entry,
            kind=self.kinds.value,
            day=self.day.day or self._entry.day,
            time=_time(self.time.text()),
            text=self.text.text().strip(),
            contacts=self.people.contacts,
        )

    def edited_or_none(self) -> Entry | None:
        """What would be kept if one went elsewhere now; None where nothing was changed. A time that is none is left."""
        try:
            entry = self.edited()
        except Problem:
            self.time.setText(self._entry.time)
            entry = self.edited()
        return entry if entry != self._entry else None

    def refuse(self, problem: Problem) -> None:
        """Say why it could not be kept; what was typed stays."""
        self.error.say(problem.message)
        self.error.show()
        self.text.setFocus()

    def sizeHint(self) -> QSize:
        """As high as its parts."""
        layout = self.layout()
        assert layout is not None
        return layout.totalSizeHint()

    def _keep(self) -> None:
        try:
            entry = self.edited()
        except Problem as problem:
            self.refuse(problem)
            self.time.setFocus()
            return
        if entry != self._entry:
            self.kept.emit(entry)
        else:
            self.closed.emit()


def _time(text: str) -> str:
    """Local `HH:MM`, or nothing. Raises Problem."""
    if not text.strip():
        return ""
    found = re.fullmatch(r"([01]?\d|2[0-3])[:：.]([0-5]\d)", text.strip())
    if found is None:
        raise Problem(Message("“{time}” is no time of day; write it as 12:40.", time=text.strip()))
    return f"{int(found[1]):02}:{found[2]}"
