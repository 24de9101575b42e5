"""A row above the people that shows a whole: everyone, or what is unsorted. Files can be dropped onto the latter."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Rewords, Words, worded
from relationship_journal.ui.widgets.text import elided

Verb = Callable[[QMimeData], str | None]
TakeIn = Callable[[QMimeData], None]


class NavRow(Rewords, QAbstractButton):
    """Icon, words and a count. Checked is what the window looks at."""

    def __init__(self, words: Words, icon_name: str, *, urgent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._icon, self._urgent = words, icon_name, urgent
        self._count = 0
        self._verb: Verb | None = None
        self._take_in: TakeIn | None = None
        self._over = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)
        self.reword()

    def count(self, number: int) -> None:
        """Show how many there are."""
        self._count = number
        self.reword()

    def accept_drops(self, verb: Verb, take_in: TakeIn) -> None:
        """Take what is dropped here: `verb` says what would happen (None: nothing), `take_in` does it."""
        self._verb, self._take_in = verb, take_in
        self.setAcceptDrops(True)

    def reword(self) -> None:
        """Word it again."""
        self.setText(worded(self._words))
        self.setAccessibleName(f"{self.text()}, {self._count}")
        self.update()

    def nextCheckState(self) -> None:
        """What the window looks at decides, not the click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too, not only the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """One row high."""
        return QSize(0, current_theme().px(tokens.NAV_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, count."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(theme.px(tokens.SPACE_8), 0, -theme.px(tokens.SPACE_8), 0)
        self._paint_ground(painter, ground)
        inside = ground.adjusted(theme.px(tokens.SPACE_8), 0, -theme.px(tokens.SPACE_8 + tokens.SPACE_2), 0)
        side = theme.px(tokens.ICON_CONTROL)
        disc = QRectF(inside.left(), inside.center().y() - side / 2, side, side)
        paint_icon(painter, disc, self._icon, theme.colour(Colour.TEXT_SECOND))
        urgent = bool(self._urgent and self._count)
        small = Type.SMALL_STRONG if urgent else Type.SMALL
        counted = str(self._count) if self._count else ""
        wide = theme.metrics(small).horizontalAdvance(counted)
        words = inside.adjusted(side + theme.px(tokens.SPACE_8), 0, -wide - theme.px(tokens.SPACE_8), 0)
        painter.setFont(theme.font(Type.BASE))
        painter.setPen(theme.colour(Colour.ACCENT if self._over else Colour.TEXT))
        shown = elided(self._over or self.text(), theme.font(Type.BASE), words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setFont(theme.font(small))
        painter.setPen(theme.colour(Colour.WARNING if urgent else Colour.TEXT_THIRD))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), counted)
        painter.end()

    def _paint_ground(self, painter: QPainter, ground: QRectF) -> None:
        theme = current_theme()
        radius = theme.px(tokens.RADIUS_ROW)
        states = (
            (bool(self._over), Colour.ACCENT_SOFT),
            (self.isDown(), Colour.PRESSED),
            (self.isChecked(), Colour.SELECTED),
            (self.underMouse(), Colour.HOVER),
        )
        fill = next((colour for holds, colour in states if holds), None)
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(fill))
            painter.drawRoundedRect(ground, radius, radius)
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if self._over or (self.hasFocus() and by_keyboard):
            pen = QPen(theme.colour(Colour.ACCENT), tokens.FOCUS_RING)
            pen.setStyle(Qt.PenStyle.DashLine if self._over else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), radius - 1, radius - 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what dropping here would do."""
        verb = self._verb(event.mimeData()) if self._verb is not None else None
        if verb is not None:
            self._over = verb
            event.acceptProposedAction()
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing would happen any more."""
        self._over = ""
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it in."""
        self._over = ""
        self.update()
        if self._take_in is not None:
            self._take_in(event.mimeData())
            event.acceptProposedAction()
