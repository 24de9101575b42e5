"""What was dropped, pasted or named on the command line becomes entries: planned by content, kept as one gesture."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from relationship_journal.domain.chat import chat_turns, is_writer
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import EntryDraft, FileDraft
from relationship_journal.domain.entry import EntryId, EntrySource
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message, _, word
from relationship_journal.importers import ImportPlan, PlannedEntry, PlannedFile, Refusal, Source, plan
from relationship_journal.reading.days import find_days
from relationship_journal.values import dataclass, replace

if TYPE_CHECKING:
    from .session import Session

LARGEST = 256 * 1024 * 1024
LONGEST = 400_000
"""Characters of a text that stand in its entry, some 200 pages; what is longer stands in the file beside it."""
"""Bytes; a larger file would make the journal file unwieldy and is refused with a sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one source. `same_as` is the entry that already holds it."""

    name: str
    format: str
    created: tuple[EntryId, ...] = ()
    same_as: EntryId | None = None
    refused: tuple[Refusal, ...] = ()
    unread: Message | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of all sources; `cancelled` where not all were looked at."""

    reports: tuple[Report, ...]
    cancelled: bool = False

    @property
    def created(self) -> tuple[EntryId, ...]:
        """The new entries, in the order of their sources."""
        return tuple(dict.fromkeys(entry for report in self.reports for entry in report.created))


