"""The ring around whatever has the keyboard: painted outside the control, above its neighbours."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from . import tokens

RING = "focusRing"
"""Dynamic property of a widget: the radius of its ring. Widgets without it show their focus themselves."""


def ring_around(widget: QWidget, radius: int) -> None:
    """Let `widget` be ringed at `radius` (design pixels) while it has the focus."""
    widget.setProperty(RING, radius)


class FocusRing(QObject):
    """Follows the focus of an application and shows one ring."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: _Frame | None = None
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._release()
        if new is None or new.property(RING) is None or not new.window().testAttribute(_BY_KEYBOARD):
            return
        host = _host_of(new)
        self._target = new
        self._frame = _Frame(host, int(new.property(RING)))
        walk: QWidget | None = new
        while walk is not None and walk is not host:
            walk.installEventFilter(self)
            self._watched.append(walk)
            walk = walk.parentWidget()
        new.destroyed.connect(self._release)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the ring where the control goes."""
        if event.type() in _MOVING:
            self._place()
        return False

    def _place(self) -> None:
        if self._frame is None or self._target is None:
            return
        if not self._target.isVisible():
            self._frame.hide()
            return
        self._frame.surround(self._target)

    def _release(self) -> None:
        for widget in self._watched:
            if _alive(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if self._target is not None and _alive(self._target):
            self._target.destroyed.disconnect(self._release)
        self._target = None
        if self._frame is not None and _alive(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None


class _Frame(QWidget):
    """The ring itself; lets the mouse through."""

    def __init__(self, host: QWidget, radius: int) -> None:
        super().__init__(host)
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, target: QWidget) -> None:
        """Lie around `target`, within the host."""
        host = self.parentWidget()
        assert host is not None
        out = tokens.FOCUS_GAP + tokens.FOCUS_RING
        corner = target.mapTo(host, target.rect().topLeft())
        self.setGeometry(QRect(corner, target.size()).adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded line in the accent colour."""
        from .theme import current_theme

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().colour(tokens.Colour.ACCENT), tokens.FOCUS_RING))
        half = tokens.FOCUS_RING / 2
        radius = self._radius + tokens.FOCUS_GAP + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)


_BY_KEYBOARD = Qt.WidgetAttribute.WA_KeyboardFocusChange
_MOVING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


def _host_of(widget: QWidget) -> QWidget:
    """What the ring lies in: the content of the nearest scroll area, else the window."""
    walk = widget.parentWidget()
    while walk is not None and not walk.isWindow():
        parent = walk.parentWidget()
        if parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea):
            return walk
        walk = parent
    return widget.window()


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return bool(isValid(widget))
