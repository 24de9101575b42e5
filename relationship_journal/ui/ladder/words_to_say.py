"""A draft of what to say: a block with a bar at its left, to be put into one's own words before it is copied."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from relationship_journal.i18n import _
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import RADIUS_BUTTON, SPACE_8, SPACE_12, WORDS_BAR

_NATURAL = 280  # its width where there is room for any


class WordsToSay(QWidget):
    """Shows words; what the user changes in them stays until others are shown. `grown`: it wants another height."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = _Draft()
        self._said = ""
        self.draft.setParent(self)
        self.draft.grown.connect(self._grow)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the draft where it stands now."""
        return QSize(current_theme().px(_NATURAL), self.height_at(self.width()))

    def height_at(self, width: int) -> int:
        """The draft at this width, and the room around it."""
        theme = current_theme()
        self.draft.resize(max(1, width - 2 * theme.px(SPACE_12)), self.draft.high)
        return self.draft.high + 2 * theme.px(SPACE_8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the draft."""
        theme = current_theme()
        edge = theme.px(SPACE_12)
        self.draft.setGeometry(edge, theme.px(SPACE_8), max(1, self.width() - 2 * edge), self.draft.high)

    def say(self, words: str) -> None:
        """Show other words; the same words leave the user's changes alone."""
        if words != self._said:
            self._said = words
            self.draft.write(words)

    def text(self) -> str:
        """The words as they stand."""
        return self.draft.toPlainText().strip()

    def _grow(self) -> None:
        """The draft has another number of lines."""
        self.draft.resize(self.draft.width(), self.draft.high)
        self.updateGeometry()
        self.grown.emit()

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
    """Plain text at the design's line height. `high` is that of its lines, `grown` says that it is another one."""

    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.high = 0
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
        if high != self.high:
            self.high = high
            self.grown.emit()
