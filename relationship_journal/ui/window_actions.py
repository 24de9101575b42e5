"""The actions of the window as a whole: going somewhere, recording, undo, the journal's file, the program."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from relationship_journal.domain.scope import EVERYONE, UNSORTED, Scope
from relationship_journal.i18n import N_, Message, word

from .actions import Section
from .context import Context
from .theme import Scheme

if TYPE_CHECKING:
    from .desk import Desk
    from .journal_page import JournalPage


class WindowActions(QObject):
    """Makes the actions, and does those that belong to no pane. `complete` adds those that only the menu has."""

    def __init__(self, context: Context, desk: "Desk", page: "JournalPage") -> None:
        super().__init__(page)
        self._context = context
        self._desk = desk
        self._page = page
        self._make_going()
        self._make_recording()
        for name in context.actions:
            self._adopt(name)
        context.actions.added.connect(self._adopt)
        for name in ("edit.undo", "edit.redo"):
            context.actions[name].setEnabled(False)  # a window that opens has nothing to undo yet

    def complete(self) -> None:
        """Add the rest."""
        self._make_view()
        self._make_journal()
        self._context.bridge.changed.connect(self._follow_history)
        self._context.selection.changed.connect(self._follow_selection)
        self._follow_selection(self._context.selection.scope)
        self._follow_history()

    def fill(self, menu: QMenu) -> None:
        """Put the rest into the menu at the end of the top bar."""
        for group in (
            ("contact.edit", "contact.facets", "contact.remove"),
            (
                "journal.bring",
                "journal.new",
                "journal.open",
                "journal.example",
                "journal.repertoire",
                "journal.register",
                "journal.trash",
                "journal.backup",
            ),
            ("view.light", "view.dark", "view.system"),
            ("view.english", "view.chinese"),
            ("program.settings", "help.help", "program.quit"),
        ):
            menu.addActions([self._context.actions[name] for name in group])
            menu.addSeparator()

    def undo(self) -> None:
        """Take the latest gesture back."""
        self._context.tasks.run(
            self._context.session.history.undo, lambda done: self._said(N_("Undone: {gesture}"), done)
        )

    def redo(self) -> None:
        """Do again what was taken back."""
        self._context.tasks.run(
            self._context.session.history.redo, lambda done: self._said(N_("Done again: {gesture}"), done)
        )

    def _make_going(self) -> None:
        add, page, selection = self._context.actions.add, self._page, self._context.selection
        here = Section.GO
        add("go.journal", N_("Journal"), page.show_journal, icon="book-open", keys="Ctrl+1", section=here)
        self._context.actions["go.journal"].setCheckable(True)
        self._context.actions["go.journal"].setChecked(True)
        add("go.review", N_("Review"), page.show_review, icon="check-square", keys="Ctrl+2", section=here)
        self._context.actions["go.review"].setCheckable(True)
        add(
            "go.palette",
            N_("Search everything or run a command"),
            page.open_palette,
            icon="magnifying-glass",
            keys="Ctrl+K",
            section=here,
            in_palette=False,
        )
        add("go.search", N_("Search the journal"), page.open_search, icon="file-search", keys="Ctrl+F", section=here)
        add(
            "go.people",
            N_("Find a person"),
            page.find_somebody,
            icon="users",
            keys="Ctrl+Shift+K",
            section=here,
        )
        add("go.everyone", N_("Everyone"), lambda: selection.choose(EVERYONE), icon="users", section=here)
        add("go.unsorted", N_("Unsorted"), lambda: selection.choose(UNSORTED), icon="tray", section=here)
        add("go.ladder", N_("Show the ladder"), page.show_ladder, icon="align-bottom", keys="Ctrl+L", section=here)
        add("go.next_pane", N_("Next pane"), lambda: page.walk_panes(1), keys="F6", section=here, in_palette=False)
        add(
            "go.previous_pane",
            N_("Previous pane"),
            lambda: page.walk_panes(-1),
            keys="Shift+F6",
            section=here,
            in_palette=False,
        )

    def _make_recording(self) -> None:
        add, page = self._context.actions.add, self._page
        record, edit, person = Section.RECORD, Section.EDIT, Section.CONTACT
        add("entry.new", N_("New entry"), page.start_entry, icon="plus", keys="Ctrl+N", section=record)
        add("contact.add", N_("Add a contact"), self._add, icon="user-plus", keys="Ctrl+Shift+N", section=record)
        add("contact.edit", N_("Edit contact"), self._edit, icon="pencil-simple", keys="Ctrl+E", section=person)
        add("contact.facets", N_("Facets of life…"), self._facets, icon="puzzle-piece", section=person)
        add("contact.remove", N_("Remove contact"), self._remove, icon="trash", section=person)
        add(
            "edit.undo",
            N_("Undo"),
            self.undo,
            icon="arrow-counter-clockwise",
            keys="Ctrl+Z",
            section=edit,
            repeat=True,
        )
        add(
            "edit.redo",
            N_("Redo"),
            self.redo,
            icon="arrow-clockwise",
            keys=("Ctrl+Shift+Z", "Ctrl+Y"),
            section=edit,
            repeat=True,
        )

    def _make_view(self) -> None:
        add, desk = self._context.actions.add, self._desk
        add("view.light", N_("Light theme"), lambda: desk.use_theme(Scheme.LIGHT), icon="sun")
        add("view.dark", N_("Dark theme"), lambda: desk.use_theme(Scheme.DARK), icon="moon")
        add("view.system", N_("Theme of the system"), lambda: desk.use_theme(Scheme.SYSTEM), icon="desktop")
        # A language is named in itself, and in the other one, so that whoever is lost finds the way there and back.
        add("view.english", "English (语言：英文)", lambda: desk.use_language("en"), icon="translate")
        add("view.chinese", "中文 (Language: Chinese)", lambda: desk.use_language("zh"), icon="translate")

    def _make_journal(self) -> None:
        add, desk, file = self._context.actions.add, self._desk, Section.JOURNAL
        bring = N_("Bring notes…")
        add("journal.bring", bring, desk.bring_notes, icon="download-simple", keys="Ctrl+Shift+O", section=file)
        add("journal.new", N_("New journal…"), desk.new_journal, icon="file-plus", section=file)
        add("journal.open", N_("Open a journal…"), desk.open_journal, icon="folder-open", keys="Ctrl+O", section=file)
        add("journal.example", N_("Look around in the example"), desk.open_example, icon="compass", section=file)
        add("journal.repertoire", N_("Ladder and ideas…"), self._repertoire, icon="lightbulb", section=file)
        add("journal.register", N_("Courtesy register…"), self._register, icon="gift", section=file)
        add("journal.trash", N_("Trash…"), self._trash, icon="trash", section=file)
        add("journal.backup", N_("Back up…"), self._back_up, icon="floppy-disk-back", section=file)
        add("program.settings", N_("Settings…"), self._settings, icon="gear", keys="Ctrl+,", section=file)
        add("help.help", N_("Help"), self._help, icon="question", keys="F1", section=Section.HELP)
        add("program.quit", N_("Quit"), desk.window.close, icon="sign-out", keys="Ctrl+Q", section=file)

    def _add(self) -> None:
        from .contact_dialogs.add_sheet import add_contact

        add_contact(self._context, self._page)

    def _edit(self) -> None:
        from .contact_dialogs.contact_sheet import edit_contact

        contact = self._context.selection.contact
        if contact is not None:
            edit_contact(self._context, contact, self._page)

    def _facets(self) -> None:
        from .contact_dialogs.facet_editor import edit_facets

        contact = self._context.selection.contact
        if contact is not None:
            edit_facets(self._context, contact, self._page)

    def _remove(self) -> None:
        from .contact_dialogs.removing import remove_contacts

        contact = self._context.selection.contact
        if contact is not None:
            remove_contacts(self._context, (contact,))

    def _repertoire(self) -> None:
        from .repertoire.repertoire_sheet import show_repertoire

        show_repertoire(self._context, self._page)

    def _register(self) -> None:
        from .register.register_sheet import show_register

        show_register(self._context, self._page)

    def _trash(self) -> None:
        from .trash.trash_sheet import show_trash

        show_trash(self._context, self._page)

    def _back_up(self) -> None:
        from .backing_up import ask_and_back_up

        ask_and_back_up(self._context, self._page)

    def _settings(self) -> None:
        from .settings_dialog.settings_sheet import show_settings

        show_settings(self._context, self._desk, self._page)

    def _help(self) -> None:
        from .help.help_sheet import show_help

        show_help(self._context, self._page)

    def _adopt(self, name: str) -> None:
        """Let shortcuts of the whole window work wherever the focus is."""
        action = self._context.actions[name]
        if action.parent() is self._context.actions:
            self._page.addAction(action)

    def _said(self, sentence: str, done: Any) -> None:
        if done is not None:
            self._context.notices.say(Message(sentence, gesture=word(done.label)))
        self._follow_history()

    def _follow_selection(self, scope: Scope) -> None:
        for name in ("contact.edit", "contact.facets", "contact.remove"):
            self._context.actions[name].setEnabled(self._context.selection.contact is not None)

    def _follow_history(self, *_changed: object) -> None:
        """Say on the buttons what undo and redo would do."""
        history, actions = self._context.session.history, self._context.actions
        for name, label, plain, named in (
            ("edit.undo", history.can_undo(), N_("Undo"), N_("Undo: {gesture}")),
            ("edit.redo", history.can_redo(), N_("Redo"), N_("Redo: {gesture}")),
        ):
            actions[name].setEnabled(label is not None)
            actions.say(name, Message(plain) if label is None else Message(named, gesture=word(label)))
