"""Help on one page: the method in a few sentences, and every key."""

from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.actions import Section
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import KeyCap, Label, SegmentedRow, Sheet

METHOD = (
    (
        N_("Courtesy is the ground"),
        N_(
            "Dinners, presents and greetings are an occasion to meet and to become familiar. "
            "They bind nobody and never count as a rung."
        ),
    ),
    (
        N_("Ask small, early, and only what you will use"),
        N_(
            "One tiny personal ask: which doctor, which school, where the desk was bought. The first two asks stay "
            "small and have nothing to do with work."
        ),
    ),
    (
        N_("Close the loop"),
        N_(
            "Act on what they gave, tell them how it went, and return a little more than you got, in a form that "
            "fits the favour. Until then nothing new is asked."
        ),
    ),
    (
        N_("One rung at a time"),
        N_(
            "A closed loop opens the next rung: a favour, what they are good at, their trade, a small thing at work, "
            "and only then a real request. Let it rest for two weeks between two asks."
        ),
    ),
    (
        N_("Keep your word, stay clean"),
        N_(
            "What you offered comes before what you ask. A favour at work is never answered with a present. "
            "The program advises; what happened is always recorded."
        ),
    ),
    (
        N_("Look at their life first"),
        N_(
            "Weekends, parents, children, health, hobbies: these facets say what you could help them with, "
            "and what you have in common."
        ),
    ),
)
IN_LISTS = (
    ("Up", N_("one up")),
    ("Down", N_("one down")),
    ("Return", N_("open")),
    ("Del", N_("remove to the trash")),
    ("Shift+F10", N_("menu of what has the focus")),
    ("Esc", N_("back")),
)


def show_help(context: Context, parent: QWidget | None) -> None:
    """Open the help."""
    HelpSheet(context, parent).open()


class HelpSheet(Sheet):
    """Two pages behind tabs."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(N_("Help"), N_("Close"), parent, width=tokens.SHEET_WIDE)
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        self.tabs = SegmentedRow(N_("Help"), [("method", N_("The method"), ""), ("keys", N_("Keys"), "")], "method")
        self._pages = {"method": _method(), "keys": _keys(context)}
        self.body.addWidget(self.tabs)
        for page in self._pages.values():
            self.body.addWidget(page)
        self.tabs.chosen.connect(self._turn_to)
        self._turn_to("method")

    def _turn_to(self, wanted: str) -> None:
        for name, page in self._pages.items():
            page.setVisible(name == wanted)
        self.fit()


def _method() -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current_theme().px(tokens.SPACE_24))
    grid.setVerticalSpacing(current_theme().px(tokens.SPACE_2))
    for place, (heading, says) in enumerate(METHOD):
        row = 3 * (place // 2)
        grid.addWidget(Label(heading, Type.STRONG), row, place % 2)
        grid.addWidget(Label(says, Type.BASE, Colour.TEXT_SECOND, wrap=True), row + 1, place % 2)
        grid.setRowMinimumHeight(row + 2, current_theme().px(tokens.SPACE_12))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return page


def _keys(context: Context) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current_theme().px(tokens.SPACE_24))
    grid.setVerticalSpacing(current_theme().px(tokens.SPACE_6))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    left = right = 0
    for section in Section:
        lines = [
            (context.actions[name].text(), context.actions[name].shortcut().toString())
            for name in context.actions
            if context.actions.section(name) is section and not context.actions[name].shortcut().isEmpty()
        ]
        if lines:
            left = _section(grid, left, 0, section.value, lines)
    portable = QKeySequence.SequenceFormat.PortableText
    listed = [(words, QKeySequence(keys).toString(portable)) for keys, words in IN_LISTS]
    right = _section(grid, right, 1, N_("In lists"), listed, worded_already=False)
    return page


def _section(
    grid: QGridLayout, row: int, column: int, heading: str, lines: list[tuple[str, str]], *, worded_already: bool = True
) -> int:
    grid.addWidget(Label(heading, Type.SMALL, Colour.TEXT_THIRD), row, column)
    for text, keys in lines:
        row += 1
        line = QHBoxLayout()
        line.addWidget(Label(partial(str, text) if worded_already else text), 1)
        line.addWidget(KeyCap(keys))
        grid.addLayout(line, row, column)
    return row + 1
