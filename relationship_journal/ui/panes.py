"""Three panes side by side, and what becomes of them in a narrow window (VISUAL.md 4).

Below 1200 px the ladder panel becomes a strip beside the timeline and a bar above the composer; either slides the
panel over the timeline. Below 1100 px the sidebar is narrower.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from relationship_journal.services.preferences import Preferences

from .grounds import Ground, Hairline
from .theme import Colour, current_theme, tokens

if TYPE_CHECKING:
    from .ladder.next_bar import NextBar

_SIDEBAR = "sidebar"


class Panes(QWidget):
    """Sidebar, timeline and ladder. The ladder's room is kept from the beginning; what fills it may come later."""

    def __init__(self, preferences: Preferences, sidebar: QWidget, timeline: QWidget) -> None:
        super().__init__()
        self._preferences = preferences
        self._sidebar = Ground(Colour.WINDOW, sidebar)
        self._ladder = Ground(Colour.PANEL)
        self._strip = Ground(Colour.PANEL)
        self._bar: NextBar | None = None
        self._edge = Hairline(upright=True)
        self._is_strip = False
        self._over: _Over | None = None

        self._middle = QWidget()
        middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        self._timeline = Ground(Colour.PAGE, timeline)
        middle.addWidget(Hairline(upright=True))
        middle.addWidget(self._timeline, 1)
        middle.addWidget(self._edge)
        middle.addWidget(self._ladder)
        middle.addWidget(self._strip)

        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(tokens.HAIRLINE)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._sidebar)
        self._splitter.addWidget(self._middle)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._sidebar_moved)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        current_theme().changed.connect(self._arrange)

    def use_ladder(self, ladder: QWidget, strip: QWidget, bar: "NextBar") -> None:
        """Show `ladder`, or where the window is narrow `strip` and `bar`, which has its place elsewhere."""
        self._ladder.fill(ladder)
        self._strip.fill(strip)
        self._bar = bar
        bar.speaks_changed.connect(lambda _speaks: self._show_bar())
        self._show_bar()

    @property
    def is_strip(self) -> bool:
        """Whether the ladder is shown in its narrow forms."""
        return self._is_strip

    def in_view(self) -> list[QWidget]:
        """The panes that can be seen, from left to right."""
        ladder = self._strip if self._is_strip and self._over is None else self._ladder
        return [self._sidebar, self._timeline, ladder]

    @property
    def is_sliding(self) -> bool:
        """Whether the panel is under way."""
        return self._over is not None and self._over.is_sliding

    def slide_ladder_in(self) -> None:
        """Slide the ladder panel over the timeline, where it is not beside it already."""
        if not self._is_strip or self._over is not None:
            return
        self._ladder.show()
        self._over = _Over(self._ladder, self._middle)
        self._over.dismissed.connect(self.slide_ladder_out, Qt.ConnectionType.QueuedConnection)
        self._over.come()

    def slide_ladder_out(self) -> None:
        """Put the panel away again."""
        if self._over is None:
            return
        over, self._over = self._over, None
        layout = self._middle.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(3, self._ladder)
        over.hide()
        over.deleteLater()
        self._arrange()
        self._strip.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form that fits the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def _arrange(self) -> None:
        px = current_theme().px
        strip = self.width() < px(tokens.BELOW_STRIP)
        narrow = self.width() < px(tokens.BELOW_NARROW)
        if not strip and self._over is not None:
            self.slide_ladder_out()
        self._is_strip = strip
        if self._over is None:
            self._ladder.setFixedWidth(px(tokens.LADDER_PANEL))
            self._ladder.setVisible(not strip)
        else:
            self._over.place()
        self._strip.setFixedWidth(px(tokens.LADDER_STRIP))
        self._strip.setVisible(strip)
        self._show_bar()
        self._sidebar.setMinimumWidth(px(tokens.SIDEBAR_LEAST))
        self._sidebar.setMaximumWidth(px(tokens.SIDEBAR_MOST))
        wide = px(tokens.SIDEBAR_NARROW) if narrow else self._wanted_sidebar()
        self._splitter.setSizes([wide, max(1, self.width() - wide - tokens.HAIRLINE)])

    def _show_bar(self) -> None:
        if self._bar is not None:
            self._bar.setVisible(self._is_strip and self._bar.speaks)

    def _wanted_sidebar(self) -> int:
        kept = self._preferences.numbers(_SIDEBAR)
        return current_theme().px(kept[0] if kept else tokens.SIDEBAR_WIDTH)

    def _sidebar_moved(self, position: int, _index: int) -> None:
        self._preferences.remember(sidebar=[round(position / current_theme().scale)])


class _Over(QWidget):
    """Lays the panel over the timeline; Escape or a click beside the panel asks to put it away."""

    dismissed = Signal()

    def __init__(self, panel: QWidget, ground: QWidget) -> None:
        from PySide6.QtCore import QEasingCurve, QPropertyAnimation

        super().__init__(ground)
        self._ground = ground
        self._panel = panel
        self._edge = Hairline(upright=True, parent=self)
        panel.setParent(self)
        ground.installEventFilter(self)
        self._slide = QPropertyAnimation(panel, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(lambda at: self._edge.move(at.x() - tokens.HAIRLINE, 0))

    @property
    def is_sliding(self) -> bool:
        """Whether the panel is under way."""
        return self._slide.state() is self._slide.State.Running

    def come(self) -> None:
        """Slide in from the right; at once where the system asks for stillness."""
        self.place()
        self.show()
        self.raise_()
        self._panel.show()
        if current_theme().animated:
            end = self._panel.pos()
            self._slide.setDuration(tokens.EXPAND_MS)
            self._slide.setStartValue(QPoint(self.width(), 0))
            self._slide.setEndValue(end)
            self._slide.start()
        self._panel.setFocus()

    def place(self) -> None:
        """Cover the timeline, the panel at its right edge."""
        self._slide.stop()
        self.setGeometry(self._ground.rect())
        wide = min(current_theme().px(tokens.LADDER_PANEL), self.width())
        self._panel.setFixedWidth(wide)
        self._panel.setGeometry(QRect(self.width() - wide, 0, wide, self.height()))
        self._edge.setGeometry(self.width() - wide - tokens.HAIRLINE, 0, tokens.HAIRLINE, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along when the ground is resized."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel."""
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nothing in the panel wanted."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)
