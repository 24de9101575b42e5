"""The facets of a life as chips; what does not fit into a line or two folds into "+n"."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relationship_journal.domain.contact import Facet, FacetKind
from relationship_journal.domain.words import FACET_WORDS
from relationship_journal.i18n import N_, _
from relationship_journal.ui.icons import FACET_ICONS
from relationship_journal.ui.theme import tokens
from relationship_journal.ui.widgets import Chip, ChipState, Flow, IconButton

_NARROW, _WIDE = 4, 6  # chips that are shown before the rest folds
_TEXT_MOST = 24  # letters on a chip; the tooltip has the rest


class FacetChips(QWidget):
    """`opened` sends a facet and the chip that was clicked; `added` the button that asks for a new one."""

    opened = Signal(object, object)
    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets: Sequence[Facet] = ()
        self._shared: Sequence[FacetKind] = ()
        self._unfolded = False
        self._narrow = False
        self._flow = Flow(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add: QAbstractButton | None = None

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
        self._flow.clear()
        facets = sorted(self._facets, key=lambda facet: facet.kind not in self._shared)
        most = len(facets) if self._unfolded else self._most
        folded = len(facets) > most + 1  # a chip takes hardly more room than "+1"
        for facet in facets[:most] if folded else facets:
            self._flow.addWidget(self._chip(facet))
        if folded:
            rest = len(facets) - most
            more = Chip(lambda: f"+{rest}", pill=True, height=tokens.FILTER_HEIGHT, state=ChipState.QUIET)
            more.setAccessibleName(_("Show {n} more").format(n=rest))
            more.clicked.connect(self._unfold)
            self._flow.addWidget(more)
        self.add = self._add_button()
        self.add.clicked.connect(lambda: self.added.emit(self.add))
        self._flow.addWidget(self.add)
        for index in range(self._flow.count()):
            if (widget := self._widget(index)) is not None:
                widget.show()
        self._flow.tab_through()
        self.updateGeometry()

    def _add_button(self) -> QAbstractButton:
        """A plus; words beside it while nothing is known yet."""
        if self._facets:
            return IconButton("plus", N_("Add a facet of life"), size=tokens.FILTER_HEIGHT, icon_size=tokens.ICON_SMALL)
        words = N_("What do you know of their life?")
        return Chip(words, icon_name="plus", pill=True, height=tokens.FILTER_HEIGHT, state=ChipState.DASHED)

    def _chip(self, facet: Facet) -> Chip:
        shared = facet.kind in self._shared
        text = facet.text if len(facet.text) <= _TEXT_MOST else facet.text[: _TEXT_MOST - 1].rstrip() + "…"
        chip = Chip(
            lambda: text,
            icon_name=FACET_ICONS[facet.kind],
            after="users" if shared else "",
            pill=True,
            height=tokens.FILTER_HEIGHT,
            state=ChipState.ACCENT if shared else ChipState.REST,
        )
        kind = _(FACET_WORDS[facet.kind])
        words = f"{kind}: {facet.text}"
        if shared:
            words += f" ({_('common ground')})"
        chip.setAccessibleName(words)
        chip.setToolTip(words)
        chip.clicked.connect(lambda: self.opened.emit(facet, chip))
        return chip

    def _unfold(self) -> None:
        first_hidden = self._most
        self._unfolded = True
        self._fill()
        if (first := self._widget(first_hidden)) is not None:
            first.setFocus()

    def _widget(self, index: int) -> QWidget | None:
        item = self._flow.itemAt(index)
        return None if item is None else item.widget()
