"""Choosing a day: on a calendar, or in words as people write them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from relationship_journal.i18n import N_, full_day, relative_day
from relationship_journal.ui.icons import icon
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.theme.focus_ring import ring_around
from relationship_journal.ui.widgets import Label, LineField, Rewords, worded
from relationship_journal.ui.widgets.floating import Floating
from relationship_journal.ui.widgets.tool_label import paint_tool


class DayPopover(Floating):
    """Floats below a button. Enter in the field, or a click on the calendar, chooses."""

    chosen = Signal(object)  #: a date

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._today = today
        self.field = LineField(N_("Day"), N_("yesterday, last Friday, 30 April"))
        self.read = Label("", Type.SMALL, Colour.TEXT_SECOND)
        from .month_grid import MonthGrid

        self.calendar = MonthGrid(day, today)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.px(tokens.SPACE_12)] * 4)
        layout.setSpacing(theme.px(tokens.SPACE_6))
        layout.addWidget(self.field)
        layout.addWidget(self.read)
        layout.addWidget(self.calendar)
        self.read.say(lambda: self._words(self._typed() or day))
        self.field.textChanged.connect(self._say)
        self.field.returnPressed.connect(self._take_typed)
        self.calendar.chosen.connect(self._give)

    def open_below(self, anchor: QWidget, at: QPoint | None = None) -> None:
        """Show it with the keyboard in the field."""
        super().open_below(anchor, at)
        self.field.setFocus()

    def _typed(self) -> date | None:
        from relationship_journal.reading.days import read_day

        return read_day(self.field.text(), self._today)

    def _words(self, day: date) -> str:
        return full_day(day, self._today)

    def _say(self, text: str) -> None:
        day = self._typed()
        self.field.mark_wrong(bool(text.strip()) and day is None)
        if day is not None:
            self.calendar.show_day(day)
        self.read.reword()

    def _take_typed(self) -> None:
        day = self._typed()
        if day is not None:
            self._give(day)
        elif not self.field.text().strip():
            self._give(self.calendar.day)

    def _give(self, day: date) -> None:
        self.chosen.emit(day)
        self.close()


class DayButton(Rewords, QToolButton):
    """Shows a day in few words and opens the popover. `today` is asked each time: windows stay open over midnight."""

    chosen = Signal(object)  #: a date

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.day: date | None = None  #: None is today, whenever that is
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("calendar-blank", Colour.TEXT_SECOND))
        ring_around(self, tokens.RADIUS_BUTTON)
        self.clicked.connect(self.open)
        current_theme().changed.connect(self._look)
        self._look()
        self.reword()

    def show_day(self, day: date | None) -> None:
        """Show `day`; None is today."""
        self.day = day
        self.reword()

    def reword(self) -> None:
        """Word it again."""
        today = self._today()
        day = self.day or today
        near = relative_day(day, today) if abs((today - day).days) <= 1 else full_day(day, today)
        words = near[:1].upper() + near[1:]
        self.setAccessibleName(worded(N_("Day")) + f": {words}")
        if words != self.text():
            self.setText(words)
            self.updateGeometry()

    def open(self) -> None:
        """Open the popover."""
        popover = DayPopover(self.day or self._today(), self._today(), self)
        popover.chosen.connect(self._take)
        popover.open_below(self)

    def sizeHint(self) -> QSize:
        """Icon, words and a little room."""
        theme = current_theme()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + theme.px(tokens.ICON_CONTROL + 3 * tokens.SPACE_8)
        return QSize(wide, theme.px(tokens.COMPOSER_TOOLS))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and words in the middle."""
        paint_tool(self)

    def _take(self, day: date) -> None:
        self.show_day(None if day == self._today() else day)
        self.chosen.emit(day)

    def _look(self) -> None:
        theme = current_theme()
        self.setFont(theme.font(Type.BUTTON))
        self.setIconSize(QSize(theme.px(tokens.ICON_CONTROL), theme.px(tokens.ICON_CONTROL)))
        self.setFixedHeight(theme.px(tokens.COMPOSER_TOOLS))
