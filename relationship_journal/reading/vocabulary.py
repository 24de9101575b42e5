"""The words that a note is read by: data files in resources/reading/vocabulary, one concept a table.

A concept lists expressions in `zh` (found anywhere) and `en` (whole words, in any case). In an expression `{me}` is
the writer, `{them}` a known contact, `{who}` either or somebody new; `…` stands for a few signs of the same sentence,
`(a|b)` for a choice, `(a)?` for what may be missing, and `*` at the end of an English word for any ending.
"""

import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from relationship_journal.paths import resources
from relationship_journal.values import dataclass

from .spellings import ME, SOMEBODY, THEM, filled, plain, spelled

_WORD = re.compile(r"[a-z0-9]+|[\ue000-\ue002]|[^\sa-z0-9\u4e00-\u9fff]")
_PEOPLE = frozenset((ME, THEM, SOMEBODY))
_AFTER_PERSON = 4  # expressions that begin with a person are looked up by so many signs
_LAST_ASCII = "\x7f"
_SLOTS = {"{who}": f"[{ME}{THEM}{SOMEBODY}]"}
_GAP = {"zh": r"[^。!?\n]{0,10}?", "en": r"[^.!?\n]{0,28}?"}
_SPECIAL = re.compile(r"\{\w+\}|…|\*|[()|?]|[^{…*()|?]+")


class Hit(NamedTuple):
    """A concept found: offsets in the text that was looked through."""

    concept: str
    start: int
    end: int


@dataclass(slots=True)
class Pattern:
    """An expression with choices, gaps or any ending; `needed` is a piece of it that must be present."""

    concept: str
    needed: str
    body: str
    _compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """Made when a text may hold it: most are never needed."""
        if self._compiled is None:
            self._compiled = re.compile(self.body)
        return self._compiled


Literals = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts, prepared: expressions without choices by their first word or, in Chinese, by their first two signs;
    English ones with choices by two signs that they begin with, the others by a piece that must be present."""

    words: Literals
    signs: Literals
    begun: dict[str, tuple[tuple[str, Pattern], ...]]
    others: dict[str, tuple[Pattern, ...]]

    def find(self, text: str) -> list[Hit]:
        """Every place of `text` (made by `plain`, people replaced by their signs) where a concept is expressed."""
        hits = self._by_words(text)
        signs = self.signs
        for start, sign in enumerate(text):
            if sign > _LAST_ASCII:
                pair = text[start : start + 2]
                if pair in signs:
                    for literal, concept in signs[pair]:
                        if text.startswith(literal, start):
                            hits.append(Hit(concept, start, start + len(literal)))
                if sign in signs:
                    hits += [Hit(concept, start, start + 1) for _literal, concept in signs[sign]]
        for key, patterns in self.others.items():
            if key in text:
                for pattern in patterns:
                    if pattern.needed in text:
                        hits += [Hit(pattern.concept, *found.span()) for found in pattern.compiled.finditer(text)]
        return hits

    def _by_words(self, text: str) -> list[Hit]:
        words, begun = self.words, self.begun
        hits: list[Hit] = []
        ends: dict[int, int] = {}
        for match in _WORD.finditer(text):
            start, word = match.start(), match.group()
            first = text[start : start + _AFTER_PERSON] if word in _PEOPLE else word
            if first in words:
                for literal, concept in words[first]:
                    end = start + len(literal)
                    if text.startswith(literal, start) and not (_is_word(text, end) and _is_word(text, end - 1)):
                        hits.append(Hit(concept, start, end))
            pair = text[start : start + 2]
            if pair in begun:
                for beginning, pattern in begun[pair]:
                    if text.startswith(beginning, start) and start >= ends.get(id(pattern), 0):
                        found = pattern.compiled.match(text, start)
                        if found is not None:
                            ends[id(pattern)] = found.end()
                            hits.append(Hit(pattern.concept, start, found.end()))
        return hits


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
    begun: dict[str, list[tuple[str, Pattern]]] = defaultdict(list)
    others: dict[str, list[Pattern]] = defaultdict(list)
    for concept, language, expression, written in _expressions(folder):
        if written in _PEOPLE:
            continue
        if set("…*(") & set(expression) or "{who}" in expression:
            pattern = _pattern(concept, written, language)
            beginnings = _beginnings(written) if language == "en" else []
            for beginning in beginnings:
                begun[beginning[:2]].append((beginning, pattern))
            if not beginnings:
                others[pattern.needed[:3]].append(pattern)
        elif (first := _WORD.match(written)) and (language == "en" or written.isascii()):
            key = written[:_AFTER_PERSON] if first.group() in _PEOPLE else first.group()
            words[key][written, concept] = None
        elif written[0] > _LAST_ASCII:
            signs[written[:2]][written, concept] = None
        else:
            others[written].append(Pattern(concept, written, re.escape(written)))
    return Vocabulary(
        {word: tuple(rows) for word, rows in words.items()},
        {sign: tuple(rows) for sign, rows in signs.items()},
        {key: tuple(rows) for key, rows in begun.items()},
        {key: tuple(rows) for key, rows in others.items()},
    )


def _expressions(folder: Path) -> list[tuple[str, str, str, str]]:
    """The concept, language and form of each expression, and how it is read."""
    told = [
        (concept, language, expression)
        for file in sorted(folder.glob("*.toml"))
        for concept, expressions in tomllib.loads(file.read_text("utf-8")).items()
        for language in ("zh", "en")
        for expression in expressions.get(language, ())
    ]
    written = _read_as_text("\n".join(expression for _concept, _language, expression in told)).split("\n")
    return [(*one, read) for one, read in zip(told, written, strict=True)]


_PRONOUNS = re.compile(
    r"\b(?:(?P<me>i|me|my|mine|myself|we|us|our|ours)|(?P<them>he|she|him|her|his|hers|they|them|their|theirs))\b"
)


def _read_as_text(expressions: str) -> str:
    """Expressions, one a line, as `annotated` makes a text of them: one spelling, people as signs."""
    signed = filled(spelled(plain(expressions)))
    return _PRONOUNS.sub(lambda match: ME if match["me"] else THEM, signed)


def _beginnings(expression: str) -> list[str]:
    """The signs that an expression may begin with; [] where that is not plain."""
    pieces = _SPECIAL.findall(expression)
    if pieces[0] != "(":
        return [] if pieces[0] in _SLOTS or pieces[0] in "…*" else [pieces[0]]
    end = pieces.index(")")
    inner = pieces[1:end]
    begin = [piece for before, piece in zip(["|", *inner], inner, strict=False) if before == "|"]
    if any(piece in _SLOTS or piece in "…*(|" for piece in begin) or pieces[end + 1 : end + 2] == ["?"]:
        return []
    return begin


def _pattern(concept: str, expression: str, language: str) -> Pattern:
    """The pattern for an expression, with the longest piece of it that must be present."""
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
    return Pattern(concept, needed, body)
