"""The part of a text in which something was found, on one line, with the places of the words in it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .chinese import han

_BEFORE, _LENGTH = 24, 120
_INSIDE_WORD = re.compile(r"\w")

Spans = tuple[tuple[int, int], ...]


class Finder:
    """Finds words as the index does: Latin ones where a word begins, Chinese ones anywhere, in any letter case."""

    def __init__(self, terms: Iterable[str]) -> None:
        words = [term.strip().lower() for term in terms if term.strip()]
        self._terms = [(word, len(word), han().match(word) is not None) for word in words]
        # Chinese has no letter case: a whole text need not be lowered to find two characters in it.
        self._lower = _as_it_is if all(word.lower() == word.upper() for word in words) else _lowered

    def first(self, text: str) -> int:
        """Where the first of the words stands, -1 if none does."""
        return self._first(self._lower(text))

    def telling(self, texts: Sequence[str]) -> str:
        """The first of these texts in which something is found, else the first that is not empty."""
        if len(texts) == 1:
            return texts[0]
        filled = [text for text in texts if text]
        return next((text for text in filled if self.first(text) >= 0), filled[0] if filled else "")

    def snippet(self, text: str) -> tuple[str, Spans]:
        """At most some 120 characters around the first place, and the spans found in them, in code points."""
        lowered = self._lower(text)
        # A text that fits is shown whole, so that a title never loses its beginning.
        start = max(0, self._first(lowered) - _BEFORE) if len(text) > _LENGTH else 0
        end = start + _LENGTH
        shown, indent = text[start:end].replace("\n", " ").replace("\r", " ").replace("\t", " "), 0
        if start:
            shown, indent = f"…{shown}", 1
        if end < len(text):
            shown += "…"
        return shown, self._spans(lowered[start:end], indent)

    def _first(self, lowered: str) -> int:
        best = -1
        for word, _length, anywhere in self._terms:
            place = lowered.find(word)
            while place > 0 and not anywhere and not _begins(lowered, place):
                place = lowered.find(word, place + 1)
            if place >= 0 and (best < 0 or place < best):
                best = place
        return best

    def _spans(self, lowered: str, indent: int) -> Spans:
        """Where words stand, in order, none within another."""
        found: list[tuple[int, int]] = []
        for word, length, anywhere in self._terms:
            place = lowered.find(word)
            while place >= 0:
                if anywhere or place == 0 or _begins(lowered, place):
                    found.append((place + indent, place + length + indent))
                place = lowered.find(word, place + length)
        if len(found) < 2:
            return tuple(found)
        kept: list[tuple[int, int]] = []
        for span in sorted(found, key=lambda span: (span[0], -span[1])):
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        return tuple(kept)


@lru_cache(maxsize=16)
def finder(terms: tuple[str, ...]) -> Finder:
    """The finder of these words: one search asks it for all that it found."""
    return Finder(terms)


def _as_it_is(text: str) -> str:
    return text


def _lowered(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text  # a letter that becomes two would shift every place


def _begins(text: str, place: int) -> bool:
    """Whether a word begins here: after what is no letter, or after a Chinese character."""
    before = text[place - 1]
    return not _INSIDE_WORD.match(before) or han().match(before) is not None
