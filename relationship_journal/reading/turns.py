"""Pasted chats: who speaks from where, and the day that the stamps tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .days import find_days
from .names import finder
from .note import KnownContact

_TIME = r"(?:[上下]午|晚上|早上|中午|凌晨|傍晚)?\s*\d{1,2}[:：.]\d\d(?:[:：]\d\d)?(?:\s*[ap]\.?m\.?)?"
_DATE = (
    r"(?:(?:20\d\d\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:[/.-](?:20)?\d\d)?|20\d{6}|昨天|前天|今天|星期[一二三四五六日天]"
    r"|周[一二三四五六日]|yesterday|today|(?:mon|tue|wed|thu|fri|sat|sun)\w*|\d{1,2} \w{3,9}(?: 20\d\d)?)"
)
_STAMP = rf"(?:{_DATE}[,，]?\s*)?{_TIME}"
_NAME = r"(?P<name>[^\s:：\[\]【】,，。\d][^:：\n\[\]【】,，。!?！？]{0,19}?)"
_FORMS = (
    re.compile(rf"^\[?(?P<stamp>{_STAMP})\]?\s*[-–]?\s*{_NAME}\s*[:：]", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"^{_NAME}\s*[,，(（\[]?\s*(?P<stamp>{_STAMP})[)）\]]?[ \t]*[:：]?", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"^(?P<stamp>{_TIME})\s+{_NAME}[ \t]*$", re.MULTILINE | re.IGNORECASE),
)
_BARE = re.compile(rf"^(?P<stamp>){_NAME}\s*[:：]", re.MULTILINE)
_WRITER = re.compile(r"我|本人|me|i|you|自己", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said in a chat, from `start` (after its head, which begins at `head`) to `end`; `speaker` is a known
    contact's name, `""` somebody else's turn, or None for the writer's."""

    head: int
    start: int
    end: int
    speaker: str | None
    stamp: str


def turns_in(text: str, contacts: Sequence[KnownContact]) -> tuple[Turn, ...]:
    """The turns of a chat, or () where `text` is none."""
    for pattern in _FORMS:
        heads = list(pattern.finditer(text))
        if len(heads) >= 2 or (heads and _speaker(heads[0]["name"], contacts) is not _UNKNOWN):
            speakers = [_speaker(head["name"], contacts) for head in heads]
            if any(speaker is not _UNKNOWN for speaker in speakers):
                return _cut(text, heads, speakers)
    heads = list(_BARE.finditer(text))
    speakers = [_speaker(head["name"], contacts) for head in heads]
    known = [(head, speaker) for head, speaker in zip(heads, speakers, strict=True) if speaker is not _UNKNOWN]
    if len(known) >= 2 and any(speaker is None for _head, speaker in known):
        return _cut(text, [head for head, _speaker_ in known], [speaker for _head, speaker in known])
    return ()


_UNKNOWN = ""


def _speaker(name: str, contacts: Sequence[KnownContact]) -> str | None:
    written = name.strip()
    if _WRITER.fullmatch(written):
        return None
    for found in finder(tuple(contacts)).find(written):
        if found.end - found.start >= len(written) - 2:
            return found.contacts[0].name
    return _UNKNOWN


def _cut(text: str, heads: Sequence[re.Match[str]], speakers: Sequence[str | None]) -> tuple[Turn, ...]:
    """Somebody unknown in a talk of two where the writer is not marked is the writer, under their own name."""
    strangers = {head["name"].strip() for head, speaker in zip(heads, speakers, strict=True) if speaker == _UNKNOWN}
    writer_named = len(strangers) == 1 and None not in speakers
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return tuple(
        Turn(
            head.start(),
            head.end(),
            end,
            None if speaker == _UNKNOWN and writer_named else speaker,
            head["stamp"] or "",
        )
        for head, end, speaker in zip(heads, ends, speakers, strict=True)
    )


def chat_day(text: str, found: Sequence[Turn], today: date) -> date | None:
    """The day that a chat's stamps tell, else one standing alone above it; None where none is said."""
    for turn in found:
        days = find_days(turn.stamp, today)
        if days:
            return days[0].day
    above = find_days(text[: found[0].head], today) if found else ()
    return above[0].day if above else None
