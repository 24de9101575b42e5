"""A text that grows with what is written in it, in the reading font and its line height."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.wide_marks import WideMarks
from relationship_journal.ui.timeline.links import utf16
from relationship_journal.ui.widgets import Rewords, Words, worded

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class GrowingText(Rewords, QTextEdit):
    """Plain text of `least` to `most` lines, then scrolled. Files and pictures pasted into it go to `brought`.

    So does, while nothing is written, a text of which `brings` says that it is no words of the writer's, a chat.
    """

    keep_wanted = Signal()
    taking_over_wanted = Signal()  #: Alt+Enter
    cancelled = Signal()
    left_downwards = Signal()
    brought = Signal(object)  #: a QMimeData that is no text

    def __init__(
        self, name: Words, hint: Words = "", *, least: int = 1, most: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.brings: Callable[[str], bool] = lambda _text: False
        self._name, self._hint, self._least, self._most = name, hint, least, most
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._marks = WideMarks(self.document())
        self.document().contentsChanged.connect(self._fit)
        current_theme().changed.connect(self._look)
        self._look()
        self.reword()

    def leave_drops(self) -> None:
        """Let the pane take what is dropped here too.

        Asking for Qt's own viewport loads every widget class to name it: not before a window's first picture.
        """
        self.viewport().setAcceptDrops(False)

    def reword(self) -> None:
        """Word it again."""
        self.setAccessibleName(worded(self._name))
        self.setPlaceholderText(worded(self._hint))

    def put(self, text: str) -> None:
        """Show `text`, the cursor at its end; it cannot be undone into what stood before."""
        self.setPlainText(text)
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def show_evidence(self, start: int, end: int) -> None:
        """Mark the words between two offsets in code points; nothing where they are the same."""
        mark = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setBackground(current_theme().colour(Colour.EVIDENCE))
        mark.cursor = QTextCursor(self.document())
        mark.format = look
        text = self.text()
        mark.cursor.setPosition(utf16(text, start))
        mark.cursor.setPosition(utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setExtraSelections([mark] if start < end else [])

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(super().sizeHint().width(), self.height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and all that can be kept as a file."""
        return source.hasText() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text as text; files, pictures and chats are brought to whoever keeps them."""
        local = [url for url in source.urls() if url.isLocalFile()]
        alone = not self.document().characterCount() > 1
        if local or (source.hasImage() and not source.hasText()) or (alone and self.brings(source.text())):
            self.brought.emit(source)
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the text's own while it has something to undo, else the journal's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Escape cancels; Down on the last line leaves downwards."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.keep_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and alt:
            self.taking_over_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Qt takes Enter on an empty line that has a format for a wish to lose the format, and adds no line.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.NoModifier and self._at_bottom():
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The pane takes what is dropped."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _at_bottom(self) -> bool:
        probe = QTextCursor(self.textCursor())
        return not probe.movePosition(QTextCursor.MoveOperation.Down)

    def _look(self) -> None:
        self.setFont(current_theme().font(Type.READING))
        self._space_lines()
        self._fit()

    def _space_lines(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(current_theme().line_height(Type.READING), _FIXED)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        changes = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        cursor.mergeBlockFormat(form)
        self.document().setUndoRedoEnabled(changes)

    def _fit(self) -> None:
        line = current_theme().line_height(Type.READING)
        wanted = max(self._least * line, round(self.document().size().height()))
        height = min(wanted, self._most * line) + 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()
        scrolls = wanted > self._most * line + 1
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
