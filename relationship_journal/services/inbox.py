"""The inbox folder: what a phone or a recorder saves there is taken in once, and its original moved aside.

A file is taken in, which is on disk when that returns, and moved afterwards. Killed in between, the next start finds
the file again and knows it by the hash of its content, which was recorded in the same transaction.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from relationship_journal.domain.entry import EntrySource
from relationship_journal.i18n import N_, Message, _
from relationship_journal.importers import Refusal
from relationship_journal.values import dataclass, replace

if TYPE_CHECKING:
    from .importing import Report, Taken
    from .session import Session

_ASIDE = N_("Taken in")
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp", ".temp", ".opdownload")
_HIDDEN = (".", "~", "__MACOSX")
_LEFT = ("thumbs.db", "desktop.ini")
_AT_ONCE = 500

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in ns: while a file is being written one of them changes."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a look into the folder found: files that stand still, and whether others are still being written."""

    ready: tuple[Path, ...] = ()
    growing: bool = False


class Inbox:
    """One folder for one open journal. What could not be taken in stays there and is tried again when it changes."""

    def __init__(self, session: "Session", folder: Path) -> None:
        self.folder = folder
        self._session = session
        self._seen: dict[str, Stamp] = {}
        self._done_with: dict[str, Stamp] = {}

    def look(self) -> Arrival:
        """Look into the folder; a file is ready when it is as it was at the look before. Problems are no files."""
        seen: dict[str, Stamp] = {}
        ready: list[Path] = []
        for path in self._files():
            stamp = _stamp(path)
            if stamp is None or self._done_with.get(path.name) == stamp:
                continue
            seen[path.name] = stamp
            if self._seen.get(path.name) == stamp:
                ready.append(path)
        growing = len(seen) > len(ready)
        self._seen = seen
        return Arrival(tuple(ready[:_AT_ONCE]), growing or len(ready) > _AT_ONCE)

    def take(self, ready: Sequence[Path], today: date, cancelled: Callable[[], bool] = lambda: False) -> "Taken":
        """Take these files in as one undo step, each as entries of its own, and move them aside.

        Raises Problem where the journal cannot be written to: everything stays where it is.
        """
        stamps = {path.name: _stamp(path) for path in ready}
        taken = self._session.importing.take(
            ready, (), today=today, each=True, origin=EntrySource.IMPORTED, cancelled=cancelled
        )
        reports = list(taken.reports)
        for place, path in enumerate(ready):
            mine = [report for report in reports if report.place == place]
            stamp = stamps[path.name]
            if stamp is None or not mine or taken.cancelled:
                continue
            if not any(map(_is_kept, mine)):
                self._done_with[path.name] = stamp
            elif _stamp(path) == stamp and (problem := _put_aside(path)) is not None:
                self._done_with[path.name] = stamp
                last = reports.index(mine[-1])
                reports[last] = replace(mine[-1], refused=(*mine[-1].refused, Refusal(path.name, problem)))
        return replace(taken, reports=tuple(reports))

    def _files(self) -> list[Path]:
        """What lies in the folder itself, oldest first, without what is hidden, unfinished, or the journal's own."""
        try:
            found = [one for one in self.folder.iterdir() if self._may_be_taken(one)]
        except OSError:
            return []
        return sorted(found, key=lambda path: (_stamp(path) or (0, 0))[1])

    def _may_be_taken(self, path: Path) -> bool:
        name = path.name.lower()
        if name.startswith(_HIDDEN) or name.endswith(_UNFINISHED) or name in _LEFT:
            return False
        if path.name.startswith(self._session.path.name):
            return False
        return path.is_file() and not path.is_symlink()


def _is_kept(report: "Report") -> bool:
    """Whether what it tells of is in the journal now, as entries or as contacts."""
    people = report.added or report.completed or report.unchanged
    return bool(report.created or people) or report.same_as is not None


def _stamp(path: Path) -> Stamp | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns


def _put_aside(path: Path) -> Message | None:
    """Move a file into the folder for what was taken in, under a name of its own; why not, if it can't be moved."""
    aside = path.parent / _(_ASIDE)
    try:
        aside.mkdir(exist_ok=True)
        target = aside / path.name
        number = 2
        while target.exists():
            target = aside / f"{path.stem} ({number}){path.suffix}"
            number += 1
        path.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        return Message("{name} was taken in, but could not be moved aside: {reason}.", name=path.name, reason=reason)
    return None
