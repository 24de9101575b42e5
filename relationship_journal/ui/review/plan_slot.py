"""One thing of the week's plan, or a free place: its day, whom it is about, and what; moved by keys or dragged."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from relationship_journal.domain.plan import PlanItem
from relationship_journal.i18n import N_, Message, _, current_language, full_day, word
from relationship_journal.ui.icons import paint_icon
from relationship_journal.ui.signs import paint_avatar
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Rewords
from relationship_journal.ui.widgets.text import fitted

_DAY_WIDTH = 40
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def day_word(day: date | None) -> str:
    """`Fri`; a dash where no day is set."""
    return "–" if day is None else _(_WEEKDAYS[day.weekday()])


class PlanSlot(Rewords, QWidget):
    """Shows the place `number` (0 is the first) of the plan; without an item it is free."""

    day_moved = Signal(int)  #: so many days later
    day_wanted = Signal()  #: a menu of days
    moved = Signal(int)  #: so many places down
    dropped = Signal(QPointF)  #: let go at this place of the screen
    dragged = Signal(QPointF)  #: is being dragged over this place of the screen
    removed = Signal()
    ticked = Signal()
    opened = Signal()
    menu_wanted = Signal()

    def __init__(self, number: int, item: PlanItem | None, name: str, today: date) -> None:
        super().__init__()
        self.number, self.item = number, item
        self._name, self._today = name, today
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.reword()

    @property
    def text(self) -> str:
        """What is planned."""
        if self.item is None:
            return _("free")
        return word(self.item.text) if isinstance(self.item.text, Message) else self.item.text

    def reword(self) -> None:
        """Word it again."""
        item = self.item
        if item is None:
            self.setAccessibleName(_("Place {n}, free").format(n=self.number + 1))
            self.setToolTip(_("Write something of your own"))
        else:
            day = full_day(item.day, self._today) if item.day is not None else _("no day")
            parts = [day, self._name, self.text, *([_("Done")] if item.done else [])]
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.setToolTip(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        """A slot's height."""
        return QSize(current_theme().px(tokens.SIDEBAR_WIDTH), current_theme().px(tokens.PLAN_SLOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card, or a dashed place with its number."""
        theme = current_theme()
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = px(tokens.RADIUS_FIELD)
        if self.item is None:
            painter.setPen(QPen(theme.colour(Colour.BORDER), tokens.HAIRLINE, Qt.PenStyle.DashLine))
            painter.setBrush(theme.colour(Colour.HOVER) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, radius, radius)
            painter.setFont(theme.font(Type.SMALL))
            painter.setPen(theme.colour(Colour.TEXT_SECOND))
            painter.drawText(rect.adjusted(px(tokens.SPACE_12), 0, 0, 0), _LEFT, str(self.number + 1))
            words = rect.adjusted(px(tokens.SPACE_12 + _DAY_WIDTH), 0, -px(tokens.SPACE_8), 0)
            painter.drawText(words, _LEFT, self.text)
        else:
            line = Colour.ACCENT if self._dragging else Colour.HAIRLINE
            painter.setPen(QPen(theme.colour(line), tokens.HAIRLINE))
            painter.setBrush(theme.colour(Colour.HOVER if self.underMouse() else Colour.CARD))
            painter.drawRoundedRect(rect, radius, radius)
            self._paint_item(painter, rect, self.item)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour(Colour.ACCENT), tokens.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the day, Alt with up and down the place; Delete takes it out, Space ticks it."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif self.item is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.day_moved.emit(1 if key == Qt.Key.Key_Right else -1)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_Space:
            self.ticked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the day asks for another one; elsewhere a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the pointer went far enough."""
        if self._pressed is None or self.item is None:
            return
        if (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go where it is to stand, or a click."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._dragging:
            self._dragging = False
            self.unsetCursor()
            self.update()
            self.dropped.emit(event.globalPosition())
        elif self.item is None:
            self.opened.emit()
        elif pressed.x() < current_theme().px(tokens.SPACE_12 + _DAY_WIDTH):
            self.day_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open whom it is about."""
        if self.item is not None:
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it."""
        if self.item is not None:
            self.menu_wanted.emit()

    def _paint_item(self, painter: QPainter, rect: QRectF, item: PlanItem) -> None:
        theme = current_theme()
        px = theme.px
        ink = Colour.TEXT_THIRD if item.done else Colour.TEXT
        left = rect.x() + px(tokens.SPACE_12)
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Colour.TEXT_SECOND))
        painter.drawText(QRectF(left, rect.y(), px(_DAY_WIDTH), rect.height()), _LEFT, day_word(item.day))
        left += px(_DAY_WIDTH)
        side = px(tokens.AVATAR_SMALL + tokens.SPACE_2)
        at = QRectF(left, rect.center().y() - side / 2, side, side)
        if item.done:
            paint_icon(painter, at, "check", theme.colour(Colour.ACCENT))
        elif item.contact is not None:
            paint_avatar(painter, at, item.contact, self._name)
        else:
            paint_icon(painter, at.adjusted(3, 3, -3, -3), "note-pencil", theme.colour(Colour.TEXT_THIRD))
        left += side + px(tokens.SPACE_8)
        room = rect.right() - left - px(tokens.SPACE_8)
        base, line = theme.font(Type.SMALL), theme.line_height(Type.SMALL)
        painter.setPen(theme.colour(ink))
        if not self._name:
            fitted(self.text, base, room).paint(painter, QRectF(left, rect.y(), room, rect.height()))
            return
        top = rect.center().y() - line
        strong = theme.font(Type.SMALL_STRONG)
        fitted(self._name, strong, room).paint(painter, QRectF(left, top, room, line))
        painter.setPen(theme.colour(Colour.TEXT_THIRD if item.done else Colour.TEXT_SECOND))
        fitted(self.text, base, room).paint(painter, QRectF(left, top + line, room, line))


def week_words(first: date, last: date) -> str:
    """`1 to 7 May`; `5月1日－7日`."""
    from relationship_journal.i18n import day_and_month

    if first.month != last.month:
        return _("{first} to {last}").format(first=day_and_month(first), last=day_and_month(last))
    if current_language() == "zh":
        return _("{first} to {last}").format(first=day_and_month(first), last=f"{last.day}日")
    return _("{first} to {last}").format(first=first.day, last=day_and_month(last))
