"""What a command works at: the journal, opened when first needed, and the day that it counts from."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from relationship_journal.domain.contact import Contact
from relationship_journal.domain.problems import WrongUsage
from relationship_journal.i18n import Message
from relationship_journal.reading.days import read_day
from relationship_journal.services.session import Session
from relationship_journal.values import dataclass, field, replace

DONE, NOT_DONE, WRONG_USAGE, IN_PART = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Result:
    """What a command found or did: the JSON value, the same as text to read, and the exit status.

    A text that is JSON already, a line a row, is printed as it is. What was `refused` beside it is told on standard
    error.
    """

    value: Any
    text: str
    status: int = DONE
    text_is_json: bool = False
    refused: tuple[Message, ...] = ()


@dataclass
class Desk:
    """One process's open journal. `read_input` gives standard input's bytes; `report` shows progress."""

    path: Path
    today: date
    read_input: Callable[[], bytes]
    report: Callable[[int, int], None]
    passphrase: Callable[[], str]
    _opened: list[Session] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """The open journal; Problem if it is missing or is none."""
        if not self._opened:
            self._opened.append(Session.open(self.path))
        return self._opened[0]

    def create(self) -> None:
        """Make a new, empty journal at `path`; Problem if something lies there already."""
        self._opened.insert(0, Session.open(self.path, create=True))

    def on(self, today: date) -> "Desk":
        """The same desk on another day."""
        return replace(self, today=today)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go()

    def let_go(self) -> None:
        """Close the journal; it is opened again when next needed."""
        while self._opened:
            self._opened.pop().close()

    def contact(self, text: str) -> Contact:
        """The contact that `text` names: an id, a name or a nickname. Problem or Ambiguous if not one."""
        return self.session.contacts.find(text)

    def day(self, text: str, *, ahead: bool = False) -> date:
        """The day that `text` names, counted from today; WrongUsage if it names none."""
        return day_from(text, self.today, ahead=ahead)


def day_from(text: str, today: date, *, ahead: bool = False) -> date:
    """The day that `text` names, or WrongUsage."""
    day = read_day(text, today, ahead=ahead)
    if day is None:
        raise WrongUsage(
            Message("“{text}” is no day. Try 2026-11-20, yesterday, last friday, 昨天 or 11月20日.", text=text)
        )
    return day
