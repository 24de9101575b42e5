"""Whose values, read before and kept, have to be read again."""

import threading

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.contact import ContactId


class Stale:
    """Notes what was changed, on any thread, until it is taken. At first everybody is stale."""

    def __init__(self) -> None:
        self._noting = threading.Lock()
        self._contacts: set[ContactId] = set()
        self._all = True

    def note(self, changes: Changes) -> None:
        """These changes were made."""
        with self._noting:
            self._all |= changes.everything or changes.settings
            self._contacts.update(map(ContactId, changes.contacts))

    def take(self) -> frozenset[ContactId] | None:
        """Whose values are to be read again now, None for all; from now on they count as read."""
        with self._noting:
            stale = None if self._all else frozenset(self._contacts)
            self._contacts.clear()
            self._all = False
        return stale
