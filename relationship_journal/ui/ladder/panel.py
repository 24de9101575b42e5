"""The ladder panel: the ladder of the contact in view, the Next card, who moves whom, what is open on either side."""

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from relationship_journal.domain.next_step import Action
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.actions import Section
from relationship_journal.ui.context import Context
from relationship_journal.ui.signs import glyph_words
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import CHIP_HEIGHT, ICON_CONTROL, PANE_PADDING, SPACE_4, SPACE_8, SPACE_16
from relationship_journal.ui.widgets import Button, IconButton, Label, Words
from relationship_journal.ui.widgets.placing import Column, Line, Of, Space
from relationship_journal.ui.widgets.steady_bar import keep_room_for_bar

from .everyone import EveryonePanel
from .gestures import FavourGestures
from .ladder_model import LadderModel, Shown
from .ladder_view import LadderView
from .next_card import NextCard
from .picture import ground_words
from .whom import Owed, Whom


class LadderPanel(QStackedWidget):
    """The panel at the right. `model` is shared with its narrow forms."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = LadderModel(context, self)
        self.gestures = FavourGestures(context, self.model, self)
        self.empty = EveryonePanel(context)
        self._prepared: _Full | None = None
        self._scroll = _Scroll()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_room_for_bar(self._scroll)
        self.addWidget(self.empty)
        self.addWidget(self._scroll)
        self._add_actions()
        self.model.changed.connect(self._show)
        self.model.favour_wanted.connect(self._show_favour)
        self._show()

    def prepare(self) -> Iterator[None]:
        """Make the panel of one contact in parts, without placing it."""
        card = NextCard()
        yield
        if self._prepared is None and "full" not in vars(self):
            self._prepared = _Full(self.model, self.gestures, card)

    @cached_property
    def full(self) -> "_Full":
        """The panel of one contact, made when the first one is shown."""
        full = self._prepared or _Full(self.model, self.gestures, NextCard())
        self._scroll.setWidget(full)
        self._scroll.offer_room()
        full.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        return full

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the card, where the next step is."""
        button = self.full.card.primary
        (button if button.isVisible() else self.full.ladder.rows[1]).setFocus(reason)

    def changeEvent(self, event: QEvent) -> None:
        """Advice is put together in the language in use: put it together again."""
        if event.type() == QEvent.Type.LanguageChange:
            self.model.read()
        super().changeEvent(event)

    def _add_actions(self) -> None:
        actions, record = self._context.actions, Section.RECORD
        gestures = self.gestures
        actions.add(
            "favour.record",
            N_("Record a favour"),
            gestures.record,
            icon="handshake",
            keys="Ctrl+Shift+F",
            section=record,
        )
        actions.add(
            "courtesy.record",
            N_("Record a gift, a meal or a greeting"),
            gestures.record_courtesy,
            icon="gift",
            section=record,
        )
        actions.add(
            "favour.next",
            N_("Take the next step"),
            gestures.take_advice,
            icon="check-circle",
            keys="Ctrl+J",
            section=record,
        )
        actions.add("favour.words", N_("Copy the words to say"), gestures.copy_words, icon="copy", section=record)
        actions.add(
            "favour.all", N_("All favours of this contact"), gestures.show_all, icon="list-bullets", section=record
        )

    def _show(self) -> None:
        shown = self.model.shown
        for name in ("favour.record", "courtesy.record", "favour.next", "favour.words", "favour.all"):
            self._context.actions[name].setEnabled(shown is not None)
        if shown is None:
            if self._context.selection.contact is None:
                self.empty.show_scope()
                self.setCurrentWidget(self.empty)
            return
        self.full.show_relationship(shown)
        self.setCurrentWidget(self._scroll)

    def _show_favour(self, favour: int) -> None:
        chip = self.full.ladder.chip(favour)
        if chip is not None:
            self._scroll.ensureWidgetVisible(chip)
        self.gestures.open(favour)


