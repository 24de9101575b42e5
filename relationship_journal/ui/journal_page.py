"""An open journal: the top bar, the three panes or another page under it, and short notices over the bar.

Its first picture is sidebar, timeline and bar. What fills the ladder's room, and whatever is opened from here, is
made afterwards (`afterwards.py`), in steps.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from relationship_journal.domain.problems import NotFound, Problem
from relationship_journal.domain.scope import EVERYONE
from relationship_journal.i18n import N_, Message

from .afterwards import Afterwards
from .context import Context
from .grounds import Ground, Hairline
from .notices import Notice
from .panes import Panes
from .qt_loading import widget_classes
from .settling import Settling
from .sidebar.sidebar import Sidebar
from .theme import Colour
from .timeline.page import TimelinePage
from .top_bar import TopBar
from .widgets import Menu
from .window_actions import WindowActions

if TYPE_CHECKING:
    from .desk import Desk
    from .ladder.panel import LadderPanel
    from .review.door import ReviewDoor
    from .widgets import NoticeBar


class JournalPage(Ground):
    """What the window shows while a journal is open."""

    def __init__(self, context: Context, desk: "Desk") -> None:
        super().__init__(Colour.WINDOW)
        self._context = context
        self._desk = desk
        self._notices: NoticeBar | None = None
        self._ladder: LadderPanel | None = None
        self._review: ReviewDoor | None = None
        self.afterwards = Afterwards(context.tasks, self)
        self.sidebar = Sidebar(context)
        self.timeline = TimelinePage(context)
        self.panes = Panes(desk.preferences, self.sidebar, self.timeline)
        self.sidebar.on.connect(lambda: enter(self.timeline))
        context.selection.favour_wanted.connect(self.panes.slide_ladder_in)
        self._actions = WindowActions(context, desk, self)
        self._menu = Menu(self)
        self.top_bar = TopBar(context.actions, self._menu)
        self.top_bar.add_tab(context.actions["go.journal"])
        self._review_tab = self.top_bar.add_tab(context.actions["go.review"])
        if context.session.read_only:
            self.top_bar.add_mark(N_("Only for looking at"), "lock-simple")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(Hairline())
        self._pages = QStackedWidget()
        self._pages.addWidget(self.panes)
        layout.addWidget(self._pages, 1)
        self.settling = Settling(context, self)
        context.notices.said.connect(self._say)
        context.tasks.failed.connect(self._tell)
        context.bridge.changed.connect(self._let_go_of_the_removed)
        for wanted in (context.selection.chosen, context.selection.entry_wanted, context.selection.favour_wanted):
            wanted.connect(self.show_journal)
        self._plan_the_rest()

    @property
    def ladder(self) -> "LadderPanel":
        """The panel at the right."""
        self.afterwards.finish()
        assert self._ladder is not None
        return self._ladder

    @property
    def review(self) -> "ReviewDoor":
        """The way to the review."""
        self.afterwards.finish()
        assert self._review is not None
        return self._review

    def _plan_the_rest(self) -> None:
        later = self.afterwards
        later.add(widget_classes, self.sidebar.people.complete)
        later.load("ui.ladder.verdict_list", "ui.composer.contact_field", "ui.composer.noticed_row")
        later.add(self.timeline.composer.text.leave_drops, self.timeline.composer.completing)
        later.load("ui.timeline.row_deeds")
        later.add(self.timeline.complete)
        later.load("domain.rules.in_order", "domain.next_step", "domain.ideas", "domain.repertoire")
        later.load("ui.ladder.picture", "ui.ladder.ladder_model", "ui.ladder.gestures")
        later.load("ui.ladder.words_to_say", "ui.ladder.next_card", "ui.ladder.ladder_view", "ui.ladder.panel")
        later.add(self._make_ladder, self._make_narrow_ladder)
        later.add(self._actions.complete, lambda: self._actions.fill(self._menu))
        later.load("domain.agenda_rows", "domain.due", "domain.agenda", "ui.review.review_line", "ui.review.door")
        later.add(self._make_review)
        later.load_aside("reading.days", "services.suggestions", "services.importing")
        later.load("ui.readings.chips_card", "ui.timeline.row_chips")
        later.load("ui.drop.anywhere", "ui.drop.taking_in", "ui.drop.progress_card")
        later.add(self.timeline.complete_reading, self._make_hint, self._complete_ladder, self._make_reading)
        later.add_at_leisure(self._complete_review)

    def _make_ladder(self) -> None:
        from .ladder.panel import LadderPanel

        self._ladder = LadderPanel(self._context)

    def _make_narrow_ladder(self) -> None:
        from .ladder.next_bar import NextBar
        from .ladder.strip import LadderStrip

        assert self._ladder is not None
        next_bar, strip = NextBar(self._ladder.gestures), LadderStrip(self._ladder.model)
        self.timeline.put_above_composer(next_bar)
        self.panes.use_ladder(self._ladder, strip, next_bar)
        for narrow in (strip, next_bar):
            narrow.opened.connect(self.panes.slide_ladder_in)

    def _complete_ladder(self) -> Iterator[None]:
        """A contact's ladder is made before anybody asks for it."""
        assert self._ladder is not None
        yield from self._ladder.prepare()
        yield
        _placed = self._ladder.full

    def _make_hint(self) -> None:
        from .drop.hint_bar import HintBar

        hint = HintBar(self.sidebar, "user", N_("Or drop it on a name"))
        self.timeline.drops.dragging.connect(hint.offer)

    def _make_reading(self) -> None:
        for name in ("readings.go", "readings.take_all"):  # from the sidebar and the ladder too, not from the review
            self.panes.addAction(self._context.actions[name])
        from .readings.read_ahead import ReadAhead

        self._reading = ReadAhead(self._context, self)
        self._reading.begin()
        from .inbox.watch import InboxWatch

        self._inbox = InboxWatch(self._context, self)
        self._inbox.begin()

    def _make_review(self) -> None:
        from .review.door import ReviewDoor

        self._review = ReviewDoor(self._context, self._desk, self._review_tab, self._pages, self)
        self._review.left.connect(self.show_journal)
        self._review.due.connect(self.show_review)

    def _complete_review(self) -> Iterator[None]:
        """The review's page is made, and has its place, before anybody asks for it."""
        yield from self.review.preparing
        yield
        self._place_review()

    def _place_review(self) -> None:
        page = self.review.page
        if self._pages.indexOf(page) < 0:
            page.resize(self._pages.size())
            self._pages.addWidget(page)

    def begin(self) -> None:
        """Be ready for the keyboard; say it where the journal can only be looked at."""
        self.sidebar.list.setFocus(Qt.FocusReason.OtherFocusReason)
        session = self._context.session
        if session.read_only:
            told = Message("{name} can only be looked at: the file or its folder is protected.", name=session.path.name)
            self._context.notices.problem(Problem(told))

    def show_journal(self) -> None:
        """Show the page of the three panes."""
        self._show(self.panes, "go.journal")

    def show_review(self) -> None:
        """Show the page of the weekly review."""
        self.panes.slide_ladder_out()
        self._place_review()
        self.review.model.wake(True)  # first: what is read at once is there before the page is painted
        self._show(self.review.page, "go.review")

    def find_somebody(self) -> None:
        """Put the focus into the field that looks for people."""
        self.show_journal()
        self.sidebar.find_somebody()

    def start_entry(self) -> None:
        """Put the focus where an entry is written."""
        self.show_journal()
        self.panes.slide_ladder_out()
        self.timeline.start_entry()

    def show_ladder(self) -> None:
        """Put the focus into the ladder panel; where it is a strip, slide it in."""
        self.show_journal()
        self.panes.slide_ladder_in()
        self.ladder.setFocus()

    def open_palette(self) -> None:
        """Open the command palette."""
        from .command_palette.opening import open_palette

        people = self.sidebar.people.everybody
        open_palette(self._context, people, self.window(), start_entry=self.start_entry, search=self.search_for)

    def open_search(self) -> None:
        """Open the search of the whole journal."""
        self.search_for("")

    def search_for(self, text: str) -> None:
        """Open the search with `text` typed already."""
        from .search.overlay import SearchOverlay

        SearchOverlay(self._context, self.window()).open(text)

    def walk_panes(self, steps: int) -> None:
        """Move the focus to the pane `steps` further, round about."""
        review = self._pages.currentWidget() is not self.panes
        stops: list[QWidget] = [self.top_bar, *(self.review.page.in_view() if review else self.panes.in_view())]
        focus = QApplication.focusWidget()
        at = next((n for n, stop in enumerate(stops) if focus is not None and stop.isAncestorOf(focus)), 0)
        for further in range(1, len(stops)):
            if enter(stops[(at + further * steps) % len(stops)]):
                return

    def _let_go_of_the_removed(self, *_changed: object) -> None:
        """Whoever is in view may have been removed: by undo, by the trash, or on the command line."""
        contact = self._context.selection.contact
        if contact is not None and not self._context.session.reads.has_contact(contact):
            self._context.selection.choose(EVERYONE)

    def _tell(self, problem: Problem) -> None:
        """What a reading or a gesture could not do; that whoever was in view is gone is seen without words."""
        if not isinstance(problem, NotFound) or self._context.selection.contact is not None:
            self._context.notices.problem(problem)

    def _show(self, page: QWidget, action: str) -> None:
        for name in ("go.journal", "go.review"):
            self._context.actions[name].setChecked(name == action)
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            if page is self.panes:
                enter(self.timeline)

    def _say(self, notice: Notice) -> None:
        if self._notices is None:
            from .widgets import NoticeBar

            self._notices = NoticeBar(self)
        label = notice.label if notice.label is not None else ""
        self._notices.tell(notice.message, label, notice.act, trouble=notice.is_problem)


def enter(pane: QWidget) -> bool:
    """Put the focus on the first control of `pane` that takes it by Tab; False where there is none."""
    control = pane.nextInFocusChain()
    while control is not None and control is not pane:
        reachable = control.isVisible() and control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and pane.isAncestorOf(control):
            control.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        control = control.nextInFocusChain()
    return False
