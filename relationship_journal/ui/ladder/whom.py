"""Who moves whom, as two bars on one scale; and what is to be returned and what I gave that is not yet answered."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationship_journal.domain.balance import Balance, Row
from relationship_journal.domain.drive import Drive, Quadrant
from relationship_journal.i18n import N_, Message
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import (
    BAR_HEIGHT,
    CHIP_SMALL,
    SPACE_2,
    SPACE_4,
    SPACE_12,
)
from relationship_journal.ui.widgets import Chip, ChipState, Label
from relationship_journal.ui.widgets.placing import Column, Line, Of, Space, Within
from relationship_journal.ui.widgets.tab_order import tab_after

from .favour_line import FavourLine

QUADRANTS: dict[Quadrant, tuple[str, str]] = {
    Quadrant.MUTUAL: (N_("We move each other"), "arrows-left-right"),
    Quadrant.THEY_MOVE_ME: (N_("They move me"), "arrow-down-left"),
    Quadrant.I_LEAN: (N_("I lean on them"), "arrow-up-right"),
    Quadrant.UNTESTED: (N_("Familiar, untested"), "question"),
    Quadrant.DORMANT: (N_("Dormant"), "moon"),
}
_LEAST_SCALE = 4.0  # below this much the bars do not fill their track: a first tiny favour stays small
_NAME_SHARE = 0.34

_NOTHING, _ASKED = N_("Nothing yet. Start with a tiny ask."), N_("Nothing yet. Your ask waits for its answer.")


class Whom(QWidget):
    """The two bars and the relation that they show. Whoever holds it gives it and its parts their places (`part`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._title = Label(N_("Who moves whom"), Type.STRONG)
        self.relation = Chip("", icon_name="question", pill=True, height=CHIP_SMALL, state=ChipState.REST)
        self.relation.setEnabled(False)
        self.relation.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = Label("", Type.SMALL, Colour.TEXT_SECOND, wrap=True)
        self._mine, self._theirs = Bar(Colour.ACCENT), Bar(Colour.WARNING)
        self._mine_name = Label("", Type.SMALL, Colour.TEXT_SECOND)
        self._theirs_name = Label("", Type.SMALL, Colour.TEXT_SECOND)
        self._bars = QWidget()
        lines = []
        for name, bar in ((self._mine_name, self._mine), (self._theirs_name, self._theirs)):
            name.setParent(self._bars)
            bar.setParent(self._bars)
            shares = Of(name, round(_NAME_SHARE * 100)), Of(bar, round((1 - _NAME_SHARE) * 100))
            lines.append(Line(*shares, gap=theme.px(SPACE_12)))
        gap = theme.px(SPACE_4)
        head = Line(Of(self._title), Space(stretch=1), Of(self.relation), gap=gap)
        for widget in (self._title, self.relation, self._bars, self._empty):
            widget.setParent(self)
        self.part = Within(self, Column(head, Within(self._bars, Column(*lines, gap=gap)), Of(self._empty), gap=gap))

    def show_drive(self, drive: Drive, name: str, *, asked: bool) -> None:
        """Show who moves whom; `name` is theirs, and `asked` says whether an ask of mine waits."""
        words, icon_name = QUADRANTS[drive.quadrant]
        self.relation.say(words)
        self.relation.draw(icon_name)
        nothing = drive.mine == 0 and drive.theirs == 0
        self._empty.say(_ASKED if asked else _NOTHING)
        self._empty.setVisible(nothing)
        self._bars.setVisible(not nothing)
        self._mine_name.say(Message("I move {name}", name=name))
        self._theirs_name.say(Message("{name} moves me", name=name))
        mine, theirs = parts_of(drive)
        self._mine.fill(mine)
        self._theirs.fill(theirs)


def parts_of(drive: Drive) -> tuple[float, float]:
    """How far the two bars are filled, on one scale for both."""
    scale = max(drive.mine, drive.theirs, _LEAST_SCALE)
    return drive.mine / scale, drive.theirs / scale


class Bar(QWidget):
    """A bar filled to a part of its length."""

    def __init__(self, colour: Colour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, part: float) -> None:
        """Fill to `part`, 0 to 1."""
        self.part = part
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of small text, the bar in its middle."""
        theme = current_theme()
        return QSize(theme.px(CHIP_SMALL), theme.line_height(Type.SMALL))

    def height_at(self, _width: int) -> int:
        """A line."""
        return current_theme().line_height(Type.SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and fill, both with round ends."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = theme.px(BAR_HEIGHT)
        track = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(theme.colour(Colour.BAR_TRACK))
        painter.drawRoundedRect(track, high / 2, high / 2)
        if self.part > 0:
            painter.setBrush(theme.colour(self._colour))
            track.setWidth(max(high, track.width() * self.part))
            painter.drawRoundedRect(track, high / 2, high / 2)


class Owed(QWidget):
    """Two lists side by side: to return; given, not yet answered. Their places come by `part`."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._columns = (
            _Column(N_("To return"), N_("Nothing to return")),
            _Column(N_("Given, not yet answered"), N_("Nothing waits")),
        )
        for column in self._columns:
            column.setParent(self)
            column.opened.connect(self.opened)
        self.part = Within(self, Line(*(column.part for column in self._columns), gap=theme.px(SPACE_12)))

    def show_balance(self, balance: Balance) -> None:
        """Show both lists."""
        self._columns[0].show_rows(balance.i_owe)
        self._columns[1].show_rows(balance.they_owe)

    def lines(self) -> list[FavourLine]:
        """Every line, to return first."""
        return [line for column in self._columns for line in column.lines]


class _Column(QWidget):
    opened = Signal(int)

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__()
        self._nothing = Label(nothing, Type.SMALL, Colour.TEXT_THIRD, parent=self)
        head = Label(title, Type.SMALL_STRONG, wrap=True, parent=self)
        self._parts = Column(Of(head), Of(self._nothing), gap=current_theme().px(SPACE_2))
        self.part = Within(self, self._parts, stretch=1, on_top=True)
        self._made: list[FavourLine] = []
        self.lines: list[FavourLine] = []

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        while len(self._made) < len(rows):
            line = FavourLine(rows[len(self._made)])
            line.opened.connect(self.opened)
            line.setParent(self)
            self._parts.parts.append(Of(line))
            tab_after(self._made[-1] if self._made else self, line)
            self._made.append(line)
        self.lines = self._made[: len(rows)]
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row)
        for number, line in enumerate(self._made):
            line.setVisible(number < len(rows))
        self._nothing.setVisible(not rows)
