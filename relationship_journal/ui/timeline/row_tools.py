"""Edit and menu at the right of the row under the pointer, and of the current one."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets import IconButton


class RowTools(QWidget):
    """Two small buttons that move from row to row."""

    edit_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        size, icon = tokens.COMPOSER_TOOLS, tokens.ICON_CONTROL
        self.edit = IconButton("pencil-simple", N_("Edit"), size=size, icon_size=icon, key="Return")
        self.menu = IconButton("dots-three", N_("More"), size=size, icon_size=icon)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edit)
        layout.addWidget(self.menu)
        self.edit.clicked.connect(self.edit_wanted)
        self.menu.clicked.connect(self.menu_wanted)
        self.hide()

    def stand_at(self, row: QRect, *, can_edit: bool) -> None:
        """Stand at the right of the row's first line."""
        theme = current_theme()
        self.edit.setVisible(can_edit)
        self.adjustSize()
        size = self.sizeHint()
        middle = row.top() + theme.px(tokens.DAY_HEADER) // 2
        self.setGeometry(row.right() + 1 - size.width(), middle - size.height() // 2, size.width(), size.height())
        self.show()
        self.raise_()
