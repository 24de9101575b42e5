"""What stands above the rows and scrolls with them: who they are, the bar of a narrow window, where one writes."""

from PySide6.QtWidgets import QWidget

from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets.placing import Column, Part


class AboveRows(QWidget):
    """Parts below each other in the column of the rows."""

    def __init__(self, *parts: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = Column(*parts, gap=current_theme().px(tokens.SPACE_12))

    def put(self, index: int, part: Part) -> None:
        """Take another part."""
        self._parts.parts.insert(index, part)

    def measure(self, width: int, left: int, right: int) -> int:
        """How high it is where it is so wide and leaves so much free at its edges."""
        self._parts.edges = left, current_theme().px(tokens.SPACE_16), right, 0
        return self._parts.measure(width)

    def place(self, width: int, left: int, right: int) -> None:
        """Be as high as it is, with everything in its place."""
        high = self.measure(width, left, right)
        self._parts.place(0, 0, width, high)
        self.resize(width, high)
