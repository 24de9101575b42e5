"""What was dropped, pasted or named on the command line becomes entries: planned by content, kept as one gesture."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from relationship_journal.domain.chat import chat_turns
from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.entry import EntryId, EntrySource
from relationship_journal.domain.gesture import Gesture
from relationship_journal.i18n import Message, _
from relationship_journal.importers import Refusal, Source, plan
from relationship_journal.values import dataclass, replace

from .acquaintances import Acquaintances
from .hub import LONG
from .keeping import Keeping
from .portions import Portions, StoppedError
from .sources import Planned, Sources

if TYPE_CHECKING:
    from .session import Session


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one thing. `place` is the number of the source that it came with, `inside` its name within that.

    `same_as` is the entry that already holds it; `added`, `completed` and `unchanged` are contacts.
    """

    name: str
    format: str
    created: tuple[EntryId, ...] = ()
    same_as: EntryId | None = None
    added: tuple[ContactId, ...] = ()
    completed: tuple[ContactId, ...] = ()
    unchanged: tuple[ContactId, ...] = ()
    refused: tuple[Refusal, ...] = ()
    unread: Message | None = None
    place: int = 0
    inside: str = ""
    expected: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of all sources; `cancelled` where not all were looked at."""

    reports: tuple[Report, ...]
    cancelled: bool = False

    @property
    def created(self) -> tuple[EntryId, ...]:
        """The new entries, in the order of their sources."""
        return tuple(dict.fromkeys(entry for report in self.reports for entry in report.created))


class Importing:
    """The use case of taking things in."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def preview(self, sources: Iterable[Path | Source]) -> Taken:
        """What `take` would say, storing nothing: `expected` of each report is how much it would make."""
        people = Acquaintances(self._session.reads)
        opening = Sources(people.is_known, self._session.path)
        reports = []
        for place, source in enumerate(sources):
            for item in opening.planned(source, place):
                report, made = self._foreseen(item), item.plan
                if made is not None and report.same_as is None:
                    known = [people.matching(card.contact, nicknames=bool(card.instead)) for card in made.contacts]
                    unchanged = tuple(contact for contact in known if contact is not None)
                    expected = len(made.entries) + len(known) - len(unchanged)
                    report = replace(report, unchanged=unchanged, expected=expected)
                reports.append(report)
        return Taken(tuple(reports))

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
        taken_back: Callable[[], bool] = lambda: False,
    ) -> Taken:
        """Keep each source whole, as one undo step; what holds several things is each of them.

        Texts and mails are an entry each, cards are contacts. Pictures and other files go with the one text that came
        with them, or with the chat that names them; without one they are one entry together, or one each with `each`.
        `day` overrides what a source says of its day; else it is the mail's, the note's first line's, the file's,
        today's. What comes of one thing is kept or lost together, whatever happens. `cancelled` is asked before each:
        what was kept by then stays, and one undo takes it back; where `taken_back` says so nothing of it stays.
        What belongs together is looked for within a portion (`portions.HELD`).
        """
        gesture = Gesture.IMPORTED if origin is EntrySource.IMPORTED else Gesture.DROPPED
        people = Acquaintances(self._session.reads)
        keeping = Keeping(self._session, people, contacts, today=today, day=day, origin=origin)
        opening = Sources(people.is_known, self._session.path, cancelled)

        def keep(group: list[Planned]) -> list[Report]:
            with self._session.file.gestures.work(gesture):
                return keeping.keep(group, list(map(self._foreseen, group)))

        portions = Portions(keep, each=each, sources=len(sources), progress=progress, cancelled=cancelled)
        with self._session.batch(gesture, LONG) as batch:
            try:
                for place, source in enumerate(sources):
                    for item in opening.planned(source, place):
                        portions.add(item)
                    portions.next_source()
                portions.keep()
            except StoppedError:
                if taken_back():
                    batch.roll_back()
                    return Taken((), cancelled=True)
                return Taken(tuple(portions.told), cancelled=True)
        return Taken(tuple(portions.told))

    def take_text(
        self, text: str, contacts: tuple[ContactId, ...], *, today: date, time: str, origin: EntrySource
    ) -> Taken:
        """Keep a text that came without a file: an entry as it is, a chat an entry for each of its days.

        Its day is the one that its first line says, else today, at `time`. What is a format in text (a card, a
        mail's source) is taken in as its file would be.
        """
        people = Acquaintances(self._session.reads)
        source = Source("", text.encode("utf-8", "replace"), today, people.is_known)
        made = plan(source)
        if made.format not in ("text", "markdown", "chat"):
            return self.take([replace(source, name=_("Pasted"))], contacts, today=today, origin=origin)
        created = []
        keeping = Keeping(self._session, people, contacts, today=today, day=None, origin=origin)
        with self._session.batch(Gesture.IMPORTED if origin is EntrySource.IMPORTED else Gesture.DROPPED):
            for entry in made.entries:
                draft = keeping.draft(replace(entry, files=()), today)
                when = draft.time or (time if draft.day == today else "")
                created.append(self._session.journal.keep(replace(draft, time=when)).id)
        return Taken((Report("", made.format, created=tuple(created)),))

    def is_chat(self, text: str, today: date) -> bool:
        """Whether a text is an excerpt of a chat rather than words of one's own."""
        return bool(chat_turns(text, today=today, known=Acquaintances(self._session.reads).is_known))

    def _foreseen(self, item: Planned) -> Report:
        made = item.plan
        if made is None:
            return Report(item.name, "file", refused=item.refused, place=item.place, inside=item.inside)
        same = self._session.journal.find_same_file(item.sha256)
        problems = (file.problem for entry in made.entries for file in entry.files)
        return Report(
            item.name,
            made.format,
            same_as=same,
            refused=made.refused,
            unread=next(filter(None, problems), None),
            place=item.place,
            inside=item.inside,
        )
