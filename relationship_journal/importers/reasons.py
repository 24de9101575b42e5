"""Why a file was kept and not read: the sentences that all formats share."""

from relationship_journal.i18n import Message


def damaged(name: str) -> Message:
    """The sentence for a file that can't be read though its format is known."""
    return Message("{name} is damaged; it was kept as it is, unread.", name=name)


def locked(name: str) -> Message:
    """The sentence for a file that opens with a password only."""
    return Message("{name} is protected by a password; it was kept as it is, unread.", name=name)


def slow(name: str) -> Message:
    """The sentence for a file that was given up on: nobody waits for minutes."""
    return Message("{name} takes too long to read; it was kept as it is, unread.", name=name)
