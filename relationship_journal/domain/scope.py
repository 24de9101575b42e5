"""Whose journal is looked at: one contact's, everyone's, or what belongs to nobody yet."""

from enum import Enum
from typing import Final

from .contact import ContactId


class Whole(Enum):
    """The two scopes that are no contact."""

    EVERYONE = "everyone"
    UNSORTED = "unsorted"


EVERYONE: Final = Whole.EVERYONE
UNSORTED: Final = Whole.UNSORTED
Scope = ContactId | Whole
