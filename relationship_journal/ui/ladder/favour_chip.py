"""A favour on the ladder: its ring and its title; it opens, can be dragged to another rung, and has a menu."""

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.loop import Loop, State
from relationship_journal.i18n import N_, _
from relationship_journal.ui.signs import paint_ring, ring_of, ring_words, state_word
from relationship_journal.ui.theme import current_theme
from relationship_journal.ui.theme.tokens import ARC_MS, CHIP_SMALL
from relationship_journal.ui.widgets import Chip, ChipState
from relationship_journal.values import replace

AGAINST = N_("Against their rules or their interest: it is never suggested")
FAVOUR_MIME = "application/x-relationship-journal-favour"
_FADED = (State.LET_GO, State.DECLINED, State.IDEA)


class FavourChip(Chip):
    """`opened` on click or Enter, `next_wanted` on N, `menu_wanted` with the place on the screen."""

    opened = Signal(int)
    next_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, loop: Loop, parent: QWidget | None = None) -> None:
        self._loop = loop
        self._pressed_at: QPoint | None = None
        self._closing = QVariantAnimation(startValue=0.0, endValue=1.0, duration=ARC_MS)
        super().__init__(
            lambda: self._loop.favour.title,
            sign=self._paint_sign,
            height=CHIP_SMALL,
            state=_state(loop),
            parent=parent,
        )
        self._closing.valueChanged.connect(self._close)
        self._closing.finished.connect(self.update)
        self.clicked.connect(lambda: self.opened.emit(self._loop.favour.id))

    def show_loop(self, loop: Loop) -> None:
        """Show another favour, or the same as it stands now."""
        closes = (
            self._loop.favour.id == loop.favour.id
            and self._loop.state is not State.CLOSED
            and loop.state is State.CLOSED
            and all(loop.arcs)
        )
        self._loop = loop
        self.turn(_state(loop))
        self.reword()
        self._closing.stop()
        if closes and self.isVisible() and current_theme().animated:
            self._closing.start()

    def _close(self, _grown: object) -> None:
        self.update()

    @property
    def loop(self) -> Loop:
        """The favour as it stands."""
        return self._loop

    def reword(self) -> None:
        """Word it again; the tooltip adds the state, which the ring shows."""
        super().reword()
        favour = self._loop.favour
        against = [_(AGAINST)] if favour.against_interest else []
        self.draw(after="warning" if against else "")
        self.setAccessibleName(". ".join([ring_words(self._loop), *against]))
        self.setToolTip("\n".join([favour.title, _(state_word(self._loop.state, favour.direction)), *against]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N takes the next step."""
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.next_wanted.emit(self._loop.favour.id)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(self.rect().bottomLeft())
        self.menu_wanted.emit(self._loop.favour.id, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the favour once the pointer has gone far enough."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if (event.position().toPoint() - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
            return
        start, self._pressed_at = self._pressed_at, None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(favour_mime(self._loop.favour.id, self._loop.favour.title))
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        self.render(picture, renderFlags=QWidget.RenderFlag.DrawChildren)
        drag.setPixmap(picture)
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.MoveAction)

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        look = ring_of(self._loop)
        if self._closing.state() is QVariantAnimation.State.Running:
            look = replace(look, state=State.RETURNED, grown=float(self._closing.currentValue()))
        paint_ring(painter, rect, look)


def _state(loop: Loop) -> ChipState:
    return ChipState.QUIET if loop.state in _FADED else ChipState.REST


def favour_mime(favour: int, title: str) -> QMimeData:
    """A favour as it is dragged: its id for the ladder, its title as text for other programs."""
    mime = QMimeData()
    mime.setData(FAVOUR_MIME, QByteArray(str(favour).encode()))
    mime.setText(title)
    return mime


def dragged_favour(mime: QMimeData) -> FavourId | None:
    """The favour that is being dragged, or None."""
    if not mime.hasFormat(FAVOUR_MIME):
        return None
    return FavourId(int(bytes(mime.data(FAVOUR_MIME).data()).decode()))
