"""A layout that sets widgets in lines like words, starting a new line where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.tokens import SPACE_6

from .tab_order import tab_after


class Flow(QLayout):
    """Lines of widgets, `gap` design pixels apart both ways, or the lines `between` apart."""

    def __init__(self, parent: QWidget | None = None, gap: int = SPACE_6, between: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._between = gap if between is None else between
        self._heights: dict[int, int] = {}  #: by width; panes ask again and again until they are laid out
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove the item at `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def let_go(self) -> None:
        """Hold no widget any more; they stay as they are."""
        self._items.clear()

    def clear(self) -> None:
        """Remove all widgets for good."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def tab_through(self) -> None:
        """Let Tab walk its widgets in their order, from where the widget that holds them stands."""
        holder = self.parentWidget()
        if holder is not None:
            tab_after(holder, *(widget for item in self._items if (widget := item.widget()) is not None))

    def expandingDirections(self) -> Qt.Orientation:
        """None."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """It does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at that width."""
        high = self._heights.get(width)
        if high is None:
            high = self._heights[width] = self._place(QRect(0, 0, width, 0), really=False)
        return high

    def invalidate(self) -> None:
        """A widget was shown, hidden, or has another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        gap = current_theme().px(self._gap)
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in sizes) + gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, really: bool) -> int:
        gap, between = current_theme().px(self._gap), current_theme().px(self._between)
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(rect.width(), item.sizeHint().height()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + between, 0
            if really:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + gap
            line = max(line, size.height())
        return y + line - rect.y()
