"""What every kind of mail is when it has been opened, and the entry that it becomes."""

from datetime import datetime

from relationship_journal.domain.entry import EntryKind
from relationship_journal.values import dataclass

from .plan import LetterHead, Person, PlannedEntry, PlannedFile

LOGO = 10_000
"""Bytes up to which a picture within the text is a logo or a counter, not a picture to keep."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail: `moment` is when it was sent in local time; `files[0]` is the mail itself, whole."""

    subject: str
    sender: Person | None
    receivers: tuple[Person, ...]
    moment: datetime | None
    body: str
    files: tuple[PlannedFile, ...]

    def entry(self) -> PlannedEntry:
        """Its entry: subject and body are the text; who it is from and to stands in its head."""
        people = (*((self.sender,) if self.sender else ()), *self.receivers)
        words = [word for shown, address in people for word in (shown, address) if word]
        return PlannedEntry(
            EntryKind.MESSAGE,
            f"{self.subject}\n\n{self.body.strip()}".strip(),
            day=None if self.moment is None else self.moment.date(),
            time="" if self.moment is None else f"{self.moment:%H:%M}",
            files=self.files,
            people=tuple(dict.fromkeys(words)),
            head=LetterHead(bool(self.subject), self.sender, self.receivers) if self.sender else None,
        )
