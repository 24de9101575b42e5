"""The component sheet: every sign and control in its states, to be looked at beside the design's own sheet."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.loop import State
from relationship_journal.domain.words import ENTRY_WORDS, step_word
from relationship_journal.ui.icons import ENTRY_ICONS, paint_icon, step_icon
from relationship_journal.ui.signs import (
    Bar,
    LadderGeometry,
    RingLook,
    RungLook,
    paint_avatar,
    paint_glyph,
    paint_ladder,
    paint_ring,
)
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.widgets import Button, Chip, ChipState, Field, KeyCap, Label, SegmentedRow

Paint = Callable[[QPainter], None]
_ARCS = {
    State.GRANTED: (True, False, False, False),
    State.ACTED_ON: (True, True, False, False),
    State.THANKED: (True, True, True, False),
}
_RINGS = (
    State.IDEA,
    State.PLANNED,
    State.ASKED,
    State.GRANTED,
    State.ACTED_ON,
    State.THANKED,
    State.CLOSED,
    State.DECLINED,
    State.UNANSWERED,
    State.LET_GO,
)


class Painted(QWidget):
    """A small square into which one thing is painted."""

    def __init__(self, paint: Paint, width: int, height: int) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)


def sheet() -> QWidget:
    """The whole sheet, 1440 by 900."""
    theme = current_theme()
    page = QWidget()
    page.setAutoFillBackground(True)
    palette = page.palette()
    palette.setColor(page.backgroundRole(), theme.colour(Colour.PAGE))
    page.setPalette(palette)
    page.resize(1440, 900)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(40, 28, 40, 28)
    layout.setSpacing(20)
    layout.addWidget(Label(lambda: "Components and states", Type.TITLE))
    layout.addLayout(_beside(_rings(), _glyphs()))
    layout.addLayout(_beside(_rungs(), _avatars()))
    layout.addLayout(_beside(_buttons(), _fields()))
    layout.addLayout(_chips())
    layout.addLayout(_icons())
    layout.addStretch()
    return page


def _beside(*parts: QGridLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(56)
    for part in parts:
        row.addLayout(part)
    row.addStretch()
    return row


def _section(title: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.addWidget(Label(lambda: title, Type.STRONG), 0, 0, 1, 12)
    return grid


def _shown(grid: QGridLayout, column: int, widget: QWidget, words: str, row: int = 1) -> None:
    grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    label = Label(words, Type.SMALL, Colour.TEXT_SECOND)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    grid.addWidget(label, row + 1, column)


def _rings() -> QGridLayout:
    grid = _section("Loop ring, 20 and 12 px")
    for column, state in enumerate(_RINGS):
        look = RingLook(state, _ARCS.get(state, (False,) * 4), 3)
        small = RingLook(state, _ARCS.get(state, (False,) * 4))

        def paint(painter: QPainter, look: RingLook = look, small: RingLook = small) -> None:
            paint_ring(painter, QRectF(0, 4, 20, 20), look)
            paint_ring(painter, QRectF(28, 8, 12, 12), small)

        _shown(grid, column, Painted(paint, 44, 28), state.value)
    return grid


def _glyphs() -> QGridLayout:
    grid = _section("Rung glyph")
    for standing in range(7):

        def paint(painter: QPainter, standing: int = standing) -> None:
            paint_glyph(painter, QPoint(0, 3), standing)

        _shown(grid, standing, Painted(paint, 14, 28), str(standing))
    return grid


def _rungs() -> QGridLayout:
    grid = _section("Rung")
    looks = (
        ("closed", RungLook(3, Bar.CLOSED)),
        ("open, 2 of 4", RungLook(3, Bar.OPEN, 0.5)),
        ("next", RungLook(3, Bar.EMPTY, is_next=True)),
        ("empty", RungLook(3, Bar.EMPTY)),
        ("locked", RungLook(3, Bar.LOCKED)),
        ("declined", RungLook(3, Bar.DECLINED)),
        ("drag over", RungLook(3, Bar.CLOSED, drag_over=True)),
    )
    geometry = LadderGeometry(middle=46, numeral=None)
    top = geometry.row_top(3)
    for column, (words, look) in enumerate(looks):

        def paint(painter: QPainter, look: RungLook = look) -> None:
            painter.translate(0, -top)
            paint_ladder(painter, 92, geometry, [look])

        _shown(grid, column, Painted(paint, 92, 50), words)
    return grid


def _avatars() -> QGridLayout:
    grid = _section("Avatars")
    names = ("Helen Zhou", "王建国", "Priya Raman", "陈思远", "Ingrid Solberg", "周岚", "Sofia", "Ben van Halen")
    for column, name in enumerate(names):

        def paint(painter: QPainter, name: str = name, column: int = column) -> None:
            paint_avatar(painter, QRectF(0, 0, 32, 32), column, name)

        grid.addWidget(Painted(paint, 32, 32), 1, column)
    return grid


def _buttons() -> QGridLayout:
    grid = _section("Buttons")
    for row, (words, kind) in enumerate((("Plan it", "primary"), ("Snooze", "plain"), ("Later", "quiet"))):
        for column, state in enumerate(("rest", "pressed", "disabled")):
            button = Button(lambda words=words: words, kind)  # type: ignore[misc, arg-type] # three literal kinds
            button.setDown(state == "pressed")
            button.setEnabled(state != "disabled")
            grid.addWidget(button, row + 1, column)
    grid.addWidget(SegmentedRow(lambda: "Way", [(n, _plain(n), "") for n in ("All", "Ready", "Cooling")], "All"), 4, 0)
    grid.addWidget(KeyCap("Ctrl+Return"), 4, 2)
    return grid


def _plain(words: str) -> Callable[[], str]:
    return lambda: words


def _fields() -> QGridLayout:
    grid = _section("Field")
    grid.addWidget(Field(_plain("Name"), _plain("Day"), icon_name="magnifying-glass"), 1, 0)
    grid.addWidget(Field(_plain("Day"), text="9 May"), 1, 1)
    wrong = Field(_plain("Day"), text="31 Feb")
    wrong.refuse(_plain("No such day"))
    grid.addWidget(wrong, 1, 2)
    return grid


def _chips() -> QGridLayout:
    grid = _section("Chips")
    for column, state in enumerate(ChipState):
        chip = Chip(
            _plain("Thanked: Optician"),
            icon_name="arrow-bend-up-left",
            digit=3 if state not in (ChipState.QUIET, ChipState.ACCENT, ChipState.DASHED) else None,
            closable=True,
            state=state,
        )
        _shown(grid, column, chip, state.value)
    _shown(grid, 7, Chip(_plain("Pu’er tea"), icon_name="coffee", after="users", pill=True, height=24), "facet")
    return grid


def _icons() -> QGridLayout:
    grid = _section("Entry kinds and steps")
    for column, kind in enumerate(EntryKind):
        _shown(grid, column, _icon(ENTRY_ICONS[kind]), ENTRY_WORDS[kind])
    for column, step in enumerate(StepKind):
        _shown(grid, column, _icon(step_icon(Direction.RECEIVED, step)), step_word(step, Direction.RECEIVED), 3)
    return grid


def _icon(name: str) -> QWidget:
    colour = current_theme().colour(Colour.TEXT_SECOND)
    return Painted(lambda painter: paint_icon(painter, QRectF(0, 0, 18, 18), name, colour), 18, 18)
