"""One way to begin: a large card that is a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.widgets import Rewords, Words, worded
from relationship_journal.ui.widgets.key_cap import paint_key_cap
from relationship_journal.ui.widgets.text import paint_lines, text_lines

_WIDE, _HIGH, _ICON = 256, 168, 20


class Way(Rewords, QAbstractButton):
    """Icon, title, one or two lines, and the key that takes this way."""

    def __init__(self, icon_name: str, title: Words, says: Words, key: str) -> None:
        super().__init__()
        self._icon, self._title, self._says, self._key = icon_name, title, says, key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ring_around(self, tokens.RADIUS_CARD)
        current_theme().changed.connect(self.updateGeometry)
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        self.setText(worded(self._title))
        self.setAccessibleName(worded(self._title))
        self.setAccessibleDescription(worded(self._says))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes this way too, not only the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Three of them stand side by side in the smallest window."""
        px = current_theme().px
        return QSize(px(_WIDE), px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card and what stands on it."""
        theme = current_theme()
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = Colour.PRESSED if self.isDown() else Colour.HOVER if self.underMouse() else Colour.CARD
        painter.setBrush(theme.colour(fill))
        painter.setPen(QPen(theme.colour(Colour.BORDER), tokens.HAIRLINE))
        radius = px(tokens.RADIUS_CARD)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        edge = px(tokens.SPACE_24) - px(tokens.SPACE_4)
        left, wide = edge, self.width() - 2 * edge
        top = float(px(tokens.SPACE_24))
        paint_icon(painter, QRectF(left, top, px(_ICON), px(_ICON)), self._icon, theme.colour(Colour.ACCENT))
        top += px(_ICON + tokens.SPACE_12)
        painter.setPen(theme.colour(Colour.TEXT))
        painter.setFont(theme.font(Type.HEADING))
        high = theme.line_height(Type.HEADING)
        painter.drawText(QRectF(left, top, wide, high), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        top += high + px(tokens.SPACE_2)
        painter.setPen(theme.colour(Colour.TEXT_SECOND))
        painter.setFont(theme.font(Type.BASE))
        line = theme.line_height(Type.BASE)
        lines = text_lines(worded(self._says), theme.font(Type.BASE), wide, 3)
        paint_lines(painter, QRectF(left, top, wide, line * len(lines)), lines, theme.font(Type.BASE), line)
        cap = px(tokens.KEY_CAP_HEIGHT)
        paint_key_cap(painter, QRectF(left, self.height() - edge - cap, cap, cap), self._key)
        painter.end()