def read_source(path: Path) -> Source:
    """A file with its content and its own day. Problem where it can't be read or is too large."""
    try:
        about = path.stat()
        if path.is_dir():
            raise Problem(Message("{name} is a folder, not a file.", name=path.name))
        if about.st_size > LARGEST:
            raise Problem(
                Message("{name} is larger than {limit} MB and was not taken.", name=path.name, limit=LARGEST // 2**20)
            )
        return Source(path.name, path.read_bytes(), date.fromtimestamp(about.st_mtime))  # noqa: DTZ012 - local days
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(Message("{name} could not be opened: {reason}.", name=path.name, reason=reason)) from error


@dataclass(frozen=True, slots=True)
class _Planned:
    """One source with what it becomes. `plan` is None where it could not be opened, and `refused` says why."""

    name: str
    sha256: str = ""
    plan: ImportPlan | None = None
    modified: date | None = None
    refused: tuple[Refusal, ...] = ()


class Importing:
    """The use case of taking things in."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def preview(self, sources: Iterable[Path | Source]) -> Taken:
        """What `take` would say, storing nothing."""
        return Taken(tuple(self._foreseen(_planned(source)) for source in sources))

    def take(
        self,
        sources: Sequence[Path | Source],
        contacts: tuple[ContactId, ...],
        *,
        today: date,
        day: date | None = None,
        each: bool = False,
        origin: EntrySource = EntrySource.DROPPED,
        progress: Callable[[int, int], None] = lambda _done, _of: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Taken:
        """Keep each source whole, as one undo step.

        Texts and mails are an entry each. Pictures and other files go with the one text that came with them;
        without one they are one entry together, or one each with `each`. `day` overrides what a source says of
        its day; else it is the mail's, the note's first line's, the file's, today's. `cancelled` is asked before
        each entry: what was kept by then stays, and one undo takes it back.
        """
        told: dict[int, Report] = {}
        gesture = Gesture.IMPORTED if origin is EntrySource.IMPORTED else Gesture.DROPPED
        with self._session.batch(gesture):
            planned = []
            for number, source in enumerate(sources):
                if cancelled():
                    return Taken((), cancelled=True)
                planned.append(_planned(source))
                progress(number, 2 * len(sources))
            for group in _grouped(planned, each):
                if cancelled():
                    return Taken(_in_order(planned, told), cancelled=True)
                told |= zip(map(id, group), self._keep(group, contacts, today, day, origin), strict=True)
                progress(len(sources) + len(told), 2 * len(sources))
        return Taken(_in_order(planned, told))

    def take_text(
        self, text: str, contacts: tuple[ContactId, ...], *, today: date, time: str, origin: EntrySource
    ) -> Taken:
        """Keep a text that came without a file: an entry as it is, a chat an entry for each of its days.

        Its day is the one that its first line says, else today, at `time`. What is a format in text (a mail's
        source) is taken in as its file would be.
        """
        source = Source("", text.encode("utf-8", "replace"), today, self._is_known)
        made = plan(source)
        if made.format not in ("text", "markdown", "chat"):
            return self.take([replace(source, name=_("Pasted"))], contacts, today=today, origin=origin)
        created = []
        with self._session.batch(Gesture.IMPORTED if origin is EntrySource.IMPORTED else Gesture.DROPPED):
            for entry in made.entries:
                draft = self._draft(replace(entry, files=()), contacts, today, today, origin)
                when = draft.time or (time if draft.day == today else "")
                created.append(self._session.journal.keep(replace(draft, time=when)).id)
        return Taken((Report("", made.format, created=tuple(created)),))

    def is_chat(self, text: str, today: date) -> bool:
        """Whether a text is an excerpt of a chat rather than words of one's own."""
        return bool(chat_turns(text, today=today, known=self._is_known))

    def _foreseen(self, item: _Planned) -> Report:
        made = item.plan
        if made is None:
            return Report(item.name, "file", refused=item.refused)
        same = self._session.journal.find_same_file(item.sha256)
        return Report(item.name, made.format, same_as=same, refused=made.refused, unread=_unread(made))

    def _keep(
        self,
        group: Sequence[_Planned],
        contacts: tuple[ContactId, ...],
        today: date,
        day: date | None,
        origin: EntrySource,
    ) -> list[Report]:
        foreseen = [self._foreseen(item) for item in group]
        fresh = [item for item, report in zip(group, foreseen, strict=True) if item.plan and report.same_as is None]
        if not fresh:
            return foreseen
        first, *others = fresh
        created = []
        assert first.plan is not None
        for number, entry in enumerate(first.plan.entries):
            files = entry.files
            if number == 0:
                files += tuple(
                    file for item in others if item.plan for each in item.plan.entries for file in each.files
                )
            if len(entry.text) > LONGEST and files:
                files = (replace(files[0], problem=files[0].problem or _BEGINNING), *files[1:])
            draft = self._draft(replace(entry, files=files), contacts, first.modified, today, origin)
            created.append(self._session.journal.keep(draft if day is None else replace(draft, day=day)).id)
        return [
            replace(report, created=tuple(created)) if item.plan and report.same_as is None else report
            for item, report in zip(group, foreseen, strict=True)
        ]

    def _draft(
        self,
        entry: PlannedEntry,
        contacts: tuple[ContactId, ...],
        modified: date | None,
        today: date,
        origin: EntrySource,
    ) -> EntryDraft:
        return EntryDraft(
            text=entry.text if len(entry.text) <= LONGEST or not entry.files else _beginning(entry.text),
            day=_day_of(entry, modified, today),
            kind=entry.kind,
            contacts=contacts or self._whose(entry.people),
            time=entry.time,
            files=tuple(_kept(file) for file in entry.files),
            source=origin,
        )

    def _is_known(self, name: str) -> bool:
        reads = self._session.reads
        return is_writer(name) or bool(reads.contacts_called(name) or reads.contacts_nicknamed(name))

    def _whose(self, people: Sequence[str]) -> tuple[ContactId, ...]:
        """The contacts with one of these handles, or with exactly one of these names.

        Who is nobody's name or several people's is left for the user to say.
        """
        reads = self._session.reads
        found = list(reads.contacts_reached_by(people))
        for name in people:
            called = reads.contacts_called(name) or reads.contacts_nicknamed(name)
            if len(called) == 1:
                found.append(called[0][0])
        return tuple(dict.fromkeys(found))


def _in_order(planned: Iterable[_Planned], told: Mapping[int, Report]) -> tuple[Report, ...]:
    """The reports in the order in which the sources were named: two may have the same name."""
    return tuple(told[id(item)] for item in planned if id(item) in told)


_BEGINNING = Message("Only its beginning stands in the entry; the whole text is in this file.")


def _beginning(text: str) -> str:
    """The whole lines that fit into an entry, or what fits of the first."""
    end = text.rfind("\n", 0, LONGEST)
    return text[: end if end > 0 else LONGEST]


def _planned(source: Path | Source) -> _Planned:
    try:
        opened = read_source(source) if isinstance(source, Path) else source
    except Problem as problem:
        name = source.name
        return _Planned(name, refused=(Refusal(name, problem.message),))
    digest = hashlib.sha256(opened.content).hexdigest()
    return _Planned(opened.name, digest, plan(opened), opened.modified)


def _grouped(planned: Sequence[_Planned], each: bool) -> list[list[_Planned]]:
    """Which sources become one entry together: all files with the only text, or all files alone; unless `each`."""
    seen: set[str] = set()
    texts, files, rest = [], [], []
    for item in planned:
        if item.plan is None or item.sha256 in seen:
            rest.append(item)
        elif any(entry.text for entry in item.plan.entries):
            texts.append(item)
        else:
            files.append(item)
        seen.add(item.sha256)
    if each:
        groups = [[item] for item in (*texts, *files)]
    elif len(texts) == 1:
        groups = [[*texts, *files]]
    else:
        groups = [[item] for item in texts] + ([files] if files else [])
    return groups + [[item] for item in rest]


def _unread(made: ImportPlan) -> Message | None:
    return next((file.problem for entry in made.entries for file in entry.files if file.problem is not None), None)


def _day_of(entry: PlannedEntry, modified: date | None, today: date) -> date:
    """The day that the mail or the note's first line says, else the document's, the file's, today; none to come."""
    if entry.day is not None:
        return entry.day
    own = min(entry.written or modified or today, today)
    first_line = entry.text.lstrip().partition("\n")[0][:200]
    said = [found.day for found in find_days(first_line, own) if found.day <= today]
    return said[0] if said else own


def _kept(file: PlannedFile) -> FileDraft:
    problem = "" if file.problem is None else word(file.problem)
    return FileDraft(file.name, file.content, file.media_type, problem)
