"""The base of every dialog: a title, a body, a line for what went wrong, and the buttons."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import SHEET_WIDTH, SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24

from .button import Button
from .label import Label
from .words import Words, worded

CANCEL = N_("Cancel")


class Sheet(QDialog):
    """A dialog over the window. Fill `body`; Enter (Ctrl+Enter in long text) sends `confirmed`, Escape closes.

    The sheet stays open until its owner calls `accept`, so that a failure can be told in it (`fail`).
    """

    confirmed = Signal()

    def __init__(
        self,
        title: Words,
        primary: Words,
        parent: QWidget | None = None,
        *,
        width: int = SHEET_WIDTH,
        cancel: Words = CANCEL,
    ) -> None:
        super().__init__(parent)
        self._title_words = title
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = current_theme()
        self.setWindowModality(Qt.WindowModality.WindowModal if parent is not None else Qt.WindowModality.NonModal)
        self.title = Label(title, Type.HEADING)
        self.subtitle = Label("", Type.SMALL, Colour.TEXT_SECOND, wrap=True)
        self.subtitle.hide()
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(*[theme.px(SPACE_4)] * 4)
        self.body.setSpacing(theme.px(SPACE_12))
        self._scroll = _Scroll(inside, self.body)
        self.error = Label("", Type.SMALL, Colour.DANGER, wrap=True)
        self.error.hide()
        self.primary = Button(primary, "primary")
        self.primary.setDefault(True)
        self.cancel = Button(cancel, "quiet")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(SPACE_8))
        self.buttons.addStretch()
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.primary)
        layout = QVBoxLayout(self)
        self._layout = layout
        ring = theme.px(SPACE_4)  # the body has room for the ring around a control at its edge
        edge = theme.px(SPACE_24) - ring
        layout.setContentsMargins(edge, theme.px(SPACE_24), edge, theme.px(SPACE_16))
        layout.setSpacing(theme.px(SPACE_8))
        head, foot = QVBoxLayout(), QVBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(ring, 0, ring, 0)
            part.setSpacing(theme.px(SPACE_4))
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        foot.addWidget(self.error)
        foot.addSpacing(theme.px(SPACE_8))
        foot.addLayout(self.buttons)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)
        self.setMinimumWidth(theme.px(width))
        self.resize(theme.px(width), self.sizeHint().height())
        self.primary.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.reject)
        self.reword()

    def explain(self, words: Words) -> None:
        """Say a line under the title."""
        self.subtitle.say(words)
        self.subtitle.setVisible(bool(worded(words)))

    def fail(self, because: Words) -> None:
        """Say why it could not be done; the sheet stays open and what was typed stays typed."""
        self.error.say(because)
        self.error.show()
        self.primary.setEnabled(True)

    def clear_failure(self) -> None:
        """Take the failure back."""
        self.error.hide()

    def reword(self) -> None:
        """Word it again."""
        self.setWindowTitle(worded(self._title_words))
        self.setAccessibleName(worded(self._title_words))

    def rename(self, title: Words) -> None:
        """Take another title."""
        self._title_words = title
        self.title.say(title)
        self.reword()

    def fit(self) -> None:
        """Grow or shrink to the height that the body asks for now, within the screen."""
        self._scroll.updateGeometry()
        self._layout.activate()
        screen = self.screen().availableGeometry().height() if self.screen() is not None else self.height()
        self.resize(self.width(), min(self._layout.totalHeightForWidth(self.width()), round(screen * 0.9)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, also with Ctrl from within a longer text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            long_text = isinstance(self.focusWidget(), QPlainTextEdit)
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not long_text:
                self.primary.click()
                return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that the words need."""
        super().showEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """React to the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.reword()
        super().changeEvent(event)

    def _confirm(self) -> None:
        self.clear_failure()
        self.confirmed.emit()


class _Scroll(QScrollArea):
    """Scrolls only when the screen is too low."""

    def __init__(self, inside: QWidget, body: QVBoxLayout) -> None:
        super().__init__()
        self._body = body
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._body.hasHeightForWidth():
            return self._body.totalHeightForWidth(width)
        return self._body.totalSizeHint().height()
