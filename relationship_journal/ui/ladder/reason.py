"""A line of why, as values."""

from enum import StrEnum

from relationship_journal.i18n import Message
from relationship_journal.values import dataclass


class Tone(StrEnum):
    """Whether a line speaks for it, asks for attention, asks to wait, is an example, or says how to act."""

    FOR = "for"
    OPEN = "open"
    WAIT = "wait"
    EXAMPLE = "example"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of why. Its words are made when they are shown, in the language in use."""

    tone: Tone
    message: Message
