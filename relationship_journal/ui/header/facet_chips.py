"""The facets of a life as chips; what does not fit into a line or two folds into "+n"."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from relationship_journal.domain.contact import Facet, FacetKind
from relationship_journal.domain.words import FACET_WORDS
from relationship_journal.i18n import N_, _
from relationship_journal.ui.icons import FACET_ICONS
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets import Chip, ChipState, IconButton
from relationship_journal.ui.widgets.placing import Flowing, Of, Within
from relationship_journal.ui.widgets.tab_order import tab_after

_NARROW, _WIDE = 4, 6  # chips that are shown before the rest folds
_TEXT_MOST = 24  # letters on a chip; the tooltip has the rest


class FacetChips(QWidget):
    """`opened` sends a facet and the chip that was clicked; `added` the button that asks for a new one.

    The header gives them their places (`part`), again when they are `refilled`.
    """

    refilled = Signal()
    opened = Signal(object, object)
    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets: Sequence[Facet] = ()
        self._shared: Sequence[FacetKind] = ()
        self._unfolded = False
        self._narrow = False
        gap = current_theme().px(tokens.SPACE_6)
        self._flow = Flowing(gap=gap, between=gap)
        self.part = Within(self, self._flow)
        self._shown: list[Facet] = []
        self._chips: list[Chip] = []
        self._tail: _Tail | None = None

    @property
    def add(self) -> QAbstractButton | None:
        """What asks for a new facet: a plus, with words beside it while nothing is known yet."""
        return None if self._tail is None else self._tail.plus if self._facets else self._tail.first

    def show_facets(self, facets: Sequence[Facet], shared: Sequence[FacetKind]) -> None:
        """Show these; those of kinds in `shared` stand first and are marked as common ground."""
        if self.add is not None and (facets, shared) == (self._facets, self._shared):
            return  # a chip that has the keyboard keeps it
        if facets != self._facets:
            self._unfolded = False
        self._facets, self._shared = facets, shared
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """The names of facets are worded when chips are made."""
        if event.type() == QEvent.Type.LanguageChange and self.add is not None:
            self._fill()
        super().changeEvent(event)

    def fold(self, narrow: bool) -> None:
        """In a narrow window chips after the fourth fold into "+n"."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fill()

    @property
    def _most(self) -> int:
        return _NARROW if self._narrow else _WIDE

    def _fill(self) -> None:
        """Show the facets in the chips that are there: one goes from contact to contact, and new ones take a while."""
        facets = sorted(self._facets, key=lambda facet: facet.kind not in self._shared)
        most = len(facets) if self._unfolded else self._most
        folded = len(facets) > most + 1  # a chip takes hardly more room than "+1"
        self._shown = facets[:most] if folded else facets
        tail = self._tail = self._tail or self._make_tail()
        if len(self._chips) < len(self._shown):
            self._make_chips(len(self._shown))
        for place, chip in enumerate(self._chips):
            if place < len(self._shown):
                self._show(self._shown[place], chip)
            chip.setVisible(place < len(self._shown))
        if folded:
            rest = len(facets) - most
            tail.more.say(lambda: f"+{rest}")
            tail.more.speak(lambda: _("Show {n} more").format(n=rest))
        tail.more.setVisible(folded)
        tail.plus.setVisible(bool(facets))
        tail.first.setVisible(not facets)
        self.refilled.emit()

    def _make_tail(self) -> "_Tail":
        more = Chip("", pill=True, height=tokens.FILTER_HEIGHT, state=ChipState.QUIET)
        more.clicked.connect(self._unfold)
        small = tokens.ICON_SMALL
        plus = IconButton("plus", N_("Add a facet of life"), size=tokens.FILTER_HEIGHT, icon_size=small)
        words = N_("What do you know of their life?")
        first = Chip(words, icon_name="plus", pill=True, height=tokens.FILTER_HEIGHT, state=ChipState.DASHED)
        for button in (plus, first):
            button.clicked.connect(self._ask)
        for widget in (more, plus, first):
            widget.setParent(self)
            self._flow.parts.append(Of(widget))
        tail = _Tail(more, plus, first)
        tab_after(self, *tail)
        return tail

    def _make_chips(self, wanted: int) -> None:
        for place in range(len(self._chips), wanted):
            chip = Chip("", pill=True, height=tokens.FILTER_HEIGHT)
            chip.clicked.connect(partial(self._open, place))
            chip.setParent(self)
            self._flow.parts.insert(place, Of(chip))
            self._chips.append(chip)
        if self._tail is not None:
            tab_after(self, *self._chips, *self._tail)

    def _show(self, facet: Facet, chip: Chip) -> None:
        shared = facet.kind in self._shared
        text = facet.text if len(facet.text) <= _TEXT_MOST else facet.text[: _TEXT_MOST - 1].rstrip() + "…"
        chip.say(lambda: text)
        chip.draw(FACET_ICONS[facet.kind], after="users" if shared else "")
        chip.turn(ChipState.ACCENT if shared else ChipState.REST)

        def spoken() -> str:
            words = f"{_(FACET_WORDS[facet.kind])}: {facet.text}"
            return f"{words} ({_('common ground')})" if shared else words

        chip.speak(spoken)
        chip.setToolTip(spoken())

    def _open(self, place: int) -> None:
        self.opened.emit(self._shown[place], self._chips[place])

    def _ask(self) -> None:
        self.added.emit(self.add)

    def _unfold(self) -> None:
        first_hidden = self._most
        self._unfolded = True
        self._fill()
        self._chips[first_hidden].setFocus()


class _Tail(NamedTuple):
    """What stands after the chips: the rest that is folded, and what asks for a new one."""

    more: Chip
    plus: IconButton
    first: Chip
