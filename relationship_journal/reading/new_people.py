"""People named in a text by their form alone: 孟师傅, 小何, Dr Chen, a chap called Terry."""

import re
from collections.abc import Iterator

from .names import INTRODUCED_BY, KIN, NO_NAMES, SURNAMES, TITLES_ZH

_TITLE = "|".join(
    sorted(
        {title for title in TITLES_ZH if title not in ("行", "院", "科", "局", "处", "sir", "工", "伯", "董")},
        key=len,
        reverse=True,
    )
)
_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
_ZH = re.compile(
    rf"(?P<titled>{_SURNAME}(?:{_TITLE}|工(?![作程地资具])|处(?![理长])))"
    rf"|(?P<short>(?<![大缩从变至最])[老小阿]{_SURNAME}(?![时家区学孩票路边高大小多少]))"
)
_NAME = r"[A-Z][a-z]+(?:['’-][A-Z][a-z]+)?"
_EN = re.compile(
    rf"\b(?P<titled>(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Father|Sir)\.? {_NAME})"
    rf"|\b(?:{INTRODUCED_BY})\s+(?P<called>{_NAME}(?: {_NAME})?)"
    rf"|\b(?:[Aa]|[Hh]er|[Hh]is|[Tt]heir|[Tt]he|\w+'s) (?:{KIN}),? (?P<kin>{_NAME}(?: {_NAME})?)"
)


def new_people(text: str) -> Iterator[tuple[int, int, str]]:
    """`(start, end, name as written)` of each person that the form of a name gives away, contacts included."""
    for match in _ZH.finditer(text):
        if match.group() not in NO_NAMES:
            yield match.start(), match.end(), match.group()
    for match in _EN.finditer(text):
        group = next(name for name in ("titled", "called", "kin") if match[name])
        if match[group].split()[0] not in NO_NAMES:
            yield match.start(group), match.end(group), match[group]
