"""Contacts with all that belongs to them. Of what is saved only the differences are written."""

from collections.abc import Iterable, Sequence

from relationship_journal.domain.contact import Contact, ContactId, Facet, Handle, Occasion
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.store import pinyin
from relationship_journal.store.work import Column, Work
from relationship_journal.values import replace


def add(work: Work, draft: ContactDraft) -> ContactId:
    """Write somebody new."""
    number = ContactId(work.insert("contact", **_columns(draft), **_keys(draft.name)))
    for table, rows in _owned(draft).items():
        for position, row in enumerate(rows):
            work.insert(table, contact_id=number, position=position, **row)
    return number


def save(work: Work, before: Contact, after: Contact) -> None:
    """Write what differs between `before`, as it stands in the journal, and `after`."""
    old, new = _columns(before), _columns(after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    if "name" in changed:
        changed |= _keys(after.name)
    if changed:
        work.update("contact", {"id": after.id}, **changed)
    old_owned, new_owned = _owned(before), _owned(after)
    for table in ("nickname", "tag"):
        if old_owned[table] != new_owned[table]:
            work.delete(table, contact_id=after.id)
            for position, row in enumerate(new_owned[table]):
                work.insert(table, contact_id=after.id, position=position, **row)
    for table, olds, news in (
        ("facet", before.facets, after.facets),
        ("occasion", before.occasions, after.occasions),
        ("handle", before.handles, after.handles),
    ):
        _save_owned(work, table, after.id, olds, news)


def add_facet(work: Work, contact: Contact, facet: Facet) -> None:
    """Put a facet after those that stand there."""
    save(work, contact, replace(contact, facets=(*contact.facets, replace(facet, id=0))))


def _save_owned(
    work: Work,
    table: str,
    contact: ContactId,
    before: Sequence[Facet | Occasion | Handle],
    after: Sequence[Facet | Occasion | Handle],
) -> None:
    """Rows keep their ids: what has an id is changed, what has none is new, what is missing is removed."""
    if before == after:
        return
    places = {row.id: (place, row) for place, row in enumerate(before)}
    for gone in places.keys() - {row.id for row in after}:
        work.delete(table, id=gone)
    for position, row in enumerate(after):
        if row.id not in places:
            work.insert(table, contact_id=contact, position=position, **_row(row))
        elif places[row.id] != (position, row):
            work.update(table, {"id": row.id}, position=position, **_row(row))


def _keys(name: str) -> dict[str, Column]:
    return {"keys": pinyin.keys(name), "sort_key": pinyin.sort_key(name)}


def _columns(contact: Contact | ContactDraft) -> dict[str, Column]:
    decision = contact.decision
    return {
        "name": contact.name,
        "org": contact.org,
        "title": contact.title,
        "introduced_by": contact.introduced_by,
        "cadence": contact.cadence,
        "official": int(contact.official),
        "decision_first": decision.first.isoformat() if decision else None,
        "decision_last": decision.last.isoformat() if decision else None,
        "region": contact.region,
        "note": contact.note,
        "picture": contact.picture,
    }


def _owned(contact: Contact | ContactDraft) -> dict[str, list[dict[str, Column]]]:
    return {
        "nickname": [{"text": text, "keys": pinyin.keys(text)} for text in contact.nicknames],
        "tag": [{"text": text} for text in contact.tags],
        "facet": _rows(contact.facets),
        "occasion": _rows(contact.occasions),
        "handle": _rows(contact.handles),
    }


def _rows(values: Iterable[Facet | Occasion | Handle]) -> list[dict[str, Column]]:
    return [_row(value) for value in values]


def _row(value: Facet | Occasion | Handle) -> dict[str, Column]:
    if isinstance(value, Facet):
        return {"kind": value.kind.value, "text": value.text}
    if isinstance(value, Occasion):
        return {"kind": value.kind.value, "date": value.date, "text": value.text}
    return {"kind": value.kind.value, "value": value.value}
