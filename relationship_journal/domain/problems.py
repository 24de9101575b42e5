"""What could not be done, as a sentence to word at the edge and never a traceback."""

from relationship_journal.i18n import Message


class Problem(Exception):  # noqa: N818 - named in the user's words
    """Something that the user asked for cannot be done; `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class Ambiguous(Problem):
    """A name that fits several contacts; `candidates` are their names with what tells them apart."""

    def __init__(self, message: Message, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class WrongUsage(Problem):
    """Words that make no sense together: the command line answers with exit status 2."""


class NotFound(Problem):
    """There is no such contact, entry, favour or courtesy."""


class JournalMissing(Problem):
    """There is no file of this name."""


class JournalExists(Problem):
    """A journal was to be made where a file stands already: it is left as it is."""


class NotAJournal(Problem):
    """The file is something else, or encrypted; nothing was written to it."""


class NewerJournal(Problem):
    """The file was made by a later version of the program; nothing was written to it."""


class JournalDamaged(Problem):
    """The file is a journal, but parts of it cannot be read."""


class JournalReadOnly(Problem):
    """The file, or the folder or disk that it lies on, cannot be written to."""


class JournalBusy(Problem):
    """Another program kept the journal locked for longer than one waits."""


class DiskFull(Problem):
    """There is no room to keep what was to be kept; nothing of the gesture was written."""


class ChangedElsewhere(Problem):
    """What was to be undone has been changed in another window since; nothing was undone."""
