"""A sentence not yet worded: what rules, problems and errors return instead of text."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Union


class Money(NamedTuple):
    """A sum in a sentence, written with its currency."""

    value: Decimal
    currency: str


class InLanguages(NamedTuple):
    """Words in a sentence that were written in each language, not translated: pairs of language and words."""

    texts: tuple[tuple[str, str], ...]

    def text(self, language: str) -> str:
        """The words in `language`, or in the first that there is."""
        return dict(self.texts).get(language, self.texts[0][1])


class DayWithYear(date):
    """A day in a sentence that is to be written with its year."""


def day_seen_from(day: date, today: date) -> date:
    """`day` for a sentence said on `today`: it is written with its year where that is another one."""
    return day if day.year == today.year else DayWithYear(day.year, day.month, day.day)


Fact = Union[str, int, float, date, Decimal, Money, InLanguages, "Message"]


class Message:
    """An English sentence with named `{placeholders}` and the facts that fill them.

    The sentence is the key under which its translation stands; `word` in `i18n` writes it out in the
    language in use. With `plural`, the fact `n` chooses between the two forms. Dates, sums and counts are
    given raw and written by the language; a fact may be a message itself.

    >>> Message("Asked {n} day ago", plural="Asked {n} days ago", n=3).facts["n"]
    3
    """

    __slots__ = ("facts", "plural", "text")

    def __init__(self, text: str, /, plural: str | None = None, **facts: Fact) -> None:
        self.text = text
        self.plural = plural
        self.facts: Mapping[str, Fact] = facts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return (self.text, self.plural, self.facts) == (other.text, other.plural, other.facts)

    def __hash__(self) -> int:
        return hash((self.text, tuple(sorted(self.facts))))

    def __repr__(self) -> str:
        return f"Message({self.text!r}, {dict(self.facts)!r})"
