"""The middle pane: who they are, where one writes, and what happened."""

from PySide6.QtCore import QMimeData, QPoint, QRect
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain.drafts import FileDraft
from relationship_journal.domain.entry import Attachment, Entry, EntryKind, EntrySource
from relationship_journal.domain.scope import UNSORTED, Scope, Whole
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.i18n import N_, Message, _
from relationship_journal.ui.actions import Section
from relationship_journal.ui.composer.composer_view import Composer
from relationship_journal.ui.context import Context
from relationship_journal.ui.header.header_view import Header
from relationship_journal.ui.theme import current_theme, tokens
from relationship_journal.ui.widgets.placing import Of

from .above_rows import AboveRows
from .empty_state import EmptyState
from .row_choice import RowId, identity
from .row_parts import Part
from .timeline_model import TimelineModel
from .timeline_view import TimelineView

_LEARNING = (EntryKind.MEAL, EntryKind.VISIT)


class TimelinePage(QWidget):
    """All of the middle pane; the window gives it the bar that stands above the composer when it is narrow."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        # What stands above the rows is read and shown before them: they are placed once, below it.
        self.header = Header(context)
        self.composer = Composer(context)
        self.model = TimelineModel(context, self)
        self.model.renewed.connect(lambda _place: self._show_empty())
        self.empty = EmptyState()
        self._above = AboveRows(self.header.part, Of(self.composer), Of(self.empty))
        for widget in (self.header, self.composer, self.empty):
            widget.setParent(self._above)
        self.view = TimelineView(self.model, self._above, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._tools_row: RowId | None = None
        self._connect_rows()
        self.model.load()
        self.header.model.load()
        self.composer.model.load()

    def _connect_rows(self) -> None:
        self.header.renamed.connect(self._show_empty)
        self.composer.kept.connect(self._kept)
        self.composer.brought.connect(self._bring_to_composer)
        self.composer.left_downwards.connect(self.view.setFocus)

    def complete(self) -> None:
        """Add what answers to hands: after the first picture, before anything that somebody does arrives."""
        if "deeds" in vars(self):
            return
        from .file_doors import FileDoors
        from .row_deeds import RowDeeds
        from .row_keys import RowKeys
        from .row_mouse import RowMouse
        from .row_tools import RowTools

        self.doors = FileDoors(self._context)
        self.deeds = RowDeeds(self._context, self.view, self.doors)
        self.tools = RowTools(self.view.viewport())
        self.mouse = RowMouse(self.view, self, self.doors, self._place_tools)
        self.keys = RowKeys(self.view, self.deeds, self._menu_by_key, self.composer.start)
        self.composer.complete()
        self.view.moved.connect(self._place_tools)
        self.view.focus_moved.connect(self._place_tools)
        self.tools.edit_wanted.connect(self._edit_under_tools)
        self.tools.menu_wanted.connect(self._menu_under_tools)
        self._context.selection.changed.connect(self._show_scope)
        self._add_actions()

    def complete_reading(self) -> None:
        """Add the suggestions of notes, and dropping and pasting."""
        if "drops" in vars(self):
            return

        from relationship_journal.ui.drop.anywhere import DropAnywhere

        from .row_chips import RowChips

        self.drops = DropAnywhere(self._context, self, self._below_header)
        self.chips = RowChips(self._context, self.view, self, self.composer)
        self.deeds.reading_wanted.connect(self.chips.read_note)
        self.deeds.rewritten.connect(self.chips.show_fresh)

    def _add_actions(self) -> None:
        add, deeds = self._context.actions.add, self.deeds
        add(
            "timeline.day", N_("Go to a day…"), self.go_to_day, icon="calendar-blank", keys="Ctrl+G", section=Section.GO
        )
        add(
            "timeline.copy",
            N_("Copy the entries as Markdown"),
            lambda: deeds.copy_rows(deeds.chosen()),
            icon="copy",
            keys="Ctrl+Shift+C",
            section=Section.EDIT,
            within=self,
        )

    def put_above_composer(self, bar: QWidget) -> None:
        """Show `bar` between header and composer; whether it is visible is its owner's business."""
        bar.setParent(self._above)
        self._above.put(1, Of(bar))

    def start_entry(self) -> None:
        """Put the cursor where an entry is written."""
        self.view.verticalScrollBar().setValue(0)
        self.composer.start()

    def go_to_day(self) -> None:
        """Ask for a day and go there."""
        row = self.view.current_row()
        today = self._context.today()
        from relationship_journal.ui.composer.day_popover import DayPopover

        popover = DayPopover(row.key.day if row is not None else today, today, self)
        popover.chosen.connect(self.model.go_to_day)
        column = self.view.column
        popover.open_below(self.view.viewport(), QPoint(column.left(), current_theme().px(tokens.SPACE_16)))

    # Answers for rows --------------------------------------------------------------------------------------------

    def use(self, row: TimelineRow, part: Part) -> None:
        """A part of a row was taken."""
        self.deeds.use(row, part)

    def edit(self, row: TimelineRow) -> None:
        """A row was double-clicked."""
        self.deeds.edit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the rows under the pointer."""
        from .row_menu import file_lines, row_menu

        point = self.view.viewport().mapFromGlobal(event.globalPos())
        index = self.view.row_at(point)
        if index is None:
            return
        row = self.view.model.window.rows[index]
        if identity(row) not in self.view.choice.selected:
            self.view.make_current(index, scroll=False)
        part = self.view.layout_of(index).part_at(*(point - self.view.row_rect(index).topLeft()).toTuple())
        menu = row_menu(self.deeds.chosen(), self.deeds, self.view)
        if part is not None and isinstance(part.value, Attachment):
            menu.addSeparator()
            file_lines(menu, row, part.value, self.deeds)
        menu.popup(event.globalPos())

    def _menu_by_key(self) -> None:
        index = self.view.choice.index(self.model.window)
        if index is not None:
            from .row_menu import row_menu

            corner = self.view.row_rect(index).topLeft() + QPoint(40, 24)
            row_menu(self.deeds.chosen(), self.deeds, self.view).popup(self.view.viewport().mapToGlobal(corner))

    def _place_tools(self) -> None:
        """The tools stand at the row under the pointer, else at the current one while it has the keyboard."""
        window = self.model.window
        key = self.view.hovered[0] if self.view.hovered is not None else None
        if key is None and (
            self.view.open_row.holds_focus() or self.tools.edit.hasFocus() or self.tools.menu.hasFocus()
        ):
            key = self.view.choice.current
        index = next((n for n, row in enumerate(window.rows) if identity(row) == key), None)
        if index is None or (self.deeds.editor is not None and key == self.view.choice.current):
            self.tools.hide()
            self._tools_row = None
            return
        self._tools_row = key
        self.tools.stand_at(self.view.row_rect(index), can_edit=True)

    def _edit_under_tools(self) -> None:
        row = self._row_of_tools()
        if row is not None:
            self.deeds.edit(row)

    def _menu_under_tools(self) -> None:
        row = self._row_of_tools()
        if row is not None:
            from .row_menu import row_menu

            corner = self.tools.menu.mapToGlobal(self.tools.menu.rect().bottomLeft())
            row_menu([row], self.deeds, self.view).popup(corner)

    def _below_header(self) -> QRect:
        """What an overlay covers: all but the header, so that one sees whose timeline it is."""
        top = self.header.mapTo(self, self.header.rect().bottomLeft()).y() if self.header.isVisible() else 0
        return self.rect().adjusted(0, min(max(0, top), self.height() // 2), 0, 0)

    def _bring_to_composer(self, mime: QMimeData) -> None:
        """Files and pictures pasted while one writes are attached to what is written; a chat is kept as one."""
        from relationship_journal.ui.composer.files import read_files
        from relationship_journal.ui.drop.payload import payload_of

        payload = payload_of(mime)
        if payload.picture:
            self.composer.model.add_files([FileDraft(_("Picture") + ".png", payload.picture, "image/png")])
        elif payload.files:
            self._context.tasks.read(
                lambda: read_files([str(path) for path in payload.files]),
                self.composer.model.add_files,
                failed=self._context.notices.problem,
            )
        elif payload:
            self.drops.take(mime, EntrySource.PASTED)

    def _row_of_tools(self) -> TimelineRow | None:
        key = self._tools_row
        return next((row for row in self.model.window.rows if identity(row) == key), None)

    def _show_scope(self, scope: Scope) -> None:
        self.deeds.finish_editing()
        self.header.setVisible(True)
        self._show_empty()

    def _show_empty(self) -> None:
        empty = self.model.is_read and not self.model.window.rows
        if empty:
            self.empty.speak_of(self.model.scope, self.header.model.name)
        self.empty.setVisible(empty)

    def _kept(self, entry: Entry) -> None:
        """Show what the note suggests; after a meal or a visit, ask once what was learned."""
        self.chips.show_fresh(entry)
        scope = self._context.selection.scope
        if not isinstance(scope, Whole) and scope not in entry.contacts:
            self._context.notices.say(
                Message("Kept in another timeline."),
                Message("Show the entry"),
                lambda: self._context.selection.show_entry(entry.id, entry.contacts[0] if entry.contacts else UNSORTED),
            )
        elif entry.kind in _LEARNING and len(entry.contacts) == 1 and scope == entry.contacts[0]:
            self._context.notices.say(
                Message("Kept. What did you learn about {name}?", name=self.header.model.name),
                Message("Add it"),
                self.header.add_facet,
            )
