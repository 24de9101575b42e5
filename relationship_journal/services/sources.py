"""What was named or dropped, opened: files read, folders, archives and mailboxes taken apart, each thing planned."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.importers import (
    ImportPlan,
    Refusal,
    Source,
    is_told_by_its_head,
    kept_whole,
    plan,
    plan_beside,
    unpacked,
)
from relationship_journal.values import dataclass, replace

LARGEST = 256 * 1024 * 1024
"""Bytes; a larger file would make the journal file unwieldy and is refused with a sentence."""
MOST_FILES = 5000
_FEW = 5
"""Things of one taking in that are planned here: the process beside the program takes a tenth of a second to start."""
_SMALL = 64 * 1024
"""Bytes that are read in no time."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing with what it becomes: `place` is the number of the source that it came with, `inside` its name there.

    `plan` is None where it could not be opened, and `refused` says why.
    """

    name: str
    place: int
    inside: str = ""
    sha256: str = ""
    plan: ImportPlan | None = None
    modified: date | None = None
    refused: tuple[Refusal, ...] = ()

    @property
    def size(self) -> int:
        """Bytes that it holds in memory, roughly: its files and the words of its entries."""
        entries = () if self.plan is None else self.plan.entries
        return sum(4 * len(entry.text) + sum(len(file.content) for file in entry.files) for entry in entries)


def read_source(path: Path) -> Source:
    """A file with its content and its own day. Problem where it can't be read or is too large."""
    try:
        about = path.stat()
        if about.st_size > LARGEST:
            raise Problem(
                Message("{name} is larger than {limit} MB and was not taken.", name=path.name, limit=LARGEST // 2**20)
            )
        return Source(path.name, path.read_bytes(), date.fromtimestamp(about.st_mtime))  # noqa: DTZ012 - local days
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(Message("{name} could not be opened: {reason}.", name=path.name, reason=reason)) from error


class Sources:
    """Opens what was named or dropped. `known` is as in `Source`; the file of the open `journal` is never taken in.

    What is large, or many, is planned beside the program, until `given_up` says that nobody waits for it any more.
    """

    def __init__(
        self, known: Callable[[str], bool], journal: Path, given_up: Callable[[], bool] = lambda: False
    ) -> None:
        self._known = known
        self._journal = journal
        self._given_up = given_up
        self._planned = 0

    def planned(self, source: Path | Source, place: int) -> Iterator[Planned]:
        """What becomes of `source`: one thing, or each of those that it holds."""
        if isinstance(source, Path) and source.is_dir():
            yield from self._of_folder(source, place)
            return
        try:
            if isinstance(source, Path) and self._is_journal(source):
                raise Problem(Message("{name} is the open journal itself.", name=source.name))
            opened = replace(read_source(source) if isinstance(source, Path) else source, known=self._known)
        except Problem as problem:
            yield Planned(source.name, place, refused=(Refusal(source.name, problem.message),))
            return
        yield from self._of_source(opened, place)

    def _of_folder(self, folder: Path, place: int) -> Iterator[Planned]:
        found = (one for one in folder.rglob("*") if one.is_file() and not _is_hidden(one.relative_to(folder)))
        inside = sorted(one for one in found if not self._is_journal(one))
        if not inside:
            reason = Message("There is nothing in the folder {name}.", name=folder.name)
            yield Planned(folder.name, place, refused=(Refusal(folder.name, reason),))
        for path in inside[:MOST_FILES]:
            within = path.relative_to(folder).as_posix()
            for item in self.planned(path, place):
                yield replace(item, inside=f"{within}/{item.inside}" if item.inside else within)
        if len(inside) > MOST_FILES:
            reason = Message("{name} holds more files than are taken at once; the rest was left.", name=folder.name)
            yield Planned(folder.name, place, refused=(Refusal(folder.name, reason),))

    def _of_source(self, source: Source, place: int) -> Iterator[Planned]:
        try:
            members = unpacked(source)
            if members is None:
                yield self._one(source, place, "")
                return
            empty = True
            for member in members:
                empty = False
                if isinstance(member, Refusal):
                    yield Planned(member.record, place, member.record, refused=(member,))
                else:
                    yield self._one(member, place, member.name)
            if empty:
                reason = Message("There is nothing in {name}; it was kept as it is.", name=source.name)
                yield _whole(source, place, reason)
        except Problem as problem:
            yield _whole(source, place, problem.message)

    def _one(self, source: Source, place: int, inside: str) -> Planned:
        return Planned(source.name, place, inside, _digest(source), self._plan(source), source.modified)

    def _plan(self, source: Source) -> ImportPlan:
        self._planned += 1
        is_little = self._planned <= _FEW and len(source.content) <= _SMALL
        if is_little or is_told_by_its_head(source.content):
            return plan(source)
        return plan_beside(source, self._given_up)

    def _is_journal(self, path: Path) -> bool:
        """Whether it is the journal's file or one of those that SQLite puts beside it."""
        if not path.name.startswith(self._journal.name):
            return False
        return path.name.removeprefix(self._journal.name) in ("", "-wal", "-shm", "-journal") and (
            path.parent.resolve() == self._journal.parent.resolve()
        )


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _whole(source: Source, place: int, reason: Message) -> Planned:
    return Planned(source.name, place, "", _digest(source), kept_whole(source, reason), source.modified)


def _digest(source: Source) -> str:
    return hashlib.sha256(source.content).hexdigest()
