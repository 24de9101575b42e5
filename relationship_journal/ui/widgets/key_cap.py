"""A key as it is printed on the keyboard: `Ctrl Enter`."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.tokens import HAIRLINE, KEY_CAP_HEIGHT, RADIUS_KEY_CAP, SPACE_4, SPACE_6

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_PRINTED = {"Return": "Enter", "Escape": "Esc", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class KeyCap(QWidget):
    """Shows a key sequence as this platform writes it."""

    def __init__(self, key: str, role: Colour = Colour.TEXT_SECOND, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = role
        self._text = key_text(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text)
        current_theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the words of the keys."""
        theme = current_theme()
        wide = theme.metrics(Type.TINY).horizontalAdvance(self._text) + 2 * theme.px(SPACE_6)
        return QSize(max(int(wide) + 1, theme.px(KEY_CAP_HEIGHT)), theme.px(KEY_CAP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cap and its words."""
        painter = QPainter(self)
        paint_key_cap(painter, QRectF(self.rect()), self._text, self._colour)


def key_text(key: str) -> str:
    """`Ctrl+Return` as printed on keys: `Ctrl Enter`, in every language; a Mac prints its own signs."""
    native = QKeySequence.SequenceFormat.NativeText if sys.platform == "darwin" else _PORTABLE
    text = (QKeySequence(key).toString(native) or key).replace("+", " ")
    for name, printed in _PRINTED.items():
        text = text.replace(name, printed)
    return text


def paint_key_cap(painter: QPainter, rect: QRectF, text: str, role: Colour = Colour.TEXT_SECOND) -> None:
    """Paint a cap with `text` into `rect`."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = Colour.ACCENT_LINE if role is Colour.ACCENT else Colour.BORDER
    painter.setPen(QPen(theme.colour(line), HAIRLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = HAIRLINE / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS_KEY_CAP, RADIUS_KEY_CAP)
    painter.setPen(theme.colour(role))
    painter.setFont(theme.font(Type.TINY))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def key_caps(keys: Sequence[str]) -> QHBoxLayout:
    """Keys side by side, from the left."""
    row = QHBoxLayout()
    row.setSpacing(current_theme().px(SPACE_4))
    for key in keys:
        row.addWidget(KeyCap(key))
    row.addStretch()
    return row
