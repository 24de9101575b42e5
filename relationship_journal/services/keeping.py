"""What was planned is kept: entries with their files, contacts added or completed."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import EntryDraft, FileDraft
from relationship_journal.domain.entry import EntryId, EntrySource
from relationship_journal.i18n import Message, word
from relationship_journal.importers import PlannedContact, PlannedEntry, PlannedFile
from relationship_journal.reading.days import find_days
from relationship_journal.values import replace

from .acquaintances import Acquaintances, completed
from .sources import Planned

if TYPE_CHECKING:
    from .importing import Report
    from .session import Session

LONGEST = 400_000
"""Characters of a text that stand in its entry, some 200 pages; what is longer stands in the file beside it."""

_HEAD = 12
"""Columns before a day that dates its line: *Called her yesterday*, 王总上周五; a Chinese character is two."""
_CLAUSE_ENDS = re.compile(r"[，。,.;；:：!?！？]")

_BEGINNING = Message("Only its beginning stands in the entry; the whole text is in this file.")


class Keeping:
    """Keeps the things of one taking in, for `contacts` (none: for whom the things themselves name)."""

    def __init__(
        self,
        session: "Session",
        people: Acquaintances,
        contacts: tuple[ContactId, ...],
        *,
        today: date,
        day: date | None,
        origin: EntrySource,
    ) -> None:
        self._session = session
        self._people = people
        self._contacts = contacts
        self._today = today
        self._day = day
        self._origin = origin

    def keep(self, group: Sequence[Planned], foreseen: Sequence["Report"]) -> list["Report"]:
        """Keep things that belong together: files go with the first, or with the entry of it that names them."""
        fresh = [item for item, report in zip(group, foreseen, strict=True) if item.plan and report.same_as is None]
        if not fresh:
            return list(foreseen)
        first, *others = fresh
        assert first.plan is not None
        beside = [file for item in others if item.plan for each in item.plan.entries for file in each.files]
        created = self._keep_entries(first.plan.entries, beside, first.modified)
        reports = []
        for item, report in zip(group, foreseen, strict=True):
            told = report
            if item.plan and report.same_as is None:
                added, changed, same, instead = self._keep_contacts(item.plan.contacts, item.modified)
                told = replace(report, created=(*created, *instead), added=added, completed=changed, unchanged=same)
            reports.append(told)
        return reports

    def draft(self, entry: PlannedEntry, modified: date | None) -> EntryDraft:
        """The entry as the journal keeps it: whose it is, on which day, with a mail's head in names."""
        text = entry.text
        if entry.head is not None and (line := self._people.head_line(entry.head)):
            subject, _gap, body = text.partition("\n\n") if entry.head.has_subject else ("", "", text)
            text = "\n".join(filter(None, (subject, line))) + (f"\n\n{body}" if body else "")
        files = entry.files
        if len(text) > LONGEST and files:
            files = (replace(files[0], problem=files[0].problem or _BEGINNING), *files[1:])
            text = _beginning(text)
        return EntryDraft(
            text=text,
            day=self._day or _day_of(entry, modified, self._today),
            kind=entry.kind,
            contacts=self._contacts or self._people.among(entry.people),
            time=entry.time,
            files=tuple(_kept(file) for file in files),
            source=self._origin,
        )

    def _keep_entries(
        self, entries: Sequence[PlannedEntry], beside: Sequence[PlannedFile], modified: date | None
    ) -> list[EntryId]:
        created = []
        named = [next((n for n, entry in enumerate(entries) if file.name in entry.text), 0) for file in beside]
        for number, entry in enumerate(entries):
            with_it = tuple(file for file, place in zip(beside, named, strict=True) if place == number)
            draft = self.draft(replace(entry, files=(*entry.files, *with_it)), modified)
            created.append(self._session.journal.keep_one_of_many(draft))
        return created

    def _keep_contacts(
        self, cards: Sequence[PlannedContact], modified: date | None
    ) -> tuple[tuple[ContactId, ...], tuple[ContactId, ...], tuple[ContactId, ...], list[EntryId]]:
        """Who was added, completed, known already; and the entries of those whom nobody knows."""
        added: list[ContactId] = []
        changed: list[ContactId] = []
        same: list[ContactId] = []
        instead: list[EntryId] = []
        for card in cards:
            known = self._people.matching(card.contact, nicknames=card.instead is not None)
            if known is None and card.instead is not None:
                instead.append(self._session.journal.keep_one_of_many(self.draft(card.instead, modified)))
            elif known is None:
                contact = self._session.contacts.add(card.contact)
                self._people.remember(contact)
                added.append(contact.id)
            else:
                before = self._session.reads.contact(known)
                after = completed(before, card.contact)
                (same if after == before else changed).append(known)
                if after != before:
                    self._people.remember(self._session.contacts.save(after))
        return tuple(added), tuple(changed), tuple(same), instead


