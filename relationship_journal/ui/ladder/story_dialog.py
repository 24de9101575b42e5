"""A favour's whole story: its steps with the entries in which they happened, and what can be done next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from relationship_journal.domain.entry import Entry, EntryId
from relationship_journal.domain.favour import Direction, Step, StepKind
from relationship_journal.domain.loop import Loop
from relationship_journal.domain.one_line import on_one_line
from relationship_journal.domain.words import step_word
from relationship_journal.i18n import N_, Message, _, full_day
from relationship_journal.ui.icons import paint_icon, step_icon
from relationship_journal.ui.signs import paint_ring, ring_of, ring_words, state_word
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import (
    CHIP_HEIGHT,
    ICON_CONTROL,
    ICON_SMALL,
    RADIUS_STEP_LINE,
    RING_SHEET,
    SPACE_2,
    SPACE_4,
    SPACE_6,
    SPACE_8,
)
from relationship_journal.ui.widgets import Button, IconButton, Label, Sheet, Words, verbatim

from .advice import STEP_BUTTONS
from .favour_chip import AGAINST
from .reason_line import show_reasons
from .words import on_rung

if TYPE_CHECKING:
    from .gestures import FavourGestures

THEIRS = N_("{name} does it for you: {rung}, weight {weight}")
MINE = N_("You do it for {name}: {rung}, weight {weight}")


class StoryDialog(Sheet):
    """Shows one favour and follows it while it changes; the first button takes the next step."""

    def __init__(self, gestures: "FavourGestures", favour: int, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, cancel=N_("Close"))
        self._gestures, self._favour = gestures, favour
        self._loop: Loop | None = None
        theme = current_theme()
        self.ring = _Ring()
        self.steps = QVBoxLayout()
        self.steps.setSpacing(theme.px(SPACE_6))
        self.nothing = Label(N_("Nothing happened yet: it is an idea."), Type.SMALL, Colour.TEXT_SECOND)
        self.other = Button(N_("Another step"), "plain")
        self.more = IconButton("dots-three", N_("More"))
        self.rows: list[StepRow] = []
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_8))
        head.addWidget(self.ring)
        self.stands = Label("", Type.STRONG)
        head.addWidget(self.stands, 1)
        self.body.addLayout(head)
        self.note = Label("", Type.READING, wrap=True)
        self.body.addWidget(self.note)
        self.against = Label(AGAINST, Type.SMALL, Colour.WARNING, wrap=True)
        self.body.addWidget(self.against)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self.steps)
        self.body.addStretch()
        self.buttons.insertWidget(0, self.more)
        self.buttons.insertWidget(self.buttons.count() - 2, self.other)
        self.confirmed.connect(lambda: gestures.take_next(favour))
        self.other.clicked.connect(self._offer_steps)
        self.more.clicked.connect(self._offer_more)
        gestures.model.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        shown = self._gestures.model.shown
        loop = shown.loop(self._favour) if shown is not None else None
        if shown is None or loop is None:
            self.reject()
            return
        if loop == self._loop:
            return
        self._loop = loop
        favour = loop.favour
        self.rename(verbatim(favour.title))
        rung = shown.rungs[favour.rung - 1]
        said = THEIRS if favour.direction is Direction.RECEIVED else MINE
        name = shown.contact.name
        self.explain(lambda: _(said).format(name=name, rung=on_rung(rung), weight=favour.weight))
        self.ring.show_loop(loop)
        self.stands.say(lambda: _standing(loop))
        self.note.say(lambda: favour.note)
        self.note.setVisible(bool(favour.note))
        self.against.setVisible(favour.against_interest)
        self._show_steps(favour.steps, loop)
        kind = loop.next_step
        self.primary.setVisible(kind is not None)
        if kind is not None:
            self.primary.say(STEP_BUTTONS[kind])
            self.primary.setEnabled(True)
        if self.isVisible():
            self.fit()

    def _show_steps(self, steps: tuple[Step, ...], loop: Loop) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for step in steps:
            row = StepRow(step, loop, self._gestures)
            row.removed.connect(self._gestures.remove_step)
            row.entry_wanted.connect(self._go_to_entry)
            self.steps.addWidget(row)
            self.rows.append(row)
        self.nothing.setVisible(not steps)
        self._read_entries([step.entry for step in steps if step.entry is not None])

    def _read_entries(self, ids: list[EntryId]) -> None:
        """What was written when it happened stands below its step."""
        if ids:
            context = self._gestures.context
            context.tasks.read(lambda: context.session.reads.entries(ids), self._show_entries)

    def _show_entries(self, entries: dict[EntryId, Entry]) -> None:
        for row in self.rows:
            row.show_entry(entries)
        self.fit()

    def _go_to_entry(self, entry: int) -> None:
        self.accept()
        self._gestures.show_entry(EntryId(entry))

    def _offer_steps(self) -> None:
        if self._loop is not None:
            self._gestures.steps_menu(self._loop, self.other.mapToGlobal(QPoint(0, self.other.height())))

    def _offer_more(self) -> None:
        self._gestures.favour_menu(
            self._favour, self.more.mapToGlobal(QPoint(0, self.more.height())), within_story=True
        )


def _standing(loop: Loop) -> str:
    """Where it stands, and what a granted one still lacks."""
    direction = loop.favour.direction
    stands = _(state_word(loop.state, direction))
    if not loop.granted_open or not loop.missing:
        return stands
    lacks = _(", ").join(_(step_word(kind, direction)) for kind in loop.missing)
    return _("{state}; still to come: {steps}").format(state=stands, steps=lacks)


class StepRow(QWidget):
    """One step: icon, what, when, its words; its entry and its removal at the right."""

    removed = Signal(int)
    entry_wanted = Signal(int)

    def __init__(self, step: Step, loop: Loop, gestures: "FavourGestures") -> None:
        super().__init__()
        self._step, self._direction = step, loop.favour.direction
        theme = current_theme()
        edge = theme.px(SPACE_4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(SPACE_8 + ICON_SMALL + SPACE_8), edge, edge, edge)
        layout.setSpacing(theme.px(SPACE_8))
        lines = QVBoxLayout()
        lines.setSpacing(theme.px(SPACE_2))
        first = QHBoxLayout()
        first.setSpacing(theme.px(SPACE_8))
        first.addWidget(Label(step_word(step.kind, self._direction), Type.STRONG))
        today = gestures.today()
        first.addWidget(Label(lambda: full_day(step.day, today), Type.SMALL, Colour.TEXT_SECOND), 1)
        lines.addLayout(first)
        for words in self._said(step, gestures):
            lines.addWidget(Label(words, Type.SMALL, Colour.TEXT_SECOND, wrap=True))
        show_reasons(lines.addWidget, [], gestures.advice_on(loop, step))
        self.excerpt = Label("", Type.SMALL, Colour.TEXT_THIRD, wrap=True, lines=2)
        self.excerpt.hide()
        lines.addWidget(self.excerpt)
        layout.addLayout(lines, 1)
        if step.entry is not None:
            entry = IconButton("note", N_("Show the entry"), size=CHIP_HEIGHT, icon_size=ICON_CONTROL)
            entry.clicked.connect(lambda: self.entry_wanted.emit(step.entry))
            layout.addWidget(entry, 0, Qt.AlignmentFlag.AlignTop)
        self.remove = IconButton("x", N_("Remove this step"), size=CHIP_HEIGHT, icon_size=ICON_CONTROL)
        self.remove.clicked.connect(lambda: self.removed.emit(step.id))
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{_(step_word(step.kind, self._direction))}, {full_day(step.day, today)}")

    def show_entry(self, entries: dict[EntryId, Entry]) -> None:
        """Show the beginning of the entry in which it happened, where that is among `entries`."""
        entry = entries.get(self._step.entry) if self._step.entry is not None else None
        if entry is not None and entry.text.strip():
            self.excerpt.say(verbatim(on_one_line(entry.text)))
            self.excerpt.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and icon."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.STEP_LINE))
        radius = theme.px(RADIUS_STEP_LINE)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        side = theme.px(ICON_SMALL)
        top = theme.px(SPACE_4) + (theme.px(CHIP_HEIGHT) - side) / 2 - theme.px(SPACE_4) / 2
        box = QRectF(theme.px(SPACE_8), top, side, side)
        paint_icon(painter, box, step_icon(self._direction, self._step.kind), theme.colour(Colour.TEXT_SECOND))

    def _said(self, step: Step, gestures: "FavourGestures") -> list[Words]:
        said: list[Words] = []
        if step.kind is StepKind.RETURNED and step.weight is not None:
            if step.text:
                said.append(Message("{what}, weight {weight}", what=step.text, weight=step.weight))
            else:
                said.append(Message("Weight {weight}", weight=step.weight))
        elif step.text:
            said.append(verbatim(step.text))
        within = gestures.within_words(step)
        if within:
            said.append(Message("In: {what}", what=within))
        if step.reason:
            said.append(Message("Recorded against advice: {reason}", reason=step.reason))
        return said


class _Ring(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._loop: Loop | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current_theme().px(RING_SHEET)
        return QSize(side, side)

    def show_loop(self, loop: Loop) -> None:
        self._loop = loop
        self.setAccessibleName(ring_words(loop))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._loop is not None:
            side = current_theme().px(RING_SHEET)
            paint_ring(QPainter(self), QRectF(0, 0, side, side), ring_of(self._loop))
