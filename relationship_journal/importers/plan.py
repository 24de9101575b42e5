"""What an importer makes of a source: drafts that say nothing of the journal that will hold them."""

from collections.abc import Callable
from datetime import date

from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import Message
from relationship_journal.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """Something dropped, pasted or named on the command line.

    `modified` is the file's own day, or that of the paste; `known` tells whether somebody in the journal is called so.
    """

    name: str
    content: bytes
    modified: date | None = None
    known: Callable[[str], bool] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to keep byte for byte. `problem` says why its text could not be read, None where all is well."""

    name: str
    content: bytes
    media_type: str
    problem: Message | None = None


Person = tuple[str, str]
"""The name and the address of somebody; either may be empty."""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """Who a mail is from and to; `has_subject` tells whether the first line of the entry's text is its subject."""

    has_subject: bool
    sender: Person
    receivers: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry to make. `people` are names and addresses that the source names.

    `day` is the one on which it happened, None where the source does not say; `written` the one on which the
    document says that it was last written, from which a "yesterday" in it counts.
    """

    kind: EntryKind
    text: str
    day: date | None = None
    time: str = ""
    files: tuple[PlannedFile, ...] = ()
    people: tuple[str, ...] = ()
    written: date | None = None
    head: LetterHead | None = None


@dataclass(frozen=True, slots=True)
class PlannedContact:
    """Somebody to add, or to complete where the journal knows them by a handle or by name.

    With `instead` nobody is added: who is not known becomes that entry.
    """

    contact: ContactDraft
    instead: PlannedEntry | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that could not be taken, with its reason."""

    record: str
    reason: Message


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that one source holds: entries, and contacts to add or to complete.

    `format` is `text markdown chat mail html docx odt rtf pdf link vcard calendar audio picture file` …
    """

    format: str
    entries: tuple[PlannedEntry, ...] = ()
    refused: tuple[Refusal, ...] = ()
    contacts: tuple[PlannedContact, ...] = ()
