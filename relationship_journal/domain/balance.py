"""To return, and given but not yet answered (待回报 / 已帮未回): reminders, not debts. METHOD 5."""

from datetime import date

from relationship_journal.values import dataclass

from .favour import Favour
from .loop import Loop, State
from .situation import Situation


@dataclass(frozen=True, slots=True)
class Row:
    """A favour, what it weighs, and the day on which it was granted or done."""

    favour: Favour
    weight: int
    day: date


@dataclass(frozen=True, slots=True)
class Balance:
    """`i_owe`: to return; `they_owe`: given, not yet answered. Oldest first."""

    i_owe: tuple[Row, ...]
    they_owe: tuple[Row, ...]


def balance(situation: Situation) -> Balance:
    """What is open on either side.

    To return: granted, nothing returned, neither closed nor let go. Given, not yet answered: done, not acknowledged,
    neither closed nor let go, and no received favour granted on or after that day; any such help answers it.
    """
    to_return = [loop for loop in situation.granted if not loop.returns]
    last_help = max((loop.help_day for loop in situation.received if loop.help_day), default=None)
    unanswered = [
        loop
        for loop in situation.given
        if loop.state is State.DONE and loop.help_day and (last_help is None or last_help < loop.help_day)
    ]
    return Balance(_rows(to_return), _rows(unanswered))


def _rows(loops: list[Loop]) -> tuple[Row, ...]:
    rows = [Row(loop.favour, loop.favour.weight, loop.help_day) for loop in loops if loop.help_day]
    return tuple(sorted(rows, key=lambda row: (row.day, row.favour.title, row.favour.id)))
