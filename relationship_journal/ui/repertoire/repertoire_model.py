"""The ideas of a rung, or the offers, as a list in which each can be hidden or shown."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.ideas import Idea
from relationship_journal.domain.offers import Offer
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import _, current_language
from relationship_journal.ui.context import Context
from relationship_journal.values import replace

Index = QModelIndex | QPersistentModelIndex
OFFERS = 0
"""The shelf on which the offers lie; the others are numbered like the rungs."""


class RepertoireModel(QAbstractListModel):
    """One shelf. The check of an item says whether it is suggested; the user's own ones are always."""

    failed = Signal(Problem)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shelf = 1
        self._items: tuple[Idea | Offer, ...] = ()
        context.bridge.changed.connect(self._changed)

    @property
    def shelf(self) -> int:
        """The shelf that is shown."""
        return self._shelf

    def show_shelf(self, shelf: int) -> None:
        """Show the ideas of a rung, or the offers."""
        self._shelf = shelf
        self.read()

    def read(self) -> None:
        """Read the shelf again. What is chosen keeps its place."""
        ideas = self._context.session.ideas
        found: tuple[Idea | Offer, ...] = (
            ideas.offers() if self._shelf == OFFERS else tuple(i for i in ideas.ideas() if i.rung == self._shelf)
        )
        if found != self._items:
            self.beginResetModel()
            self._items = found
            self.endResetModel()

    def _changed(self, _changes: Changes, _origin: object) -> None:
        self.read()

    def item(self, row: int) -> Idea | Offer:
        """The idea or offer of a row."""
        return self._items[row]

    def row_of(self, idea: str) -> int | None:
        """Where an idea or offer stands, None if not here."""
        return next((row for row, each in enumerate(self._items) if each.id == idea), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its title, whether it is suggested, and that it is the user's own."""
        each = self._items[index.row()]
        title = each.text(current_language()).title
        if role == Qt.ItemDataRole.DisplayRole:
            return _("{title} · your own").format(title=title) if each.own else title
        if role == Qt.ItemDataRole.CheckStateRole and not each.own:
            return Qt.CheckState.Unchecked if each.hidden else Qt.CheckState.Checked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hide or show what ships with the program."""
        each = self._items[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or each.own:
            return False
        hidden = Qt.CheckState(value) is Qt.CheckState.Unchecked
        row = index.row()
        self._items = (*self._items[:row], replace(each, hidden=hidden), *self._items[row + 1 :])
        self.dataChanged.emit(index, index)
        session = self._context.session
        self._context.tasks.run(
            lambda: session.ideas.hide(each.id, hidden=hidden), lambda _done: self.read(), self.failed.emit
        )
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What ships can be checked; everything can be chosen."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags if self._items[index.row()].own else flags | Qt.ItemFlag.ItemIsUserCheckable
