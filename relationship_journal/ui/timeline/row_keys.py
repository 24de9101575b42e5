"""The keyboard in the timeline."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from .row_deeds import RowDeeds
from .timeline_view import TimelineView

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class RowKeys:
    """Arrows move the current row, Enter edits, Delete removes. `leave_upwards` is called above the newest row."""

    def __init__(
        self, view: TimelineView, deeds: RowDeeds, menu: Callable[[], None], leave_upwards: Callable[[], None]
    ) -> None:
        self._view = view
        self._deeds = deeds
        self._menu = menu
        self._leave_upwards = leave_upwards
        view.keys = self.press

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        key, mods = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self._deeds.copy_chosen()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1, extend=bool(mods & _SHIFT))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._to_end(newest=key == Qt.Key.Key_Home, extend=bool(mods & _SHIFT))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._page(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not mods:
            self._edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not mods:
            self._deeds.remove(self._deeds.chosen())
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and mods == _SHIFT):
            self._menu()
        elif key == Qt.Key.Key_Space and mods == _CONTROL:
            self._toggle()
        elif key == Qt.Key.Key_Escape and (len(self._view.choice.selected) > 1 or self._view.words is not None):
            self._one_only()
        else:
            return False
        event.accept()
        return True

    def _index(self) -> int | None:
        return self._view.choice.index(self._view.model.window)

    def _step(self, by: int, *, extend: bool) -> None:
        index, last = self._index(), len(self._view.model.window.rows) - 1
        if index is None:
            if last >= 0:
                self._view.setFocus()
            return
        if by < 0 and index == 0 and not self._view.model.window.newer and not extend:
            self._leave_upwards()
            return
        self._view.make_current(min(max(0, index + by), last), extend=extend)

    def _page(self, by: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + by * (bar.pageStep() - 40))
        index = self._view.row_near(self._view.viewport().height() // 3)
        if index is not None:
            self._view.make_current(index, scroll=False)

    def _to_end(self, *, newest: bool, extend: bool) -> None:
        window = self._view.model.window
        if not window.rows:
            return
        if newest and window.newer:
            self._view.model.go_to_position(0)
        elif not newest and window.older:
            self._view.model.go_to_position(window.total - 1)
        else:
            self._view.make_current(0 if newest else len(window.rows) - 1, extend=extend)

    def _select_all(self) -> None:
        rows = self._view.model.window.rows
        if rows:
            self._view.make_current(0, scroll=False)
            self._view.make_current(len(rows) - 1, extend=True, scroll=False)

    def _toggle(self) -> None:
        index = self._index()
        if index is not None:
            self._view.make_current(index, toggle=True)

    def _edit(self) -> None:
        row = self._view.current_row()
        if row is not None:
            self._deeds.edit(row)

    def _one_only(self) -> None:
        self._view.words = None
        index = self._index()
        if index is not None:
            self._view.make_current(index)
