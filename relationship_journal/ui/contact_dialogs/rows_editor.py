"""Rows of a kind and a text, as many as there are: facets of life, ways to reach somebody, days that matter."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.i18n import N_, _
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, ComboBox, IconButton, Label, LineField, Words
from relationship_journal.values import dataclass

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class RowText(Generic[Kind]):
    """One row as it stands: `second` is the date of a day that matters, else empty; `id` 0 where it is new."""

    kind: Kind
    text: str
    second: str = ""
    id: int = 0


class RowsEditor(QWidget, Generic[Kind]):
    """A heading, the rows, and a button that adds one. Empty rows count as not there."""

    def __init__(
        self,
        heading: Words,
        add: Words,
        words: Mapping[Kind, str],
        *,
        text_name: Words,
        text_hint: Words = "",
        second_name: Words = "",
        second_hint: Words = "",
    ) -> None:
        super().__init__()
        self._words = words
        self._names = (text_name, text_hint, second_name, second_hint)
        px = current_theme().px
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(tokens.SPACE_4))
        self._layout.addWidget(Label(heading, Type.SMALL, Colour.TEXT_SECOND))
        self.add = Button(add, "quiet", icon_name="plus", small=True)
        self.add.clicked.connect(lambda: self.append(None, focus=True))
        self._layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows: list[_Row[Kind]] = []

    def fill(self, rows: Sequence[RowText[Kind]]) -> None:
        """Show these rows."""
        for row in rows:
            self.append(row)

    def append(self, row: RowText[Kind] | None, *, focus: bool = False) -> None:
        """Add a row, empty or filled."""
        made = _Row(self._words, row, *self._names)
        made.gone.connect(lambda: self._remove(made))
        self._rows.append(made)
        self._layout.insertWidget(self._layout.count() - 1, made)
        if focus:
            made.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> tuple[RowText[Kind], ...]:
        """What stands there now, without empty rows."""
        return tuple(row.value() for row in self._rows if row.line.text().strip() or row.second_text())

    def mark_wrong(self, place: int) -> None:
        """Show that the second text of the row at `place` (among those that are not empty) makes no sense."""
        row = [one for one in self._rows if one.line.text().strip() or one.second_text()][place]
        assert row.second is not None
        row.second.mark_wrong(True)
        row.second.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: "_Row[Kind]") -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class _Row(QWidget, Generic[Kind]):
    gone = Signal()

    def __init__(  # noqa: PLR0917 - a row of the form above
        self,
        words: Mapping[Kind, str],
        row: RowText[Kind] | None,
        text_name: Words,
        text_hint: Words,
        second_name: Words,
        second_hint: Words,
    ) -> None:
        super().__init__()
        px = current_theme().px
        self._id = row.id if row is not None else 0
        self._kinds = list(words)
        self.kind = ComboBox()
        self.kind.setAccessibleName(_("Kind"))
        for kind in self._kinds:
            self.kind.addItem(_(words[kind]))
        self.kind.setFixedWidth(px(_KIND_WIDTH))
        self.line = LineField(text_name, text_hint)
        self.second = LineField(second_name, second_hint) if second_name else None
        remove = IconButton("x", N_("Remove"), size=tokens.CHIP_HEIGHT, icon_size=tokens.ICON_CONTROL)
        remove.clicked.connect(self.gone)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(tokens.SPACE_6))
        layout.addWidget(self.kind)
        if self.second is not None:
            self.second.setFixedWidth(px(_DATE_WIDTH))
            self.second.textChanged.connect(lambda _text: self._right_again())
            layout.addWidget(self.second)
        layout.addWidget(self.line, 1)
        layout.addWidget(remove)
        if row is not None:
            self.kind.setCurrentIndex(self._kinds.index(row.kind))
            self.line.setText(row.text)
            self.line.setCursorPosition(0)
            if self.second is not None:
                self.second.setText(row.second)

    def second_text(self) -> str:
        return self.second.text().strip() if self.second is not None else ""

    def value(self) -> RowText[Kind]:
        return RowText(self._kinds[self.kind.currentIndex()], self.line.text().strip(), self.second_text(), self._id)

    def _right_again(self) -> None:
        if self.second is not None:
            self.second.mark_wrong(False)


_KIND_WIDTH, _DATE_WIDTH = 132, 148
