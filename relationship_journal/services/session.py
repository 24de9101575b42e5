"""One open journal with all that can be done to it. Opening and reading import no SQLModel; the first write does."""

from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relationship_journal.domain.gesture import Gesture
from relationship_journal.i18n import Message
from relationship_journal.store.checking import check
from relationship_journal.store.gestures import Batch
from relationship_journal.store.journal_file import JournalFile
from relationship_journal.store.reads import Reads

from .contacts import Contacts
from .courtesies import Courtesies
from .drafts import Drafts
from .favours import Favours
from .history import History
from .hub import Hub
from .ideas import Ideas
from .journal import Journal
from .marks import MarksService
from .profile import Profile
from .review import Reviews
from .search import Search
from .settings import SettingsService

if TYPE_CHECKING:
    from .backup import Backups
    from .glances import Glances
    from .importing import Importing
    from .reading import Readings


class Session:
    """The use cases of one journal, on any thread; gestures queue for their turn."""

    def __init__(self, file: JournalFile) -> None:
        self.file = file
        self.hub = Hub()
        self.reads = Reads(file)
        gestures = file.gestures
        gestures.tell = self.hub.publish
        gestures.noted = self.reads.changed
        self.settings = SettingsService(gestures, self.reads)
        self.contacts = Contacts(gestures, self.reads)
        self.favours = Favours(gestures, self.reads, self.settings)
        self.courtesies = Courtesies(gestures, self.reads, self.settings, self.favours)
        self.journal = Journal(gestures, self.reads, self.favours, self.courtesies)
        self.profile = Profile(gestures, self.reads)
        self.ideas = Ideas(gestures, self.reads, self.settings)
        self.review = Reviews(
            gestures, self.reads, self.settings, self.ideas, favours=self.favours, courtesies=self.courtesies
        )
        self.history = History(gestures)
        self.marks = MarksService(gestures, self.reads)
        self.search = Search(self.reads)
        self.drafts = Drafts(gestures, self.reads)

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> "Session":
        """Open the journal at `path`; with `create`, make it first, where no file may stand.

        Raises JournalMissing, JournalExists, NotAJournal, NewerJournal, JournalDamaged, JournalReadOnly, JournalBusy.
        """
        return cls(JournalFile.open(path, create=create))

    @cached_property
    def importing(self) -> "Importing":
        """Taking in what was dropped, pasted or named; its readers are loaded when first asked for."""
        from .importing import Importing

        return Importing(self)

    @cached_property
    def backups(self) -> "Backups":
        """Copies of the whole journal; loaded when first asked for."""
        from .backup import Backups

        return Backups(self.file)

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

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Whether the journal can only be looked at; then every gesture raises JournalReadOnly."""
        return self.file.read_only

    def batch(self, gesture: Gesture, origin: object = None) -> AbstractContextManager[Batch]:
        """Many gestures of this thread as one undo step; see `store.gestures.Gestures.batch`."""
        return self.file.gestures.batch(gesture, origin)

    def check(self) -> tuple[Message, ...]:
        """What is wrong with the journal, nothing if it is whole: file, index, attachments, marks. May take seconds."""
        return (*check(self.path, read_only=self.read_only), *self.marks.check())

    def close(self) -> None:
        """Close the journal; no thread may be reading or writing any more."""
        self.file.close()
