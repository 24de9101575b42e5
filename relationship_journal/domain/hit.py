"""What a search finds, and the piece of it that is shown."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .contact import ContactId
from .snippets import Spans, finder


class HitKind(StrEnum):
    """What was found."""

    CONTACT = "contact"
    FAVOUR = "favour"
    ENTRY = "entry"


class Hit(NamedTuple):
    """One thing found. `contacts` and `names` are whose it is; `day` is None for a contact; `rung` is a favour's.

    `texts` are what it says, the most telling first, and `terms` are the words that were looked for. The snippet is
    made of them when somebody asks: most of what is found is never looked at.
    """

    kind: HitKind
    id: int
    contacts: tuple[ContactId, ...]
    names: tuple[str, ...]
    day: date | None
    texts: tuple[str, ...]
    terms: tuple[str, ...] = ()
    rung: int | None = None

    @property
    def snippet(self) -> str:
        """At most some 120 characters of the first text in which something was found, on one line."""
        return self.excerpt()[0]

    @property
    def marks(self) -> Spans:
        """Where the words found stand in the snippet: (start, end) in code points."""
        return self.excerpt()[1]

    def excerpt(self) -> tuple[str, Spans]:
        """Snippet and marks, in one go."""
        find = finder(self.terms)
        told = find.telling(self.texts)
        shown, spans = find.snippet(told)
        if self.kind is HitKind.FAVOUR and told != self.texts[0]:
            # A favour is known by its title: what a step says of it comes after.
            title = f"{self.texts[0]}: "
            return title + shown, tuple((start + len(title), end + len(title)) for start, end in spans)
        return shown, spans
