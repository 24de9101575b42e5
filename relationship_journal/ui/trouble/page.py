"""A journal that cannot be opened: one clear sentence, and the ways on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from relationship_journal.domain.problems import (
    JournalBusy,
    JournalDamaged,
    JournalMissing,
    NewerJournal,
    NotAJournal,
    Problem,
)
from relationship_journal.i18n import N_, word
from relationship_journal.ui.first_start.choosers import Choosers
from relationship_journal.ui.grounds import Ground
from relationship_journal.ui.icons import pixmap
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Label

if TYPE_CHECKING:
    from relationship_journal.ui.desk import Desk

_TITLES: tuple[tuple[type[Problem], str], ...] = (
    (JournalMissing, N_("The journal is not there")),
    (NotAJournal, N_("This file is no journal")),
    (NewerJournal, N_("This journal is newer than the program")),
    (JournalDamaged, N_("This journal is damaged")),
    (JournalBusy, N_("This journal is in use")),
)
_TEXT_WIDTH, _ICON = 520, 40


class Trouble(Ground):
    """Says what is the matter with the file at `path`. Nothing was written to it."""

    def __init__(self, desk: "Desk", path: Path, problem: Problem) -> None:
        super().__init__(Colour.PAGE)
        self._sign = QLabel()
        title = next(
            (words for kind, words in _TITLES if isinstance(problem, kind)), N_("The journal cannot be opened")
        )
        self.title = Label(title, Type.TITLE)
        self.sentence = Label(problem.message, Type.READING, Colour.TEXT_SECOND, wrap=True)
        named = str(path) in word(problem.message)
        self.place = Label("" if named else lambda: str(path), Type.SMALL, Colour.TEXT_THIRD, wrap=True)
        self.again = Button(N_("Try again"), "primary")
        self.other = Button(N_("Open another journal…"))
        self.new = Button(N_("Make a new one beside it…"))
        self.example = Button(N_("Look around in the example"), "quiet")
        self.again.clicked.connect(lambda: desk.open(path))
        self.other.clicked.connect(desk.open_journal)
        self.new.clicked.connect(lambda: desk.new_journal(path.parent))
        self.example.clicked.connect(desk.open_example)
        self._lay_out(Choosers(desk))
        current_theme().changed.connect(self._draw)
        self._draw()
        self.again.setFocus()

    def _lay_out(self, choosers: Choosers) -> None:
        px = current_theme().px
        middle = Qt.AlignmentFlag.AlignHCenter
        for label in (self.sentence, self.place):
            label.setFixedWidth(px(_TEXT_WIDTH))
            label.setAlignment(middle)
        ways = QHBoxLayout()
        ways.setSpacing(px(tokens.SPACE_8))
        for way in (self.again, self.other, self.new, self.example):
            ways.addWidget(way)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(choosers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(tokens.SPACE_32), px(tokens.SPACE_24), px(tokens.SPACE_32), px(tokens.SPACE_16))
        layout.setSpacing(px(tokens.SPACE_12))
        layout.addStretch(2)
        for widget in (self._sign, self.title):
            layout.addWidget(widget, 0, middle)
        for label in (self.sentence, self.place):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addSpacing(px(tokens.SPACE_12))
        layout.addLayout(ways)
        layout.setAlignment(ways, middle)
        layout.addStretch(3)
        layout.addLayout(foot)

    def _draw(self) -> None:
        theme = current_theme()
        self._sign.setPixmap(pixmap("warning", theme.colour(Colour.WARNING), theme.px(_ICON), self.devicePixelRatioF()))
