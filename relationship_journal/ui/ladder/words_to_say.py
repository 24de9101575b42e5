"""A draft of what to say: a block with a bar at its left, to be put into one's own words before it is copied."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from relationship_journal.i18n import _
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import RADIUS_BUTTON, SPACE_8, SPACE_12, WORDS_BAR


class WordsToSay(QWidget):
    """Shows words; what the user changes in them stays until other words are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.draft = _Draft()
        self._said = ""
        layout = QVBoxLayout(self)
        edge = theme.px(SPACE_8)
        layout.setContentsMargins(theme.px(SPACE_12), edge, theme.px(SPACE_12), edge)
        layout.addWidget(self.draft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words; the same words leave the user's changes alone."""
        if words != self._said:
            self._said = words
            self.draft.write(words)

    def text(self) -> str:
        """The words as they stand."""
        return self.draft.toPlainText().strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The block and its bar."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.WORDS))
        radius = theme.px(RADIUS_BUTTON)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillRect(QRectF(0, 0, WORDS_BAR, self.height()), theme.colour(Colour.ACCENT))


class _Draft(QTextEdit):
    """Plain text at the design's line height, as high as its lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self._fit)
        current_theme().changed.connect(self._look)
        self._look()
        self._name()

    def write(self, words: str) -> None:
        """Replace what stands there."""
        was = self.blockSignals(True)
        self.setPlainText(words)
        self._set_lines()
        self.blockSignals(was)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, current_theme().line_height(Type.READING))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks otherwise."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """React to the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._set_lines()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(_("Words to say"))

    def _look(self) -> None:
        self.setFont(current_theme().font(Type.READING))
        self._set_lines()
        self._fit()

    def _set_lines(self) -> None:
        form = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        form.setLineHeight(current_theme().line_height(Type.READING), fixed.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _fit(self) -> None:
        high = max(int(self.document().size().height()), current_theme().line_height(Type.READING))
        if high != self.height():
            self.setFixedHeight(high)
