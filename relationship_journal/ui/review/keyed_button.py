"""A button that shows its key beside its words: the review is worked by keys, and the buttons teach them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Button, Words, worded
from relationship_journal.ui.widgets.button import Kind
from relationship_journal.ui.widgets.key_cap import key_text, paint_key_cap


class KeyedButton(Button):
    """`cap` is the key that the page hears; the button itself has no shortcut."""

    def __init__(self, words: Words, cap: str, kind: Kind = "plain", parent: QWidget | None = None) -> None:
        self._cap = cap
        self._role = Colour.ON_ACCENT if kind == "primary" else Colour.TEXT_SECOND
        self._text_role = Colour.ON_ACCENT if kind == "primary" else Colour.TEXT
        self._hint: Words = ""
        super().__init__(words, kind, parent=parent)

    def explain(self, hint: Words) -> None:
        """Say in the tooltip what it does."""
        self._hint = hint
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        super().reword()
        if self.isEnabled() and self._hint:
            self.setToolTip(worded(self._hint))
        self.setAccessibleDescription(key_text(self._cap))

    def sizeHint(self) -> QSize:
        """Room for words and cap."""
        theme = current_theme()
        words = theme.metrics(Type.BUTTON).horizontalAdvance(self.text())
        wide = words + theme.px(2 * tokens.SPACE_12 + tokens.SPACE_6) + self._cap_width()
        return QSize(round(wide), theme.px(tokens.BUTTON_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It never cuts its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button's own ground, then words and cap."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        styled = QStylePainter(self)
        styled.drawControl(QStyle.ControlElement.CE_PushButton, option)
        styled.end()
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(Type.BUTTON))
        enabled = self.isEnabled()
        painter.setPen(theme.colour(self._text_role if enabled else Colour.TEXT_THIRD))
        left = theme.px(tokens.SPACE_12)
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic),
            text,
        )
        wide, high = self._cap_width(), theme.px(tokens.KEY_CAP_HEIGHT)
        cap = QRectF(self.width() - left - wide, (self.height() - high) / 2, wide, high)
        paint_key_cap(painter, cap, key_text(self._cap), self._role if enabled else Colour.TEXT_THIRD)
        painter.end()

    def _cap_width(self) -> int:
        theme = current_theme()
        words = theme.metrics(Type.TINY).horizontalAdvance(key_text(self._cap)) + 2 * theme.px(tokens.SPACE_6)
        return max(round(words), theme.px(tokens.KEY_CAP_HEIGHT))
