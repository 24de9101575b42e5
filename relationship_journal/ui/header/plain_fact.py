"""A fact of the header: an icon and a few words; some lead somewhere."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.widgets import Rewords, Words, worded
from relationship_journal.ui.widgets.text import fitted


class PlainFact(Rewords, QAbstractButton):
    """Words in small type after an icon. With `leads` it can be clicked and reached by Tab."""

    def __init__(self, icon_name: str, words: Words, *, leads: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._words, self._leads = icon_name, words, leads
        self._tone = Colour.TEXT_SECOND
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            ring_around(self, tokens.RADIUS_KEY_CAP)
        current_theme().changed.connect(self.updateGeometry)
        self.reword()

    def say(self, words: Words) -> None:
        """Take other words."""
        self._words = words
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        text = worded(self._words)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def tint(self, colour: Colour) -> None:
        """Take another colour."""
        if colour is not self._tone:
            self._tone = colour
            self.update()

    def sizeHint(self) -> QSize:
        """Icon and words."""
        theme = current_theme()
        wide = theme.px(tokens.ICON_SMALL + tokens.SPACE_4)
        wide += int(set_line(self.text(), theme.font(Type.SMALL)).width) + 2
        return QSize(wide, theme.px(tokens.DAY_HEADER))

    def minimumSizeHint(self) -> QSize:
        """It may be cut."""
        return QSize(min(self.sizeHint().width(), current_theme().px(80)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, words; underlined under the pointer where it leads somewhere."""
        theme = current_theme()
        painter = QPainter(self)
        size = theme.px(tokens.ICON_SMALL)
        paint_icon(painter, QRect(0, (self.height() - size) // 2, size, size), self._icon, theme.colour(self._tone))
        font = theme.font(Type.SMALL)
        if self._leads and self.underMouse():
            font = type(font)(font)
            font.setUnderline(True)
        painter.setPen(theme.colour(self._tone))
        left = size + theme.px(tokens.SPACE_4)
        room = QRectF(left, 0, self.width() - left + 1, self.height())
        fitted(self.text(), font, room.width()).paint(painter, room)
