"""Whom a thing that comes in speaks of: contacts by handle or name, completed by what a card says of them."""

from collections.abc import Sequence

from relationship_journal.domain.chat import is_writer
from relationship_journal.domain.contact import Contact, ContactId, Handle, Occasion, OccasionKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.handles import handle_key
from relationship_journal.importers import LetterHead, Person
from relationship_journal.store.reads import Reads
from relationship_journal.values import replace

_NAMED = 5  # receivers that a head names


class Acquaintances:
    """Answers for one taking in: what it has looked up it does not ask again."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._named: dict[str, tuple[ContactId, ...]] = {}
        self._by_key: dict[tuple[str, str], set[ContactId]] | None = None

    def is_known(self, name: str) -> bool:
        """Whether somebody in the journal, or the writer, is called so."""
        return is_writer(name) or bool(self._called(name))

    def among(self, people: Sequence[str]) -> tuple[ContactId, ...]:
        """The contacts with one of these handles, or with exactly one of these names or nicknames.

        Who is nobody's name or several people's is left for the user to say.
        """
        found = list(self._reads.contacts_reached_by(people[:500]))
        for name in people[:500]:
            called = self._called(name)
            if len(called) == 1:
                found.append(called[0])
        return tuple(dict.fromkeys(found))

    def head_line(self, head: LetterHead) -> str:
        """`Helen Zhou → 王建国`: who wrote to whom, by their names in the journal where they are there."""
        receivers = [self._name_of(person) for person in head.receivers]
        if not receivers:
            return ""
        shown = ("; " if any("," in name for name in receivers) else ", ").join(receivers[:_NAMED])
        more = f" +{len(receivers) - _NAMED}" if len(receivers) > _NAMED else ""
        return f"{self._name_of(head.sender)} → {shown}{more}"

    def matching(self, card: ContactDraft, *, nicknames: bool = False) -> ContactId | None:
        """The contact that a card is about: the only one with one of its handles, else the only one of its name.

        With `nicknames` the name may be one.
        """
        found: set[ContactId] = set()
        for handle in card.handles:
            if (key := handle_key(handle.kind, handle.value)) is not None:
                found |= self._keys().get(key, set())
        if len(found) != 1:
            named = set(self._called(card.name) if nicknames else self._reached_by_name(card.name))
            found = found & named if found else named
        return next(iter(found)) if len(found) == 1 else None

    def remember(self, contact: Contact) -> None:
        """Somebody was added or completed: the next card may be theirs too."""
        self._named.clear()
        for handle in contact.handles:
            if (key := handle_key(handle.kind, handle.value)) is not None:
                self._keys().setdefault(key, set()).add(contact.id)

    def _called(self, name: str) -> tuple[ContactId, ...]:
        known = self._named.get(name)
        if known is None:
            found = self._reads.contacts_called(name) or self._reads.contacts_nicknamed(name) if name.strip() else []
            known = self._named[name] = tuple(row[0] for row in found)
        return known

    def _reached_by_name(self, name: str) -> tuple[ContactId, ...]:
        return tuple(row[0] for row in self._reads.contacts_called(name))

    def _name_of(self, person: Person) -> str:
        shown, address = person
        found = self._reads.contacts_reached_by([address]) if address else ()
        if len(found) != 1 and shown:
            found = self._called(shown)
        return self._reads.contact(found[0]).name if len(found) == 1 else shown or address

    def _keys(self) -> dict[tuple[str, str], set[ContactId]]:
        if self._by_key is None:
            self._by_key = {}
            for contact in self._reads.contacts():
                for handle in contact.handles:
                    if (key := handle_key(handle.kind, handle.value)) is not None:
                        self._by_key.setdefault(key, set()).add(contact.id)
        return self._by_key


def completed(contact: Contact, card: ContactDraft) -> Contact:
    """`contact` with what only the card says: nothing that stands there is changed."""
    known = {name.casefold() for name in (contact.name, *contact.nicknames)}
    nicknames = [name for name in (card.name, *card.nicknames) if name.casefold() not in known]
    keys = {handle_key(handle.kind, handle.value) for handle in contact.handles}
    handles: list[Handle] = []
    for handle in card.handles:
        key = handle_key(handle.kind, handle.value)
        if key is not None and key not in keys:
            handles.append(handle)
            keys.add(key)
    return replace(
        contact,
        nicknames=(*contact.nicknames, *dict.fromkeys(nicknames)),
        org=contact.org or card.org,
        title=contact.title or card.title,
        tags=tuple(dict.fromkeys((*contact.tags, *card.tags))),
        note=contact.note or card.note,
        handles=(*contact.handles, *handles),
        occasions=(*contact.occasions, *(one for one in card.occasions if not _stands(contact, one))),
    )


def _stands(contact: Contact, occasion: Occasion) -> bool:
    """Whether the occasion is known: a birthday on the same day is, with the year or without it."""
    if occasion.kind is OccasionKind.OTHER:
        return any(one.date == occasion.date and one.text == occasion.text for one in contact.occasions)
    return any(one.kind is occasion.kind and one.date[-6:] == occasion.date[-6:] for one in contact.occasions)
