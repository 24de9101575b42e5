"""The example journal: a year and a half of one account manager's life, with days relative to the day it is made.

The stories lie in `resources/example/<language>/*.toml`: one file for each contact with a full story, `light.toml` for
those lightly filled, `unsorted.toml` for notes of nobody, `profile.toml` for the user's own facets.
"""

import tomllib
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from relationship_journal.domain.contact import (
    Contact,
    ContactId,
    Facet,
    FacetKind,
    Handle,
    HandleKind,
    Occasion,
    OccasionKind,
    OpenDecision,
)
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyId, CourtesyKind
from relationship_journal.domain.drafts import (
    ContactDraft,
    CourtesyDraft,
    EntryDraft,
    FavourDraft,
    FileDraft,
    StepDraft,
)
from relationship_journal.domain.entry import EntryId, EntryKind, EntrySource
from relationship_journal.domain.favour import Direction, FavourId, StepKind
from relationship_journal.domain.gesture import Gesture
from relationship_journal.paths import resources
from relationship_journal.values import dataclass, field, replace

from .session import Session

_MADE, _CONTENT = "example_made", "example_content"

Table = dict[str, Any]


def prepare_example(folder: Path, language: str, today: date) -> Path:
    """The example journal in `language`, in a file of its own in `folder`; returns where it lies.

    Its days count from the day it was made. On another day it is made anew, unless something was written in it.
    """
    path = folder / f"example-{language}.rjdb"
    if path.exists():
        with closing(Session.open(path)) as session:
            if session.reads.memo(_MADE) == today.isoformat() or session.reads.memo(_CONTENT) != session.reads.digest():
                return path
    folder.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    _remove(fresh)
    with closing(Session.open(fresh, create=True)) as session:
        fill(session, resources() / "example" / language, today)
        content = session.reads.digest()
        with session.file.gestures.work(None) as work:
            work.insert("memo", key=_MADE, value=today.isoformat())
            work.insert("memo", key=_CONTENT, value=content)
    _remove(path)
    fresh.replace(path)
    return path


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def fill(session: "Session", folder: Path, today: date) -> None:
    """Write the stories in `folder` into an empty journal, as if lived until `today`."""
    stories = [_read(path) for path in sorted(folder.glob("*.toml"))]
    with session.batch(Gesture.EXAMPLE_MADE):
        _Teller(session, today).tell(stories)


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text("utf-8"))


