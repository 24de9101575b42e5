"""The rows of the review: painted, so that thousands cost nothing; the one with the focus is opened in its place."""

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtCore import QEasingCurve, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from relationship_journal.domain.agenda import heading
from relationship_journal.domain.plan import Section
from relationship_journal.i18n import Message, _, word
from relationship_journal.ui.context import Context
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens

from .open_row import OpenRow
from .review_line import How, Line
from .review_model import WORKED_ON, ReviewModel
from .row_paint import paint_row
from .section_ring import paint_progress

_COLUMN = 736  # at most as wide as words are read easily
_HEADING = 44
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class _Place(NamedTuple):
    """A heading (without a line), a folded section, or a row; where it begins and how high it is."""

    section: Section
    line: Line | None
    folded: bool
    top: int
    height: int


class RowList(QAbstractScrollArea):
    """Shows the model's rows. Keys are heard by the page; a click gives a row the focus or unfolds a section."""

    copied = Signal()

    def __init__(self, context: Context, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._places: list[_Place] = []
        self._unfolded: set[Section] = set()
        self._collapsed = False
        self._shown = ""
        self._hover = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.open_row = OpenRow(context, self.viewport())
        self.open_row.hide()
        self.open_row.done.connect(model.done)
        self.open_row.said_yes.connect(model.said_yes)
        self.open_row.said_no.connect(model.said_no)
        self.open_row.planned.connect(model.put_into_plan)
        self.open_row.snoozed.connect(model.snooze)
        self.open_row.copied.connect(self.copied)
        self.open_row.wanted.connect(self._open_row_changed)
        self.open_row.grew.connect(self._reveal)
        self._growing = QVariantAnimation(self)
        self._growing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growing.setDuration(tokens.EXPAND_MS)
        self._growing.setStartValue(0.0)
        self._growing.setEndValue(1.0)
        self._growing.valueChanged.connect(lambda _value: self.arrange())
        self._growing.finished.connect(self._reveal)  # while it grows there is no room yet to scroll to its end
        model.changed.connect(self.refresh)
        model.current_changed.connect(self._focus_moved)
        current_theme().changed.connect(self.refresh)
        self.reword()

    def reword(self) -> None:
        """Put it into the language in use."""
        self.setAccessibleName(_("Rows of the review"))
        self.open_row.forget()
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Whether the row with the focus is open."""
        return not self._collapsed and self._model.current_line is not None

    def collapse(self, collapsed: bool) -> None:
        """Close the row with the focus, or open it again."""
        self._collapsed = collapsed
        self._grow()

    def shows(self, line: Line) -> bool:
        """Whether the walk comes by this row: not within a folded section."""
        return not self._is_folded(line.row.section)

    def toggle(self, section: Section) -> None:
        """Fold or unfold a section whose rows are all dealt with."""
        self._unfolded ^= {section}
        self.refresh()

    def show_section(self, section: Section) -> None:
        """Scroll to the heading of a section; unfold it."""
        if self._is_folded(section):
            self._unfolded.add(section)
            self.refresh()
        self._model.focus_section(section)
        place = next((place for place in self._places if place.section is section), None)
        if place is not None:
            self.verticalScrollBar().setValue(place.top - current_theme().px(tokens.SPACE_8))

    def rect_of(self, key: str) -> QRect:
        """Where a row is, in the viewport; empty where it is not shown."""
        for place in self._places:
            if place.line is not None and place.line.key == key:
                return self._rect(place)
        return QRect()

    def rect_of_fold(self, section: Section) -> QRect:
        """Where a folded section's line is, in the viewport; empty where it is not folded."""
        for place in self._places:
            if place.folded and place.section is section:
                return self._rect(place)
        return QRect()

    def refresh(self) -> None:
        """Lay everything out again."""
        line = self._model.current_line
        if line is not None:
            self.open_row.show_line(line, self._model.reading(line))
        self.arrange()

    def arrange(self) -> None:
        """Find the place of each row and put the open one there."""
        px = current_theme().px
        row, head = px(tokens.REVIEW_ROW), px(_HEADING)
        top = px(tokens.SPACE_16)
        places: list[_Place] = []
        current = self._model.current if not self._collapsed else ""
        for section in WORKED_ON:
            lines = self._model.lines.get(section, ())
            progress = self._model.progress_of(section)
            if not progress.of:
                continue
            if self._is_folded(section):
                places.append(_Place(section, None, True, top, row))
                top += row
                continue
            places.append(_Place(section, None, False, top, head))
            top += head
            for line in lines:
                high = self._open_height() if line.key == current else row
                places.append(_Place(section, line, False, top, high))
                top += high
        self._places = places
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(row)
        bar.setRange(0, max(0, top + px(tokens.SPACE_24) - self.viewport().height()))
        self._put_open_row()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Whatever there is room for."""
        return QSize(current_theme().px(_COLUMN), current_theme().px(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The places that can be seen."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = max(0, bisect_right(self._places, self.verticalScrollBar().value(), key=lambda place: place.top) - 1)
        current = self._model.current
        for number in range(first, len(self._places)):
            place = self._places[number]
            rect = self._rect(place)
            if rect.top() > self.viewport().height():
                break
            if place.line is not None and place.line.key == current and self.is_open:
                continue
            self._paint(painter, place, QRectF(rect), hovered=number == self._hover)
            if place.line is not None and place.line.key == current and self.hasFocus():
                painter.setPen(QPen(theme.colour(Colour.ACCENT), tokens.FOCUS_RING))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                radius = theme.px(tokens.RADIUS_ROW)
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width opens the row to another height."""
        super().resizeEvent(event)
        self.arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The open row scrolls with the rest."""
        self._put_open_row()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page hears every key."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click gives a row the focus; on it again it closes. On a section it folds and unfolds."""
        place = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        if place.line is None:
            if place.folded or place.section in self._unfolded:
                self.toggle(place.section)
        elif place.line.key == self._model.current:
            self.collapse(not self._collapsed)
        else:
            self._collapsed = False
            self._model.focus(place.line.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what would be clicked."""
        place = self._at(event.position())
        hover = self._places.index(place) if place is not None and (place.line is not None or place.folded) else -1
        if hover != self._hover:
            self._hover = hover
            self.viewport().update()

    def _at(self, point: QPointF) -> _Place | None:
        for place in self._places:
            if self._rect(place).contains(point.toPoint()):
                return place
        return None

    def _rect(self, place: _Place) -> QRect:
        px = current_theme().px
        room = self.viewport().width() - 2 * px(tokens.SPACE_24)
        wide = min(room, px(_COLUMN))
        left = (self.viewport().width() - wide) // 2
        return QRect(left, place.top - self.verticalScrollBar().value(), wide, place.height)

    def _is_folded(self, section: Section) -> bool:
        progress = self._model.progress_of(section)
        if not progress.of or progress.left or section in self._unfolded:
            return False
        current = self._model.current_line
        return current is None or current.row.section is not section

    def _open_height(self) -> int:
        row = current_theme().px(tokens.REVIEW_ROW)
        width = self._rect(_Place(Section.CLOSE_LOOPS, None, False, 0, row)).width()
        whole = self.open_row.wanted_height(width)
        grown = self._growing.currentValue() if self._growing.state() == QVariantAnimation.State.Running else 1.0
        return round(row + (whole - row) * float(grown))

    def _put_open_row(self) -> None:
        rect = self.rect_of(self._model.current) if self.is_open else QRect()
        if rect.isEmpty():
            self.open_row.hide()
            return
        self.open_row.setGeometry(rect)
        self.open_row.show()

    def _open_row_changed(self) -> None:
        if self.open_row.isVisible() and self._growing.state() != QVariantAnimation.State.Running:
            self.arrange()

    def _focus_moved(self) -> None:
        line = self._model.current_line
        if line is None:
            self._shown = ""
            self.refresh()
            return
        if line.key != self._shown:
            self._shown = line.key
            self._collapsed = False
            self.open_row.show_line(line, self._model.reading(line))
            self._grow()
        else:
            self.refresh()

    def _grow(self) -> None:
        self._growing.stop()
        if self.is_open and current_theme().animated and self.isVisible():
            self._growing.start()
        self.arrange()
        self._reveal()

    def _reveal(self) -> None:
        """Scroll so that the row with the focus can be seen, fully open."""
        place = next((place for place in self._places if place.line and place.line.key == self._model.current), None)
        if place is None:
            return
        bar, page = self.verticalScrollBar(), self.viewport().height()
        rect = self._rect(place)
        whole = self.open_row.wanted_height(rect.width()) if self.is_open else place.height
        edge = current_theme().px(tokens.SPACE_8)
        first = place is next((each for each in self._places if each.line is not None), None)
        bar.setMaximum(max(bar.maximum(), place.top + whole + edge - page))
        if place.top + whole + edge > bar.value() + page:
            bar.setValue(place.top + whole + edge - page)
        if place.top - edge < bar.value():
            bar.setValue(0 if first else place.top - edge)

    def _paint(self, painter: QPainter, place: _Place, rect: QRectF, *, hovered: bool) -> None:
        theme = current_theme()
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.HOVER))
            radius = theme.px(tokens.RADIUS_ROW)
            painter.drawRoundedRect(rect, radius, radius)
        if place.line is not None or place.folded:
            painter.fillRect(
                QRectF(rect.left(), rect.bottom() - tokens.HAIRLINE, rect.width(), tokens.HAIRLINE),
                theme.colour(Colour.HAIRLINE),
            )
        if place.line is not None:
            paint_row(painter, rect, place.line)
        elif place.folded:
            self._paint_folded(painter, rect, place.section)
        else:
            self._paint_heading(painter, rect, place.section)

    def _paint_heading(self, painter: QPainter, rect: QRectF, section: Section) -> None:
        theme = current_theme()
        text = word(heading(section))
        low = QRectF(rect.x() + theme.px(tokens.SPACE_12), rect.y() + theme.px(tokens.SPACE_8), rect.width(), 0)
        low.setBottom(rect.bottom())
        painter.setFont(theme.font(Type.STRONG))
        painter.setPen(theme.colour(Colour.TEXT))
        painter.drawText(low, _LEFT, text)
        low.setLeft(low.left() + theme.metrics(Type.STRONG).horizontalAdvance(text) + theme.px(tokens.SPACE_8))
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Colour.TEXT_THIRD))
        painter.drawText(low, _LEFT, str(self._model.progress_of(section).of))

    def _paint_folded(self, painter: QPainter, rect: QRectF, section: Section) -> None:
        theme = current_theme()
        px = theme.px
        side = px(tokens.ICON_CONTROL)
        ring = QRectF(rect.x() + px(tokens.SPACE_12), rect.center().y() - side / 2, side, side)
        paint_progress(painter, ring, self._model.progress_of(section))
        words = QRectF(ring.right() + px(tokens.SPACE_12), rect.y(), rect.width() - px(80), rect.height())
        painter.setFont(theme.font(Type.BASE))
        painter.setPen(theme.colour(Colour.TEXT_THIRD))
        painter.drawText(words, _LEFT, f"{word(heading(section))}   {self._folded_words(section)}")
        arrow = QRectF(rect.right() - px(tokens.SPACE_12) - side, rect.center().y() - side / 2, side, side)
        paint_icon(painter, arrow, "caret-right", theme.colour(Colour.TEXT_THIRD))

    def _folded_words(self, section: Section) -> str:
        lines = self._model.lines.get(section, ())
        count = self._model.progress_of(section).of
        if lines and len(lines) == count and all(line.how is How.PLANNED for line in lines):
            return word(Message("{n} planned", plural="{n} planned", n=count))
        return word(Message("{n} dealt with", plural="{n} dealt with", n=count))
