"""The JSON of the command line: each value of the domain in the shape that scripts rely on."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from relationship_journal.domain import written_ids as ids
from relationship_journal.domain.calendar import next_occurrence
from relationship_journal.domain.contact import Contact, Facet, Occasion, OpenDecision
from relationship_journal.domain.courtesy import Courtesy
from relationship_journal.domain.entry import Entry
from relationship_journal.domain.favour import Favour, FavourId, Step
from relationship_journal.domain.ideas import IdeaText
from relationship_journal.domain.loop import loop_of
from relationship_journal.domain.rules import Verdict, VerdictFact
from relationship_journal.domain.settings import Settings
from relationship_journal.i18n import Message, sentences, word

Json = dict[str, Any]


def contact(who: Contact, today: date) -> Json:
    """A contact with everything that is known of them."""
    return {
        "id": ids.written(ids.CONTACT, who.id),
        "name": who.name,
        "nicknames": list(who.nicknames),
        "org": who.org,
        "title": who.title,
        "tags": list(who.tags),
        "introduced_by": None if who.introduced_by is None else ids.written(ids.CONTACT, who.introduced_by),
        "cadence": who.cadence,
        "official": who.official,
        "decision": decision(who.decision),
        "facets": facets(who.facets),
        "occasions": [occasion(each, today) for each in who.occasions],
        "handles": [{"kind": handle.kind.value, "value": handle.value} for handle in who.handles],
        "note": who.note,
    }


def decision(days: OpenDecision | None) -> str | None:
    """`2026-11-01..2026-12-15`, as `--decision` takes it."""
    return None if days is None else f"{days.first.isoformat()}..{days.last.isoformat()}"


def facets(known: Iterable[Facet]) -> list[Json]:
    """Facets of life, as kind and text."""
    return [{"facet": facet.kind.value, "text": facet.text} for facet in known]


def occasion(of: Occasion, today: date) -> Json:
    """An occasion with the day on which it comes next, null when it is past."""
    coming = next_occurrence(of, today)
    return {
        "kind": of.kind.value,
        "date": of.date,
        "text": of.text,
        "next": None if coming is None else coming.isoformat(),
    }


def entry(kept: Entry, steps: Iterable[tuple[FavourId, Step]]) -> Json:
    """An entry with the steps of favours that happened in it."""
    return {
        "id": ids.written(ids.ENTRY, kept.id),
        "contacts": [ids.written(ids.CONTACT, contact_id) for contact_id in kept.contacts],
        "kind": kept.kind.value,
        "day": kept.day.isoformat(),
        "time": kept.time or None,
        "text": kept.text,
        "attachments": [
            {"name": attached.name, "bytes": attached.size, "sha256": attached.sha256} for attached in kept.attachments
        ],
        "favour_steps": [
            {"favour": ids.written(ids.FAVOUR, favour_id), "step": step.kind.value} for favour_id, step in steps
        ],
    }


def favour(of: Favour, name: str, settings: Settings, today: date, warnings: Iterable[Verdict] = ()) -> Json:
    """A favour with its derived state; `warnings` are the verdicts that are not ok."""
    story = loop_of(of, today, settings)
    return {
        "id": ids.written(ids.FAVOUR, of.id),
        "contact": ids.written(ids.CONTACT, of.contact),
        "name": name,
        "title": of.title,
        "direction": of.direction.value,
        "rung": of.rung,
        "domain": of.domain,
        "weight": of.weight,
        "state": story.state.value,
        "open": story.open,
        "missing": [kind.value for kind in story.missing],
        "steps": [step(each) for each in of.steps],
        "warnings": [verdict(each) for each in warnings],
    }


def step(taken: Step) -> Json:
    """A step; `with` is the favour or the courtesy in which something was returned."""
    within = None
    if taken.favour is not None:
        within = ids.written(ids.FAVOUR, taken.favour)
    elif taken.courtesy is not None:
        within = ids.written(ids.COURTESY, taken.courtesy)
    return {
        "step": taken.kind.value,
        "day": taken.day.isoformat(),
        "text": taken.text,
        "entry": None if taken.entry is None else ids.written(ids.ENTRY, taken.entry),
        "weight": taken.weight,
        "with": within,
    }


def courtesy(of: Courtesy, warnings: Iterable[Verdict] = ()) -> Json:
    """A courtesy. Its value is a number, or null where unknown."""
    return {
        "id": ids.written(ids.COURTESY, of.id),
        "contacts": [ids.written(ids.CONTACT, contact_id) for contact_id in of.contacts],
        "kind": of.kind.value,
        "direction": of.direction.value,
        "text": of.text,
        "value": None if of.value is None else amount(of.value),
        "currency": of.currency or None,
        "day": of.day.isoformat(),
        "favour": None if of.favour is None else ids.written(ids.FAVOUR, of.favour),
        "warnings": [verdict(each) for each in warnings],
    }


def amount(value: Decimal) -> int | float:
    """A sum as a JSON number: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def verdict(of: Verdict) -> Json:
    """What a rule says, with its reason in the language in use and the facts that it used."""
    return {
        "rule": of.rule,
        "advises": of.advises.value,
        "because": word(of.because),
        "facts": [_fact(each) for each in of.facts],
    }


def suggestion(number: str, text: IdeaText, who: Contact, because: Iterable[Message]) -> Json:
    """An idea or an offer: the words to say, with why; title, how to act on it and what return fits beside."""
    return {
        "id": number,
        "text": text.to_say(who),
        "because": sentences(word(reason) for reason in because),
        "title": text.title,
        "act": text.act,
        "returns": text.returns,
    }


def _fact(used: VerdictFact) -> Json:
    shown: tuple[tuple[str, Any, Callable[[Any], Any]], ...] = (
        ("favour", used.favour, lambda number: ids.written(ids.FAVOUR, number)),
        ("courtesy", used.courtesy, lambda number: ids.written(ids.COURTESY, number)),
        ("day", used.day, lambda day: day.isoformat()),
        ("number", used.number, lambda number: amount(number) if isinstance(number, Decimal) else number),
    )
    return {name: write(value) for name, value, write in shown if value is not None}
