"""A text cut into lines, sentences and clauses, also where the writer set no punctuation."""

import re
from collections.abc import Iterator

from relationship_journal.values import dataclass

from .spellings import ME, THEM

_LONG = 24
_SENTENCE_END = re.compile(r"[。!?\n]|\.(?=\s|$)|\|")
_CLAUSE_END = re.compile(
    r"[,、](?!\d)|[;。!?\n|]|\.(?=\s|$)|\s[-–—/+]\s|——?|–|…+|\.{3,}|→|->"
    r"|(?<=[\u4e00-\u9fff\ue000-\ue002])[ ]+(?=[\u4e00-\u9fff\ue000-\ue002])"
)
_BREAK = re.compile(
    rf"(?<![给跟和帮让请问叫替对陪谢找把被送带借与同为向的喊托约催比拉陪])(?:[{ME}{THEM}](?=[\u4e00-\u9fff])(?![的家妈爸]))"
    r"|然后|后来|临走|对了|不过|结果|其实|本来|主要是|但是|所以|就说|又说|还说|顺嘴|顺便|还问"
)
_BREAK_EN = re.compile(
    r"\s(?=(?:and then|but then|so then|anyway|then|but|so)\s)|\s(?=(?:and|who|which)\s+[\ue000\ue001\w]+)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause: offsets in the text, and the numbers of its sentence and line, from 0."""

    start: int
    end: int
    sentence: int
    line: int


def clauses(text: str) -> Iterator[Piece]:
    """The clauses of `text` (made by `plain`, people replaced by their signs), empty ones left out."""
    sentence = line = start = 0
    for match in _CLAUSE_END.finditer(text):
        yield from _shorter(text, start, match.start(), sentence, line)
        start = match.end()
        if _SENTENCE_END.search(match.group()):
            sentence += 1
        line += match.group().count("\n")
    yield from _shorter(text, start, len(text), sentence, line)


def _shorter(text: str, start: int, end: int, sentence: int, line: int) -> Iterator[Piece]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > _LONG:
        pattern = _BREAK if _mostly_chinese(text[start:end]) else _BREAK_EN
        shortest = 5 if pattern is _BREAK else 16
        for match in pattern.finditer(text, start + 1, end):
            if match.start() - start >= shortest and end - match.start() >= shortest:
                yield Piece(start, match.start(), sentence, line)
                start = match.start()
    if start < end:
        yield Piece(start, end, sentence, line)


def _mostly_chinese(text: str) -> bool:
    return sum("\u4e00" <= sign <= "\u9fff" for sign in text) * 2 > len(text)
