"""Other spellings of what the vocabulary knows: short forms, words of other regions, traditional characters."""

import re
import tomllib
from collections.abc import Iterator

from relationship_journal.paths import resources

from .any_of import any_of

ME, THEM, SOMEBODY = "\ue000", "\ue001", "\ue002"
_DATA = tomllib.loads((resources() / "reading" / "spellings.toml").read_text("utf-8"))
_PUNCTUATION = str.maketrans("，：？！；（）’‘“”～　", ",:?!;()''\"\"~ ")
_SIGNS = _PUNCTUATION | str.maketrans(*("".join(_DATA["signs"][key].split()) for key in ("written", "read")))


def plain(text: str) -> str:
    """`text` in small letters with one form of each punctuation mark and simplified signs, sign for sign."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(lowered if len(lowered := sign.lower()) == 1 else sign for sign in text)
    return small.translate(_SIGNS)


def filled(expression: str) -> str:
    """An expression with the signs of the writer and the contact in place of their names."""
    return expression.replace("{me}", ME).replace("{them}", THEM)


_READ_AS = {
    plain(written): filled(read)
    for language in ("en", "zh")
    for read, forms in _DATA[language].items()
    for written in forms.split()
}


_ENGLISH = any_of(form for form in _READ_AS if form.isascii())
_CHINESE = any_of(form for form in _READ_AS if not form.isascii())
_FORMS = re.compile(rf"(?<![a-z0-9'])(?:{_ENGLISH})(?![a-z0-9'])|{_CHINESE}")


def other_spellings(text: str) -> Iterator[tuple[int, int, str]]:
    """`(start, end, how it is read)` of each other spelling in `text`, which was made by `plain`."""
    for match in _FORMS.finditer(text):
        yield match.start(), match.end(), _READ_AS[match.group()]


def spelled(text: str) -> str:
    """`text` (made by `plain`) with one spelling of each word."""
    return _FORMS.sub(lambda match: _READ_AS[match.group()], text)
