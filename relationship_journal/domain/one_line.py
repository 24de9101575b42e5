"""A text of several lines told on one, where a list has room for no more: a sign stands where a line ended."""

import re

_BULLET = re.compile(r"[-*•·▪●]\s+")
_ENDS = tuple(".,;:!?…—")
_ENDS_WIDE = tuple("。，、；：！？")


def on_one_line(text: str) -> str:
    r"""The lines of `text` with ` · ` between them, unless a line ends with a sign of its own.

    >>> on_one_line("Apples\nAgnes -> me\n\nSee you on Friday.\nAgnes")
    'Apples · Agnes -> me · See you on Friday. Agnes'
    """
    told = ""
    for line in text.splitlines():
        words = " ".join(line.split())
        if bullet := _BULLET.match(words):
            words = words[bullet.end() :]
        if not words:
            continue
        if not told or told.endswith(_ENDS_WIDE):
            told += words
        else:
            told += f" {words}" if told.endswith(_ENDS) else f" · {words}"
    return told
