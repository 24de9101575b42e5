"""The suggestions of a note under its entry: which row shows them, where they stand, and which words they light up."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.entry import Entry, EntryId
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.i18n import N_, Message
from relationship_journal.reading.note import Span
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.actions import Section
from relationship_journal.ui.composer.composer_view import Composer
from relationship_journal.ui.context import Context
from relationship_journal.ui.readings.chips_card import GO, TAKE_ALL, ChipsCard
from relationship_journal.ui.readings.chips_model import ChipsModel
from relationship_journal.ui.theme import current_theme, tokens

from .links import utf16
from .row_choice import identity
from .row_layout import RowLayout
from .row_paint import Evidence
from .timeline_view import TimelineView


class RowChips(QObject):
    """One card in one timeline: under the entry that was kept last, or under the current one whose suggestions wait.

    `back` gets the keyboard when all of a fresh entry's suggestions are settled.
    """

    def __init__(self, context: Context, view: TimelineView, page: QWidget, back: Composer) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._back = back
        self._from_back = False
        self._wants_focus = False
        self._fresh: set[EntryId] = set()
        self.model = ChipsModel(context, self)
        self.card = ChipsCard(self.model, view.viewport())
        self.model.changed.connect(self._follow_model)
        self.card.lit.connect(self._light)
        self.card.left.connect(self._leave)
        self.card.emptied.connect(self._emptied)
        self.card.edit_wanted.connect(self.edit)
        view.moved.connect(self.place)
        view.current_changed.connect(self._follow_current)
        view.model.renewed.connect(self._follow_rows)
        context.selection.changed.connect(self._elsewhere)
        back.text.textChanged.connect(self._warm)
        add = context.actions.add
        add(
            "readings.go",
            N_("Go to the suggestions of the note"),
            self.enter,
            icon="highlighter-circle",
            keys=GO,
            section=Section.RECORD,
            within=page,
        )
        add(
            "readings.take_all",
            N_("Take all suggestions of the note"),
            self.take_all,
            icon="checks",
            keys=TAKE_ALL,
            section=Section.RECORD,
            within=page,
        )

    def _warm(self) -> None:
        self._back.text.textChanged.disconnect(self._warm)
        self.model.warm()

    @property
    def _row(self) -> TimelineRow | None:
        """The row whose note is read, if it is held."""
        entry = self.model.entry
        return next((row for row in self._view.model.window.rows if row.key.entry == entry), None) if entry else None

    def show_fresh(self, entry: Entry) -> None:
        """An entry was kept by hand, or its text was changed: read it and show what it suggests."""
        self._fresh.add(entry.id)
        self.model.show(entry.id)

    def read_note(self, row: TimelineRow) -> None:
        """Read a note because the user asked for it, whenever it was kept."""
        session = self._context.session
        if session.read_only:
            told = Message("{name} can only be looked at: the file or its folder is protected.", name=session.path.name)
            self._context.notices.problem(Problem(told))
        elif row.entry is not None:
            self._fresh.add(row.entry.id)
            self._wants_focus = True
            if self.model.entry == row.entry.id:
                self._settle_wish()
            else:
                self.model.show(row.entry.id)

    def enter(self) -> None:
        """Give the first chip the keyboard: of the row that shows its chips, else of the first that waits.

        Where none waits, the note in question is read: the current one, else the newest in view.
        """
        if self.card.isVisible():
            focus = QApplication.focusWidget()
            self._from_back = focus is not None and self._back.isAncestorOf(focus)
            self.card.enter()
            return
        rows = self._view.model.window.rows
        waiting = [n for n, row in enumerate(rows) if row.chips > 0]
        asked = self._view.current_row() or next((row for row in rows if row.entry is not None), None)
        if waiting:
            self._wants_focus = True
            self._view.make_current(waiting[0])
        elif asked is not None and asked.entry is not None:
            self.read_note(asked)
        else:
            self._context.notices.say(Message("No suggestions wait here."))

    def take_all(self) -> None:
        """Take all that the row in question suggests."""
        if self.card.isVisible():
            self.card.take_all()

    def place(self) -> None:
        """Put the card at the foot of its row."""
        index = self._index()
        if index is None or not self.model.suggestions or self._view.open_row_height is not None:
            self.card.hide()
            return
        rect = self._view.row_rect(index)
        left = current_theme().px(tokens.ENTRY_TEXT_LEFT)
        width = rect.width() - left
        high = self.card.height_for(width)
        row = identity(self._view.placed[index])
        self._view.leave_room((row, high))
        rect = self._view.row_rect(index)
        self.card.setGeometry(QRect(rect.left() + left, rect.bottom() + 1 - high, width, high))
        self.card.tab_after(self._view.open_row.last_stop())
        self.card.show()
        self.card.raise_()
        self._settle_wish()

    def edit(self, suggestion: Suggestion) -> None:
        """Open the dialog in which a suggestion is changed before it is taken."""
        from relationship_journal.ui.readings.editing import edit_suggestion

        edit_suggestion(self._context, suggestion, self._view.window())

    def _index(self) -> int | None:
        row = self._row
        return None if row is None else self._view.model.window.index_of(row.key)

    def _follow_current(self) -> None:
        """The current row shows its suggestions where they wait; else they stay where they are."""
        row = self._view.current_row()
        if row is not None and row.entry is not None and (row.chips or row.entry.id in self._fresh):
            self.model.show(row.entry.id)

    def _follow_rows(self, _place: object) -> None:
        if self.model.entry is None:
            self._follow_current()

    def _elsewhere(self, _scope: object) -> None:
        self._wants_focus = False
        self.model.show(None)

    def _follow_model(self) -> None:
        if not self.model.suggestions:
            self._view.leave_room(None)
            self.card.hide()
            if self.model.is_read and self._wants_focus:
                self._wants_focus = False
                self._context.notices.say(Message("The note suggests nothing that is not recorded."))
        self.place()
        self._light(None)

    def _settle_wish(self) -> None:
        if self._wants_focus and self.card.isVisible():
            self._wants_focus = False
            self.card.enter()

    def _light(self, current: Suggestion | None) -> None:
        """Underline what the suggestions rest on; the current one's words have the evidence's ground."""
        index = self._index()
        if index is None or not self.model.suggestions:
            self._view.evidence = None
        else:
            row = self._view.placed[index]
            layout = self._view.layout_of(index)
            chip = self.card.current
            lit = chip.suggestion if chip is not None else None
            spans = {one.span for one in self.model.suggestions if one.span is not None}
            marks = tuple(
                Evidence(*place, lit=lit is not None and span == lit.span)
                for span in sorted(spans, key=lambda one: (one.start, one.end))
                if (place := shown_at(layout, row, span)) is not None
            )
            self._view.evidence = identity(row), marks
            if lit is not None:
                self._come_into_view(index)
        self._view.viewport().update()

    def _come_into_view(self, index: int) -> None:
        """The row of the chip with the keyboard is the current one, and the chips can be seen."""
        if self._view.choice.current != identity(self._view.placed[index]):
            self._view.make_current(index, scroll=False)
        bar, edge = self._view.verticalScrollBar(), current_theme().px(tokens.SPACE_16)
        shown, high = self.card.geometry(), self._view.viewport().height()
        chip = self.card.current
        if chip is not None and shown.height() + edge > high:  # the one with the keyboard, where not all have room
            shown = QRect(chip.mapTo(self.card, QPoint()) + shown.topLeft(), chip.size())
        if shown.bottom() + edge > high:
            bar.setValue(bar.value() + shown.bottom() + edge - high)
        elif shown.top() < 0:
            bar.setValue(bar.value() + shown.top() - edge)

    def _leave(self, steps: int) -> None:
        """The keyboard goes back to the row, or on to the next one."""
        index = self._index()
        if index is None:
            return
        last = len(self._view.model.window.rows) - 1
        self._view.make_current(min(index + max(0, steps), last))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _emptied(self) -> None:
        """All is settled: back to where one writes, or to the row."""
        if self._from_back:
            self._from_back = False
            self._back.start()
        else:
            self._leave(0)


def shown_at(layout: RowLayout, row: TimelineRow, span: Span) -> tuple[int, int] | None:
    """Where a span of the note (code points) stands in the row's shown text, in UTF-16 units; None if it is folded."""
    text = row.entry.text if row.entry is not None else ""
    words = text[span.start : span.end]
    start = span.start - (len(text) - len(text.lstrip("\n")))
    if layout.text[start : start + len(words)] != words:
        start = layout.text.find(words)
    if not words or start < 0:
        return None
    return utf16(layout.text, start), utf16(layout.text, start + len(words))