@dataclass
class _Teller:
    session: "Session"
    today: date
    contacts: dict[str, Contact] = field(default_factory=dict)
    favours: dict[tuple[str, str], FavourId] = field(default_factory=dict)

    def tell(self, stories: list[Table]) -> None:
        people = [person for story in stories for person in _people(story)]
        for person in people:
            self.contacts[person["key"]] = self.session.contacts.add(self._contact(person))
        for person in people:
            self._introduce(person)
            for favour in person.get("favour", ()):
                self._favour(person["key"], favour)
        told = [(entry, person["key"]) for person in people for entry in person.get("entry", ())]
        told += [(entry, "") for story in stories if not _people(story) for entry in story.get("entry", ())]
        for entry, key in sorted(told, key=lambda pair: (-pair[0]["days_ago"], pair[0].get("time", ""), pair[1])):
            self._entry(entry, key)
        for story in stories:
            if not _people(story):
                for facet in story.get("facets", ()):
                    self.session.profile.add_facet(FacetKind(facet["facet"]), facet["text"])

    def _day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def _day_of(self, told: Table) -> date:
        """`days_ago`, or `in_days` for what lies ahead."""
        return self._day(told.get("days_ago", -told.get("in_days", 0)))

    def _contact(self, person: Table) -> ContactDraft:
        decision = person.get("decision")
        return ContactDraft(
            name=person["name"],
            nicknames=tuple(person.get("nicknames", ())),
            org=person.get("org", ""),
            title=person.get("title", ""),
            tags=tuple(person.get("tags", ())),
            cadence=person.get("cadence"),
            official=person.get("official", False),
            decision=decision
            and OpenDecision(self._day(-decision["in_days_from"]), self._day(-decision["in_days_to"])),
            region=person.get("region", ""),
            note=person.get("note", ""),
            facets=tuple(Facet(FacetKind(each["facet"]), each["text"]) for each in person.get("facets", ())),
            occasions=tuple(self._occasion(each) for each in person.get("occasions", ())),
            handles=tuple(Handle(HandleKind(each["kind"]), each["value"]) for each in person.get("handles", ())),
        )

    def _occasion(self, told: Table) -> Occasion:
        day = self._day_of(told)
        written = told.get("date") or (f"--{day:%m-%d}" if told.get("yearly") else day.isoformat())
        return Occasion(OccasionKind(told["kind"]), written, told.get("text", ""))

    def _introduce(self, person: Table) -> None:
        if introducer := person.get("introduced_by"):
            known = self.contacts[person["key"]]
            self.session.contacts.save(replace(known, introduced_by=self.contacts[introducer].id))

    def _favour(self, key: str, told: Table) -> None:
        draft = FavourDraft(
            contact=self.contacts[key].id,
            title=told["title"],
            direction=Direction(told["direction"]),
            rung=told.get("rung", 1),
            domain=told.get("domain"),
            weight=told.get("weight"),
            against_interest=told.get("against_interest", False),
            note=told.get("note", ""),
        )
        steps = tuple(
            StepDraft(StepKind(step["step"]), self._day_of(step), step.get("text", ""), weight=step.get("weight"))
            for step in told.get("steps", ())
        )
        self.favours[key, told["key"]] = self.session.favours.add(draft, steps, today=self.today).favour.id

    def _entry(self, told: Table, key: str) -> None:
        keys = ((key,) if key else ()) + tuple(told.get("with", ()))
        day = self._day(told["days_ago"])
        people = tuple(self.contacts[each].id for each in keys)
        kept = self.session.journal.keep(
            EntryDraft(
                text=told["text"].strip(),
                day=day,
                kind=EntryKind(told["kind"]),
                contacts=people,
                time=told.get("time", ""),
                files=tuple(
                    FileDraft(file["name"], file["text"].encode(), _media_type(file["name"]))
                    for file in told.get("attachments", ())
                ),
                source=EntrySource.TYPED if key else EntrySource.DROPPED,
            )
        )
        courtesies = [self._courtesy(each, people, day, kept.id) for each in told.get("courtesy", ())]
        for step in told.get("steps", ()):
            self._step(step, keys, kept.id, courtesies)

    def _courtesy(self, told: Table, people: tuple[ContactId, ...], day: date, entry: EntryId) -> CourtesyId:
        draft = CourtesyDraft(
            CourtesyKind(told["kind"]),
            CourtesyDirection(told["direction"]),
            day=day,
            contacts=people,
            text=told.get("text", ""),
            value=Decimal(told["value"]) if "value" in told else None,
            currency=told.get("currency", ""),
            entry=entry,
        )
        return self.session.courtesies.add(draft, today=self.today).courtesy.id

    def _step(self, told: Table, keys: tuple[str, ...], entry: EntryId, courtesies: list[CourtesyId]) -> None:
        favour = next(self.favours[key, told["favour"]] for key in keys if (key, told["favour"]) in self.favours)
        within = told.get("with_favour")
        draft = StepDraft(
            StepKind(told["step"]),
            text=told.get("text", ""),
            entry=entry,
            weight=told.get("weight"),
            with_favour=None if within is None else next(self.favours[key, within] for key in keys),
            with_courtesy=courtesies[told["courtesy"]] if "courtesy" in told else None,
        )
        self.session.favours.take_step(favour, draft, today=self.today)


def _people(story: Table) -> list[Table]:
    """The contacts of a file: the one that it tells of, or a list of lightly filled ones."""
    if "key" in story:
        return [story]
    listed: list[Table] = story.get("contact", [])
    return listed


def _media_type(name: str) -> str:
    return {"md": "text/markdown", "eml": "message/rfc822"}.get(name.rsplit(".", 1)[-1], "text/plain")
