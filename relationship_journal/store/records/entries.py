"""Entries and whose they are. Day, time, kind and trash mark stand with each contact again, for their timelines."""

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import Entry, EntryId
from relationship_journal.store.work import Column, Work


def add(work: Work, draft: EntryDraft) -> EntryId:
    """Write a new entry, without its files, steps and courtesy."""
    place: dict[str, Column] = {"day": draft.day.isoformat(), "time": draft.time, "kind": draft.kind.value}
    contacts = tuple(dict.fromkeys(draft.contacts))
    number = EntryId(
        work.insert("entry", **place, text=draft.text, source=draft.source.value, unsorted=int(not contacts))
    )
    _put_contacts(work, number, contacts, place)
    return number


def save(work: Work, before: Entry, after: Entry) -> None:
    """Write what differs; attachments have their own functions. The revision counts up with every change."""
    old, new = _columns(before), _columns(after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    contacts = tuple(dict.fromkeys(after.contacts))
    if not changed and contacts == before.contacts:
        return
    work.update("entry", {"id": after.id}, **changed, revision=before.revision + 1, unsorted=int(not contacts))
    place = {name: new[name] for name in ("day", "time", "kind")}
    if contacts != before.contacts:
        for contact in before.contacts:
            work.delete("entry_contact", entry_id=after.id, contact_id=contact)
        _put_contacts(work, after.id, contacts, place)
    elif place.keys() & changed.keys():
        work.update("entry_contact", {"entry_id": after.id}, **place)


def touch(work: Work, entry: EntryId) -> None:
    """Count an entry's revision up: what is shown with it changed."""
    (revision,) = work.rows("SELECT revision FROM entry WHERE id = ?", entry)[0]
    work.update("entry", {"id": entry}, revision=revision + 1)


def _put_contacts(work: Work, entry: EntryId, contacts: tuple[ContactId, ...], place: dict[str, Column]) -> None:
    for position, contact in enumerate(contacts):
        work.insert("entry_contact", entry_id=entry, contact_id=contact, position=position, **place)


def _columns(entry: Entry) -> dict[str, Column]:
    return {
        "day": entry.day.isoformat(),
        "time": entry.time,
        "kind": entry.kind.value,
        "text": entry.text,
        "source": entry.source.value,
    }