class _Scroll(QScrollArea):
    """Tells what it shows how much room there is."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        self.offer_room()
        super().resizeEvent(event)

    def offer_room(self) -> None:
        """Let the panel fill the view."""
        full = self.widget()
        if isinstance(full, _Full):
            full.fill(self.viewport().size())


class _Full(QWidget):
    """The panel of one contact. It gives each of its parts its place itself, whenever it shows somebody."""

    def __init__(self, model: LadderModel, gestures: FavourGestures, card: NextCard) -> None:
        super().__init__()
        self._model = model
        self._gestures = gestures
        theme = current_theme()
        self.standing = Label("", Type.SMALL, Colour.TEXT_SECOND)
        self.add = IconButton("plus", N_("Record a favour or a courtesy"), size=CHIP_HEIGHT, icon_size=ICON_CONTROL)
        self.ladder = LadderView()
        self.ground = Label("", Type.SMALL, Colour.TEXT_SECOND)
        self.card = card
        self.whom = Whom()
        self.owed = Owed()
        self.all = Button("", "quiet", small=True, icon_name="list-bullets")
        self._parts = self._arranged()
        self._room = QSize()
        self._showing = False  #: what is shown is changing: it gets its places when all of it is said
        theme.changed.connect(self.place_again, Qt.ConnectionType.QueuedConnection)  # after all its parts
        card.grown.connect(self.place_again)
        self._wire()

    def _arranged(self) -> Column:
        theme = current_theme()
        head = Label(N_("Ladder"), Type.STRONG)
        edge, bleed = theme.px(PANE_PADDING), theme.px(SPACE_8)
        parts = (head, self.standing, self.add, self.ladder, self.ground, self.card, self.whom, self.owed, self.all)
        for part in parts:
            part.setParent(self)
        beside = (bleed, 0, bleed, 0)
        above = (Of(head), Space(stretch=1), Of(self.standing), Of(self.add))
        rest = (Of(self.ground), self.card.part, self.whom.part, self.owed.part)
        return Column(
            Line(*above, gap=theme.px(SPACE_4), edges=beside),
            Of(self.ladder),
            Column(*rest, gap=theme.px(SPACE_16), edges=beside),
            Space(theme.px(SPACE_8)),
            Of(self.all),
            edges=(edge - bleed, theme.px(SPACE_8), 0, edge),  # the scroll bar has the right edge
        )

    def fill(self, room: QSize) -> None:
        """Be as wide as there is room, and at least as high."""
        self._room = room
        self.place_again()

    def place_again(self) -> None:
        """Give everything its place for what it shows now."""
        wide = self._room.width()
        if wide <= 0 or self._showing:
            return
        high = max(self._parts.measure(wide), self._room.height())
        self._parts.place(0, 0, wide, high)
        self.resize(wide, high)

    def show_relationship(self, shown: Shown) -> None:
        """Show how things stand."""
        self._showing = True
        try:
            self._tell(shown)
        finally:
            self._showing = False
        self.place_again()

    def _tell(self, shown: Shown) -> None:
        picture, advice = shown.picture, shown.advice
        self.standing.say(
            Message("Standing: rung {rung}", rung=picture.standing) if picture.standing else N_("Standing: the ground")
        )
        choice = advice.choice(self._model.choice)
        hint: Words | None = (lambda: choice.title) if choice is not None and choice.offer is None else None
        if advice.step.action is Action.CLOSE:
            hint = Message("After one loop")
        self.ladder.show_picture(picture, hint)
        open_loops = [loop.favour.title for loop in shown.situation.granted]
        self.ladder.setAccessibleName(", ".join([glyph_words(picture.standing), *open_loops]))
        self.ground.say(lambda: ground_words(picture))
        self.card.show_advice(advice, self._model.choice, until=shown.put_off_until)
        asked = bool(shown.situation.waiting)
        self.whom.show_drive(shown.drive, _given_name(shown.contact.name), asked=asked)
        self.owed.show_balance(shown.balance)
        n = len(shown.loops)
        self.all.say(Message("{n} favour in all", plural="{n} favours in all", n=n))
        self.all.setVisible(n > 0)

    def _wire(self) -> None:
        gestures, ladder, card = self._gestures, self.ladder, self.card
        self.add.clicked.connect(lambda: gestures.add_menu(self.add.mapToGlobal(QPoint(0, self.add.height()))))
        ladder.favour_opened.connect(gestures.open)
        ladder.next_wanted.connect(gestures.take_next)
        ladder.favour_menu_wanted.connect(gestures.favour_menu)
        ladder.moved.connect(gestures.move)
        ladder.ask_wanted.connect(gestures.record_on)
        ladder.more_wanted.connect(gestures.rung_favours_menu)
        ladder.menu_wanted.connect(gestures.rung_menu)
        card.taken.connect(gestures.take_advice)
        card.copied.connect(gestures.copy_words)
        card.answered.connect(gestures.answer)
        card.another_wanted.connect(self._model.another)
        card.later_wanted.connect(gestures.put_off)
        card.shown_again.connect(gestures.show_again)
        self.owed.opened.connect(gestures.open)
        self.all.clicked.connect(gestures.show_all)


def _given_name(name: str) -> str:
    """What one calls somebody in a short line: the first name where there are several words."""
    words = name.split()
    return words[0] if len(words) > 1 and words[0].isascii() else name
