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
from itertools import chain
from pathlib import Path

from relationship_journal.paths import resources
from relationship_journal.values import dataclass

from .spellings import ME, SOMEBODY, THEM, filled, plain, spelled

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
    """All concepts, prepared: literal expressions by their first two signs, the others as patterns behind a literal
    that must be present."""

    literals: dict[str, list[tuple[str, str, bool]]]
    patterns: tuple[tuple[str, str, re.Pattern[str]], ...]

    def find(self, text: str) -> Iterator[Hit]:
        """Every place of `text` (made by `plain`, people replaced by their signs) where a concept is expressed."""
        present = {text[place : place + 2] for place in range(len(text))} | set(text)
        for concept, literal, whole_words in chain.from_iterable(
            map(self.literals.__getitem__, self.literals.keys() & present)
        ):
            start = text.find(literal)
            while start >= 0:
                end = start + len(literal)
                if not whole_words or _stands_alone(text, start, end):
                    yield Hit(concept, start, end)
                start = text.find(literal, end)
        for concept, needed, pattern in self.patterns:
            if needed in text:
                for match in pattern.finditer(text):
                    yield Hit(concept, match.start(), match.end())


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (_is_word(text, start - 1) and _is_word(text, start)) and not (
        _is_word(text, end) and _is_word(text, end - 1)
    )


def _is_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isascii() and text[place].isalnum()


@cache
def shipped() -> Vocabulary:
    """The vocabulary that ships with the program."""
    return load(resources() / "reading" / "vocabulary")


def load(folder: Path) -> Vocabulary:
    """The vocabulary in the `.toml` files of `folder`. Raises tomllib.TOMLDecodeError, or re.error for a bad choice."""
    literals: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    patterns: list[tuple[str, str, re.Pattern[str]]] = []
    for file in sorted(folder.glob("*.toml")):
        for concept, words in tomllib.loads(file.read_text("utf-8")).items():
            for language in ("zh", "en"):
                for expression in words.get(language, ()):
                    if not set("…*(") & set(expression) and "{who}" not in expression:
                        literal = _read_as_text(expression)
                        literals[literal[:2]].append((concept, literal, language == "en" or expression.isascii()))
                    else:
                        patterns.append((concept, *_compiled(expression, language)))
    return Vocabulary(dict(literals), tuple(patterns))


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
    pieces = _SPECIAL.findall(_read_as_text(expression))
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
