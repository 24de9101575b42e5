"""The scrolled column in which rows stand: places, estimates, and a scroll bar that never jumps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.i18n import _
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets.steady_bar import keep_room_for_bar

from .above_rows import AboveRows
from .row_choice import RowChoice, RowId, identity
from .row_layout import RowLayout
from .row_layouts import RowLayouts
from .row_places import RowPlaces, Spaces, place
from .timeline_model import TimelineModel

_COLUMN_MOST = 880
_AHEAD = 400  # pixels beyond the edge that are laid out before they are seen
AT_ONCE = 3  # rows that are laid out and painted in one turn of the event loop on the way through the timeline
_FAR = 2  # screens from the end of what is held at which the next page is read


class RowColumn(QAbstractScrollArea):
    """Places the rows of a `TimelineModel` below what stands on top. Rows never near are never laid out."""

    moved = Signal()  #: rows stand elsewhere: what lies over them follows

    def __init__(self, model: TimelineModel, top: AboveRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.choice = RowChoice()
        self.unfolded: set[RowId] = set()
        self.open_row_height: Callable[[int], int] | None = None  #: height of what replaces the current row, by width
        self._top = top
        self._layouts = RowLayouts(self.unfolded, self.choice)
        self._places = RowPlaces()
        self.placed: Sequence[TimelineRow] = ()  #: the rows that `_places` are of, while the model may hold newer ones
        self._shown: list[RowId] = []
        self._before = 0
        self._average = 96.0
        self._moving = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out_more)
        self.setAccessibleName(_("Timeline"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_room_for_bar(self)
        self.setViewport(QWidget())  # Qt's own would be unknown to Python, which loads every widget class to name it
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        top.setParent(self.viewport())
        top.installEventFilter(self)
        model.extended.connect(self._follow_extension)
        current_theme().changed.connect(self.relayout)

    @property
    def column(self) -> QRect:
        """The column of rows within the viewport: only left and width mean something."""
        theme = current_theme()
        tight = self.window().width() < tokens.BELOW_TIGHT
        padding = theme.px(tokens.SPACE_24 if tight else tokens.TIMELINE_PADDING)
        width = max(theme.px(200), self.viewport().width() - 2 * padding)
        most = min(width, theme.px(_COLUMN_MOST))
        return QRect(padding + (width - most) // 2, 0, most, self.viewport().height())

    @property
    def rows_top(self) -> int:
        """Where the whole of rows begins, below what stands on top, in the viewport's coordinates."""
        return self._top.height() - self.verticalScrollBar().value()

    def row_rect(self, index: int) -> QRect:
        """Where a held row stands in the viewport."""
        column = self.column
        top = self.rows_top + self._before + self._places.tops[index]
        return QRect(column.left(), top, column.width(), self._places.heights[index])

    def row_at(self, point: QPoint) -> int | None:
        """The held row whose ground is under a point."""
        if not self.model.window.rows:
            return None
        index = self._places.at(point.y() - self.rows_top - self._before)
        theme = current_theme()
        ground = self.row_rect(index).adjusted(-theme.px(12), -theme.px(6), theme.px(12), theme.px(6))
        return index if ground.contains(point) else None

    def row_near(self, y: int) -> int | None:
        """The held row at or next after a height in the viewport."""
        return self._places.at(y - self.rows_top - self._before) if self.model.window.rows else None

    def layout_of(self, index: int) -> RowLayout:
        """A held row laid out for the column as it is now."""
        return self._layouts.of(self.placed[index], self.model.scope)

    def leave_room(self, room: tuple[RowId, int] | None) -> None:
        """Leave so many pixels at the foot of a row for the suggestions of its note."""
        if room != self._layouts.room:
            self._layouts.room = room
            self.place_again()

    def _height_of(self, row: TimelineRow) -> int:
        if self.open_row_height is not None and identity(row) == self.choice.current:
            return self.open_row_height(self._layouts.width)
        return self._layouts.height(row, self.model.scope)

    def relayout(self) -> None:
        """Everything may have another size: fonts, words, width."""
        self._layouts.clear()
        self.place_again()

    def _follow_extension(self) -> None:
        """Rows were added beyond what is in view, as a rule: then nothing that is seen is painted again."""
        before = self._rows_in_view()
        self.place_again(repaint=False)
        if self._rows_in_view() != before:
            self.viewport().update()

    def place_again(self, *, repaint: bool = True) -> None:
        """Place all rows anew and scroll so that what the eye rests on stays where it is."""
        held = self._held_place()
        self._fit_top()
        self._place_rows()
        self._return_to(held)
        self._settle()
        self._arrange(repaint=repaint)

    def _held_place(self) -> tuple[RowId, int] | None:
        """The first row in view and how far its top is from the viewport's; None where the top is in view."""
        if not self._places.tops or self.rows_top > 0:
            return None
        index = self._places.at(-self.rows_top - self._before)
        top = self.rows_top + self._before + self._places.tops[index]
        return self._shown[index], top

    def _return_to(self, held: tuple[RowId, int] | None) -> None:
        if held is not None and held[0] in self._shown:
            place = self._places.tops[self._shown.index(held[0])]
            self._scroll_to(self._top.height() + self._before + place - held[1])

    def _place_rows(self) -> None:
        theme = current_theme()
        window = self.model.window
        spaces = Spaces(
            rows=theme.px(tokens.SPACE_16),
            days=theme.px(tokens.SPACE_24),
            first=theme.px(tokens.SPACE_16),
            header=theme.px(tokens.DAY_HEADER + tokens.SPACE_8),
            foot=theme.px(tokens.SPACE_32),
        )
        self._layouts.width = self.column.width()
        self._before = round(window.newer * self._average)
        self._places = place(window.rows, self._height_of, spaces, opens=not window.newer)
        self.placed = window.rows
        self._shown = [identity(row) for row in window.rows]
        self._set_range()

    def _set_range(self) -> None:
        window = self.model.window
        whole = self._top.height() + self._before + self._places.height + round(window.older * self._average)
        bar = self.verticalScrollBar()
        was, self._moving = self._moving, True
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(current_theme().px(40))
        self._moving = was

    def _scroll_to(self, value: int) -> None:
        was, self._moving = self._moving, True
        self.verticalScrollBar().setValue(value)
        self._moving = was

    def _settle(self, ahead: int = _AHEAD, at_once: int | None = None) -> bool:
        """Lay out what is in view or `ahead` of it; true heights replace estimates without moving what is in view.

        Of `at_once` rows more than these wait for the next turns of the event loop, and are not painted before.
        Whether anything in view may have moved after all.
        """
        before, left = self._in_view(), at_once
        while True:
            start, height = -self.rows_top - self._before, self.viewport().height()
            seen = self._places.between(start, start + height)
            near = self._places.between(start - ahead, start + height + ahead)
            heights = {}
            for index in (*seen, *(index for index in near if index not in seen)):
                if self.open_row_height is not None and self._shown[index] == self.choice.current:
                    continue
                if left is not None and not self._layouts.has(self._shown[index]):
                    if not left:
                        self._later.start()
                        break
                    left -= 1
                if (true := self.layout_of(index).height) != self._places.heights[index]:
                    heights[index] = true
            if not heights:
                return before != self._in_view()
            held = self._held_place()
            self._places.correct(heights)
            self._set_range()
            self._return_to(held)

    def waits(self, index: int) -> bool:
        """Whether a row is laid out, and painted, in one of the next turns only."""
        return self._later.isActive() and not self._layouts.has(self._shown[index])

    def _lay_out_more(self) -> None:
        """The next few of the rows that are near and wait; those above them are painted already."""
        start, height = -self.rows_top - self._before, self.viewport().height()
        in_view = self._places.between(start, start + height)
        new = [index for index in in_view if not self._layouts.has(self._shown[index])]
        first = self._in_view()[:1]
        moved = self._settle(at_once=AT_ONCE)
        if new and first == self._in_view()[:1]:
            top = self.row_rect(new[0] - 1).bottom() if new[0] else 0
        else:
            top = 0 if moved else height
        if moved:
            self._arrange(repaint=False)
        self.viewport().update(self.viewport().rect().adjusted(0, max(0, top, self.rows_top), 0, 0))

    def _in_view(self) -> list[tuple[RowId, int]]:
        """The rows in view, and where they stand in the viewport."""
        start = -self.rows_top - self._before
        near = self._places.between(start, start + self.viewport().height())
        return [(self._shown[index], self._places.tops[index] - start) for index in near]

    def _rows_in_view(self) -> list[tuple[TimelineRow, int]]:
        """The rows themselves, and where they stand in the viewport."""
        start = -self.rows_top - self._before
        near = self._places.between(start, start + self.viewport().height())
        return [(self.placed[index], self._places.tops[index] - start) for index in near]

    def _arrange(self, *, repaint: bool = True) -> None:
        """Put what lies over the rows where it belongs, and read on where an end comes near."""
        self._top.move(0, -self.verticalScrollBar().value())
        self.lay_over()
        held = self._held_place()
        first = self._places.at(-self.rows_top - self._before) if self._places.tops else 0
        self.model.anchor = self.model.window.rows[first].key if held is not None else None
        self._read_on()
        self.moved.emit()
        if repaint:
            # What stands on top paints itself, and costs as much as all the rows.
            self.viewport().update(self.viewport().rect().adjusted(0, max(0, self.rows_top), 0, 0))

    def lay_over(self) -> None:
        """Put what a view lays over its rows where they stand now."""

    def _is_beyond(self) -> bool:
        """Whether the view lies where no row is held."""
        start = -self.rows_top - self._before
        return start > self._places.height or start + self.viewport().height() < 0

    def _read_on(self) -> None:
        window = self.model.window
        if not window.rows:
            return
        height = self.viewport().height()
        start = -self.rows_top - self._before
        if self._is_beyond():
            away = start / self._average if start < 0 else (start - self._places.height) / self._average
            at = window.first + (away if start < 0 else len(window.rows) + away)
            self.model.fetch_around(min(max(0, int(at)), window.total - 1))
        elif start + height > self._places.height - _FAR * height:
            self.model.fetch_older()
        elif start < _FAR * height:
            self.model.fetch_newer()

    def _learn_average(self) -> None:
        rows = len(self.model.window.rows)
        if rows:
            self._average = max(40.0, self._places.height / rows)
            self._before = round(self.model.window.newer * self._average)
            self._set_range()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another layout."""
        self.place_again()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The user scrolled: what was painted moves, with all that lies over it, and only the rest is painted."""
        if self._moving:
            return
        self.viewport().scroll(0, dy)
        if self._settle(at_once=AT_ONCE):
            self.viewport().update()
        self._arrange(repaint=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands on top grows and shrinks: the rows below follow. What moves within it moves nothing else."""
        asked = watched is self._top and event.type() == QEvent.Type.LayoutRequest
        if asked:
            self._place_top_again()
        return super().eventFilter(watched, event)

    def _place_top_again(self) -> None:
        if self._top.measure(*self._room_on_top()) != self._top.height():
            self.place_again()
        else:
            self._fit_top()

    def changeEvent(self, event: QEvent) -> None:
        """Words of another language have other widths."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(_("Timeline"))
            self.relayout()
        super().changeEvent(event)

    def viewportSizeHint(self) -> QSize:
        """Room enough to read."""
        return QSize(current_theme().px(560), current_theme().px(400))

    def _fit_top(self) -> None:
        self._top.place(*self._room_on_top())
        # All of it has its place: what asked for another one meanwhile need not ask.
        QCoreApplication.removePostedEvents(self._top, QEvent.Type.LayoutRequest.value)

    def _room_on_top(self) -> tuple[int, int, int]:
        column, width = self.column, self.viewport().width()
        return width, column.left(), width - column.right() - 1
