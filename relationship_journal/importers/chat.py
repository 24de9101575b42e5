"""Chats, as files or pasted: an entry a day with its turns."""

from collections.abc import Callable
from datetime import date
from itertools import groupby

from relationship_journal.domain.chat import ChatTurn, chat_turns
from relationship_journal.domain.entry import EntryKind

from .plan import PlannedEntry


def entries_of(
    text: str, written: date | None = None, known: Callable[[str], bool] | None = None
) -> tuple[PlannedEntry, ...]:
    """One entry of kind `message` for each day of the chat, with its turns; none where `text` is no chat.

    `written` is the day on which it was copied, from which words like 昨天 count; `known` as in `chat_turns`.
    """
    turns = chat_turns(text, today=written, known=known)
    people = tuple(dict.fromkeys(turn.name for turn in turns))
    made = []
    for day, of_day in groupby(turns, key=lambda turn: turn.day):
        said = list(of_day)
        lines = [_line(turn, text) for turn in said]
        made.append(PlannedEntry(EntryKind.MESSAGE, "\n\n".join(lines), day, said[0].time, people=people))
    return tuple(made)


def _line(turn: ChatTurn, text: str) -> str:
    words = "\n".join(line.rstrip() for line in text[turn.start : turn.end].split("\n")).strip()
    return f"{turn.name} {turn.time}".rstrip() + (f"\n{words}" if words else "")
