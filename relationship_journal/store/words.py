"""Text as the full-text index takes it: Chinese as overlapping pairs of characters, the rest as it stands.

`王建国 called` becomes `王建 建国 国 called`: the last character of a run stands alone, so that a prefix search
for one character finds it wherever it stands, and a phrase of pairs never reaches across punctuation.
"""

import re
import unicodedata

from relationship_journal.domain.chinese import han

_WORD = re.compile(r"\w+")


def _paired(run: re.Match[str]) -> str:
    text = run.group()
    return f" {' '.join(text[i : i + 2] for i in range(len(text)))} "


def indexed(text: str) -> str:
    """What is put into the index for `text`."""
    return han().sub(_paired, unicodedata.normalize("NFKC", text))


def match_expression(words: tuple[str, ...], phrases: tuple[str, ...] = ()) -> str:
    """The FTS5 expression that finds all of these; a word may go on where it ends, a phrase may not. Empty if none."""
    found = [*(_phrase(text, goes_on=True) for text in words), *(_phrase(text, goes_on=False) for text in phrases)]
    return " AND ".join(filter(None, found))


def _phrase(text: str, *, goes_on: bool) -> str:
    parts: list[str] = []
    if not text.isascii():
        text = han().sub(lambda run: f" {run.group()} ", unicodedata.normalize("NFKC", text))
    for word in _WORD.findall(text):
        if len(word) > 1 and han().match(word):
            parts.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            parts.append(word)
    if not parts:
        return ""
    last = parts[-1]
    if han().match(last) is not None:
        goes_on = len(last) == 1  # a single character is the beginning of a pair wherever it stands
    return f'"{" ".join(parts)}"{" *" if goes_on else ""}'
