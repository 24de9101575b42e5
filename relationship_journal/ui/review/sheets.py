"""Two sheets of the review: every key of the page, and the reviews that were held before."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.i18n import N_, Message, full_day, word
from relationship_journal.services.review import PastReview
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label, Sheet, key_caps, verbatim

History = tuple[tuple[PastReview, ...], Mapping[ContactId, str]]

_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("J", "Down"), N_("next row")),
    (("K", "Up"), N_("row before")),
    (("]", "["), N_("next section, section before")),
    (("Return",), N_("open the row, close it")),
    (("D",), N_("done today: the step is recorded")),
    (("Y", "N"), N_("while you wait for an answer: they said yes, they said no")),
    (("P",), N_("plan for the week")),
    (("S",), N_("snooze")),
    (("O",), N_("open the contact or the note")),
    (("C",), N_("copy the words to say")),
    (("Right", "1"), N_("to the suggestions of a note: Enter takes one, Del dismisses it, E edits it first")),
    (("Ctrl+Shift+Return",), N_("take all suggestions of a note")),
    (("Ctrl+Z",), N_("undo")),
    (("T",), N_("to the plan")),
    (("Left", "Right"), N_("in the plan: a day earlier, a day later")),
    (("Alt+Up", "Alt+Down"), N_("in the plan: move up, move down")),
    (("Space",), N_("in the plan: done, or not done after all")),
    (("Del",), N_("in the plan: take out")),
    (("Ctrl+Return",), N_("finish the review")),
    (("H",), N_("earlier reviews")),
    (("Ctrl+P",), N_("print or save")),
    (("Esc",), N_("from the plan to the rows; close the row; back to the journal")),
)


def show_keys(parent: QWidget) -> None:
    """Show every key."""
    sheet = Sheet(N_("Keys of the review"), N_("Close"), parent)
    sheet.cancel.hide()
    sheet.confirmed.connect(sheet.accept)
    px = current_theme().px
    grid = QGridLayout()
    grid.setVerticalSpacing(px(tokens.SPACE_6))
    grid.setHorizontalSpacing(px(tokens.SPACE_16))
    grid.setColumnStretch(1, 1)
    for number, (caps, words) in enumerate(_KEYS):
        grid.addLayout(key_caps(caps), number, 0)
        grid.addWidget(Label(words, wrap=True), number, 1)
    sheet.body.addLayout(grid)
    sheet.open()


def show_history(context: Context, parent: QWidget) -> None:
    """Show the reviews that were saved, each with its plan and what was done of it."""
    session, today = context.session, context.today()

    def read() -> History:
        past = session.review.history(today)
        people = {item.contact for each in past for item in each.plan if item.contact is not None}
        return past, {contact: session.reads.contact(contact).name for contact in people}

    context.tasks.read(read, lambda history: HistorySheet(today, history, parent).open())


class HistorySheet(Sheet):
    """Newest first."""

    def __init__(self, today: date, history: History, parent: QWidget) -> None:
        super().__init__(N_("Earlier reviews"), N_("Close"), parent, width=tokens.SHEET_WIDE)
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        past, names = history
        if not past:
            self.body.addWidget(Label(N_("No review was saved yet."), Type.BASE, Colour.TEXT_SECOND))
        for each in past:
            head = QHBoxLayout()
            head.addWidget(Label(partial(full_day, each.review.day, today), Type.STRONG), 1)
            head.addWidget(Label(_done_of(each), Type.SMALL, Colour.TEXT_SECOND))
            self.body.addLayout(head)
            self.body.addLayout(_plan_of(each, names))
            self.body.addSpacing(current_theme().px(tokens.SPACE_8))


def _done_of(past: PastReview) -> Message:
    done, n = sum(item.done for item in past.plan), len(past.plan)
    if not n:
        return Message("Nothing was planned")
    return Message("{done} of {n} planned thing done", plural="{done} of {n} planned things done", done=done, n=n)


def _plan_of(past: PastReview, names: Mapping[ContactId, str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(2, 1)
    grid.setHorizontalSpacing(current_theme().px(tokens.SPACE_8))
    for number, item in enumerate(past.plan):
        text = word(item.text) if isinstance(item.text, Message) else item.text
        ink = Colour.TEXT_SECOND if item.done else Colour.TEXT
        name = names.get(item.contact, "") if item.contact is not None else ""
        for column, (part, role) in enumerate((("✓" if item.done else "·", Colour.ACCENT), (name, ink), (text, ink))):
            grid.addWidget(Label(verbatim(part), Type.BASE, role), number, column)
    return grid
