"""The palette over the window: a field, and below it the lines; keyboard first, the mouse as well."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from relationship_journal.i18n import N_, Message, _
from relationship_journal.ui.grounds import Hairline
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.shadow import paint_shadow
from relationship_journal.ui.widgets import KeyCap, Label
from relationship_journal.ui.widgets.veil import Veil

from .line_delegate import LineDelegate
from .palette_model import LINE, PaletteModel

_FIELD_HEIGHT, _TOP, _FOOT = 52, 64, 40


class Palette(Veil):
    """Covers the window. Escape or a click beside it closes it; the focus then goes back to where it was."""

    def __init__(self, model: PaletteModel, window: QWidget) -> None:
        super().__init__(window)
        self._model = model
        self._before: QWidget | None = window.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.card = QWidget(self)
        self.field = QLineEdit()
        self.field.setProperty("bare", True)
        self.field.setAccessibleName(_("Search everything or run a command"))
        self.field.installEventFilter(self)
        self.hint = Label(N_("People by name or pinyin, and every command"), Type.SMALL, Colour.TEXT_THIRD)
        self.list = QListView()
        self.list.setModel(model)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(_("What was found"))
        self.list.entered.connect(self._hover)
        self.list.clicked.connect(self._choose)
        self.field.textChanged.connect(self._look)
        model.modelReset.connect(self._fit)
        window.installEventFilter(self)
        self._lay_out()

    def open(self, text: str = "") -> None:
        """Show it, with `text` typed already."""
        self.field.setText(text)
        self._model.look_for(text)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter of the field move in the list; the window's size is followed."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        return self._key(event) if pressed and isinstance(event, QKeyEvent) else False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self._leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil, the shadow and the card."""
        theme = current_theme()
        painter = QPainter(self)
        self.paint_below(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.card.geometry())
        radius = theme.px(tokens.RADIUS_FLOATING)
        paint_shadow(painter, card, radius)
        painter.setPen(QPen(theme.colour(Colour.BORDER), tokens.HAIRLINE))
        painter.setBrush(theme.colour(Colour.CARD))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self._move(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Tab:
            self._narrow()
        elif key == Qt.Key.Key_Escape:
            if self._model.person is not None:
                self._widen()
            else:
                self._leave()
        elif key == Qt.Key.Key_Backspace and self._model.person is not None and not self.field.text():
            self._widen()
        else:
            return False
        return True

    def _look(self, text: str) -> None:
        self._model.look_for(text, self._model.person)

    def _narrow(self) -> None:
        """Tab: only what can be done for the person on the current line."""
        index = self.list.currentIndex()
        person = index.data(LINE).person if index.isValid() else None
        if person is not None:
            self.field.blockSignals(True)
            self.field.clear()
            self.field.blockSignals(False)
            self._model.look_for("", person)
            self.hint.say(Message("For {name}", name=person.name))

    def _widen(self) -> None:
        self.hint.say(N_("People by name or pinyin, and every command"))
        self._model.look_for(self.field.text())

    def _move(self, steps: int) -> None:
        place, last = self.list.currentIndex().row(), self._model.rowCount() - 1
        direction = 1 if steps > 0 else -1
        target = max(0, min(last, place + steps))
        while 0 <= target <= last and self._model.at(target).act is None:
            target += direction
        if 0 <= target <= last:
            self._go(target)
        elif steps < 0:
            self.list.scrollToTop()

    def _hover(self, index: QModelIndex) -> None:
        if self._model.at(index.row()).act is not None:
            self.list.setCurrentIndex(index)
            self._say_keys()

    def _go(self, place: int) -> None:
        index = self._model.index(place)
        self.list.setCurrentIndex(index)
        self._say_keys()
        self.list.scrollTo(index)
        self.field.setAccessibleDescription(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _say_keys(self) -> None:
        """Tab is named only where it does something: on a line of somebody."""
        line = self.list.currentIndex().data(LINE)
        self.narrowing.setVisible(line is not None and line.person is not None and self._model.person is None)

    def _choose(self, index: QModelIndex) -> None:
        act = self._model.at(index.row()).act if index.isValid() else None
        if act is not None:
            self._leave()
            act()

    def _leave(self) -> None:
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    def _fit(self) -> None:
        place = self._model.first()
        if place >= 0:
            self._go(place)
            self.list.scrollToTop()
        self._place()

    def _place(self) -> None:
        px = current_theme().px
        self.cover()
        wide = min(px(tokens.PALETTE_WIDTH), self.width() - 2 * px(tokens.SPACE_24))
        rows = [self.list.sizeHintForRow(place) for place in range(self._model.rowCount())]
        most = px(tokens.PALETTE_ROW) * tokens.PALETTE_ROWS
        room = self.height() - px(_TOP + _FIELD_HEIGHT + _FOOT + tokens.SPACE_24)
        list_high = min(sum(rows) + px(tokens.SPACE_8), most, room)
        self.list.setFixedHeight(max(0, list_high))
        high = px(_FIELD_HEIGHT) + list_high + px(_FOOT) + 2 * tokens.HAIRLINE
        self.card.setGeometry((self.width() - wide) // 2, px(_TOP), wide, high)
        self.update()  # the shadow reaches beyond the card: where it was it goes

    def _lay_out(self) -> None:
        px = current_theme().px
        top = QHBoxLayout()
        top.setContentsMargins(px(tokens.SPACE_16), 0, px(tokens.SPACE_16), 0)
        top.setSpacing(px(tokens.SPACE_12))
        top.addWidget(self.field, 1)
        top.addWidget(self.hint)
        head = QWidget()
        head.setFixedHeight(px(_FIELD_HEIGHT))
        head.setLayout(top)
        foot = QWidget()
        foot.setFixedHeight(px(_FOOT))
        keys = QHBoxLayout(foot)
        keys.setContentsMargins(px(tokens.SPACE_16), 0, px(tokens.SPACE_16), 0)
        keys.setSpacing(px(tokens.SPACE_6))
        keys.addWidget(_key_hint(("Up", "Down"), N_("choose")))
        keys.addWidget(_key_hint(("Return",), N_("open")))
        self.narrowing = _key_hint(("Tab",), N_("for this person"))
        keys.addWidget(self.narrowing)
        keys.addStretch(1)
        keys.addWidget(_key_hint(("Esc",), N_("close")))
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(1, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(Hairline())
        layout.addWidget(self.list)
        layout.addWidget(Hairline())
        layout.addWidget(foot)
        self.field.setPlaceholderText(_("Search everything or run a command"))
        self.field.setFont(current_theme().font(Type.READING))


def _key_hint(caps: tuple[str, ...], words: str) -> QWidget:
    """Keys and what they do, as the foot shows them."""
    hint = QWidget()
    line = QHBoxLayout(hint)
    line.setContentsMargins(0, 0, current_theme().px(tokens.SPACE_12), 0)
    line.setSpacing(current_theme().px(tokens.SPACE_6))
    for cap in caps:
        line.addWidget(KeyCap(cap))
    line.addWidget(Label(words, Type.SMALL, Colour.TEXT_SECOND))
    return hint
