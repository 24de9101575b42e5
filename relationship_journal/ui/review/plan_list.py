"""The places of the week's plan: what is planned in its order, then the free ones; one more is always allowed."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.plan import PlanItem
from relationship_journal.i18n import N_, full_day
from relationship_journal.services.review import free_day
from relationship_journal.ui.context import Context
from relationship_journal.ui.theme import Colour, Type, current_theme, tokens
from relationship_journal.ui.widgets import Label, LineField, Menu, verbatim
from relationship_journal.ui.widgets.tab_order import tab_after
from relationship_journal.values import replace

from .plan_slot import PlanSlot
from .review_model import ReviewModel

Plan = tuple[PlanItem, ...]


class PlanList(QWidget):
    """Follows the model; every change of the plan is one gesture. `opened` names the contact of a slot."""

    opened = Signal(object)

    def __init__(self, context: Context, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self.slots: list[PlanSlot] = []
        self._shown: tuple[object, ...] = ()
        self._names: dict[ContactId, str] = {}
        self._focus = -1
        self._drop_at = -1
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(current_theme().px(tokens.SPACE_6))
        self.editor = LineField(N_("Something of your own"), N_("Something of your own"))
        self.editor.returnPressed.connect(self._add_own)
        self.editor.hide()
        self._too_many = Label(N_("More than a week holds."), Type.SMALL, Colour.WARNING)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it stands."""
        plan, places, today = self._model.plan, self._model.slots, self._context.today()
        self._know_names(plan)
        shown = (plan, places, today, tuple(self._names.get(item.contact or ContactId(0), "") for item in plan))
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((slot.number for slot in self.slots if slot.hasFocus()), -1)
        if focused >= 0 and self._focus >= 0:
            focused = self._focus
        for slot in self.slots:
            slot.hide()
            slot.deleteLater()
        while self._layout.count():
            self._layout.takeAt(0)
        items: list[PlanItem | None] = [*plan, *[None] * (places - len(plan))]
        self.slots = [self._slot(number, item) for number, item in enumerate(items)]
        for slot in self.slots:
            self._layout.addWidget(slot)
        self._layout.addWidget(self.editor)
        self._layout.addWidget(self._too_many)
        tab_after(self, *self.slots, self.editor)
        self._too_many.setVisible(len(plan) > places)
        if 0 <= focused < len(self.slots):
            self.slots[focused].setFocus(Qt.FocusReason.TabFocusReason)
        self._focus = -1

    def write_own(self) -> None:
        """Open a line in which something of one's own is written."""
        self.editor.clear()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the slots; Escape leaves the line."""
        at = next((slot.number for slot in self.slots if slot.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape and self.editor.isVisible():
            self.editor.hide()
            if self.slots:
                self.slots[min(len(self._model.plan), len(self.slots) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = at + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.slots[max(0, min(to, len(self.slots) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where a dragged slot would stand."""
        if self._drop_at < 0 or not self.slots:
            return
        theme = current_theme()
        at = min(self._drop_at, len(self.slots))
        top = self.slots[at].y() - 4 if at < len(self.slots) else self.slots[-1].geometry().bottom() + 2
        painter = QPainter(self)
        painter.fillRect(QRect(0, top, self.width(), tokens.FOCUS_RING), theme.colour(Colour.ACCENT))
        painter.end()

    def _slot(self, number: int, item: PlanItem | None) -> PlanSlot:
        name = self._names.get(item.contact, "") if item is not None and item.contact is not None else ""
        slot = PlanSlot(number, item, name, self._context.today())
        slot.day_moved.connect(lambda days: self._move_day(number, days))
        slot.day_wanted.connect(lambda: self._day_menu(number).popup(slot.mapToGlobal(slot.rect().bottomLeft())))
        slot.moved.connect(lambda places: self._move(number, number + places))
        slot.dragged.connect(self._show_drop)
        slot.dropped.connect(lambda at: self._drop(number, at))
        slot.removed.connect(lambda: self._change(number, None))
        slot.ticked.connect(lambda: self._tick(number))
        slot.opened.connect(lambda: self._open(number))
        slot.menu_wanted.connect(lambda: self._menu(number).popup(slot.mapToGlobal(slot.rect().center())))
        return slot

    def _item(self, number: int) -> PlanItem | None:
        return self._model.plan[number] if number < len(self._model.plan) else None

    def _change(self, number: int, item: PlanItem | None) -> None:
        def changed(plan: Plan) -> Plan:
            return (*plan[:number], *(() if item is None else (item,)), *plan[number + 1 :])

        if number < len(self._model.plan):
            self._focus = number
            self._model.change_plan(changed)

    def _move_day(self, number: int, days: int) -> None:
        item, week = self._item(number), self._model.week
        if item is not None:
            day = item.day + timedelta(days=days) if item.day is not None else week[0]
            self._change(number, replace(item, day=max(week[0], min(day, week[-1]))))

    def _move(self, number: int, to: int) -> None:
        plan = self._model.plan
        if self._model.finished or not 0 <= to < len(plan) or to == number:
            return

        def moved(plan: Plan) -> Plan:
            rest = [*plan[:number], *plan[number + 1 :]]
            return (*rest[:to], plan[number], *rest[to:])

        self._focus = to
        self._model.change_plan(moved)

    def _tick(self, number: int) -> None:
        item = self._item(number)
        if item is not None:
            self._change(number, replace(item, done=not item.done))

    def _open(self, number: int) -> None:
        item = self._item(number)
        if item is None:
            self.write_own()
        elif item.contact is not None:
            self.opened.emit(item.contact)

    def _add_own(self) -> None:
        text = self.editor.text().strip()
        self.editor.hide()
        if text:
            self._focus = len(self._model.plan)
            day = free_day(self._model.plan, self._context.today())
            self._model.change_plan(lambda plan: (*plan, PlanItem(text, day=day)))

    def _day_menu(self, number: int) -> Menu:
        menu = Menu(self)
        item = self._item(number)
        if item is not None:
            self._offer_days(menu, number, item)
        return menu

    def _offer_days(self, menu: Menu, number: int, item: PlanItem) -> None:
        today = self._context.today()

        def choose(day: date | None) -> Callable[[], None]:
            return lambda: self._change(number, replace(item, day=day))

        for day in self._model.week:
            menu.offer(verbatim(full_day(day, today)), choose(day), checked=day == item.day)
        menu.offer(N_("No day"), choose(None), checked=item.day is None)

    def _menu(self, number: int) -> Menu:
        menu = Menu(self)
        item = self._item(number)
        if item is None:
            return menu
        self._offer_days(menu.submenu(N_("Day"), "calendar-blank"), number, item)
        done = N_("Not done after all") if item.done else N_("Mark as done")
        menu.offer(done, lambda: self._tick(number), icon_name="check", key="Space")
        if item.contact is not None:
            menu.offer(N_("Open the contact"), lambda: self._open(number), icon_name="user", key="Return")
        menu.offer(N_("Take out of the plan"), lambda: self._change(number, None), icon_name="x", key="Del")
        return menu

    def _place_at(self, point: QPointF) -> int:
        y = self.mapFromGlobal(point.toPoint()).y()
        return sum(y > slot.geometry().center().y() for slot in self.slots[: len(self._model.plan)])

    def _show_drop(self, point: QPointF) -> None:
        self._drop_at = self._place_at(point)
        self.update()

    def _drop(self, number: int, point: QPointF) -> None:
        place = self._place_at(point)
        self._drop_at = -1
        self.update()
        self._move(number, place - 1 if place > number else place)

    def _know_names(self, plan: Plan) -> None:
        """The names of whom the plan is about; whoever is not known yet is read."""
        unknown = {item.contact for item in plan if item.contact is not None} - set(self._names)
        if unknown:
            shown = (line.row for lines in self._model.lines.values() for line in lines)
            self._names.update({row.contact: row.name for row in shown if row.contact in unknown})
            unknown -= set(self._names)
        if unknown:
            reads = self._context.session.reads
            self._names.update(dict.fromkeys(unknown, ""))
            self._context.tasks.read(lambda: {each: reads.contact(each).name for each in unknown}, self._learn)

    def _learn(self, names: dict[ContactId, str]) -> None:
        self._names.update(names)
        self.refresh()
