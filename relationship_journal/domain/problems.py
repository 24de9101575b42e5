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
