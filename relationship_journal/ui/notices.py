"""Short sentences for the user about what just happened: shown for a while at the top of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.values import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence, whether it tells of a problem, and perhaps one thing to do about it: a label and a call."""

    message: Message
    is_problem: bool = False
    label: Message | None = None
    act: Callable[[], object] | None = None


class Notices(QObject):
    """Where panes say what happened; the window shows the latest."""

    said = Signal(object)  #: a Notice

    def say(self, message: Message, label: Message | None = None, act: Callable[[], object] | None = None) -> None:
        """Say that something was done; `label` and `act` offer one thing to do, such as showing the entry."""
        self.said.emit(Notice(message, label=label, act=act))

    def say_done(self, message: Message, undo: Callable[[], object]) -> None:
        """Say that something was done that can be undone from the notice."""
        self.said.emit(Notice(message, label=Message("Undo"), act=undo))

    def problem(self, problem: Problem) -> None:
        """Say what could not be done; it stays until it is read away."""
        self.said.emit(Notice(problem.message, is_problem=True))
