"""What the window looks at: one contact, everyone, or the unsorted notes; shared by all panes."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from PySide6.QtCore import QObject, Signal

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import EntryId
from relationship_journal.domain.favour import FavourId
from relationship_journal.domain.scope import EVERYONE, Scope, Whole


class Selection(QObject):
    """The scope in view. Panes read `scope` and hear `changed`; whoever wants another calls `choose`.

    What the panes ask to be read for it is asked within `together` (`Tasks.together`).
    """

    changed = Signal(object)  #: the new Scope
    chosen = Signal()  #: somebody asked to look at a scope, be it the one in view: a page that hides it gives way
    entry_wanted = Signal(int)  #: an entry of the scope is to be shown and made current
    favour_wanted = Signal(int)  #: a favour of the contact is to be shown in the ladder panel

    def __init__(
        self, parent: QObject | None = None, together: Callable[[], AbstractContextManager[None]] = nullcontext
    ) -> None:
        super().__init__(parent)
        self._scope: Scope = EVERYONE
        self._together = together

    @property
    def scope(self) -> Scope:
        """A contact's id, EVERYONE or UNSORTED."""
        return self._scope

    @property
    def contact(self) -> ContactId | None:
        """The contact in view, or None."""
        return None if isinstance(self._scope, Whole) else self._scope

    def choose(self, scope: Scope) -> None:
        """Look at `scope` from now on."""
        if scope != self._scope:
            self._scope = scope
            with self._together():
                self.changed.emit(scope)
        self.chosen.emit()

    def show_entry(self, entry: EntryId, scope: Scope | None = None) -> None:
        """Show an entry, within `scope` if one is given, else within the one in view."""
        if scope is not None:
            self.choose(scope)
        self.entry_wanted.emit(entry)

    def show_favour(self, favour: FavourId, contact: ContactId) -> None:
        """Show a favour in its contact's ladder panel."""
        self.choose(contact)
        self.favour_wanted.emit(favour)
