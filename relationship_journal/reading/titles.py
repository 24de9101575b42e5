"""A title for a favour from the clause that tells of it: what it is about, without who asked whom and when."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from relationship_journal.paths import resources

from .names import SURNAMES, TITLES_ZH

_LEAST = 3  # signs that a title keeps
_CHINESE = re.compile("[一-鿿]")
_SURNAME, _TITLE = f"[{''.join(sorted(SURNAMES))}]", "|".join(sorted(TITLES_ZH, key=len, reverse=True))
_NAMED = f"(?:{_SURNAME}(?:{_TITLE})|[老小阿]{_SURNAME})"
_TRAILING = " .,;:，。；：、！？!?—-"


def title_of(words: str, names: Iterable[str] = ()) -> str:
    """The words without their beginning; `names` are those of whom the note is about. Empty only where they are."""
    chinese = _CHINESE.search(words) is not None
    people = [re.escape(name) for name in names if name]
    who = re.compile("|".join([*people, _NAMED] if chinese else [rf"(?:{name})\b" for name in people]) or "(?!)")
    heads = _patterns("zh" if chinese else "en", "heads")
    rest = words.strip()
    while True:
        match = next((found for head in (*heads, who) if (found := head.match(rest)) and found.end()), None)
        left = "" if match is None else rest[match.end() :].strip(_TRAILING)
        if len(left) < (_LEAST if chinese else 2 * _LEAST):
            break
        rest = left
    for tail in _patterns("zh" if chinese else "en", "tails"):
        found = tail.search(rest)
        if found is not None and found.start() >= _LEAST:
            rest = rest[: found.start()]
    rest = rest.strip(_TRAILING) or words.strip()
    return rest[:1].upper() + rest[1:]


@cache
def _patterns(language: str, kind: str) -> tuple[re.Pattern[str], ...]:
    """The `heads` or the `tails` of a language."""
    lists = tomllib.loads((resources() / "reading" / "titles.toml").read_text("utf-8"))
    end = "$" if kind == "tails" else ""
    return tuple(re.compile(f"(?:{one}){end}", re.IGNORECASE) for one in lists[language][kind])
