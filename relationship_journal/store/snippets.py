"""The part of a text in which something was found, on one line, with the places of the words in it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from .words import HAN

_BEFORE, _LENGTH = 24, 120
_SPACES = str.maketrans(dict.fromkeys("\n\r\t\v\f\u2028\u2029", " "))
_INSIDE_WORD = re.compile(r"\w")


class Finder:
    """Finds words as the index does: Latin ones where a word begins, Chinese ones anywhere, in any letter case."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = [term.strip().lower() for term in terms if term.strip()]

    def first(self, text: str) -> int | None:
        """Where the first of the words stands."""
        lowered = _lowered(text)
        return min((start for term in self._terms for start in _starts(lowered, term)), default=None)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where words stand, in order, none within another."""
        lowered = _lowered(text)
        found = sorted((start, -len(term)) for term in self._terms for start in _starts(lowered, term, every=True))
        kept: list[tuple[int, int]] = []
        for start, length in found:
            if not kept or start >= kept[-1][1]:
                kept.append((start, start - length))
        return tuple(kept)


def snippet(text: str, finder: Finder) -> tuple[str, tuple[tuple[int, int], ...]]:
    """At most some 120 characters around the first place, and the spans found in them, in code points."""
    start = max(0, (finder.first(text) or 0) - _BEFORE)
    end = min(len(text), start + _LENGTH)
    shown = f"{'…' if start else ''}{text[start:end].translate(_SPACES)}{'…' if end < len(text) else ''}"
    return shown, finder.spans(shown)


def telling(texts: Sequence[str], finder: Finder) -> str:
    """The first of these texts in which something was found, else the first that is not empty."""
    filled = [text for text in texts if text]
    return next((text for text in filled if finder.first(text) is not None), filled[0] if filled else "")


def _lowered(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text  # a letter that becomes two would shift every place


def _starts(text: str, term: str, *, every: bool = False) -> Iterator[int]:
    anywhere = HAN.match(term) is not None
    start = text.find(term)
    while start >= 0:
        if anywhere or start == 0 or not _INSIDE_WORD.match(text[start - 1]) or HAN.match(text[start - 1]):
            yield start
            if not every:
                return
        start = text.find(term, start + 1)
