"""A chat in a text: who says what when, by the heads that messengers write in front of what is said.

    王总 2026/11/20 14:03      王总 14:03      2026-11-20 14:03 王总      Helen, [20.11.26 14:03]     (words below)
    [20/11/2026, 14:03:22] Helen: words        11/20/26, 2:03 PM - Helen: words        Helen 14:03: words

The one parser of chats: what is taken in, pasted and read agrees on it. docs/decisions.md says what holds for heads
without a day.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from relationship_journal.values import dataclass, replace

from .chat_days import DAY, day_alone, days_of

_CLOCK = (
    r"(?:(?:上午|下午|晚上|早上|中午|凌晨|傍晚)\s*)?(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?"
    r"(?:[\s\u202f]*[AaPp]\.?[\s\u202f]?[Mm]\b\.?)?"
)
_STAMP = rf"(?P<stamp>(?:{DAY}[,，]?\s*(?:at\s+)?(?:(?:星期|周)[一二三四五六日天]\s*)?)?{_CLOCK})"
_NAME = r"(?P<name>[^\s\d—–\-:：\[\]【】(（][^:：\n\[\]]{0,39}?|\+?\d[\d ()\u2011-]{6,20}\d)"
_AFTER = r"[ \t]*[:：]?[ \t]*$"
_FORMS = tuple(
    re.compile(form, re.MULTILINE | re.IGNORECASE)
    for form in (
        rf"^[ \t]*\[?{_STAMP}\]?\s*(?:[-–]\s*)?{_NAME}[:：](?=\s|[^\s/\d])[ \t]*",
        rf"^[ \t]*{_NAME}[ \t]*[,，:：]?[ \t]+(?:[—–-]\s)?[\[(（]?{_STAMP}[\])）]?(?:{_AFTER}|[ \t]*[:：][ \t]*)",
        rf"^[ \t]*{_NAME}[ \t]*[\[(（]{_STAMP}[\])）](?:{_AFTER}|[ \t]*[:：][ \t]*)",
        rf"^[ \t]*\[?{_STAMP}\]?[ \t]+{_NAME}{_AFTER}",
        rf"^[ \t]*{_NAME}[ \t]*[:：]?[ \t]*\n[ \t]*{_STAMP}[ \t]*$",
    )
)
_SILENT = re.compile(rf"^[ \t]*\[?{_STAMP}\]?\s*[-–]\s*(?=\S)", re.MULTILINE | re.IGNORECASE)
_RUNNING = re.compile(rf"^{_NAME}[ \t]*[,，]?[ \t]*[\[(（]?{_STAMP}[\])）]?[ \t]*[:：]?", re.MULTILINE | re.IGNORECASE)
_BARE = re.compile(rf"^(?P<stamp>){_NAME}[ \t]*[:：]", re.MULTILINE)
_LETTER = re.compile(r"(?:[^\n]+\n)?(?P<head>(?P<name>[^\n→:：]{1,80}?) → (?P<to>[^\n]{1,300}))(?:\n\n|\Z)")
_WRITER = re.compile(r"我|本人|自己|me|myself|i|you|你|您", re.IGNORECASE)
_INVISIBLE = str.maketrans(dict.fromkeys("\u200e\u200f\u202a\u202c\ufeff\u2068\u2069\xa0", " "))
_LATER = re.compile(r"下午|晚上|傍晚")
_NUMBER = re.compile(r"(\d{1,2})[:：](\d\d)")
_PROBE, _LONGEST = 600, 100_000  # characters: in which a chat has begun; up to which names are asked for
_HALF = re.compile(r"([AaPp])\.?[\s\u202f]?[Mm]")


@dataclass(frozen=True, slots=True)
class ChatTurn:
    """Something said: its head begins at `head`, the words stand from `start` to `end`, in code points of the text.

    `stamp` is the head's day and time as written, `time` `HH:MM` or empty, `day` None where nothing tells it.
    """

    head: int
    start: int
    end: int
    name: str
    stamp: str = ""
    time: str = ""
    day: date | None = None


def is_writer(name: str) -> bool:
    """Whether a head names the one whose journal it is: 我, me, you."""
    return _WRITER.fullmatch(name.strip()) is not None


def chat_turns(
    text: str, *, today: date | None = None, known: Callable[[str], bool] | None = None, by_names: bool = False
) -> tuple[ChatTurn, ...]:
    """The turns of a chat, or () where `text` is none.

    `today` is the day on which the text was copied: 昨天, weekdays and days without a year count from it. `known`
    tells whether a name is a contact's or the writer's.

    A chat begins with a head, has two or more, and most turns say something. Where no head has a day (a list of
    appointments looks like that) somebody has to speak twice, or one of those who speak to be known. `by_names` reads
    heads too that only a known name makes likely: `王总 14:03 words`, and `王总：words` where both sides are named; a
    note begins like that as well, so it is for reading, where nothing is rewritten.
    """
    probe = text[:_PROBE].translate(_INVISIBLE)
    first = _heads(probe) if _NUMBER.search(probe) else []
    if first and _begins(probe, first[0][0]):
        clear = text.translate(_INVISIBLE)
        heads = _heads(clear)
        if _is_chat(clear, heads, known):
            return _dated(_cut(clear, heads), clear, today)
    if known is None or not by_names or len(text) > _LONGEST:
        return ()
    clear = text.translate(_INVISIBLE)
    return _dated(_by_names(clear, known), clear, today)


def letter_turn(text: str) -> tuple[ChatTurn, str] | None:
    """The one turn of a mail, with those whom it went to: below its subject stands `sender → receivers`."""
    found = _LETTER.match(text)
    if found is None:
        return None
    return ChatTurn(found.start("head"), found.end("head"), len(text), found["name"].strip()), found["to"].strip()


_Head = tuple[int, int, str, str]  # where the head begins and ends, the name, the stamp


def _heads(text: str) -> list[_Head]:
    """Heads of the forms that tell themselves, in order; the name is empty where the messenger itself speaks."""
    found: dict[int, _Head] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            name = match["name"].strip(" ~\t,，")
            if name and "://" not in match.group():
                found.setdefault(match.start(), (match.start(), match.end(), name, match["stamp"]))
    for match in _SILENT.finditer(text):
        found.setdefault(match.start(), (match.start(), match.end(), "", match["stamp"]))
    ordered: list[_Head] = []
    for head in sorted(found.values()):
        if not ordered or head[0] >= ordered[-1][1]:
            ordered.append(head)
    return ordered


def _is_chat(text: str, heads: Sequence[_Head], known: Callable[[str], bool] | None) -> bool:
    spoken = [head for head in heads if head[2]]
    if len(spoken) < 2 or not _begins(text, heads[0][0]):
        return False
    ends = [*(head[0] for head in heads[1:]), len(text)]
    speaking = sum(bool(head[2] and text[head[1] : end].strip()) for head, end in zip(heads, ends, strict=True))
    if 2 * speaking <= len(spoken):
        return False
    names = [head[2] for head in spoken]
    if any(_has_day(head[3]) for head in heads) or day_alone(text[: heads[0][0]]):
        return True
    one_known = any(is_writer(name) or (known is not None and known(name)) for name in names)
    return len(set(names)) < len(names) or (one_known and len(set(names)) > 1)


def _begins(text: str, first: int) -> bool:
    """Nothing stands above the first head but a line that tells a day."""
    above = text[:first].strip()
    return not above or ("\n" not in above and day_alone(above))


def _has_day(stamp: str) -> bool:
    return re.match(DAY, stamp, re.IGNORECASE) is not None


def _cut(text: str, heads: Sequence[_Head]) -> list[ChatTurn]:
    ends = [*(head[0] for head in heads[1:]), len(text)]
    return [
        ChatTurn(begin, start, end, name, stamp, _time(stamp))
        for (begin, start, name, stamp), end in zip(heads, ends, strict=True)
    ]


def _by_names(text: str, known: Callable[[str], bool]) -> list[ChatTurn]:
    """Turns whose heads only a known name makes likely."""
    running = [(match.start(), match.end(), match["name"].strip(), match["stamp"]) for match in _RUNNING.finditer(text)]
    if running and (known(running[0][2]) or (len(running) > 1 and any(known(name) for _b, _e, name, _s in running))):
        return _cut(text, running)
    bare = [(match.start(), match.end(), match["name"].strip(), "") for match in _BARE.finditer(text)]
    named = [head for head in bare if known(head[2])]
    if len(named) >= 2 and any(is_writer(name) for _begin, _end, name, _stamp in named):
        return _cut(text, named)
    return []


def _dated(turns: list[ChatTurn], text: str, today: date | None) -> tuple[ChatTurn, ...]:
    """Each turn with its day, that of the turn before where its head has none; what the messenger says left out."""
    if not turns:
        return ()
    above = text[: turns[0].head].strip()
    days = days_of([above, *(turn.stamp for turn in turns)], today)
    between: list[str] = [text[turn.start : turn.end] for turn in turns]
    made = []
    last = days[0]
    for turn, own, words in zip(turns, days[1:], between, strict=True):
        last = own or last
        line = words.rstrip().rpartition("\n")[2].strip()
        follows = days_of([line], today)[0] if day_alone(line) else None
        end = turn.start + words.rindex(line) if follows is not None else turn.end
        if turn.name:
            made.append(replace(turn, day=last, end=end))
        last = follows or last
    first = next((turn.day for turn in made if turn.day is not None), None)
    return tuple(replace(turn, day=turn.day or first) for turn in made)


def _time(stamp: str) -> str:
    found = _NUMBER.search(stamp)
    if found is None:
        return ""
    hour, half = int(found[1]), _HALF.search(stamp)
    if half:
        hour = hour % 12 + 12 * (half[1] in "Pp")
    elif hour < 12 and _LATER.search(stamp):
        hour += 12
    elif hour == 12 and "凌晨" in stamp:
        hour = 0
    return f"{hour:02}:{found[2]}" if hour < 24 else ""
