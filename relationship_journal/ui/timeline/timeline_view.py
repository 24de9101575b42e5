"""The timeline on screen: painted rows, the one that is current, and how it follows its model."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.timeline import EntryKey, TimelineRow
from relationship_journal.ui.theme import Colour, current_theme, tokens

from .above_rows import AboveRows
from .open_row import OpenRow
from .row_choice import RowId, identity
from .row_column import AT_ONCE, RowColumn
from .row_layout import RowLayout
from .row_paint import GROUND_Y, Evidence, RowState, paint_day, paint_row
from .row_parts import Part
from .row_words import spoken
from .thumbnails import Thumbnails
from .timeline_model import Place, TimelineModel

_MARKED_FOR = 2600  # ms that a row stays marked after one was led to it


class RowHand(Protocol):
    """Who answers when a part of a row is used."""

    def use(self, row: TimelineRow, part: Part) -> None:
        """Do what the part is for."""


class TimelineView(RowColumn):
    """Paints the rows, and knows which one has the keyboard."""

    current_changed = Signal()
    focus_moved = Signal()  #: the current row got or lost the keyboard

    def __init__(self, model: TimelineModel, top: AboveRows, hand: RowHand, parent: QWidget | None = None) -> None:
        super().__init__(model, top, parent)
        self.thumbnails = Thumbnails(model.context, self)
        self.words: tuple[RowId, int, int] | None = None  #: words selected with the mouse
        self.evidence: tuple[RowId, tuple[Evidence, ...]] | None = None  #: the words on which suggestions rest
        self.hovered: tuple[RowId, Part | None] | None = None
        self.keys: Callable[[QKeyEvent], bool] | None = None
        self._hand = hand
        self._marked: RowId | None = None
        self._offered: tuple[RowLayout, date] | None = None  #: what the open row was made of
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.open_row = OpenRow(self.viewport(), self._use_part, self._row_focus_changed)
        self._unmark = QTimer(self, singleShot=True, interval=_MARKED_FOR)
        self._unmark.timeout.connect(self._forget_mark)
        self.thumbnails.arrived.connect(self.viewport().update)
        model.renewed.connect(self._renewed)

    def lay_over(self) -> None:
        """Lay the open row over the current one."""
        if self.choice.current is None and self.model.window.rows:
            self.choice.current = identity(self.model.window.rows[0])
        index = self.choice.index(self.model.window)
        if index is None or self.open_row_height is not None:
            self.open_row.hide()
        else:
            layout, today = self.layout_of(index), self.model.context.today()
            if self._offered is None or self._offered[0] is not layout or self._offered[1] != today:
                self._offered = layout, today
                self.open_row.show_row(layout, spoken(layout.row, today))
            self.open_row.lie_over(self.row_rect(index))
        # Tab goes to the open row and its parts; the view itself is a stop only while there is none.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.open_row.isHidden() else policy.ClickFocus)
        if self.hasFocus() and self.open_row.isVisible():
            self.open_row.setFocus()

    # Following the model ----------------------------------------------------------------------------------------

    def _renewed(self, goal: Place | None) -> None:
        if goal is not None and goal.key is None:
            self.unfolded.clear()
        self.choice.follow(self.model.window)
        if goal is None:
            self.place_again()
            return
        self._fit_top()
        self._place_rows()
        dragged = self.verticalScrollBar().isSliderDown()
        if not dragged:
            self._learn_average()
        if goal.key is None:
            self.choice.clear()
            self._scroll_to(0)
        elif goal.marked:
            self._lead_to(goal.key)
        elif not dragged:
            self._arrive_at(goal.key)
        # Rows that nobody sees yet can wait; on a jump those below the first few come in the next turns.
        self._settle(ahead=0, at_once=None if goal.key is None else AT_ONCE)
        self._arrange()

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

    def _arrive_at(self, key: EntryKey) -> None:
        """Where by another average the view lies beyond all rows held now, have the one that was jumped to on top."""
        index = self.model.window.nearest(key)
        if index is not None and self._is_beyond():
            self._scroll_to(self._top.height() + self._before + self._places.tops[index])

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
        self._settle()  # what the rules say of a courtesy stands in the current row only
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
        above = (
            theme.px(tokens.DAY_HEADER + tokens.SPACE_16) if self._places.headed[index] else theme.px(tokens.SPACE_8)
        )
        bar, edge = self.verticalScrollBar(), theme.px(tokens.SPACE_16)
        if rect.top() - above < 0 or rect.height() > self.viewport().height():
            bar.setValue(bar.value() + rect.top() - above)
        elif rect.bottom() + edge > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + edge - self.viewport().height())
        self._settle()
        self._arrange()

    def replace_current(self, height_for: Callable[[int], int] | None) -> None:
        """Leave room of another height for the current row, which something else shows; None paints it again."""
        self.open_row_height = height_for
        self.place_again()
        index = self.choice.index(self.model.window)
        if index is not None:
            self.show_index(index)

    def unfold(self, row: RowId) -> None:
        """Show a folded text whole, or fold it again."""
        self.unfolded ^= {row}
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
        """Paint the rows of which something is to be painted: after a scroll step that is a narrow band."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        asked = event.rect()
        painter.fillRect(asked, theme.colour(Colour.PAGE))
        today = self.model.context.today()
        start = -self.rows_top - self._before
        focused = self.open_row.holds_focus()
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        reach = theme.px(GROUND_Y)
        for index in self._places.between(start + asked.top() - reach, start + asked.bottom() + reach):
            row, rect = self.placed[index], self.row_rect(index)
            key = identity(row)
            if self._places.headed[index]:
                header = theme.px(tokens.DAY_HEADER)
                day = QRect(rect.left(), rect.top() - header - theme.px(tokens.SPACE_8), rect.width(), header)
                paint_day(painter, theme, day, row.key.day, today)
            current = key == self.choice.current
            if (current and self.open_row_height is not None) or self.waits(index):
                continue
            state = RowState(
                selected=key in self.choice.selected and len(self.choice.selected) > 1,
                focused=current and focused,
                ringed=current and self.open_row.hasFocus() and by_keyboard,
                marked=key == self._marked,
                hovered_part=self.hovered[1] if self.hovered is not None and self.hovered[0] == key else None,
                words=self.words[1:] if self.words is not None and self.words[0] == key else (0, 0),
                evidence=self.evidence[1] if self.evidence is not None and self.evidence[0] == key else (),
            )
            paint_row(painter, self.layout_of(index), rect.topLeft(), state, self.thumbnails)

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
