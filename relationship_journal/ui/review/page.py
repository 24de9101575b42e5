"""The page of the weekly review: sections at the left, rows in the middle, the plan at the right; worked by keys."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.plan import Section
from relationship_journal.domain.scope import UNSORTED
from relationship_journal.i18n import Message
from relationship_journal.ui.context import Context
from relationship_journal.ui.grounds import Backdrop, Hairline
from relationship_journal.ui.theme import Colour, current_theme, tokens

from .finished import Finished
from .narrow_bar import NarrowBar, Tab
from .plan_pane import PlanPane
from .review_line import Line
from .review_model import WORKED_ON, ReviewModel
from .row_list import RowList
from .saving import saving_menu
from .section_list import SectionList
from .sheets import show_history, show_keys

_PLAN_WIDTH = 328
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ReviewPage(QWidget):
    """Reads while it is shown. `left` asks for the journal's page."""

    left = Signal()

    rows: RowList
    sections: SectionList
    plan: PlanPane
    bar: NarrowBar
    finished: Finished

    def __init__(self, context: Context, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.model = context, model
        self._sections, self._plan = Backdrop(Colour.WINDOW, self), Backdrop(Colour.PANEL, self)
        self._left_edge, self._right_edge = Hairline(upright=True, parent=self), Hairline(upright=True, parent=self)
        ground = Backdrop(Colour.PAGE, self)
        self._column = QWidget(ground)
        self._middle = QStackedWidget(self._column)
        self._plan_tab = QWidget(self._middle)
        beside = QHBoxLayout(self._plan_tab)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addStretch(1)
        self._plan_room = QHBoxLayout()
        beside.addLayout(self._plan_room)
        beside.addStretch(1)
        column = self._column_layout = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1)
        ground.fill(self._column)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for part in (self._sections, self._left_edge):
            self._layout.addWidget(part)
        self._layout.addWidget(ground, 1)
        for part in (self._right_edge, self._plan):
            self._layout.addWidget(part)
        self._narrow: bool | None = None

    def furnish(self) -> Iterator[None]:
        """Make the panes, one after the other, before the page is shown.

        Each is made in its place: one that found a place later would be matched with the style sheet anew, and so
        would all within it.
        """
        self.rows = RowList(self._context, self.model, self._middle)
        yield
        self.sections = SectionList(self._context, self.model, self._sections)
        self._sections.fill(self.sections)
        yield
        self.plan = PlanPane(self._context, self.model, self._plan)
        self._plan.fill(self.plan)
        yield
        self.bar, self.finished = NarrowBar(self.model, self._column), Finished(self.model, self._middle)
        self._column_layout.insertWidget(0, self.bar)
        for pane in (self.rows, self.finished, self._plan_tab):
            self._middle.addWidget(pane)
        self._keys = self._key_table()
        self._connect()
        self._follow()

    def _connect(self) -> None:
        self.rows.open_row.opened.connect(self.open_current)
        self.rows.open_row.chips.left.connect(self._leave_chips)
        self.rows.open_row.chips.emptied.connect(self._leave_chips)
        self.rows.copied.connect(lambda: self._context.notices.say(Message("The words are on the clipboard.")))
        self.sections.wanted.connect(self.show_section)
        self.bar.section_wanted.connect(self.show_section)
        self.bar.tab_wanted.connect(self._show_tab)
        self.plan.plan.opened.connect(self.open_contact)
        self.plan.finished.connect(self.finish)
        self.finished.finish_wanted.connect(self.finish)
        self.plan.later.connect(self.left)
        self.plan.history_wanted.connect(self.show_history)
        self.plan.print_wanted.connect(self.show_saving)
        self.model.changed.connect(self._follow)
        self.model.dealt.connect(self._say_dealt)
        current_theme().changed.connect(self._arrange)

    @property
    def is_narrow(self) -> bool:
        """Whether the sections are under a button and the plan is a tab."""
        return bool(self._narrow)

    def in_view(self) -> list[QWidget]:
        """The panes that can be seen, from left to right."""
        return [self._column] if self.is_narrow else [self._sections, self._column, self._plan]

    def show_section(self, section: Section) -> None:
        """Go to a section; what moved stands beside the plan."""
        if section is Section.MOVED:
            self._show_tab(Tab.PLAN)
            self.plan.setFocus()
            return
        self._show_tab(Tab.ROWS)
        self.rows.show_section(section)
        self.rows.setFocus()

    def open_current(self) -> None:
        """Show whom the row is about in the journal; for a note, the note."""
        line = self.model.current_line
        if line is None:
            return
        row, selection = line.row, self._context.selection
        if row.entry is not None:
            selection.show_entry(row.entry, UNSORTED if row.contact is None else row.contact)
        elif row.contact is not None:
            selection.choose(row.contact)
        else:
            return
        self.left.emit()

    def open_contact(self, contact: ContactId) -> None:
        """Show somebody in the journal."""
        self._context.selection.choose(contact)
        self.left.emit()

    def finish(self) -> None:
        """Save the review; its plan stands until the next one."""
        if not self.model.finished:
            self.model.finish()
            undo = partial(self._context.tasks.run, self._context.session.history.undo)
            self._context.notices.say_done(Message("The review is saved."), undo)

    def show_history(self) -> None:
        """Show the reviews that were held before."""
        show_history(self._context, self)

    def show_saving(self) -> None:
        """Offer the ways to print or save it."""
        button = self.plan.printing
        menu = saving_menu(self._context, self)
        at = (
            button.mapToGlobal(button.rect().topLeft())
            if button.isVisible()
            else self.mapToGlobal(self.rect().center())
        )
        at.setY(at.y() - menu.sizeHint().height())
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key an action; within the plan its own keys go first and letters mean nothing."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.text() == "?":
            show_keys(self)
            return
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif control and key == Qt.Key.Key_P:
            self.show_saving()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == _CTRL_SHIFT:
            self.rows.open_row.chips.take_all()
        elif plain and self._rows_hear() and self._to_chips(key):
            pass
        elif plain and key == Qt.Key.Key_H:
            self.show_history()
        elif plain and key == Qt.Key.Key_Escape:
            self._back()
        elif plain and key in self._keys and self._rows_hear():
            self._keys[key]()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read, and listen to the keys."""
        super().showEvent(event)
        self.model.wake(True)
        self.rows.open_row.hold(True)
        self.rows.setFocus()

    def hideEvent(self, event: QEvent) -> None:
        """Read no more."""
        self.model.wake(False)
        self.rows.open_row.hold(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language: rows are painted, plans and sections worded."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.rows.reword()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form that fits the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def _key_table(self) -> dict[Qt.Key, Callable[[], None]]:
        model, rows = self.model, self.rows

        def walk(steps: int) -> Callable[[], None]:
            return lambda: model.walk(steps, shown=rows.shows)

        key = Qt.Key
        return {
            **dict.fromkeys((key.Key_J, key.Key_Down), walk(1)),
            **dict.fromkeys((key.Key_K, key.Key_Up), walk(-1)),
            key.Key_PageDown: walk(8),
            key.Key_PageUp: walk(-8),
            key.Key_Home: walk(-1_000_000),
            key.Key_End: walk(1_000_000),
            key.Key_BracketRight: lambda: self._walk_sections(1),
            key.Key_BracketLeft: lambda: self._walk_sections(-1),
            key.Key_D: model.done,
            key.Key_Y: model.said_yes,
            key.Key_N: model.said_no,
            key.Key_P: model.put_into_plan,
            key.Key_S: self._snooze,
            key.Key_O: self.open_current,
            key.Key_C: rows.open_row.copy_words,
            key.Key_T: self._to_the_plan,
            **dict.fromkeys((key.Key_Return, key.Key_Enter), lambda: rows.collapse(rows.is_open)),
        }

    def _to_chips(self, key: Qt.Key) -> bool:
        """A digit, or the arrow to the right, leads to the suggestions of the open note; False where there are none."""
        chips = self.rows.open_row.chips
        if not chips.isVisible() or chips.holds_focus():
            return False
        if key == Qt.Key.Key_Right:
            return chips.enter()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            chips.go_to(key - Qt.Key.Key_1)
            return True
        return False

    def _leave_chips(self, steps: int = 0) -> None:
        self.rows.setFocus()
        if steps:
            self.model.walk(steps, shown=self.rows.shows)

    def _rows_hear(self) -> bool:
        focus = QApplication.focusWidget()
        return self._middle.currentWidget() is self.rows and not (focus is not None and self._plan.isAncestorOf(focus))

    def _snooze(self) -> None:
        line = self.model.current_line
        if line is not None and line.how is None and not line.can_wait:
            self._context.notices.say(Message("This cannot be put off."))
        self.model.snooze()

    def _to_the_plan(self) -> None:
        self._show_tab(Tab.PLAN)
        slots = self.plan.plan.slots
        if slots:
            slots[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _walk_sections(self, steps: int) -> None:
        filled = [section for section in WORKED_ON if self.model.lines.get(section)]
        line = self.model.current_line
        if filled and line is not None:
            at = filled.index(line.row.section) + steps
            self.rows.show_section(filled[max(0, min(at, len(filled) - 1))])

    def _back(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._plan.isAncestorOf(focus):
            self._show_tab(Tab.ROWS)
            self.rows.setFocus()
        elif self.rows.is_open and self._middle.currentWidget() is self.rows:
            self.rows.collapse(True)
        else:
            self.left.emit()

    def _follow(self) -> None:
        nothing = self.model.review is not None and (self.model.finished or not self.model.progress.left)
        plan_shown = self.is_narrow and self.bar.tab is Tab.PLAN
        if not plan_shown:
            self._middle.setCurrentWidget(self.finished if nothing else self.rows)
        if not nothing and not plan_shown and self.isVisible() and QApplication.focusWidget() is self:
            self.rows.setFocus()

    def _say_dealt(self, line: Line) -> None:
        if line.how is None:
            return
        undo = partial(self._context.tasks.run, self._context.session.history.undo)
        who = line.row.name or line.said
        self._context.notices.say_done(Message("{how}: {who}", how=line.how_said, who=who), undo)

    def _show_tab(self, tab: Tab) -> None:
        if not self.is_narrow:
            return
        self.bar.show_tab(tab)
        if tab is Tab.PLAN:
            self._middle.setCurrentWidget(self._plan_tab)
        else:
            self._follow()

    def _arrange(self) -> None:
        px = current_theme().px
        narrow = self.width() < px(tokens.BELOW_NARROW)
        self._sections.setFixedWidth(px(tokens.SIDEBAR_WIDTH))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in (self._sections, self._left_edge, self._right_edge):
            part.setVisible(not narrow)
        self.bar.setVisible(narrow)
        if narrow:
            self._plan_room.addWidget(self._plan)
            self.bar.show_tab(Tab.ROWS)
        else:
            self._layout.addWidget(self._plan)
        self._plan.setFixedWidth(px(tokens.SHEET_WIDE if narrow else _PLAN_WIDTH))
        self._follow()
