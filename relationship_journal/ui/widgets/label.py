"""A label in a text role: one line, cut with an ellipsis where it must be, or wrapped at the design's line height."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.set_line import set_line

from .text import fitted, paint_lines, set_text, text_lines
from .words import Rewords, Words, worded


class Label(Rewords, QLabel):
    """Text in a role and colour. `wrap` breaks it into lines (at most `lines`); else it stays on one line.

    `inset` leaves room at the left of wrapped lines, in pixels.
    """

    def __init__(
        self,
        words: Words = "",
        role: Type = Type.BASE,
        colour: Colour = Colour.TEXT,
        *,
        wrap: bool = False,
        lines: int | None = None,
        inset: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._colour = colour
        self._wrap = wrap
        self._lines = lines
        self._inset = inset
        self._words: Words = ""
        self._room: tuple[str, ...] = ()
        self._wide = -1.0  #: the longest line unbroken; layouts ask for it and for heights again and again
        self._heights: dict[int, int] = {}  #: by width
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wrap:
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        current_theme().changed.connect(self._look)
        self._look()
        self.say(words)

    def say(self, words: Words) -> None:
        """Show `words`, in every language from now on."""
        self._words = words
        self.reword()

    def keep_room_for(self, texts: Iterable[str]) -> None:
        """Where it wraps, be as high as the longest of these needs: nothing moves when one of them is said."""
        room = tuple(texts)
        if room != self._room:
            self._room = room
            self._heights.clear()
            self.updateGeometry()

    def reword(self) -> None:
        """Word it again."""
        text = worded(self._words)
        if text != self.text():
            self._forget()
            self.setText(text)
            self.updateGeometry()

    def tint(self, colour: Colour) -> None:
        """Take another colour."""
        if colour is not self._colour:
            self._colour = colour
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the text on one line (wrapped ones ask for less), as high as its lines."""
        theme = current_theme()
        if self._wide < 0:
            self._wide = max(set_line(line, theme.font(self._role)).width for line in self.text().split("\n"))
        wide = self._wide
        if self._wrap:
            wide = min(wide, theme.px(320)) + self._inset
            return QSize(int(wide) + 2, self.heightForWidth(int(wide) + 2))
        return QSize(int(wide) + 2, theme.line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """It may shrink: the ellipsis and the tooltip tell the rest."""
        theme = current_theme()
        return QSize(theme.px(24) if not self._wrap else 0, theme.line_height(self._role))

    def hasHeightForWidth(self) -> bool:
        """Wrapped text does."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Its lines at that width."""
        return self.height_at(width)

    def height_at(self, width: int) -> int:
        """The same, asked in Python."""
        high = self._heights.get(width)
        if high is None:
            said = (self.text(), *self._room) if self._wrap else ()
            lines = max((self._lines_at(width, text) for text in said), default=1)
            high = self._heights[width] = max(1, lines) * current_theme().line_height(self._role)
        return high

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text."""
        self.paint(QPainter(self))

    def paint(self, painter: QPainter) -> None:
        """The text, with the painter's origin in the left upper corner."""
        theme = current_theme()
        painter.setPen(theme.colour(self._colour if self.isEnabled() else Colour.TEXT_THIRD))
        if self._wrap:
            self._paint_lines(painter, theme.line_height(self._role))
            return
        shown = fitted(self.text(), theme.font(self._role), self.width() + 1)
        if (shown.text != self.text()) != bool(self.toolTip()):
            self.setToolTip(self.text() if shown.text != self.text() else "")
        shown.paint(painter, QRectF(self.rect()), centred=bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter))

    def _paint_lines(self, painter: QPainter, line: int) -> None:
        font, room = current_theme().font(self._role), QRectF(self.rect()).adjusted(self._inset, 0, 0, 0)
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        if self._lines is None:
            set_text(self.text(), font, room.width(), line, centred=centred).paint(painter, room.topLeft())
        else:
            lines = text_lines(self.text(), font, room.width(), self._lines)
            paint_lines(painter, room, lines, font, line, centred=centred)

    def _lines_at(self, width: int, text: str) -> int:
        theme = current_theme()
        font, room = theme.font(self._role), float(width - self._inset)
        if self._lines is not None:
            return len(text_lines(text, font, room, self._lines))
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        return set_text(text, font, room, theme.line_height(self._role), centred=centred).lines

    def _forget(self) -> None:
        self._wide = -1.0
        self._heights.clear()

    def _look(self) -> None:
        self._forget()
        self.setFont(current_theme().font(self._role))
        self.updateGeometry()
        self.update()
