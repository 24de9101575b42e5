"""The composer's tools: what kind of entry, a courtesy, the day, files, a favour, and the button that keeps."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationship_journal.domain.courtesy import CourtesyKind
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.words import COURTESY_WORDS, ENTRY_WORDS
from relationship_journal.i18n import N_
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import COURTESY_ICONS, ENTRY_ICONS
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, IconButton, KeyCap, Label, Menu, SegmentedRow

from .day_popover import DayButton

_ROOM_FOR_CAP, _ROOM_FOR_HINT, _ROOM_FOR_BOTH = 560, 620, 640  # design pixels

KINDS = (EntryKind.NOTE, *(kind for kind in EntryKind if kind is not EntryKind.NOTE))
"""Kinds in the order of the row: what needs no second person first."""


class ToolRow(QWidget):
    """One line of controls, 28 px high. What each does is the composer's."""

    courtesy_chosen = Signal(object)  #: a CourtesyKind

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._possible = False
        theme = current_theme()
        self.kinds = SegmentedRow(
            N_("Kind of entry"),
            [(kind, ENTRY_WORDS[kind], ENTRY_ICONS[kind]) for kind in KINDS],
            EntryKind.NOTE,
            height=tokens.COMPOSER_TOOLS,
            icons_only=True,
        )
        size, icon = tokens.COMPOSER_TOOLS, tokens.ICON_CONTROL
        self.courtesy = IconButton("gift", N_("Gift, meal or greeting"), size=size, icon_size=icon)
        self.day = DayButton(context.today)
        self.attach = IconButton("paperclip", N_("Attach files"), size=size, icon_size=icon)
        self.people = IconButton("user-plus", N_("With whom"), size=size, icon_size=icon)
        self.favour = IconButton("arrows-left-right", N_("A favour in it"), size=size, icon_size=icon)
        self.cap = KeyCap("Ctrl+Return")
        self.hint = Label(N_("keeps it"), Type.SMALL, Colour.TEXT_SECOND)
        self.keep = Button(N_("Keep"), "primary", small=True, key="Ctrl+Return")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(tokens.SPACE_2))
        layout.addWidget(self.kinds)
        for widget in (_Divider(), self.courtesy, _Divider(), self.day, self.attach, self.people, self.favour):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.cap)
        layout.addSpacing(theme.px(tokens.SPACE_4))
        layout.addWidget(self.hint)
        layout.addWidget(self.keep)
        self.courtesy.clicked.connect(self._choose_courtesy)
        self.offer_keep(False)

    def offer_keep(self, possible: bool) -> None:
        """Show the button while there is something to keep, else the hint."""
        self._possible = possible
        self.keep.setVisible(possible)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the tools come first; the button says its key in its tooltip."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() / current_theme().scale
        self.hint.setVisible(not self._possible and wide >= _ROOM_FOR_HINT)
        self.cap.setVisible(wide >= (_ROOM_FOR_BOTH if self._possible else _ROOM_FOR_CAP))

    def _choose_courtesy(self) -> None:
        menu = Menu(self)
        for kind in CourtesyKind:
            menu.offer(COURTESY_WORDS[kind], partial(self.courtesy_chosen.emit, kind), icon_name=COURTESY_ICONS[kind])
        menu.popup(self.courtesy.mapToGlobal(self.courtesy.rect().bottomLeft()))


class _Divider(QWidget):
    """A hairline between groups of tools."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(current_theme().px(tokens.SPACE_12), current_theme().px(tokens.COMPOSER_TOOLS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(current_theme().colour(Colour.BORDER), tokens.HAIRLINE))
        middle, inset = self.width() // 2, current_theme().px(tokens.SPACE_6)
        painter.drawLine(middle, inset, middle, self.height() - inset)
