"""The ladder of one relationship: the painted ladder with a row for each rung over it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationship_journal.domain.rung import HIGHEST
from relationship_journal.ui.signs.ladder import LadderGeometry, RungLook, paint_ladder
from relationship_journal.ui.signs.stamp import stamp
from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.ui.theme.tokens import LADDER_PANEL, PANE_PADDING, SPACE_8
from relationship_journal.ui.widgets import Words
from relationship_journal.values import replace

from .favour_chip import FavourChip
from .picture import LadderPicture
from .rung_row import RungRow

_SOON = 50  # ms after the paint: before a tooltip can be asked for


class LadderView(QWidget):
    """The rungs, highest on top. Soft rows reach `SPACE_8` beyond the text on both sides."""

    favour_opened = Signal(int)
    next_wanted = Signal(int)
    favour_menu_wanted = Signal(int, QPoint)
    moved = Signal(int, int)
    ask_wanted = Signal(int)
    more_wanted = Signal(int, QPoint)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._geometry = LadderGeometry()
        self._picture: LadderPicture | None = None
        self._over = 0
        self._looks: list[RungLook] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rows = {number: self._row() for number in range(HIGHEST, 0, -1)}
        # The rules are weighed after the ladder is painted: nobody has the pointer on a rung before.
        self._unexplained = False
        self._explaining = QTimer(self, singleShot=True, interval=_SOON)
        self._explaining.timeout.connect(self._explain)
        current_theme().changed.connect(self._look)

    def show_picture(self, picture: LadderPicture, hint: Words | None) -> None:
        """Show a ladder; `hint` says on the lit rung what would be asked there."""
        self._picture = picture
        for rung in picture.rungs:
            self.rows[rung.rung.number].show_picture(rung, hint)
        self._see()
        self._unexplained = True

    def chips(self) -> list[FavourChip]:
        """The favours shown, from the highest rung down."""
        return [chip for row in self.rows.values() for chip in row.chips]

    def chip(self, favour: int) -> FavourChip | None:
        """The chip of a favour, or None where it is not shown."""
        return next((chip for chip in self.chips() if chip.loop.favour.id == favour), None)

    def sizeHint(self) -> QSize:
        """As high as the ladder."""
        theme = current_theme()
        return QSize(theme.px(LADDER_PANEL - PANE_PADDING), theme.px(self._geometry.height))

    def height_at(self, _width: int) -> int:
        """The same height everywhere."""
        return current_theme().px(self._geometry.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows."""
        self._look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ladder, and what stands on its rungs; rungs that say the same are painted once for all contacts."""
        if self._picture is None:
            return
        if self._unexplained:
            self._unexplained = False
            self._explaining.start()
        painter, asked = QPainter(self), event.rect()
        below = 0
        for number, row in self.rows.items():
            if number == HIGHEST and asked.top() < row.y():
                self._paint_piece(painter, number + 1, 0, row.y())
            below = row.y() + row.height()
            if asked.top() < below and asked.bottom() >= row.y():
                self._paint_piece(painter, number, row.y(), row.height())
        if asked.bottom() >= below:
            self._paint_piece(painter, 0, below, self.height() - below)

    def _paint_piece(self, painter: QPainter, number: int, top: int, high: int) -> None:
        """A rung of the ladder with its words, from `top` on and so `high`; 0 is the ground, 7 the rest on top."""
        row = self.rows.get(number)

        def paint(inside: QPainter, box: QRectF) -> None:
            theme = current_theme()
            inset = theme.px(SPACE_8)
            inside.save()
            inside.setClipRect(box)
            inside.translate(box.x() + inset, box.y() - top)
            width = (self.width() - 2 * inset) / theme.scale
            paint_ladder(inside, width, self._geometry, self._looks, bleed=SPACE_8, only=(number,) if row else ())
            inside.restore()
            if row is not None:
                row.paint_words(inside, box.topLeft())

        # A lit row is a little higher than whole pixels where the system's font is another one.
        shown = [look for look in self._looks if look.number == number or (look.lit and abs(look.number - number) == 1)]
        looks = "".join(f"{look.number}{look.bar}{look.filled}{look.is_next}{look.drag_over} " for look in shown)
        name = f"rung {number} {top} {looks}{row.shows() if row else ''}"
        stamp(painter, QRectF(0, top, self.width(), high), name, paint, ground=Colour.PANEL)

    def _see(self) -> None:
        """Make what is painted of what is shown, and paint it."""
        if self._picture is not None:
            self._looks = [replace(rung.look, drag_over=rung.rung.number == self._over) for rung in self._picture.rungs]
        self.update()

    def _row(self) -> RungRow:
        row = RungRow(self._geometry, current_theme().px(SPACE_8), self)
        row.moved.connect(self.moved)
        row.ask_wanted.connect(self.ask_wanted)
        row.more_wanted.connect(self.more_wanted)
        row.menu_wanted.connect(self.menu_wanted)
        row.drag_changed.connect(self._drag_changed)
        row.walked.connect(self._walk)
        row.chip_made.connect(self._wire)
        return row

    def _wire(self, chip: FavourChip) -> None:
        chip.opened.connect(self.favour_opened)
        chip.next_wanted.connect(self.next_wanted)
        chip.menu_wanted.connect(self.favour_menu_wanted)

    def _explain(self) -> None:
        for row in self.rows.values():
            row.explain()

    def _drag_changed(self, rung: int, over: bool) -> None:
        if over or self._over == rung:
            self._over = rung if over else 0
        self._see()

    def _walk(self, rung: int, by: int) -> None:
        row = self.rows.get(rung + by)
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _look(self) -> None:
        theme = current_theme()
        for number, row in self.rows.items():
            top = theme.px(self._geometry.row_top(number))
            bottom = theme.px(self._geometry.row_top(number) + self._geometry.row)
            row.setGeometry(0, top, self.width(), bottom - top)
        self.setFixedHeight(theme.px(self._geometry.height))
        self.update()
