"""The bar over all panes: pages, the palette's field, undo and redo, adding, and the menu of the rest."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from relationship_journal.i18n import N_, _

from .actions import Actions
from .grounds import Ground
from .icons import paint_icon, pixmap
from .theme import Colour, Type, current_theme, tokens
from .theme.focus_ring import ring_around
from .widgets import Button, IconButton, Label
from .widgets.key_cap import key_text, paint_key_cap
from .widgets.tab_order import tab_after


class TopBar(Ground):
    """48 px high. Tabs stand left, tools right, and the palette's field in the middle of the window."""

    def __init__(self, actions: Actions, menu: QMenu) -> None:
        super().__init__(Colour.WINDOW)
        self.setFixedHeight(current_theme().px(tokens.TOP_BAR))
        self._tabs = QHBoxLayout()
        self._last_tab: QWidget = self
        self._tabs.setSpacing(tokens.SPACE_4)
        self.field = PaletteField(self)
        self.field.clicked.connect(actions["go.palette"].trigger)
        self._tools = QWidget(self)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(tokens.SPACE_4)
        self._small_field = _tool(actions["go.palette"])
        tools.addWidget(self._small_field)
        for name in ("edit.undo", "edit.redo", "contact.add"):
            tools.addWidget(_tool(actions[name]))
        tools.addSpacing(tokens.SPACE_4)
        self._new_entry = Button(N_("New entry"), icon_name="plus", key="Ctrl+N")
        self._new_entry.clicked.connect(actions["entry.new"].trigger)
        tools.addWidget(self._new_entry)
        tools.addSpacing(tokens.SPACE_4)
        self.more = IconButton("dots-three", N_("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(menu)
        tools.addWidget(self.more)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(tokens.SPACE_12, 0, tokens.SPACE_12, 0)
        layout.addLayout(self._tabs)
        layout.addStretch(1)
        layout.addWidget(self._tools)
        current_theme().changed.connect(self._arrange)
        self.field.reword()

    def add_tab(self, action: QAction) -> "PageTab":
        """Add the tab of a page; `action` is checkable."""
        tab = PageTab(action)
        self._tabs.addWidget(tab)
        tab_after(self._last_tab, tab)
        self._last_tab = tab
        return tab

    def add_mark(self, words: str, icon_name: str) -> None:
        """Say something of the whole journal beside the tabs; `words` is a msgid."""
        sign = QLabel()
        side = current_theme().px(tokens.ICON_SMALL)
        colour = current_theme().colour(Colour.TEXT_SECOND)
        sign.setPixmap(pixmap(icon_name, colour, side, self.devicePixelRatioF()))
        self._tabs.addSpacing(current_theme().px(tokens.SPACE_12))
        self._tabs.addWidget(sign)
        self._tabs.addWidget(Label(words, Type.SMALL, Colour.TEXT_SECOND))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.field.reword()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field in the middle of the window."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = current_theme().px
        self.setFixedHeight(px(tokens.TOP_BAR))
        narrow = self.width() < px(tokens.BELOW_NARROW)
        self.field.setVisible(not narrow)
        self._small_field.setVisible(narrow)
        wide, high = px(tokens.PALETTE_FIELD_WIDTH), px(tokens.FIELD_HEIGHT)
        self.field.setGeometry(QRect((self.width() - wide) // 2, (self.height() - high) // 2, wide, high))


class PageTab(QToolButton):
    """The tab of one page: icon and words."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self._icon = action.icon()
        self._badge = ""
        ring_around(self, tokens.RADIUS_BUTTON)
        current_theme().changed.connect(self._dress)
        self._dress()

    @property
    def badge(self) -> str:
        """What is counted beside the words; empty where nothing is."""
        return self._badge

    def show_badge(self, count: int) -> None:
        """Count something beside the words; nothing at 0."""
        self._badge = str(count) if count else ""
        self.setAccessibleDescription(self._badge)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, with the padding of a tab."""
        theme = current_theme()
        wide = theme.metrics(Type.BUTTON).horizontalAdvance(self.text())
        return QSize(
            round(wide) + theme.px(tokens.ICON_CONTROL + tokens.SPACE_8 + 2 * tokens.SPACE_12) + self._badge_room(),
            theme.px(tokens.PAGE_TAB),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon and words, a little further apart than a tool button's."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        states = (
            (self.isDown(), Colour.PRESSED),
            (self.isChecked(), Colour.SELECTED),
            (self.underMouse(), Colour.HOVER),
        )
        fill = next((colour for holds, colour in states if holds), None)
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(fill))
            radius = theme.px(tokens.RADIUS_BUTTON)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        side = theme.px(tokens.ICON_CONTROL)
        left = theme.px(tokens.SPACE_12)
        self._icon.paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        painter.setFont(theme.font(Type.BUTTON))
        painter.setPen(theme.colour(Colour.TEXT))
        words = self.rect().adjusted(left + side + theme.px(tokens.SPACE_8), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._badge:
            self._paint_badge(painter)
        painter.end()

    def _badge_room(self) -> int:
        theme = current_theme()
        if not self._badge:
            return 0
        return round(theme.metrics(Type.TINY).horizontalAdvance(self._badge)) + theme.px(2 * tokens.SPACE_12)

    def _paint_badge(self, painter: QPainter) -> None:
        """A pill at the right end."""
        theme = current_theme()
        wide, high = self._badge_room() - theme.px(tokens.SPACE_8), theme.px(tokens.KEY_CAP_HEIGHT)
        pill = QRectF(self.width() - theme.px(tokens.SPACE_12) - wide, (self.height() - high) / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.EVIDENCE))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setFont(theme.font(Type.TINY))
        painter.setPen(theme.colour(Colour.TEXT))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _dress(self) -> None:
        self.setFixedHeight(current_theme().px(tokens.PAGE_TAB))
        self.updateGeometry()


class PaletteField(QPushButton):
    """Looks like a field and opens the palette, which takes over what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        ring_around(self, tokens.RADIUS_FIELD)

    def reword(self) -> None:
        """Put it into the language in use."""
        self.setAccessibleName(_("Search everything or run a command"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button's ground, then a glass, the words and the keys."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        inside = self.rect().adjusted(theme.px(tokens.SPACE_12), 0, -theme.px(tokens.SPACE_8), 0)
        side = theme.px(tokens.ICON_CONTROL)
        glass = QRect(inside.left(), inside.center().y() - side // 2 + 1, side, side)
        paint_icon(painter, glass, "magnifying-glass", theme.colour(Colour.TEXT_SECOND))
        painter.setFont(theme.font(Type.BASE))
        painter.setPen(theme.colour(Colour.TEXT_THIRD))
        words = inside.adjusted(side + theme.px(tokens.SPACE_8), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("Search everything or run a command"))
        keys = key_text("Ctrl+K")
        wide = theme.metrics(Type.TINY).horizontalAdvance(keys) + theme.px(tokens.SPACE_12)
        high = theme.px(tokens.KEY_CAP_HEIGHT)
        paint_key_cap(painter, QRectF(inside.right() - wide, (self.height() - high) / 2, wide, high), keys)
        painter.end()


def _tool(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    _square(button)
    return button


def _square(button: QToolButton) -> None:
    theme = current_theme()
    ring_around(button, tokens.RADIUS_BUTTON)
    side = theme.px(tokens.BUTTON_HEIGHT)
    button.setFixedSize(side, side)
    button.setIconSize(QSize(theme.px(tokens.ICON_ALONE), theme.px(tokens.ICON_ALONE)))
