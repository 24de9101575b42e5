"""The mouse on the timeline: choosing rows, using their parts, selecting words, dragging rows and files out."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from relationship_journal.domain.entry import Attachment
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.values import dataclass

from .file_doors import FileDoors
from .row_choice import RowId, identity
from .row_layout import RowLayout
from .row_parts import Part
from .timeline_view import TimelineView


class MouseHand(Protocol):
    """Who answers to the mouse."""

    def use(self, row: TimelineRow, part: Part) -> None:
        """A part was clicked."""

    def edit(self, row: TimelineRow) -> None:
        """A row was double-clicked."""


@dataclass(slots=True)
class _Press:
    """What the button went down on."""

    point: QPoint
    row: RowId
    part: Part | None
    offset: int | None
    choose_on_release: bool


class RowMouse(QObject):
    """Watches the viewport of a timeline."""

    def __init__(
        self, view: TimelineView, hand: MouseHand, doors: FileDoors, hover_changed: Callable[[], object]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._hand = hand
        self._doors = doors
        self._hover_changed = hover_changed
        self._press: _Press | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The viewport's mouse events."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            left = event.button() == Qt.MouseButton.LeftButton
            if kind == QEvent.Type.MouseMove:
                self._move(event)
            elif kind == QEvent.Type.MouseButtonPress and left:
                self._down(event)
            elif kind == QEvent.Type.MouseButtonRelease and left:
                self._up(event)
            elif kind == QEvent.Type.MouseButtonDblClick and left:
                self._double(event)
        elif kind == QEvent.Type.Leave:
            self._hover(None, None)
        elif isinstance(event, QHelpEvent):
            self._tip(event)
        return False

    def _under(self, point: QPoint) -> tuple[int, RowLayout, QPoint] | None:
        index = self._view.row_at(point)
        if index is None:
            return None
        return index, self._view.layout_of(index), point - self._view.row_rect(index).topLeft()

    def _down(self, event: QMouseEvent) -> None:
        self._press = None
        found = self._under(event.position().toPoint())
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        if found is None:
            return
        index, layout, inside = found
        part = layout.part_at(inside.x(), inside.y())
        key = identity(layout.row)
        words = layout.offset_at(inside.x(), inside.y()) if part is None and _in_text(layout, inside) else None
        mods = event.modifiers()
        extend = bool(mods & Qt.KeyboardModifier.ShiftModifier)
        toggle = bool(mods & Qt.KeyboardModifier.ControlModifier)
        several = key in self._view.choice.selected and len(self._view.choice.selected) > 1
        wait = several and not extend and not toggle
        self._press = _Press(event.position().toPoint(), key, part, words, wait)
        if self._view.words is not None:
            self._view.words = None
            self._view.viewport().update()
        if not wait:
            self._view.make_current(index, extend=extend, toggle=toggle, scroll=False)

    def _move(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            found = self._under(point)
            if found is None:
                self._hover(None, None)
            else:
                _index, layout, inside = found
                part = layout.part_at(inside.x(), inside.y())
                self._hover(identity(layout.row), part, in_text=part is None and _in_text(layout, inside))
            return
        if (point - self._press.point).manhattanLength() < QApplication.startDragDistance():
            return
        if self._press.offset is not None:
            self._select_to(point)
        else:
            self._drag()

    def _select_to(self, point: QPoint) -> None:
        assert self._press is not None
        assert self._press.offset is not None
        index = next(
            (n for n, row in enumerate(self._view.model.window.rows) if identity(row) == self._press.row), None
        )
        if index is None:
            return
        inside = point - self._view.row_rect(index).topLeft()
        offset = self._view.layout_of(index).offset_at(inside.x(), inside.y())
        if offset is not None:
            first, last = sorted((self._press.offset, offset))
            self._view.words = (self._press.row, first, last)
            self._view.viewport().update()

    def _drag(self) -> None:
        press, self._press = self._press, None
        assert press is not None
        mime: QMimeData
        if press.part is not None and isinstance(press.part.value, Attachment):
            mime = self._doors.carry_file(press.part.value)
        else:
            rows = self._view.choice.chosen(self._view.model.window)
            if not rows:
                return
            mime = self._doors.carry_rows(rows)
        drag = QDrag(self._view)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction, Qt.DropAction.CopyAction)

    def _up(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        found = self._under(event.position().toPoint())
        if press is None or found is None or identity(found[1].row) != press.row:
            return
        index, layout, inside = found
        if press.choose_on_release:
            self._view.make_current(index, scroll=False)
        if press.part is not None and layout.part_at(inside.x(), inside.y()) == press.part:
            self._hand.use(layout.row, press.part)

    def _double(self, event: QMouseEvent) -> None:
        found = self._under(event.position().toPoint())
        if found is not None and found[1].part_at(found[2].x(), found[2].y()) is None:
            self._press = None
            self._hand.edit(found[1].row)

    def _hover(self, row: RowId | None, part: Part | None, *, in_text: bool = False) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if part is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif in_text:
            shape = Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)
        hovered = None if row is None else (row, part)
        if hovered != self._view.hovered:
            self._view.hovered = hovered
            self._hover_changed()
            self._view.viewport().update()

    def _tip(self, event: QHelpEvent) -> None:
        part = self._view.hovered[1] if self._view.hovered is not None else None
        QToolTip.showText(event.globalPos(), part.says if part is not None else "", self._view.viewport())


def _in_text(layout: RowLayout, inside: QPoint) -> bool:
    if not layout.paragraphs or inside.x() < current_theme().px(tokens.ENTRY_TEXT_LEFT):
        return False
    last = layout.paragraphs[-1]
    return layout.paragraphs[0].top <= inside.y() < last.top + last.height


def selected_text(layout: RowLayout, first: int, last: int) -> str:
    """The words between two UTF-16 offsets of what a row shows."""
    return layout.text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le", "ignore")
