"""The suggestions of one note as chips on a card, worked by mouse or keyboard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from relationship_journal.i18n import N_, Message, _
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import SPACE_6, SPACE_8
from relationship_journal.ui.widgets import Button, Card, Chip, ChipState, Flow, KeyCap, Label
from relationship_journal.ui.widgets.key_cap import key_text
from relationship_journal.ui.widgets.tab_order import tab_after

from .chip_words import because
from .chips_model import ChipsModel
from .suggestion_chip import SuggestionChip

FOLDED = 9
"""Chips that are shown before the rest folds: as many as there are digits."""
TAKE_ALL, GO = "Ctrl+Shift+Return", "Ctrl+R"
_HOW = N_("{key} goes to the suggestions. Enter takes one, Del dismisses it, E edits it first.")


class ChipsCard(Card):
    """Shows what `model` knows. `lit` tells of another current suggestion, `left` that the keyboard goes up or down
    and `emptied` that the last one was settled while the keyboard was here. `go` is the key that leads here.
    """

    lit = Signal(object)  #: the Suggestion with the focus, or None
    left = Signal(int)
    emptied = Signal()
    edit_wanted = Signal(object)  #: a Suggestion that is to be edited first

    def __init__(self, model: ChipsModel, parent: QWidget | None = None, *, go: str = GO) -> None:
        super().__init__("wash", gap=SPACE_8, parent=parent)
        self._go = go
        self._model = model
        self._unfolded = False
        self._current: Suggestion | None = None
        self.chips: list[SuggestionChip] = []
        self._heading = Label("", Type.SMALL_STRONG, Colour.ACCENT)
        self.all = Button(N_("Take all"), "quiet", small=True)
        self._cap = KeyCap(TAKE_ALL, Colour.ACCENT)
        head = QHBoxLayout()
        head.setSpacing(current_theme().px(SPACE_6))
        head.addWidget(self._heading, 1)
        head.addWidget(self.all)
        head.addWidget(self._cap)
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self.more = Chip("", icon_name="caret-down", state=ChipState.DASHED, parent=self._holder)
        self.more.clicked.connect(self._unfold)
        self._why = Label(self._how, Type.SMALL, Colour.TEXT_SECOND, wrap=True)
        self.body.addLayout(head)
        self.body.addWidget(self._holder)
        self.body.addWidget(self._why)
        padding = current_theme().px(SPACE_8)
        self.body.setContentsMargins(padding + 4, padding, padding + 4, padding)
        self.all.clicked.connect(self.take_all)
        model.changed.connect(self.follow)
        model.settling.connect(self._show_settling)
        self.hide()

    @property
    def current(self) -> SuggestionChip | None:
        """The chip with the focus."""
        return next((chip for chip in self.chips if chip.hasFocus()), None)

    def tab_after(self, widget: QWidget) -> None:
        """Let Tab come here from `widget`: to the chips first, then to what takes all of them."""
        tab_after(widget, *self.chips, self.more, self.all)

    def height_for(self, width: int) -> int:
        """How high it is at `width`."""
        self.body.activate()
        return self.body.totalHeightForWidth(width)

    def holds_focus(self) -> bool:
        """Whether the keyboard is here."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def enter(self, at: int = 0) -> bool:
        """Give a chip that waits the keyboard; False where none does."""
        chip = self._waiting_from(at)
        if chip is None:
            return False
        chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def follow(self) -> None:
        """Show what the model knows now; a chip that stays keeps the keyboard, and a neighbour has it after one."""
        had, at = self.holds_focus(), self._place_of_focus()
        suggestions = self._model.suggestions
        if not suggestions:
            self._unfolded = False
        shown = suggestions if self._unfolded or len(suggestions) <= FOLDED + 1 else suggestions[:FOLDED]
        kept = {chip.suggestion.key: chip for chip in self.chips}
        focused = self.current.suggestion.key if self.current is not None else ""
        names = len({one.contact for one in suggestions if one.contact is not None}) > 1
        self._flow.let_go()
        self.chips = []
        for number, suggestion in enumerate(shown, 1):
            chip = kept.pop(suggestion.key, None) or self._chip(suggestion)
            chip.stand_for(suggestion, number, len(suggestions), names=names)
            chip.settle(self._model.under_way.get(suggestion.key))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        folded = len(suggestions) - len(shown)
        self.more.say(Message("{n} more", plural="{n} more", n=folded))
        self.more.setVisible(bool(folded))
        if folded:
            self._flow.addWidget(self.more)
        self.all.say(Message("Take these {n}", n=len(shown)) if folded else N_("Take all"))
        count = len(suggestions)
        self._heading.say(Message("{n} suggestion from this note", plural="{n} suggestions from this note", n=count))
        self.setAccessibleName(self._heading.text())
        if had and not self.chips:
            self.emptied.emit()
        elif focused and focused not in {chip.suggestion.key for chip in self.chips}:
            self.enter(at)
        for chip in kept.values():
            chip.hide()
            chip.deleteLater()
        self._keep_room()
        self._light()
        self._holder.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the chips, digits go to one, Escape leaves."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at = self._place_of_focus()
        if plain and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._walk(at, 1 if key == Qt.Key.Key_Right else -1)
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.chips:
            self.chips[0 if key == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.TabFocusReason)
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.go_to(key - Qt.Key.Key_1)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0))
        else:
            super().keyPressEvent(event)

    def go_to(self, place: int) -> None:
        """Give the chip at `place` (0 is the first) the keyboard."""
        if place < len(self.chips):
            self.chips[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Another language needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._keep_room()
            self._light()

    def _chip(self, suggestion: Suggestion) -> SuggestionChip:
        chip = SuggestionChip(self._model.context, suggestion, self._holder)
        chip.clicked.connect(lambda _checked=False, chip=chip: self._take(chip))
        chip.dismissed.connect(lambda chip=chip: self._dismiss(chip))
        chip.dismissed_all.connect(self._dismiss_all)
        chip.edited.connect(lambda chip=chip: self.edit_wanted.emit(chip.suggestion))
        chip.lit.connect(self._light)
        return chip

    def _take(self, chip: SuggestionChip) -> None:
        """As with recording by hand: where a rule speaks, or more is to be said, the dialog comes first."""
        if not chip.waits:
            return
        if chip.suggestion.warnings or chip.suggestion.needs_more:
            self.edit_wanted.emit(chip.suggestion)
        else:
            self._model.take((chip.suggestion,))

    def _dismiss(self, chip: SuggestionChip) -> None:
        if chip.waits:
            self._model.dismiss((chip.suggestion,))

    def _dismiss_all(self) -> None:
        self._model.dismiss(self._model.waiting)

    def take_all(self) -> None:
        """Take all that can be seen; what needs a look first has the keyboard afterwards, where it was here."""
        self._model.take_all([chip.suggestion for chip in self.chips])

    def _show_settling(self) -> None:
        at, had = self._place_of_focus(), self.current is not None
        for chip in self.chips:
            chip.settle(self._model.under_way.get(chip.suggestion.key))
        if had and (current := self.current) is not None and not current.waits:
            self.enter(at)

    def _waiting_from(self, at: int) -> SuggestionChip | None:
        """The chip at `at` or the next after it that waits, else the last one before."""
        after = [chip for chip in self.chips[at:] if chip.waits]
        before = [chip for chip in self.chips[:at] if chip.waits]
        return after[0] if after else before[-1] if before else None

    def _walk(self, at: int, steps: int) -> None:
        stops = [*self.chips, *([self.more] if self.more.isVisibleTo(self) else [])]
        if stops:
            stops[max(0, min(at + steps, len(stops) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of_focus(self) -> int:
        if self.more.hasFocus():
            return len(self.chips)
        return next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), 0)

    def _unfold(self) -> None:
        self._unfolded = True
        at = len(self.chips)
        self.follow()
        self.go_to(at)

    def _light(self) -> None:
        chip = self.current
        suggestion = chip.suggestion if chip is not None else None
        self._why.say(self._how if suggestion is None else lambda: because(suggestion))
        if suggestion != self._current:
            self._current = suggestion
            self.lit.emit(suggestion)

    def _keep_room(self) -> None:
        self._why.keep_room_for(because(chip.suggestion) for chip in self.chips)

    def _how(self) -> str:
        return _(_HOW).format(key=key_text(self._go))
