"""One open journal with all that can be done to it. Opening and reading import no SQLModel; the first write does.

Each service is loaded when it is first asked for: a window shows its first picture with few of them.
"""

from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relationship_journal.i18n import Message
from relationship_journal.store.journal_file import JournalFile
from relationship_journal.store.reads import Reads

from .hub import Hub

if TYPE_CHECKING:
    from relationship_journal.domain.gesture import Gesture
    from relationship_journal.store.gestures import Batch

    from .backup import Backups
    from .contacts import Contacts
    from .courtesies import Courtesies
    from .drafts import Drafts
    from .favours import Favours
    from .glances import Glances
    from .history import History
    from .ideas import Ideas
    from .importing import Importing
    from .journal import Journal
    from .marks import MarksService
    from .profile import Profile
    from .reading import Readings
    from .review import Reviews
    from .search import Search
    from .settings import SettingsService


class Session:
    """The use cases of one journal, on any thread; gestures queue for their turn."""

    def __init__(self, file: JournalFile) -> None:
        self.file = file
        self.hub = Hub()
        self.reads = Reads(file)
        gestures = file.gestures
        gestures.tell = self.hub.publish
        gestures.noted = self.reads.changed
        self._gestures = gestures

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> "Session":
        """Open the journal at `path`; with `create`, make it first, where no file may stand.

        Raises JournalMissing, JournalExists, NotAJournal, NewerJournal, JournalDamaged, JournalReadOnly, JournalBusy.
        """
        return cls(JournalFile.open(path, create=create))

    @cached_property
    def settings(self) -> "SettingsService":
        """Settings, typed and checked."""
        from .settings import SettingsService

        return SettingsService(self._gestures, self.reads)

    @cached_property
    def contacts(self) -> "Contacts":
        """The people."""
        from .contacts import Contacts

        return Contacts(self._gestures, self.reads)

    @cached_property
    def favours(self) -> "Favours":
        """Favours and their steps."""
        from .favours import Favours

        return Favours(self._gestures, self.reads, self.settings)

    @cached_property
    def courtesies(self) -> "Courtesies":
        """Gifts, meals and greetings."""
        from .courtesies import Courtesies

        return Courtesies(self._gestures, self.reads, self.settings, self.favours)

    @cached_property
    def journal(self) -> "Journal":
        """Entries and their files."""
        from .journal import Journal

        return Journal(self._gestures, self.reads, self.favours, self.courtesies)

    @cached_property
    def profile(self) -> "Profile":
        """The user's own facets."""
        from .profile import Profile

        return Profile(self._gestures, self.reads)

    @cached_property
    def ideas(self) -> "Ideas":
        """What there is to suggest."""
        from .ideas import Ideas

        return Ideas(self._gestures, self.reads, self.settings)

    @cached_property
    def review(self) -> "Reviews":
        """The weekly review."""
        from .review import Reviews

        return Reviews(
            self._gestures, self.reads, self.settings, self.ideas, favours=self.favours, courtesies=self.courtesies
        )

    @cached_property
    def history(self) -> "History":
        """Undo and redo."""
        from .history import History

        return History(self._gestures)

    @cached_property
    def marks(self) -> "MarksService":
        """The marks of contacts, kept up to date."""
        from .marks import MarksService

        return MarksService(self._gestures, self.reads)

    @cached_property
    def search(self) -> "Search":
        """Search over the whole journal."""
        from .search import Search

        return Search(self.reads)

    @cached_property
    def drafts(self) -> "Drafts":
        """The composer's unfinished texts."""
        from .drafts import Drafts

        return Drafts(self._gestures, self.reads)

    @cached_property
    def importing(self) -> "Importing":
        """Taking in what was dropped, pasted or named; its readers are loaded when first asked for."""
        from .importing import Importing

        return Importing(self)

    @cached_property
    def readings(self) -> "Readings":
        """What notes suggest; the note reader is loaded when first asked for."""
        from .reading import Readings

        return Readings(
            self.file.gestures,
            self.reads,
            self.settings,
            contacts=self.contacts,
            favours=self.favours,
            courtesies=self.courtesies,
            journal=self.journal,
        )

    @cached_property
    def glances(self) -> "Glances":
        """What a text says of itself while it is written; the note reader is loaded when first asked for."""
        from .glances import Glances

        return Glances(self.reads, self.settings)

    @cached_property
    def backups(self) -> "Backups":
        """Copies of the whole journal; loaded when first asked for."""
        from .backup import Backups

        return Backups(self.file)

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Whether the journal can only be looked at; then every gesture raises JournalReadOnly."""
        return self.file.read_only

    def batch(self, gesture: "Gesture", origin: object = None) -> "AbstractContextManager[Batch]":
        """Many gestures of this thread as one undo step; see `store.gestures.Gestures.batch`."""
        return self.file.gestures.batch(gesture, origin)

    def check(self) -> tuple[Message, ...]:
        """What is wrong with the journal, nothing if it is whole: file, index, attachments, marks. May take seconds."""
        from relationship_journal.store.checking import check

        return (*check(self.path, read_only=self.read_only), *self.marks.check())

    def close(self) -> None:
        """Close the journal; no thread may be reading or writing any more."""
        self.file.close()
