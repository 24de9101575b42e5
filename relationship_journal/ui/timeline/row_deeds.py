"""What can be done with rows of the timeline, whether by key, click or menu."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy
from relationship_journal.domain.entry import Attachment, Entry, EntryId, EntryKind
from relationship_journal.domain.timeline import StepInEntry, TimelineRow
from relationship_journal.i18n import Message, _
from relationship_journal.ui.composer.unfinished import TiedStep
from relationship_journal.ui.context import Context
from relationship_journal.values import replace

from .entry_gestures import EntryGestures
from .file_doors import FileDoors
from .row_choice import RowId, identity
from .row_mouse import selected_text
from .row_parts import Part, PartKind
from .timeline_view import TimelineView

if TYPE_CHECKING:
    from .entry_editor import EntryEditor


class RowDeeds(QObject):
    """Answers for the rows of one timeline. What opens on demand is imported then: the first paint waits for none."""

    reading_wanted = Signal(object)  #: a TimelineRow whose note is to be read
    rewritten = Signal(object)  #: an Entry was kept with another text

    def __init__(self, context: Context, view: TimelineView, doors: FileDoors) -> None:
        super().__init__(view)
        self.gestures = EntryGestures(context)
        self.editor: EntryEditor | None = None
        self._edited: RowId | None = None
        self._context = context
        self._view = view
        self._doors = doors
        view.moved.connect(self._place_editor)
        context.tasks.closing.connect(self.finish_editing)

    # Parts ------------------------------------------------------------------------------------------------------

    def use(self, row: TimelineRow, part: Part) -> None:
        """A part was clicked, or reached by Tab and taken."""
        value = part.value
        if isinstance(value, StepInEntry):
            self._context.selection.show_favour(value.favour, value.contact)
        elif isinstance(value, Attachment):
            self._doors.open(value)
        elif isinstance(value, Courtesy):
            self._edit_courtesy(value)
        elif part.kind is PartKind.CONTACT and isinstance(value, int):
            self._context.selection.choose(ContactId(value))
        elif part.kind is PartKind.LINK and isinstance(value, str):
            self._doors.open_link(value)
        elif part.kind is PartKind.ASSIGN:
            self.assign([row])
        elif part.kind is PartKind.CHIPS:
            self.read_note(row)
        elif part.kind is PartKind.MORE:
            self._view.unfold(identity(row))

    def open_file(self, attachment: Attachment) -> None:
        """Open a copy of an attachment."""
        self._doors.open(attachment)

    def save_file(self, attachment: Attachment) -> None:
        """Save a copy of an attachment."""
        self._doors.save_as(attachment, self._view)

    def attach(self, row: TimelineRow) -> None:
        """Ask for files and keep them with an entry."""
        names, _kind = QFileDialog.getOpenFileNames(self._view, _("Attach files"))
        if names and row.entry is not None:
            from relationship_journal.ui.composer.files import read_files

            journal, entry = self._context.session.journal, row.entry.id

            def run() -> None:
                for file in read_files(names):
                    journal.attach(entry, file)

            self._context.tasks.run(run)

    def detach(self, row: TimelineRow, attachment: Attachment) -> None:
        """Take a file off its entry."""
        if row.entry is None:
            return
        journal, entry = self._context.session.journal, row.entry.id
        self._context.tasks.run(
            lambda: journal.detach(entry, attachment.id),
            lambda _done: self._context.notices.say_done(
                Message("{file} was taken off.", file=attachment.name), self.gestures.undo
            ),
        )

    # Rows -------------------------------------------------------------------------------------------------------

    def change_day(self, rows: list[TimelineRow]) -> None:
        """Ask for a day and put the rows there."""
        if rows:
            from relationship_journal.ui.composer.day_popover import DayPopover

            popover = DayPopover(rows[0].key.day, self._context.today(), self._view)
            popover.chosen.connect(lambda day: self.gestures.move_to_day(rows, day))
            popover.open_below(self._view.viewport(), self._beside(rows[0]))

    def change_kind(self, rows: list[TimelineRow], kind: EntryKind) -> None:
        """Give rows another kind."""
        self.gestures.change_kind(rows, kind)

    def assign(self, rows: list[TimelineRow]) -> None:
        """Ask whose the rows are."""
        if rows:
            from .assign_popover import AssignPopover

            popover = AssignPopover(self._context, lambda named: self.gestures.assign(rows, named), self._view)
            popover.open_below(self._view.viewport(), self._beside(rows[0]))

    def record_step(self, row: TimelineRow) -> None:
        """Offer the steps of the favours of those whose entry it is."""
        from relationship_journal.ui.composer.step_menu import offer_steps

        at = self._view.viewport().mapToGlobal(self._beside(row))
        offer_steps(self._context, row.contacts, self._view, at, lambda step: self._take_step(row, step))

    def read_note(self, row: TimelineRow) -> None:
        """Read the note of an entry, and show what it suggests."""
        self.reading_wanted.emit(row)

    def copy_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Put rows on the clipboard: as Markdown, and as what this program takes back."""
        QGuiApplication.clipboard().setMimeData(self._doors.carry_rows(rows))

    def copy_chosen(self) -> None:
        """Copy the words that are selected, else the selected rows."""
        index = self._view.choice.index(self._view.model.window)
        words = self._view.words
        if words is not None and index is not None and words[1] < words[2]:
            QGuiApplication.clipboard().setText(selected_text(self._view.layout_of(index), words[1], words[2]))
            return
        rows = self.chosen()
        if rows:
            self.copy_rows(rows)

    def remove(self, rows: list[TimelineRow]) -> None:
        """Remove rows; a notice offers to undo it."""
        if rows:
            self.gestures.remove(rows)

    def chosen(self) -> list[TimelineRow]:
        """The selected rows, or the current one."""
        rows = self._view.choice.chosen(self._view.model.window)
        current = self._view.current_row()
        return rows or ([current] if current is not None else [])

    # Editing ----------------------------------------------------------------------------------------------------

    def edit(self, row: TimelineRow) -> None:
        """Open the editor in the row's place; a courtesy has a sheet of its own."""
        if self.editor is not None:
            self.stop_editing()
        if row.entry is None:
            self._edit_courtesy(row.courtesies[0])
            return
        index = next((n for n, one in enumerate(self._view.model.window.rows) if one.key == row.key), None)
        if index is None:
            return
        self._view.make_current(index)
        from .entry_editor import EntryEditor

        editor = EntryEditor(self._context, row, self._view.viewport())
        editor.kept.connect(self._keep)
        editor.closed.connect(self.stop_editing)
        editor.installEventFilter(self)
        self.editor, self._edited = editor, identity(row)
        self._view.replace_current(editor.height_for)
        editor.show()
        self._place_editor()
        editor.text.setFocus()

    def stop_editing(self) -> None:
        """Close the editor; where it had the keyboard the row has it again."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and editor.isAncestorOf(focus)
        editor.hide()
        editor.deleteLater()
        self._view.replace_current(None)
        if had_focus:
            self._view.setFocus()

    def finish_editing(self) -> None:
        """Whoever goes elsewhere while they edit keeps what they wrote; a notice offers to undo it."""
        if self.editor is None:
            return
        edited = self.editor.edited_or_none()
        if edited is not None:
            self.gestures.keep_edited(edited)
        self.stop_editing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor grows: the rows below follow."""
        if watched is self.editor and event.type() == QEvent.Type.LayoutRequest:
            self._view.place_again()
        return super().eventFilter(watched, event)

    def _keep(self, entry: Entry) -> None:
        if self.editor is not None:
            row = self._view.current_row()
            rewritten = row is None or row.entry is None or row.entry.text != entry.text

            def done() -> None:
                self.stop_editing()
                if rewritten:
                    self.rewritten.emit(entry)

            self.gestures.keep(entry, done, self.editor.refuse)

    def _edit_courtesy(self, courtesy: Courtesy) -> None:
        from .courtesy_sheet import edit_courtesy

        edit_courtesy(self._context, courtesy, self._view)

    def _place_editor(self) -> None:
        if self.editor is None:
            return
        if self._view.choice.current != self._edited:
            self.finish_editing()  # another row became current: the editor must not move there
            return
        index = self._view.choice.index(self._view.model.window)
        if index is None:
            self.editor.hide()
            return
        self.editor.setGeometry(self._view.row_rect(index))
        self.editor.show()

    def _take_step(self, row: TimelineRow, tied: TiedStep) -> None:
        favours, today, entry = self._context.session.favours, self._context.today(), row.key.entry
        step = replace(tied.step, day=row.key.day, entry=EntryId(entry))
        favour = tied.step.favour
        assert favour is not None  # only steps that belong to a favour are offered here
        self._context.tasks.run(
            lambda: favours.take_step(favour, step, today),
            lambda _recorded: self._context.notices.say_done(
                Message("Recorded: {step}, {favour}.", step=_(tied.word), favour=tied.title), self.gestures.undo
            ),
        )

    def _beside(self, row: TimelineRow) -> QPoint:
        """Below the first line of a row, in the viewport."""
        index = self._view.model.window.index_of(row.key)
        if index is None:
            return self._view.viewport().rect().center()
        rect = self._view.row_rect(index)
        point = rect.topLeft() + QPoint(40, 24)
        return QPoint(point.x(), max(0, min(point.y(), self._view.viewport().height() - 40)))
