"""The timeline on screen: a scrolled column of painted rows below what stands on top of it (header and composer)."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from relationship_journal.domain.timeline import EntryKey, TimelineRow
from relationship_journal.ui.theme import Colour, current_theme, tokens

from .open_row import OpenRow
from .row_choice import RowChoice, RowId, identity
from .row_layout import RowLayout
from .row_layouts import RowLayouts
from .row_paint import RowState, paint_day, paint_row
from .row_parts import Part
from .row_places import RowPlaces, Spaces, place
from .row_words import spoken
from .thumbnails import Thumbnails
from .timeline_model import Place, TimelineModel

_COLUMN_MOST = 880
_AHEAD = 400  # pixels beyond the edge that are laid out before they are seen
_FAR = 2  # screens from the end of what is held at which the next page is read
_MARKED_FOR = 2600  # ms that a row stays marked after one was led to it


class RowHand(Protocol):
    """Who answers when a part of a row is used."""

    def use(self, row: TimelineRow, part: Part) -> None:
        """Do what the part is for."""


class TimelineView(QAbstractScrollArea):
    """Paints the rows of a `TimelineModel`. Rows never seen are never laid out; nothing jumps when others change."""

    current_changed = Signal()
    focus_moved = Signal()  #: the current row got or lost the keyboard
    moved = Signal()  #: rows stand elsewhere: what lies over them follows

    def __init__(self, model: TimelineModel, top: QWidget, hand: RowHand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.choice = RowChoice()
        self.thumbnails = Thumbnails(model.context, self)
        self.words: tuple[RowId, int, int] | None = None  #: words selected with the mouse
        self.hovered: tuple[RowId, Part | None] | None = None
        self.unfolded: set[RowId] = set()
        self.open_row_height: Callable[[int], int] | None = None  #: height of what replaces the current row, by width
        self.keys: Callable[[QKeyEvent], bool] | None = None
        self._hand = hand
        self._top = top
        self._layouts = RowLayouts(self.unfolded)
        self._places = RowPlaces()
        self._shown: list[RowId] = []
        self._before = 0
        self._average = 96.0
        self._marked: RowId | None = None
        self._moving = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        top.setParent(self.viewport())
        top.installEventFilter(self)
        self.open_row = OpenRow(self.viewport(), self._use_part, self._row_focus_changed)
        self._unmark = QTimer(self, singleShot=True, interval=_MARKED_FOR)
        self._unmark.timeout.connect(self._forget_mark)
        self.thumbnails.arrived.connect(self.viewport().update)
        model.renewed.connect(self._renewed)
        model.extended.connect(self._extended)
        current_theme().changed.connect(self.relayout)

    # What stands where ------------------------------------------------------------------------------------------

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
        return self._layouts.of(self.model.window.rows[index], self.model.scope)

    def _height_of(self, row: TimelineRow) -> int:
        if self.open_row_height is not None and identity(row) == self.choice.current:
            return self.open_row_height(self._layouts.width)
        return self._layouts.height(row, self.model.scope)

    # Placing ----------------------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Everything may have another size: fonts, words, width."""
        self._layouts.clear()
        self.place_again()

    def place_again(self) -> None:
        """Place all rows anew and scroll so that what the eye rests on stays where it is."""
        held = self._held_place()
        self._place_rows()
        self._return_to(held)
        self._settle()
        self._arrange()

    def _held_place(self) -> tuple[RowId, int] | None:
        """The first row in view and how far its top is from the viewport's; None where the top is in view."""
        if not self._places.tops or self.rows_top > 0:
            return None
        index = self._places.at(-self.rows_top - self._before)
        top = self.rows_top + self._before + self._places.tops[index]
        return self._shown[index], top

    def _return_to(self, held: tuple[RowId, int] | None) -> None:
        if held is None:
            return
        for index, row in enumerate(self.model.window.rows):
            if identity(row) == held[0]:
                self._scroll_to(self._top.height() + self._before + self._places.tops[index] - held[1])
                return

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

    def _settle(self) -> None:
        """Lay out what is in view or nearly so; true heights replace estimates without moving what is in view."""
        for _turn in range(6):
            start = -self.rows_top - self._before
            near = self._places.between(start - _AHEAD, start + self.viewport().height() + _AHEAD)
            rows = self.model.window.rows
            wrong = False
            for index in near:
                if self.open_row_height is not None and identity(rows[index]) == self.choice.current:
                    continue
                wrong |= self.layout_of(index).height != self._places.heights[index]
            if not wrong:
                return
            held = self._held_place()
            self._place_rows()
            self._return_to(held)

    def _arrange(self) -> None:
        """Put what lies over the rows where it belongs, and read on where an end comes near."""
        self._top.move(0, -self.verticalScrollBar().value())
        if self.choice.current is None and self.model.window.rows:
            self.choice.current = identity(self.model.window.rows[0])
        index = self.choice.index(self.model.window)
        if index is None or self.open_row_height is not None:
            self.open_row.hide()
        else:
            self._open(index)
        # Tab goes to the open row and its parts; the view itself is a stop only while there is none.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.open_row.isHidden() else policy.ClickFocus)
        held = self._held_place()
        first = self._places.at(-self.rows_top - self._before) if self._places.tops else 0
        self.model.anchor = self.model.window.rows[first].key if held is not None else None
        self._read_on()
        self.moved.emit()
        self.viewport().update()

    def _open(self, index: int) -> None:
        row = self.model.window.rows[index]
        self.open_row.show_row(self.layout_of(index), spoken(row, self.model.context.today()))
        self.open_row.lie_over(self.row_rect(index))

    def _read_on(self) -> None:
        window = self.model.window
        if not window.rows:
            return
        height = self.viewport().height()
        start = -self.rows_top - self._before
        if start > self._places.height or start + height < 0:
            away = start / self._average if start < 0 else (start - self._places.height) / self._average
            at = window.first + (away if start < 0 else len(window.rows) + away)
            self.model.go_to_position(min(max(0, int(at)), window.total - 1))
        elif start + height > self._places.height - _FAR * height:
            self.model.fetch_older()
        elif start < _FAR * height:
            self.model.fetch_newer()

    # Following the model ----------------------------------------------------------------------------------------

    def _renewed(self, goal: Place | None) -> None:
        if goal is not None and goal.key is None:
            self.unfolded.clear()
        self.choice.follow(self.model.window)
        if goal is None:
            self.place_again()
            return
        self._place_rows()
        if not self.verticalScrollBar().isSliderDown():
            self._learn_average()
        if goal.key is None:
            self.choice.clear()
            self._scroll_to(0)
        elif goal.marked:
            self._lead_to(goal.key)
        self._settle()
        self._arrange()

    def _learn_average(self) -> None:
        rows = len(self.model.window.rows)
        if rows:
            self._average = max(40.0, self._places.height / rows)
            self._place_rows()

    def _lead_to(self, key: EntryKey) -> None:
        """Make a row current and mark it for a while, a quarter down the view."""
        index = self.model.window.nearest(key)
        if index is None:
            return
        row = self.model.window.rows[index]
        self.choice.choose(row)
        self._marked = identity(row)
        self._unmark.start()
        self._scroll_to(self._top.height() + self._before + self._places.tops[index] - self.viewport().height() // 4)
        self.current_changed.emit()

    def _extended(self) -> None:
        self.place_again()

    def _forget_mark(self) -> None:
        self._marked = None
        self.viewport().update()

    # Choosing ---------------------------------------------------------------------------------------------------

    def make_current(self, index: int, *, extend: bool = False, toggle: bool = False, scroll: bool = True) -> None:
        """Give a held row the keyboard, and bring it into view unless it lies under the mouse already."""
        row = self.model.window.rows[index]
        if extend:
            self.choice.extend(row, self.model.window)
        elif toggle:
            self.choice.toggle(row)
        else:
            self.choice.choose(row)
        self.words = None if self.words is not None and self.words[0] != identity(row) else self.words
        if scroll:
            self.show_index(index)
        else:
            self._arrange()
        self.current_changed.emit()

    def show_index(self, index: int) -> None:
        """Scroll as little as brings a held row, with its day, into view."""
        self.layout_of(index)
        rect = self.row_rect(index)
        theme = current_theme()
        above = theme.px(tokens.DAY_HEADER + tokens.SPACE_16) if self._places.headed[index] else theme.px(tokens.SPACE_8)
        bar, edge = self.verticalScrollBar(), theme.px(tokens.SPACE_16)
        if rect.top() - above < 0 or rect.height() > self.viewport().height():
            bar.setValue(bar.value() + rect.top() - above)
        elif rect.bottom() + edge > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + edge - self.viewport().height())
        self._settle()
        self._arrange()

    def choose_nothing(self) -> None:
        """No row is current."""
        had_focus = self.open_row.hasFocus()
        self.choice.clear()
        self.words = None
        self.open_row.hide()
        if had_focus:
            self.setFocus()
        self.current_changed.emit()
        self.viewport().update()

    def replace_current(self, height_for: Callable[[int], int] | None) -> None:
        """Leave room of another height for the current row, which something else shows; None paints it again."""
        self.open_row_height = height_for
        self.place_again()
        index = self.choice.index(self.model.window)
        if index is not None:
            self.show_index(index)

    def unfold(self, row: RowId) -> None:
        """Show a long text whole."""
        self.unfolded.add(row)
        self.place_again()

    def current_row(self) -> TimelineRow | None:
        """The row that has the keyboard, if it is held."""
        index = self.choice.index(self.model.window)
        return None if index is None else self.model.window.rows[index]

    def _row_focus_changed(self) -> None:
        index = self.choice.index(self.model.window)
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self.open_row.hasFocus() and index is not None and not by_mouse:
            self.show_index(index)
        self.focus_moved.emit()
        self.viewport().update()

    def _use_part(self, part: Part) -> None:
        row = self.current_row()
        if row is not None:
            self._hand.use(row, part)

    # Qt ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour(Colour.PAGE))
        today = self.model.context.today()
        start = -self.rows_top - self._before
        focused = self.open_row.isAncestorOf(self.focusWidget() or self) or self.open_row.hasFocus()
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        for index in self._places.between(start, start + self.viewport().height()):
            row, rect = self.model.window.rows[index], self.row_rect(index)
            key = identity(row)
            if self._places.headed[index]:
                header = theme.px(tokens.DAY_HEADER)
                day = QRect(rect.left(), rect.top() - header - theme.px(tokens.SPACE_8), rect.width(), header)
                paint_day(painter, theme, day, row.key.day, today)
            current = key == self.choice.current
            if current and self.open_row_height is not None:
                continue
            state = RowState(
                selected=key in self.choice.selected and len(self.choice.selected) > 1,
                focused=current and focused,
                ringed=current and self.open_row.hasFocus() and by_keyboard,
                marked=key == self._marked,
                hovered_part=self.hovered[1] if self.hovered is not None and self.hovered[0] == key else None,
                words=self.words[1:] if self.words is not None and self.words[0] == key else (0, 0),
            )
            paint_row(painter, self.layout_of(index), rect.topLeft(), state, self.thumbnails)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another layout."""
        self._fit_top()
        self.place_again()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The user scrolled, or the place was set."""
        if not self._moving:
            self._settle()
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands on top grows and shrinks: the rows below follow."""
        if watched is self._top and event.type() == QEvent.Type.LayoutRequest:
            self._fit_top()
            self.place_again()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The current row takes the focus; the first one in view becomes current where none is held."""
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and self.choice.index(self.model.window) is None and self.model.window.rows:
            self.make_current(self._places.at(max(0, -self.rows_top - self._before)))
        if self.open_row.isVisible():
            self.open_row.setFocus(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keyboard does stands in `row_keys`."""
        if self.keys is None or not self.keys(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Words of another language have other widths."""
        if event.type() == QEvent.Type.LanguageChange:
            self.relayout()
        super().changeEvent(event)

    def viewportSizeHint(self) -> QSize:
        """Room enough to read."""
        return QSize(current_theme().px(560), current_theme().px(400))

    def _fit_top(self) -> None:
        column = self.column
        width = self.viewport().width()
        layout = self._top.layout()
        if layout is not None:
            layout.setContentsMargins(column.left(), current_theme().px(tokens.SPACE_16), width - column.right() - 1, 0)
        height = self._top.heightForWidth(width) if self._top.hasHeightForWidth() else self._top.sizeHint().height()
        self._top.resize(width, max(height, self._top.minimumSizeHint().height()))
