"""Which journal lies open: opens, makes and closes files, and shows what stands in the way."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

from relationship_journal import paths
from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.problems import Problem
from relationship_journal.domain.scope import UNSORTED
from relationship_journal.i18n import LANGUAGES, _, current_language
from relationship_journal.services.preferences import Preferences, last_journal
from relationship_journal.services.session import Session

from .actions import Actions
from .app_icon import app_icon
from .bridge import Bridge
from .context import Context
from .journal_page import JournalPage
from .notices import Notices
from .selection import Selection
from .tasks import Tasks
from .theme import Scheme, current_theme
from .window import Window
from .words_in_use import WordsInUse

SUFFIX = ".rjdb"
_EVERY_MINUTE = 60_000  # ms


class Desk(QObject):
    """One window and at most one open journal in it. `language_is_fixed`: it was asked for on the command line."""

    def __init__(
        self,
        application: QApplication,
        preferences: Preferences,
        words: WordsInUse,
        today: Callable[[], date],
        *,
        language_is_fixed: bool = False,
    ) -> None:
        super().__init__(application)
        self.preferences = preferences
        self._words = words
        self._today = today
        self._language_is_fixed = language_is_fixed
        self.context: Context | None = None
        self.window = Window(preferences)
        self.window.setWindowIcon(app_icon())
        self.window.closing.connect(self.close_journal)
        self.window.painted.connect(self._go_on)
        self._day = today()
        self._clock = QTimer(self, interval=_EVERY_MINUTE)
        self._clock.timeout.connect(self.look_at_the_day)
        self._clock.start()

    def begin(self, journal: Path | None, *, example: bool) -> None:
        """Show what was asked for, else the last journal, else the first start."""
        last = last_journal(self.preferences, paths.user_data())
        if example:
            self.open_example()
        elif journal is not None:
            self.open(journal)
        elif self.preferences.text("journal") or last.exists():
            self.open(last)
        else:
            self.first_start()
        current_theme().dress()
        self.window.show()

    def open(self, path: Path, *, create: bool = False, remember: bool = True) -> bool:
        """Open a journal in place of the one before; where that fails, show why and what to do."""
        try:
            session = Session.open(path, create=create)
        except Problem as problem:
            self.close_journal()
            self._show_trouble(path, problem)
            return False
        self.close_journal()
        try:
            self._show(session)
        except Problem as problem:  # damage shows only when the rows are read
            self.close_journal()
            self._show_trouble(path, problem)
            return False
        if remember:
            self.preferences.remember(journal=str(path))
        return True

    def new_journal(self, folder: Path | None = None) -> None:
        """Ask where, and begin an empty journal there. An existing file is opened instead, never replaced."""
        from PySide6.QtWidgets import QFileDialog

        start = str((folder or paths.user_data()) / f"{_('My journal')}{SUFFIX}")
        name, _kind = QFileDialog.getSaveFileName(
            self.window, _("New journal"), start, self._file_kinds(), options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(SUFFIX)
            self.open(path, create=not path.exists())

    def open_journal(self) -> None:
        """Ask for a journal file and open it."""
        from PySide6.QtWidgets import QFileDialog

        start = self.context.session.path.parent if self.context else paths.user_data()
        name, _kind = QFileDialog.getOpenFileName(self.window, _("Open a journal"), str(start), self._file_kinds())
        if name:
            self.open(Path(name))

    def begin_empty(self) -> bool:
        """Make the journal at its usual place."""
        return self.open(paths.user_data() / f"journal{SUFFIX}", create=True)

    def begin_with(self, what: QMimeData) -> None:
        """Make the journal at its usual place and take in what was dropped."""
        from .drop.taking_in import take_in

        if self.begin_empty() and self.context is not None:
            self.context.selection.choose(UNSORTED)
            take_in(self.context, what, ())

    def choose_files(self) -> None:
        """Ask for files, make the journal and take them in."""
        if (what := self._ask_for_files()) is not None:
            self.begin_with(what)

    def bring_notes(self) -> None:
        """Ask for files, and take them in as if they were dropped on the timeline in view."""
        from .drop.taking_in import take_in

        if self.context is not None and (what := self._ask_for_files()) is not None:
            contact = self.context.selection.contact
            take_in(self.context, what, () if contact is None else (contact,), each=False)

    def open_example(self) -> None:
        """Open the example journal of the language in use, in a file of its own."""
        from relationship_journal.services.example import prepare_example

        try:
            path = prepare_example(paths.user_data(), current_language(), self._today())
        except Problem as problem:
            self._show_trouble(paths.user_data(), problem)
            return
        self.open(path, remember=False)

    def first_start(self) -> None:
        """Offer the ways to begin."""
        from .first_start.page import FirstStart

        self.window.show_page(FirstStart(self))
        self.window.call("")

    def use_language(self, language: str) -> None:
        """Put everything into `language` and remember it."""
        self.preferences.remember(language=language)
        self._language_is_fixed = True
        self._speak(language)
        self._set_in_journal("language", language)

    def use_theme(self, scheme: Scheme) -> None:
        """Show light, dark or as the system, and remember it."""
        self.preferences.remember(theme=scheme.value)
        current_theme().choose(scheme)
        self._set_in_journal("theme", scheme.value)

    def look_at_the_day(self) -> None:
        """Past midnight everything that depends on today is read again."""
        if self._today() != self._day:
            self._day = self._today()
            if self.context is not None:
                self.context.bridge.changed.emit(Changes(everything=True), None)

    def close_journal(self) -> None:
        """Let every gesture be kept, then let go of the file."""
        if self.context is None:
            return
        if isinstance(self.window.page, JournalPage):
            self.window.page.afterwards.forget()
        context, self.context = self.context, None
        shown = context.selection.contact
        self.preferences.remember(contact=[] if shown is None else [int(shown)])
        context.bridge.stop()
        context.tasks.close()
        context.session.close()
        for part in (context.bridge, context.tasks, context.actions, context.selection, context.notices):
            part.deleteLater()

    def _show(self, session: Session) -> None:
        tasks = Tasks(self, session.reads.moment)
        context = Context(
            session=session,
            tasks=tasks,
            bridge=Bridge(session, self),
            actions=Actions(self),
            selection=Selection(self, tasks.together),
            notices=Notices(self),
            theme=current_theme(),
            today=self._today,
        )
        self.context = context
        self._follow_settings()
        context.bridge.changed.connect(self._changed)
        self._look_where_we_were(context)
        page = JournalPage(context, self)
        self.window.show_page(page)
        self.window.call(session.path.stem)
        page.begin()
        context.bridge.start()
        page.afterwards.finished.connect(self._make_ready)
        if self.window.isVisible():
            page.afterwards.begin(self.window.windowHandle())

    def _changed(self, changes: Changes, _origin: object) -> None:
        if changes.settings or changes.everything:
            self._follow_settings()

    def _follow_settings(self) -> None:
        """What the journal itself says of language and theme (`setting set language zh`) goes before the window's."""
        if self.context is None:
            return
        settings = self.context.session.reads.settings()
        if settings.language in LANGUAGES and not self._language_is_fixed and settings.language != current_language():
            self._speak(settings.language)
        if settings.theme in (Scheme.LIGHT, Scheme.DARK) and current_theme().scheme != settings.theme:
            current_theme().choose(Scheme(settings.theme))

    def _set_in_journal(self, key: str, text: str) -> None:
        """Where the journal has a choice of its own, the new one is kept there too: it would come back otherwise."""
        if self.context is not None and not self.context.session.read_only:
            settings = self.context.session.settings
            if settings.get(key) not in ("system", text):
                self.context.tasks.run(lambda: settings.set(key, text))

    def _speak(self, language: str) -> None:
        self._words.use(language)
        if self.context is not None:
            self.context.actions.reword()

    def _look_where_we_were(self, context: Context) -> None:
        kept = self.preferences.numbers("contact")
        if kept and self.preferences.text("journal") == str(context.session.path):
            contact = ContactId(kept[0])
            if context.session.reads.has_contact(contact):
                context.selection.choose(contact)

    def _go_on(self) -> None:
        """After the first paint: make the rest of the page."""
        page = self.window.page
        if isinstance(page, JournalPage):
            page.afterwards.begin(self.window.windowHandle())

    def _make_ready(self) -> None:
        """At last: bring in what writing needs, beside the window."""
        if self.context is not None:
            self.context.tasks.run(self.context.session.file.warm)

    def _ask_for_files(self) -> QMimeData | None:
        """What the user chooses, as a drop would bring it; None if nothing."""
        from PySide6.QtCore import QUrl
        from PySide6.QtWidgets import QFileDialog

        names, _kind = QFileDialog.getOpenFileNames(self.window, _("Bring notes"))
        what = QMimeData()
        what.setUrls([QUrl.fromLocalFile(name) for name in names])
        return what if names else None

    def _show_trouble(self, path: Path, problem: Problem) -> None:
        from .trouble.page import Trouble

        self.window.show_page(Trouble(self, path, problem))
        self.window.call(path.stem)

    def _file_kinds(self) -> str:
        return f"{_('Journals')} (*{SUFFIX});;{_('All files')} (*)"
