"""Favours, their steps, and courtesies."""

from datetime import date
from decimal import Decimal

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy, CourtesyId
from relationship_journal.domain.favour import Favour, FavourId, Step
from relationship_journal.store.work import Column, Work


def add(work: Work, favour: Favour) -> FavourId:
    """Write a new favour, without its steps; its id is given by the journal."""
    return FavourId(
        work.insert("favour", contact_id=favour.contact, direction=favour.direction.value, **_columns(favour))
    )


def save(work: Work, before: Favour, after: Favour) -> None:
    """Write what differs; neither contact, direction nor steps."""
    old = _columns(before)
    changed = {name: value for name, value in _columns(after).items() if value != old[name]}
    if changed:
        work.update("favour", {"id": after.id}, **changed)


def take_step(work: Work, favour: FavourId, step: Step) -> int:
    """Write a step; its id."""
    return work.insert(
        "step",
        favour_id=favour,
        kind=step.kind.value,
        day=step.day.isoformat(),
        text=step.text,
        entry_id=step.entry,
        weight=step.weight,
        with_favour=step.favour,
        with_courtesy=step.courtesy,
        reason=step.reason,
    )


def remove_step(work: Work, step: int) -> int:
    """Remove a step; 0 where it is gone already."""
    return work.delete("step", id=step)


def favour_of_step(work: Work, step: int) -> FavourId | None:
    """Whose step it is."""
    rows = work.rows("SELECT favour_id FROM step WHERE id = ?", step)
    return FavourId(rows[0][0]) if rows else None


def add_courtesy(work: Work, courtesy: Courtesy) -> CourtesyId:
    """Write a new courtesy; its id is given by the journal."""
    number = CourtesyId(work.insert("courtesy", **_courtesy_columns(courtesy)))
    _put_contacts(work, number, courtesy.contacts)
    return number


def save_courtesy(work: Work, before: Courtesy, after: Courtesy) -> None:
    """Write what differs."""
    old = _courtesy_columns(before)
    changed = {name: value for name, value in _courtesy_columns(after).items() if value != old[name]}
    if changed:
        work.update("courtesy", {"id": after.id}, **changed)
    if before.contacts != after.contacts:
        for contact in before.contacts:
            work.delete("courtesy_contact", courtesy_id=after.id, contact_id=contact)
        _put_contacts(work, after.id, after.contacts)


def _put_contacts(work: Work, courtesy: CourtesyId, contacts: tuple[ContactId, ...]) -> None:
    for position, contact in enumerate(dict.fromkeys(contacts)):
        work.insert("courtesy_contact", courtesy_id=courtesy, contact_id=contact, position=position)


def _columns(favour: Favour) -> dict[str, Column]:
    return {
        "title": favour.title,
        "rung": favour.rung,
        "domain": favour.domain,
        "weight": favour.weight,
        "against_interest": int(favour.against_interest),
        "note": favour.note,
    }


def _courtesy_columns(courtesy: Courtesy) -> dict[str, Column]:
    return {
        "kind": courtesy.kind.value,
        "direction": courtesy.direction.value,
        "day": _iso(courtesy.day),
        "text": courtesy.text,
        "value": _sum(courtesy.value),
        "currency": courtesy.currency,
        "favour_id": courtesy.favour,
        "entry_id": courtesy.entry,
        "alone": int(courtesy.entry is None),
    }


def _iso(day: date) -> str:
    return day.isoformat()


def _sum(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
