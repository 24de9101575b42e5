"""Dropping and pasting anywhere in the window: whatever no other pane takes is kept in the timeline in view."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import EntrySource
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import N_
from relationship_journal.ui.actions import Section
from relationship_journal.ui.context import Context

from .overlay import DropOverlay
from .payload import ENTRIES, Payload, can_take, payload_of

if TYPE_CHECKING:
    from .taking_in import Taking


class DropAnywhere(QObject):
    """Watches the window that `pane` is in, and shows over `pane` what would happen.

    Widgets that take drops themselves (a contact's row, a rung) come first: they accept, and nothing reaches the
    window. `dragging` tells other panes that something is on its way. `free` is the part of `pane` to be covered.
    """

    dragging = Signal(bool)

    def __init__(self, context: Context, pane: QWidget, free: Callable[[], QRect]) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._free = free
        self._window: QWidget | None = None
        self._payload = Payload()
        self._whose = ""
        self.overlay = DropOverlay(pane)
        pane.installEventFilter(self)
        if pane.isVisible():
            self._find_place()
        context.actions.add(
            "edit.paste",
            N_("Paste into the journal"),
            self.paste,
            icon="clipboard-text",
            keys="Ctrl+V",
            section=Section.EDIT,
        )

    def paste(self) -> None:
        """Keep what is on the clipboard in the timeline in view."""
        self.take(QGuiApplication.clipboard().mimeData(), EntrySource.PASTED)

    def take(self, mime: QMimeData, origin: EntrySource = EntrySource.DROPPED, *, each: bool = False) -> None:
        """Keep something in the timeline in view."""
        if mime.hasFormat(ENTRIES):
            return  # the timeline's own rows, dropped back onto it or pasted: nothing is to be kept twice
        from .taking_in import take_in

        take_in(self._context, mime, self._contacts(), each=each, origin=origin, show=self._show_progress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drags that reached the window; the pane's size; the window that the pane came into."""
        if watched is self._pane:
            if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
                self._find_place()
            return False
        if watched is not self._window:
            return False
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
        elif isinstance(event, QDragMoveEvent):
            self._drag(event, entered=isinstance(event, QDragEnterEvent))
        elif event.type() == QEvent.Type.DragLeave:
            self._leave()
        else:
            return False
        return True

    def _find_place(self) -> None:
        self.overlay.setGeometry(self._free())
        window = self._pane.window()
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.setAcceptDrops(True)
            window.installEventFilter(self)

    def _drag(self, event: QDragMoveEvent, *, entered: bool) -> None:
        if entered:
            self._payload = payload_of(event.mimeData()) if can_take(event.mimeData()) else Payload()
            self._whose = self._name()
        if not self._payload or self._context.session.read_only:
            event.ignore()
            return
        each = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.overlay.setGeometry(self._free())
        self.overlay.tell(self._payload, self._whose, each=each)
        self.dragging.emit(True)
        if self._payload.entries:
            event.ignore()  # only a name takes entries
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _drop(self, event: QDropEvent) -> None:
        self._leave()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(event.mimeData(), each=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _leave(self) -> None:
        self.overlay.hide()
        self._payload = Payload()
        self.dragging.emit(False)

    def _contacts(self) -> tuple[ContactId, ...]:
        contact = self._context.selection.contact
        return () if contact is None else (contact,)

    def _name(self) -> str:
        contact = self._context.selection.contact
        if contact is None:
            return ""
        try:
            return self._context.session.reads.contact(contact).name
        except Problem:
            return ""  # removed meanwhile by another program

    def _show_progress(self, taking: "Taking") -> None:
        from .progress_card import ProgressCard

        ProgressCard(taking, self._pane)
