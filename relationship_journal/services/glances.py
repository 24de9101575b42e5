"""What is noticed in a text while it is written. Nothing of it is recorded: whoever writes may take it over."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import EntryKind
from relationship_journal.store.reads import Reads
from relationship_journal.values import dataclass

from .settings import SettingsService

if TYPE_CHECKING:
    from relationship_journal.reading.note import Span


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing that a text says of itself: its day, its kind, or a contact whom it names, with the words that say so.

    `span` are those words, as offsets in code points.
    """

    what: date | EntryKind | ContactId
    words: str
    span: "Span"
    name: str = ""  #: of the contact


class Glances:
    """Looks at texts that are being written."""

    def __init__(self, reads: Reads, settings: SettingsService) -> None:
        self._reads = reads
        self._settings = settings

    def at(self, text: str, contacts: Collection[ContactId], today: date) -> tuple[Noticed, ...]:
        """What `text` says of its day, its kind and its people beside `contacts`; () where reading is turned off.

        A name that two contacts bear is nobody's here.
        """
        if not text.strip() or not self._settings.numbers().reading:
            return ()
        from relationship_journal.reading.glance import glance
        from relationship_journal.reading.note import KnownContact, Note

        addressed = self._reads.forms_of_address()
        bearers = Counter(name for _id, name, _nicknames, _org, _pinyin in addressed)
        ids = {name: contact for contact, name, _nicknames, _org, _pinyin in addressed if bearers[name] == 1}
        known = tuple(KnownContact(name, nicknames, org, pinyin) for _id, name, nicknames, org, pinyin in addressed)
        mine = next((name for contact, name, _nicknames, _org, _pinyin in addressed if contact in contacts), None)
        seen = glance(Note(text, today, known, mine))
        found = [
            _noticed(text, ids[person.name], person.span, person.name)
            for person in seen.people
            if person.name in ids and ids[person.name] not in contacts
        ]
        if seen.channel is not None and seen.channel_span is not None:
            found.insert(0, _noticed(text, EntryKind(seen.channel), seen.channel_span))
        if seen.day is not None and seen.day_span is not None:
            found.insert(0, _noticed(text, seen.day, seen.day_span))
        return tuple(found)


def _noticed(text: str, what: date | EntryKind | ContactId, span: "Span", name: str = "") -> Noticed:
    return Noticed(what, " ".join(text[span.start : span.end].split()), span, name)
