"""The ladder of a narrow window: 72 pixels wide, rungs only; slides the whole panel over the timeline."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.i18n import N_, _
from relationship_journal.ui.signs import glyph_words, paint_ladder
from relationship_journal.ui.signs.ladder import STRIP
from relationship_journal.ui.theme import Colour, current_theme
from relationship_journal.ui.theme.tokens import FOCUS_RING, LADDER_STRIP, PANE_PADDING, RADIUS_ROW, SPACE_4, SPACE_12
from relationship_journal.ui.widgets import IconButton, Rewords

from .ladder_model import LadderModel
from .whom import QUADRANTS, Bar, parts_of


class LadderStrip(QWidget):
    """A button to open the panel, and the ladder below it, which opens it too."""

    opened = Signal()

    def __init__(self, model: LadderModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = IconButton("caret-double-left", N_("Show the ladder"))
        self.ladder = _Ladder(model)
        self._model = model
        self._mine, self._theirs = Bar(Colour.ACCENT), Bar(Colour.WARNING)
        self._bars = QWidget()
        bars = QVBoxLayout(self._bars)
        bars.setContentsMargins(current_theme().px(SPACE_12), 0, current_theme().px(SPACE_12), 0)
        bars.setSpacing(0)
        bars.addWidget(self._mine)
        bars.addWidget(self._theirs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, current_theme().px(PANE_PADDING), 0, 0)
        layout.setSpacing(current_theme().px(SPACE_4))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.ladder)
        layout.addWidget(self._bars)
        layout.addStretch()
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self.opened)
        self.ladder.opened.connect(self.opened)
        model.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        shown = self._model.shown
        self._bars.setVisible(shown is not None)
        if shown is not None:
            for bar, part in zip((self._mine, self._theirs), parts_of(shown.drive), strict=True):
                bar.fill(part)
            words = _(QUADRANTS[shown.drive.quadrant][0])
            self._bars.setToolTip(words)
            self._bars.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """As wide as a strip."""
        return QSize(current_theme().px(LADDER_STRIP), super().sizeHint().height())


class _Ladder(Rewords, QWidget):
    opened = Signal()

    def __init__(self, model: LadderModel) -> None:
        super().__init__()
        self._model = model
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        model.changed.connect(self.reword)
        current_theme().changed.connect(self._look)
        self._look()
        self.reword()

    def reword(self) -> None:
        shown = self._model.shown
        said = glyph_words(shown.picture.standing) if shown is not None else ""
        self.setAccessibleName(", ".join(part for part in (_("Show the ladder"), said) if part))
        self.setToolTip(said)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._model.shown
        theme = current_theme()
        painter = QPainter(self)
        if shown is not None:
            looks = [rung.look for rung in shown.picture.rungs]
            paint_ladder(painter, self.width() / theme.scale, STRIP, looks)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour(Colour.ACCENT), FOCUS_RING))
            half = FOCUS_RING / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS_ROW, RADIUS_ROW)

    def _look(self) -> None:
        self.setFixedHeight(current_theme().px(STRIP.height))
        self.update()
