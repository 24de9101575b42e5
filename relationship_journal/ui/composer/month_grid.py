"""A month to choose a day from, in the look of the program: arrows move, Page keys turn months, Enter chooses."""

from calendar import Calendar, monthrange
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationship_journal.i18n import N_, current_language, full_day
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import IconButton, Label

_CELL_WIDTH, _CELL_HEIGHT = 36, 28
_WEEKS = 6
_DAYS = {"en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), "zh": tuple("一二三四五六日")}
_MONTHS = "January February March April May June July August September October November December".split()


class MonthGrid(QWidget):
    """A month with its name and two arrows. `chosen` sends the day that was taken."""

    chosen = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = _Days(day, today)
        self._days.taken.connect(self.chosen)
        self._days.turned.connect(self._say)
        size = tokens.COMPOSER_TOOLS
        self.title = Label("", Type.STRONG)
        self.earlier = IconButton("caret-left", N_("Earlier month"), size=size, icon_size=tokens.ICON_CONTROL)
        self.later = IconButton("caret-right", N_("Later month"), size=size, icon_size=tokens.ICON_CONTROL)
        self.earlier.clicked.connect(lambda: self._days.turn(-1))
        self.later.clicked.connect(lambda: self._days.turn(1))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(tokens.SPACE_4))
        layout.addLayout(head)
        layout.addWidget(self._days)
        self.setFocusProxy(self._days)
        self._say()

    @property
    def day(self) -> date:
        """The day that the keyboard is on."""
        return self._days.day

    def show_day(self, day: date) -> None:
        """Go to a day."""
        self._days.go_to(day)

    def _say(self) -> None:
        day = self._days.day
        if current_language() == "zh":
            self.title.say(lambda: f"{day.year}年{day.month}月")
        else:
            self.title.say(lambda: f"{_MONTHS[day.month - 1]} {day.year}")


class _Days(QWidget):
    """The grid itself: six weeks from Monday."""

    taken = Signal(object)
    turned = Signal()

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self.day = day
        self._today = today
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._name()

    def go_to(self, day: date) -> None:
        self.day = day
        self._name()
        self.turned.emit()
        self.update()

    def turn(self, months: int) -> None:
        """The same day of another month, or its last where it has no such day."""
        month = self.day.year * 12 + self.day.month - 1 + months
        year, month = month // 12, month % 12 + 1
        if date.min.year < year < date.max.year:
            self.go_to(date(year, month, min(self.day.day, monthrange(year, month)[1])))

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(7 * theme.px(_CELL_WIDTH), (_WEEKS + 1) * theme.px(_CELL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self.day + timedelta(days=steps[key]))
        elif key in months:
            self.turn(months[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit(self.day)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._at(event)
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(day)

    def leaveEvent(self, event: object) -> None:
        self._hovered = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Colour.TEXT_THIRD))
        for column, name in enumerate(_DAYS[current_language()]):
            painter.drawText(self._cell(-1, column), Qt.AlignmentFlag.AlignCenter, name)
        for place, day in enumerate(self._shown()):
            self._paint_day(painter, self._cell(place // 7, place % 7), day)

    def _paint_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        theme = current_theme()
        chosen, inside = day == self.day, day.month == self.day.month
        box = QRectF(cell).adjusted(2.5, 1.5, -2.5, -1.5)
        radius = theme.px(tokens.RADIUS_BUTTON)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme.colour(Colour.ACCENT))
        elif day == self._hovered:
            painter.setBrush(theme.colour(Colour.HOVER))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if day == self._today:
                painter.setPen(QPen(theme.colour(Colour.ACCENT_LINE), tokens.HAIRLINE))
        painter.drawRoundedRect(box, radius, radius)
        role = Colour.TEXT if inside else Colour.TEXT_THIRD
        painter.setPen(theme.colour(Colour.ON_ACCENT if chosen else role))
        painter.setFont(theme.font(Type.SMALL_STRONG if chosen or day == self._today else Type.SMALL))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _cell(self, week: int, column: int) -> QRect:
        wide, high = self.width() / 7, current_theme().px(_CELL_HEIGHT)
        return QRect(round(column * wide), (week + 1) * high, round(wide), high)

    def _at(self, event: QMouseEvent) -> date | None:
        point = event.position().toPoint()
        shown = self._shown()
        return next((day for n, day in enumerate(shown) if self._cell(n // 7, n % 7).contains(point)), None)

    def _shown(self) -> list[date]:
        """Six weeks that hold the month, from a Monday."""
        first = next(Calendar().itermonthdates(self.day.year, self.day.month))
        return [first + timedelta(days=n) for n in range(7 * _WEEKS)]

    def _name(self) -> None:
        self.setAccessibleName(full_day(self.day, self._today))
