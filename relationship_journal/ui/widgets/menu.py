"""Menus made when they are opened: words, icons, keys, and why something cannot be done now."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from relationship_journal.ui.icons import icon
from relationship_journal.ui.theme import Colour

from .words import Words, worded


class Menu(QMenu):
    """A menu of the moment; it shows tooltips, and is gone after use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        # Round corners need a window that lets through what lies behind them.
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def offer(
        self,
        words: Words,
        act: Callable[[], object],
        *,
        icon_name: str = "",
        key: str = "",
        because: Words = "",
        checked: bool | None = None,
    ) -> QAction:
        """Add a line that does `act`. `because` says why it cannot be done now, and disables it."""
        action = QAction(worded(words).replace("&", "&&"), self)
        if icon_name:
            action.setIcon(icon(icon_name, Colour.TEXT_SECOND))
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
        if because:
            action.setEnabled(False)
            action.setToolTip(worded(because))
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        action.triggered.connect(lambda _checked: act())
        self.addAction(action)
        return action

    def submenu(self, words: Words, icon_name: str = "") -> "Menu":
        """Add a menu under a line."""
        menu = Menu(self)
        menu.setTitle(worded(words))
        if icon_name:
            menu.setIcon(icon(icon_name, Colour.TEXT_SECOND))
        self.addMenu(menu)
        return menu
