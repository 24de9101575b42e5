"""Chats as they are pasted from WeChat, WhatsApp and the like: names and times, then what was said; an entry a day.

Heads that are known, after whose line the words follow:

    王总 2026/11/20 14:03          王总 14:03          2026-11-20 14:03 王总
    [20/11/2026, 14:03:22] Helen: words
    11/20/26, 2:03 PM - Helen: words
"""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from relationship_journal.domain.entry import EntryKind

from .plan import PlannedEntry

_CLOCK = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:[\s\u202f]*(?P<half>[AaPp])\.?[Mm]\.?)?"
_DAY = (
    r"(?:(?P<year>(?:19|20)\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<short>(?:20)?\d\d))"
)
_HEADS = (
    re.compile(rf"\[?{_DAY},?\s+{_CLOCK}\]?\s*(?:[-–]\s+)?(?P<name>[^:\n]{{1,60}}):\s(?P<words>.*)\Z"),
    re.compile(rf"(?P<name>\S.{{0,40}}?)[:：]?\s+(?:{_DAY}\s+)?{_CLOCK}\s*\Z"),
    re.compile(rf"{_DAY}\s+{_CLOCK}\s+(?P<name>\S.{{0,40}}?)\s*[:：]?\s*\Z"),
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202c\ufeff"))


@dataclass
class _Turn:
    """What one of them said at a time. `numbers` are the parts of a day whose order is not known yet."""

    name: str
    time: str
    day: date | None
    numbers: tuple[int, int, int] | None
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "\n".join(self.lines).strip()


def entries_of(text: str) -> tuple[PlannedEntry, ...]:
    """One entry of kind `message` for each day of the chat, with its turns; none where `text` is no chat.

    A chat has at least two turns, begins with one, and most of them say something. Where no head has a day (a list
    of appointments looks like that) somebody has to speak twice.
    """
    turns = _turns(text)
    speaking = sum(bool(turn.words) for turn in turns)
    names = {turn.name for turn in turns}
    if len(turns) < 2 or 2 * speaking <= len(turns) or (turns[0].day is None and len(names) == len(turns)):
        return ()
    people = tuple(dict.fromkeys(turn.name for turn in turns))
    made = []
    for day, of_day in groupby(turns, key=lambda turn: turn.day):
        said = list(of_day)
        lines = [f"{turn.name} {turn.time}\n{turn.words}".strip() for turn in said]
        made.append(PlannedEntry(EntryKind.MESSAGE, "\n\n".join(lines), day, said[0].time, people=people))
    return tuple(made)


def _turns(text: str) -> list[_Turn]:
    turns: list[_Turn] = []
    for line in text.translate(_INVISIBLE).split("\n"):
        turn = _head(line.strip())
        if turn is not None:
            turns.append(turn)
        elif turns:
            turns[-1].lines.append(line.rstrip())
        elif line.strip():
            return []
    _date(turns)
    return turns


def _head(line: str) -> _Turn | None:
    for pattern in _HEADS:
        match = pattern.match(line)
        if match is None:
            continue
        parts = match.groupdict()
        day, numbers = None, None
        if parts["year"]:
            day = _real_day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
            if day is None:
                return None
        elif parts["first"]:
            numbers = (int(parts["first"]), int(parts["second"]), int(parts["short"]) % 100 + 2000)
        hour = int(parts["hour"]) % 12 + 12 * (parts["half"] in "Pp") if parts["half"] else int(parts["hour"])
        turn = _Turn(parts["name"].strip(" ~"), f"{hour:02}:{parts['minute']}", day, numbers)
        if words := parts.get("words"):
            turn.lines.append(words)
        return turn
    return None


def _date(turns: list[_Turn]) -> None:
    """Find out whether 11/12 is a day of November or of December; a turn without a day takes that of the one before.

    A first number beyond 12 anywhere is a day; a second one beyond 12 a month that comes first. Where neither is, the
    order in which all days lie in one direction wins, else the day comes first.
    """
    unclear = [turn.numbers for turn in turns if turn.numbers is not None]
    month_first = any(second > 12 for _first, second, _year in unclear)
    if unclear and not month_first and not any(first > 12 for first, _second, _year in unclear):
        month_first = _in_order(unclear, month_first=True) and not _in_order(unclear, month_first=False)
    last: date | None = None
    for turn in turns:
        if turn.numbers is not None:
            turn.day = _read(turn.numbers, month_first=month_first)
        turn.day = last = turn.day or last
    first = next((turn.day for turn in turns if turn.day is not None), None)
    for turn in turns:
        turn.day = turn.day or first


def _in_order(days: list[tuple[int, int, int]], *, month_first: bool) -> bool:
    read = [day for day in (_read(numbers, month_first=month_first) for numbers in days) if day is not None]
    return read == sorted(read)


def _read(numbers: tuple[int, int, int], *, month_first: bool) -> date | None:
    first, second, year = numbers
    return _real_day(year, first, second) if month_first else _real_day(year, second, first)


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
