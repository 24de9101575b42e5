"""The part of a text in which something was found, on one line, with the places of the words in it."""

import re
from collections.abc import Iterable, Sequence

from .words import HAN

_BEFORE, _LENGTH = 24, 120
_HAN_CLASS = HAN.pattern.removesuffix("+")
_SPACE = re.compile(r"\s")


def finder(terms: Iterable[str]) -> re.Pattern[str]:
    """What finds any of the words: Latin ones at the beginning of a word, as the index does, Chinese ones anywhere."""
    parts = []
    for term in sorted(filter(None, map(str.strip, terms)), key=len, reverse=True):
        begins = "" if HAN.match(term) else rf"(?:(?<=\W)|(?<={_HAN_CLASS})|^)"
        parts.append(begins + re.escape(term))
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def snippet(text: str, find: re.Pattern[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """At most some 120 characters around the first place, and the spans found in them, in code points."""
    first = find.search(text)
    start = max(0, first.start() - _BEFORE) if first else 0
    end = min(len(text), start + _LENGTH)
    inside = _SPACE.sub(" ", text[start:end])
    shown = f"{'…' if start else ''}{inside}{'…' if end < len(text) else ''}"
    return shown, tuple(match.span() for match in find.finditer(shown) if match.end() > match.start())


def telling(texts: Sequence[str], find: re.Pattern[str]) -> str:
    """The first of these texts in which something was found, else the first that is not empty."""
    filled = [text for text in texts if text]
    return next((text for text in filled if find.search(text)), filled[0] if filled else "")