def grouped(opened: Sequence[Planned], *, each: bool) -> list[list[Planned]]:
    """Which things become one entry together: all files with the only text, or all files alone; unless `each`.

    What a chat names (its pictures, its voice messages) goes with the chat. Cards come first, so that mails and chats
    that came with them are theirs whom the cards add.
    """
    seen: set[str] = set()
    texts: list[Planned] = []
    files: list[Planned] = []
    rest: list[Planned] = []
    for item in opened:
        if item.plan is None or item.sha256 in seen or not item.plan.entries:
            rest.append(item)
        elif any(entry.text for entry in item.plan.entries):
            texts.append(item)
        else:
            files.append(item)
        seen.add(item.sha256)
    with_chats = [[text, *_named_by(text, files)] for text in texts if text.plan and text.plan.format == "chat"]
    taken = {id(item) for group in with_chats for item in group}
    files = [item for item in files if id(item) not in taken]
    alone = [item for item in texts if id(item) not in taken]
    if each:
        groups = [*with_chats, *([item] for item in (*alone, *files))]
    elif len(texts) == 1:
        groups = [[*(with_chats[0] if with_chats else alone), *files]]
    else:
        groups = [*with_chats, *([item] for item in alone), *([files] if files else [])]
    cards = sorted((item for item in rest if item.plan and item.plan.contacts), key=_only_completes)
    first = set(map(id, cards))
    return [[item] for item in cards] + groups + [[item] for item in rest if id(item) not in first]


def _only_completes(cards: Planned) -> bool:
    """Whether nobody is added by it: birthdays of a calendar, which are an entry where nobody has that name."""
    return cards.plan is not None and all(card.instead is not None for card in cards.plan.contacts)


def _named_by(text: Planned, files: Sequence[Planned]) -> list[Planned]:
    """The files that came in the same container and that the chat names."""
    assert text.plan is not None
    return [
        file
        for file in files
        if file.place == text.place and any(file.name in entry.text for entry in text.plan.entries)
    ]


def _beginning(text: str) -> str:
    """The whole lines that fit into an entry, or what fits of the first."""
    end = text.rfind("\n", 0, LONGEST)
    return text[: end if end > 0 else LONGEST]


def _day_of(entry: PlannedEntry, modified: date | None, today: date) -> date:
    """The day that the mail or the note's first line says, else the document's, the file's, today; none to come."""
    if entry.day is not None:
        return entry.day
    own = min(entry.written or modified or today, today)
    first_line = entry.text.lstrip().partition("\n")[0][:200]
    said = [found.day for found in find_days(first_line, own) if found.day <= today and _heads(first_line, found.start)]
    return said[0] if said else own


def _heads(line: str, start: int) -> bool:
    """Whether what stands at `start` dates the line, rather than being told in it.

    Of the labelled notes one in four names another day later in its first line (*called him; the doctor he found me
    last week is good*), one in thirty within the words that are let through here.
    """
    before = line[:start].strip()
    return sum(2 if letter >= "\u2e80" else 1 for letter in before) <= _HEAD and not _CLAUSE_ENDS.search(before)


def _kept(file: PlannedFile) -> FileDraft:
    problem = "" if file.problem is None else word(file.problem)
    return FileDraft(file.name, file.content, file.media_type, problem)
