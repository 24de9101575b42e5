"""The notice bar: one sentence about what just happened, with at most one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from relationship_journal.i18n import N_
from relationship_journal.ui.icons import pixmap
from relationship_journal.ui.theme import Colour, Type, current_theme
from relationship_journal.ui.theme.set_line import set_line
from relationship_journal.ui.theme.shadow import paint_shadow
from relationship_journal.ui.theme.tokens import (
    CHIP_HEIGHT,
    HAIRLINE,
    ICON_CONTROL,
    RADIUS_CARD,
    SPACE_2,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    TOAST_LEAST,
    TOAST_MOST,
    TOAST_MS,
)

from .button import Button, IconButton
from .label import Label
from .words import Words, worded


class NoticeBar(QWidget):
    """Lies over the middle of the bar at the top of `host` while it has something to say, so that it covers nothing
    that one works on. A later notice replaces an earlier one.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._act: Callable[[], object] | None = None
        self._icon = ""
        self._tone = Colour.TEXT_SECOND
        theme = current_theme()
        self._label = Label("", Type.BASE, wrap=True, lines=3)
        self._button = Button("", "quiet", small=True)
        self._close = IconButton("x", N_("Close"), size=CHIP_HEIGHT, icon_size=ICON_CONTROL)
        layout = QHBoxLayout(self)
        self._layout = layout
        out = theme.px(SPACE_16)
        layout.setContentsMargins(out * 2 + theme.px(SPACE_24), out, out + theme.px(SPACE_12), out * 2)
        layout.setSpacing(theme.px(SPACE_12))
        layout.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._timer.timeout.connect(self._time_is_up)
        self._button.clicked.connect(self._acted)
        self._close.clicked.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def tell(
        self,
        words: Words,
        action: Words = "",
        act: Callable[[], object] | None = None,
        *,
        trouble: bool = False,
    ) -> None:
        """Show a sentence, and a button that does `act`. Trouble stays until it is closed."""
        self._act = act
        self._icon = "warning" if trouble else "check-circle"
        self._tone = Colour.WARNING if trouble else Colour.ACCENT
        self._label.say(words)
        self._button.say(action)
        self._button.setVisible(act is not None)
        self._place()
        self.show()
        self.raise_()
        if trouble:
            self._timer.stop()
        else:
            self._timer.start()
        announcement = QAccessibleAnnouncementEvent(self, worded(words))
        if trouble:
            announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(announcement)

    def text(self) -> str:
        """What it says now, or nothing."""
        return self._label.text() if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the host."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():  # the window itself may not be shown yet
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A floating card with its icon."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        out = theme.px(SPACE_16)
        card = QRectF(self.rect()).adjusted(out, out / 2, -out, -out * 1.5)
        radius = theme.px(RADIUS_CARD)
        paint_shadow(painter, card, radius)
        painter.setPen(QPen(theme.colour(Colour.BORDER), HAIRLINE))
        painter.setBrush(theme.colour(Colour.CARD))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = theme.px(ICON_CONTROL)
        picture = pixmap(self._icon or "check-circle", theme.colour(self._tone), side, self.devicePixelRatioF())
        painter.drawPixmap(
            round(card.left()) + theme.px(SPACE_16), round(card.center().y() - side / 2), side, side, picture
        )

    def _place(self) -> None:
        theme = current_theme()
        around = self._layout.contentsMargins()
        wide = self._label.sizeHint().width() + around.left() + around.right() + self._close.width()
        one_line = set_line(self._label.text(), theme.font(Type.BASE)).width
        wide += int(one_line) - self._label.sizeHint().width() + theme.px(SPACE_24)
        if self._act is not None:
            wide += self._button.sizeHint().width() + theme.px(SPACE_12)
        wide = min(max(wide, theme.px(TOAST_LEAST)), theme.px(TOAST_MOST), self._host.width())
        high = self._layout.heightForWidth(wide) if self._layout.hasHeightForWidth() else self.sizeHint().height()
        top = theme.px(SPACE_2) - theme.px(SPACE_16) // 2  # the card begins below its shadow
        self.setGeometry((self._host.width() - wide) // 2, top, wide, high)

    def _time_is_up(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.hide()

    def _acted(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def changeEvent(self, event: QEvent) -> None:
        """Sizes follow the words."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            QTimer.singleShot(0, self, self._place)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
