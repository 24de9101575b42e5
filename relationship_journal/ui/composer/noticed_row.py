"""The chips of what was noticed in the text: its day, its kind, and people beside those named."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.words import ENTRY_WORDS
from relationship_journal.i18n import N_, Message, _, full_day, word
from relationship_journal.services.glances import Noticed
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import ENTRY_ICONS
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets import Button, Chip, ChipState, Flow
from relationship_journal.ui.widgets.tab_order import tab_after

TAKE_ALL = "Alt+Return"


class NoticedRow(QWidget):
    """Enter or a click takes one over, Delete or its cross waves it away. Without height where there is none.

    Tab comes to the chips from `text`, in which they were noticed.
    """

    taken = Signal(object)  #: a Noticed
    dismissed = Signal(object)  #: a Noticed
    pointed_at = Signal(object)  #: the Noticed whose chip has the keyboard or the pointer, or None

    def __init__(self, context: Context, text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._text = context, text
        self.noticed: tuple[Noticed, ...] = ()
        self.chips: list[Chip] = []
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self.all = Button(N_("Take all"), "quiet", small=True, key=TAKE_ALL)
        self.all.clicked.connect(self.take_all)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(tokens.SPACE_6))
        layout.addWidget(self._holder, 1)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(_("Noticed in the text"))
        self.hide()

    def show_noticed(self, noticed: Sequence[Noticed]) -> None:
        """Show these; the keyboard stays where it was, at the next chip where its own went."""
        if tuple(noticed) == self.noticed:
            return
        place = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self.noticed = tuple(noticed)
        self._flow.clear()
        self.chips = [self._chip(one) for one in self.noticed]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
        tab_after(self._text, *self.chips, self.all)
        self.pointed_at.emit(None)
        self.all.setVisible(len(noticed) > 1)
        self.setVisible(bool(noticed))
        if place is not None and self.chips:
            self.chips[min(place, len(self.chips) - 1)].setFocus()

    def take_all(self) -> bool:
        """Take all over; False where there is nothing."""
        noticed = self.noticed
        for one in noticed:
            self.taken.emit(one)
        return bool(noticed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The words that a chip rests on are shown while it has the keyboard or the pointer."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self.pointed_at.emit(next((one for one, chip in self._pairs() if chip is watched), None))
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Leave):
            self.pointed_at.emit(next((one for one, chip in self._pairs() if chip.hasFocus()), None))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Its name in another language; the chips word themselves."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(_("Noticed in the text"))
        super().changeEvent(event)

    def _pairs(self) -> list[tuple[Noticed, Chip]]:
        return list(zip(self.noticed, self.chips, strict=False))

    def _chip(self, one: Noticed) -> Chip:
        chip = Chip(partial(self._said, one), icon_name=_icon(one), closable=True, state=ChipState.DASHED)
        chip.clicked.connect(partial(self.taken.emit, one))
        chip.dismissed.connect(partial(self.dismissed.emit, one))
        chip.installEventFilter(self)
        return chip

    def _said(self, one: Noticed) -> str:
        return word(Message("{what} (“{words}”)", what=self._named(one), words=one.words))

    def _named(self, one: Noticed) -> str:
        if isinstance(one.what, EntryKind):
            return _(ENTRY_WORDS[one.what])
        if isinstance(one.what, date):
            return full_day(one.what, self._context.today())
        return word(Message("With {name}", name=one.name))


def _icon(one: Noticed) -> str:
    if isinstance(one.what, EntryKind):
        return ENTRY_ICONS[one.what]
    return "calendar-blank" if isinstance(one.what, date) else "user-plus"
