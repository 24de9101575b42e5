"""The words that a note is read by: data files in resources/reading/vocabulary, one concept a table.

A concept lists expressions in `zh` (found anywhere) and `en` (whole words, in any case). In an expression `{me}` is
the writer, `{them}` a known contact, `{who}` either or somebody new; `…` stands for a few signs of the same sentence,
`(a|b)` for a choice, `(a)?` for what may be missing, and `*` at the end of an English word for any ending.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from relationship_journal.paths import resources
from relationship_journal.values import dataclass

from .spellings import ME, SOMEBODY, THEM, filled, plain, spelled

_WORD = re.compile(r"[a-z0-9]+|[\ue000-\ue002]|[^\sa-z0-9\u4e00-\u9fff]")
_PEOPLE = frozenset((ME, THEM, SOMEBODY))
_AFTER_PERSON = 4  # expressions that begin with a person are looked up by so many signs
_SLOTS = {"{who}": f"[{ME}{THEM}{SOMEBODY}]"}
_GAP = {"zh": r"[^。!?\n]{0,10}?", "en": r"[^.!?\n]{0,28}?"}
_SPECIAL = re.compile(r"\{\w+\}|…|\*|[()|?]|[^{…*()|?]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found: offsets in the text that was looked through."""

    concept: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts, prepared: expressions without choices by their first word or, in Chinese, by their first two signs;
    the others as patterns, by the first three signs of a piece that must be present."""

    words: dict[str, tuple[tuple[str, str], ...]]
    signs: dict[str, tuple[tuple[str, str], ...]]
    patterns: dict[str, tuple[tuple[str, str, re.Pattern[str]], ...]]

    def find(self, text: str) -> Iterator[Hit]:
        """Every place of `text` (made by `plain`, people replaced by their signs) where a concept is expressed."""
        yield from self._by_words(text)
        places: dict[str, list[int]] = {}
        for place in range(len(text)):
            places.setdefault(text[place : place + 2], []).append(place)
            places.setdefault(text[place], []).append(place)
        for key in self.signs.keys() & places.keys():
            for start in places[key]:
                for literal, concept in self.signs[key]:
                    if text.startswith(literal, start):
                        yield Hit(concept, start, start + len(literal))
        present = {text[place : place + 3] for place in range(len(text))} | places.keys() | {""}
        for key in self.patterns.keys() & present:
            yield from self._by_patterns(text, key)

    def _by_words(self, text: str) -> Iterator[Hit]:
        for match in _WORD.finditer(text):
            start = match.start()
            first = text[start : start + _AFTER_PERSON] if match.group() in _PEOPLE else match.group()
            for literal, concept in self.words.get(first, ()):
                end = start + len(literal)
                if text.startswith(literal, start) and not (_is_word(text, end) and _is_word(text, end - 1)):
                    yield Hit(concept, start, end)

    def _by_patterns(self, text: str, key: str) -> Iterator[Hit]:
        for concept, needed, pattern in self.patterns[key]:
            if needed in text:
                for match in pattern.finditer(text):
                    yield Hit(concept, match.start(), match.end())


def _is_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isascii() and text[place].isalnum()


@cache
def shipped() -> Vocabulary:
    """The vocabulary that ships with the program."""
    return load(resources() / "reading" / "vocabulary")


def load(folder: Path) -> Vocabulary:
    """The vocabulary in the `.toml` files of `folder`. Raises tomllib.TOMLDecodeError, or re.error for a bad choice."""
    words: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    signs: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    patterns: dict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
    for file in sorted(folder.glob("*.toml")):
        for concept, expressions in tomllib.loads(file.read_text("utf-8")).items():
            for language in ("zh", "en"):
                for expression in expressions.get(language, ()):
                    written = _read_as_text(expression)
                    if written in _PEOPLE:
                        continue
                    if set("…*(") & set(expression) or "{who}" in expression:
                        needed, pattern = _compiled(written, language)
                        patterns[needed[:3]].append((concept, needed, pattern))
                    elif (first := _WORD.match(written)) and (language == "en" or written.isascii()):
                        key = written[:_AFTER_PERSON] if first.group() in _PEOPLE else first.group()
                        words[key][written, concept] = None
                    else:
                        signs[written[:2]][written, concept] = None
    return Vocabulary(
        {word: tuple(rows) for word, rows in words.items()},
        {sign: tuple(rows) for sign, rows in signs.items()},
        {key: tuple(rows) for key, rows in patterns.items()},
    )


_PRONOUNS = re.compile(
    r"\b(?:(?P<me>i|me|my|mine|myself|we|us|our|ours)|(?P<them>he|she|him|her|his|hers|they|them|their|theirs))\b"
)


def _read_as_text(expression: str) -> str:
    """An expression as `annotated` makes a text of it: one spelling, people as signs."""
    signed = filled(spelled(plain(expression)))
    return _PRONOUNS.sub(lambda match: ME if match["me"] else THEM, signed)


def _compiled(expression: str, language: str) -> tuple[str, re.Pattern[str]]:
    """The pattern for an expression, and the longest piece of it that must be present."""
    parts, needed, depth = [], "", 0
    pieces = _SPECIAL.findall(expression)
    for place, piece in enumerate(pieces):
        depth += (piece == "(") - (piece == ")")
        if piece in _SLOTS:
            parts.append(_SLOTS[piece])
        elif piece == "…":
            parts.append(_GAP[language])
        elif piece == "*":
            parts.append(r"\w*")
        elif piece in "()" or (piece == "|" and depth) or (piece == "?" and place and pieces[place - 1] == ")"):
            parts.append("(?:" if piece == "(" else piece)
        else:
            parts.append(re.escape(piece))
            if depth == 0 and len(piece.strip()) > len(needed):
                needed = piece.strip()
    body = "".join(parts)
    if language == "en":
        body = rf"(?<![a-z0-9])(?:{body})(?![a-z0-9])"
    return needed, re.compile(body)
