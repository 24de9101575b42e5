"""The numbers of the method, each with its words, its default and a way back to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from relationship_journal.domain import settings as known
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.settings import Settings, Value
from relationship_journal.i18n import N_, Message, word
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, IconButton, Label, LineField

# What belongs to the look or to the habits stands there; a folder to watch is not there yet.
_ELSEWHERE = ("language", "theme", "reading", "ask-what-was-learned", "review.day")
_NUMBER_WIDTH = 72


def offered() -> list[str]:
    """The keys of the settings that stand here, in the method's order."""
    return [key for key in known.ALL if not key.startswith(_ELSEWHERE)]


class MethodNumbers(QWidget):
    """A row for each number."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        px = current_theme().px
        self._before = settings
        self.lines: dict[str, LineField] = {}
        self._resets: dict[str, IconButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(tokens.SPACE_12))
        grid.setVerticalSpacing(px(tokens.SPACE_6))
        grid.setColumnStretch(0, 1)
        for place, key in enumerate(offered()):
            self._add_row(grid, place, key)
        self.all_default = Button(N_("All as shipped"), "quiet", icon_name="arrow-counter-clockwise")
        self.all_default.clicked.connect(self._reset_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(tokens.SPACE_12))
        layout.addLayout(grid)
        layout.addWidget(self.all_default, 0, Qt.AlignmentFlag.AlignLeft)

    def changed(self) -> dict[str, str]:
        """What differs from before, as text by key. Problem, shown at its row, where something makes no sense."""
        found: dict[str, str] = {}
        for key, line in self.lines.items():
            try:
                value = known.read(key, line.text())
            except Problem:
                line.mark_wrong(True)
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                low, high = (_written(limit) for limit in (known.ALL[key].low, known.ALL[key].high))
                raise Problem(
                    Message("“{label}” takes a number from {low} to {high}.", label=_label(key), low=low, high=high)
                ) from None
            if value != self._before.value(key):
                found[key] = line.text().strip()
        return found

    def _add_row(self, grid: QGridLayout, place: int, key: str) -> None:
        line = LineField(known.ALL[key].label)
        line.setText(_written(self._before.value(key)))
        line.setFixedWidth(current_theme().px(_NUMBER_WIDTH))
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        default = _written(known.ALL[key].default)
        back = IconButton(
            "arrow-counter-clockwise",
            Message("As shipped: {default}", default=default),
            size=tokens.CHIP_HEIGHT,
            icon_size=tokens.ICON_CONTROL,
        )
        back.clicked.connect(lambda: line.setText(default))
        keep = back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        back.setSizePolicy(keep)
        line.textChanged.connect(lambda _text: self._typed(key))
        grid.addWidget(Label(known.ALL[key].label, Type.BASE, Colour.TEXT, wrap=True), place, 0)
        grid.addWidget(line, place, 1)
        grid.addWidget(back, place, 2)
        self.lines[key], self._resets[key] = line, back
        self._typed(key)

    def _typed(self, key: str) -> None:
        line = self.lines[key]
        line.mark_wrong(False)
        self._resets[key].setVisible(line.text().strip() != _written(known.ALL[key].default))

    def _reset_all(self) -> None:
        for key, line in self.lines.items():
            line.setText(_written(known.ALL[key].default))


def _label(key: str) -> str:
    return word(Message(known.ALL[key].label))


def _written(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float | int) else str(value)
