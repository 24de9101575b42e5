"""Prose that was wrapped at a column (mail, text out of a PDF) read as the paragraphs that it was.

A line is wrapped where the first word of the next would not have fitted any more. Lists, chats, templates (`KEY value`)
and lines that are short of their own accord stay lines.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

_NARROWEST, _WIDEST = 45, 110
_SLACK_ZH = 5  # a wrap of Chinese leaves this many columns at most: no line begins with a punctuation mark
_ALONE = 60  # columns of a single line that is taken for wrapped by its looks alone
_BEGINS_ANEW = re.compile(
    r"\s*(?:[-–—*•·●○▪◦‣→✓✔☐☑□>#|+~=【《]|[①-⑳]|\[[ xX\d]"
    r"|\(?(?:\d{1,2}|[a-zA-Z])[.)、）](?=\s|[^\d.])|[(（]?[一二三四五六七八九十]{1,3}[、.)）]"
    r"|\d{1,2}[:：]\d\d|\[?\d{1,4}[-/.年]\d{1,2}"
    r"|[^\s:：,，。.]{1,16}(?: [^\s:：,，。.]{1,12})?[:：](?!//)|[A-Z]{2,}[A-Z0-9&/]*(?=\s|:)|$)"
)
"""A bullet, a number, a day or time, a key or a speaker."""
_ENDED = re.compile(r"[.!?。！？…;；:：\"”』」)）~～\]】]\s*$")
_STOP = re.compile(r"[。！？!?]")
_WORD = re.compile(r"\s*(\S+)")


def unwrapped(text: str) -> tuple[str, list[int]]:
    """The text with wrapped lines joined, and for each place in it (and its end) the place in `text`, in code points;
    no places where nothing was wrapped."""
    lines = text.split("\n")
    joins = _joins(lines)
    if not joins:
        return text, []
    parts: list[str] = []
    origins: list[int] = []
    place = 0
    for index, line in enumerate(lines):
        begin, end = 0, len(line)
        if index in joins:
            end = len(line.rstrip())
        if index - 1 in joins:
            begin = len(line) - len(line.lstrip())
        parts.append(line[begin:end])
        origins.extend(range(place + begin, place + end))
        if index < len(lines) - 1:
            between = "\n" if index not in joins else "" if _joined_closely(line, lines[index + 1]) else " "
            parts.append(between)
            origins.extend([place + end] * len(between))
        place += len(line) + 1
    return "".join(parts), [*origins, len(text)]


def _joins(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that go on in the next: of paragraphs whose lines are as long as the column allows."""
    blocks = list(_blocks(lines))
    widths = {index: _width(lines[index].rstrip()) for block in blocks for index in block[:-1]}
    column = max((width for width in widths.values() if width <= _WIDEST), default=0)
    if column < _NARROWEST:
        return set()
    full = {index for index in widths if widths[index] <= column < widths[index] + _least_more(lines[index + 1])}
    wrapped = [block for block in blocks if all(index in full or _ENDED.search(lines[index]) for index in block[:-1])]
    if _beyond_chance(lines, wrapped, full, column):
        return {index for block in wrapped for index in block if index in full}
    return set()


def _blocks(lines: Sequence[str]) -> Iterator[list[int]]:
    """Lines that may be one paragraph: none empty, and none but the first beginning anew."""
    block: list[int] = []
    for index, line in enumerate(lines):
        if block and (not line.strip() or _BEGINS_ANEW.match(line)):
            yield block
            block = []
        if line.strip():
            block.append(index)
    if block:
        yield block


def _beyond_chance(lines: Sequence[str], wrapped: Sequence[Sequence[int]], full: AbstractSet[int], column: int) -> bool:
    """Whether lines that break off at the column do so because it is one, not because a writer sets no full stops."""
    open_ones = [index for block in wrapped for index in block if index in full and not _ENDED.search(lines[index])]
    small = [index for index in open_ones if lines[index + 1].lstrip()[:1].islower()]
    if open_ones and 2 * len(small) >= len(open_ones):
        first = lines[open_ones[0]]
        return len(open_ones) > 1 or (_width(first) >= _ALONE and first.lstrip()[:1].isupper())
    chinese = [index for index in open_ones if _is_wide(lines[index + 1].lstrip()[:1])]
    if len(chinese) > 2 or (len(chinese) == 2 and all(column - _width(lines[at].rstrip()) < 3 for at in chinese)):
        return True
    stopped = {index for block in wrapped if _STOP.search(lines[block[-1]][-2:]) for index in block}
    return any(at in stopped and column >= _ALONE and _STOP.search(lines[at]) for at in chinese)


def _least_more(after: str) -> int:
    """The columns that the line before would have needed to take in the first word of `after`."""
    match = _WORD.match(after)
    word = match[1] if match else ""
    return _SLACK_ZH + 1 if _is_wide(word[:1]) else 1 + _width(word)


def _joined_closely(line: str, after: str) -> bool:
    """Whether no blank belongs between: after a hyphen, and where both sides are Chinese."""
    last, first = line.rstrip()[-1:], after.lstrip()[:1]
    return last == "-" or (_is_wide(last) and _is_wide(first))


def _width(text: str) -> int:
    """Columns on a terminal: two for a Chinese sign."""
    return sum(2 if _is_wide(sign) else 1 for sign in text)


def _is_wide(sign: str) -> bool:
    return bool(sign) and unicodedata.east_asian_width(sign) in "WF"
