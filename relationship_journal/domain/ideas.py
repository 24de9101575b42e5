"""Ideas: asks that I could make, with the words to say, how to act on them, and what return fits. METHOD 5.

The format of `resources/ideas/*.toml`:

    [[idea]]
    id = "good-eyes"          # never changes, never used twice
    rung = 1
    domain = "personal"       # personal, expertise, trade or work
    facets = ["health"]       # facets of their life that it builds on; empty where it fits anybody
    season = ""               # empty, or one of festivals.SEASONS
    about = ["tea", "茶"]      # optional: what it hangs on, see `suggestion.bears`
    [idea.en]                 # and [idea.zh], each written in its language
    title = "..."             # as on a button
    words = "..."             # what to say; {name} is how they are addressed
    act = "..."               # how I then really use it
    returns = "..."           # what return fits
"""

from collections.abc import Mapping
from typing import Any

from relationship_journal.values import dataclass

from .contact import Contact, FacetKind
from .festivals import SEASONS
from .rung import DOMAINS, HIGHEST
from .suggestion import address, read_about, read_facets


@dataclass(frozen=True, slots=True)
class IdeaText:
    """An idea in one language."""

    title: str
    words: str
    act: str = ""
    returns: str = ""

    def to_say(self, contact: Contact) -> str:
        """The words to say to this contact."""
        return self.words.replace("{name}", address(contact))


class InLanguages:
    """What an idea and an offer have alike: words in one language or more."""

    __slots__ = ()
    texts: Mapping[str, IdeaText]

    @property
    def titles(self) -> tuple[str, ...]:
        """Its title in each language."""
        return tuple(text.title for text in self.texts.values())

    def text(self, language: str) -> IdeaText:
        """It in `language`, or in the one that it has."""
        return self.texts.get(language) or next(iter(self.texts.values()))


@dataclass(frozen=True, slots=True)
class Idea(InLanguages):
    """An ask that one could make. `own` where the user wrote it; `hidden` where the user does not want to see it."""

    id: str
    rung: int
    domain: str
    texts: Mapping[str, IdeaText]
    facets: frozenset[FacetKind] = frozenset()
    season: str = ""
    about: tuple[str, ...] = ()
    own: bool = False
    hidden: bool = False


def read_ideas(toml: str) -> tuple[Idea, ...]:
    """The ideas in the text of a resource file. ValueError or KeyError where it is not well made."""
    return ideas_in(tables_in(toml))


def tables_in(toml: str) -> Mapping[str, Any]:
    """A resource file taken apart, which takes most of the time that reading it takes."""
    import tomllib

    return tomllib.loads(toml)


def ideas_in(tables: Mapping[str, Any]) -> tuple[Idea, ...]:
    """The ideas in a resource file that was taken apart."""
    return tuple(_idea(table) for table in tables.get("idea", ()))


def _idea(table: Mapping[str, Any]) -> Idea:
    facets, season = read_facets(table, SEASONS)
    if table["domain"] not in DOMAINS or not 1 <= table["rung"] <= HIGHEST:
        raise ValueError(f"{table['id']}: no such rung or domain")
    return Idea(table["id"], table["rung"], table["domain"], read_texts(table), facets, season, read_about(table))


def read_texts(table: Mapping[str, Any]) -> dict[str, IdeaText]:
    """The words of an idea or an offer by language."""
    return {code: IdeaText(**table[code]) for code in ("en", "zh") if code in table}
