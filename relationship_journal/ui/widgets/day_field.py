"""A field for a day: written as people write days, moved by up and down, read back beside it."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from relationship_journal.i18n import N_, _, full_day, relative_day, short_day
from relationship_journal.ui.icons import icon
from relationship_journal.ui.theme import Colour, Type

from .field import Field
from .label import Label
from .words import Words


class DayField(Field):
    """`day` is the day written, or None where it makes no sense; then the field says so."""

    def __init__(self, label: Words, day: date, today: date, *, ahead: bool = False, parent: QWidget | None = None):
        super().__init__(label, text=short_day(day), parent=parent)
        self._calendar = self.line.addAction(
            icon("calendar-blank", Colour.TEXT_SECOND), QLineEdit.ActionPosition.TrailingPosition
        )
        self._calendar.triggered.connect(self.open_calendar)
        self._today, self._ahead = today, ahead
        self._read = Label("", Type.SMALL, Colour.TEXT_THIRD)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._read)
        self._name_calendar()
        self.line.installEventFilter(self)
        self.changed.connect(self._show_reading)
        self._show_reading()

    def day(self) -> date | None:
        """The day that is written."""
        from relationship_journal.reading.days import (
            read_day,
        )  # its patterns take a while, and few windows ask for days

        return read_day(self.text(), self._today, ahead=self._ahead)

    def show_day(self, day: date) -> None:
        """Write another day."""
        self.line.setText(short_day(day))

    def look_ahead(self, ahead: bool) -> None:
        """Read days without a year as the next ones rather than the last ones."""
        self._ahead = ahead
        self._show_reading()

    def check(self) -> date | None:
        """The day, or None with the sentence that says why not."""
        day = self.day()
        if day is None:
            self.refuse(N_("No such day. Try “9 May”, “last Friday” or “2026-05-09”."))
        return day

    def open_calendar(self) -> None:
        """Choose the day on a calendar."""
        from relationship_journal.ui.composer.day_popover import DayPopover  # brings its month, which few sheets show

        popover = DayPopover(self.day() or self._today, self._today, self)
        popover.chosen.connect(self.show_day)
        popover.open_below(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up is a day later, down a day earlier; Alt and down open the calendar."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
                return True
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            day = self.day()
            if by is not None and day is not None:
                self.line.setText(short_day(day + timedelta(days=by)))
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Write the day in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_calendar()
            if (day := self.day()) is not None:
                self.line.setText(short_day(day))
        super().changeEvent(event)

    def _name_calendar(self) -> None:
        self._calendar.setText(_("Choose on a calendar"))
        self._calendar.setToolTip(_("Choose on a calendar"))

    def _show_reading(self) -> None:
        day = self.day()
        if day is None:
            self._read.say("")
            return
        today = self._today
        self._read.say(
            lambda: _("{day}, {relative}").format(day=full_day(day, today), relative=relative_day(day, today))
        )
