"""Two contacts that turn out to be one person."""

from relationship_journal.domain.contact import Contact, Facet, Handle, Occasion
from relationship_journal.store.work import Work
from relationship_journal.values import replace

_OWNED = ("favour", "plan", "snooze", "used_idea")


def merged(keep: Contact, other: Contact) -> Contact:
    """`keep` with what only `other` had: its name as a nickname, texts where there was none, rows that differ."""
    nicknames = dict.fromkeys((*keep.nicknames, other.name, *other.nicknames))
    nicknames.pop(keep.name, None)
    return replace(
        keep,
        nicknames=tuple(nicknames),
        tags=tuple(dict.fromkeys((*keep.tags, *other.tags))),
        org=keep.org or other.org,
        title=keep.title or other.title,
        introduced_by=keep.introduced_by or (other.introduced_by if other.introduced_by != keep.id else None),
        cadence=keep.cadence or other.cadence,
        official=keep.official or other.official,
        decision=keep.decision or other.decision,
        region=keep.region or other.region,
        note="\n".join(filter(None, dict.fromkeys((keep.note, other.note)))),
        picture=keep.picture or other.picture,
        facets=(*keep.facets, *(new for new in _new_facets(other) if new not in _new_facets(keep))),
        occasions=(*keep.occasions, *(new for new in _new_occasions(other) if new not in _new_occasions(keep))),
        handles=(*keep.handles, *(new for new in _new_handles(other) if new not in _new_handles(keep))),
    )


def merge(work: Work, keep: Contact, other: Contact) -> None:
    """Move entries, favours, courtesies and plans from `other` to `keep`, and put `other` away for good."""
    for table in _OWNED:
        work.update(table, {"contact_id": other.id}, contact_id=keep.id)
    for day, time, entry in work.rows("SELECT day, time, entry_id FROM entry_contact WHERE contact_id = ?", other.id):
        if work.rows("SELECT 1 FROM entry_contact WHERE entry_id = ? AND contact_id = ?", entry, keep.id):
            work.delete("entry_contact", contact_id=other.id, day=day, time=time, entry_id=entry)
        else:
            work.update("entry_contact", {"contact_id": other.id, "entry_id": entry}, contact_id=keep.id)
    for (courtesy,) in work.rows("SELECT courtesy_id FROM courtesy_contact WHERE contact_id = ?", other.id):
        if work.rows("SELECT 1 FROM courtesy_contact WHERE courtesy_id = ? AND contact_id = ?", courtesy, keep.id):
            work.delete("courtesy_contact", contact_id=other.id, courtesy_id=courtesy)
        else:
            work.update("courtesy_contact", {"contact_id": other.id, "courtesy_id": courtesy}, contact_id=keep.id)
    work.update("contact", {"introduced_by": other.id}, introduced_by=keep.id)
    if keep.introduced_by == other.id:
        work.update("contact", {"id": keep.id}, introduced_by=None)
    work.delete("contact", id=other.id)


def _new_facets(contact: Contact) -> list[Facet]:
    return [replace(facet, id=0) for facet in contact.facets]


def _new_occasions(contact: Contact) -> list[Occasion]:
    return [replace(occasion, id=0) for occasion in contact.occasions]


def _new_handles(contact: Contact) -> list[Handle]:
    return [replace(handle, id=0) for handle in contact.handles]
