"""The rungs of the ladder. Their words, domains and weights are data that the user may edit; their number is not."""

from collections.abc import Iterable, Mapping
from typing import Any

from relationship_journal.i18n import LANGUAGES
from relationship_journal.values import dataclass, replace

from .settings import Settings

HIGHEST = 6
DOMAINS = ("personal", "expertise", "trade", "work")


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: number (1 to 6), names and examples by language, domain of life, and weight (what it costs them)."""

    number: int
    names: dict[str, str]
    domain: str
    weight: int
    examples: dict[str, str]
    hidden: bool = False

    def name(self, language: str) -> str:
        """Its name in `language`, or in English."""
        return self.names.get(language) or self.names["en"]

    def example(self, language: str) -> str:
        """An example of it in `language`, or in English."""
        return self.examples.get(language) or self.examples["en"]


def read_rungs(toml: str) -> tuple[Rung, ...]:
    """The six rungs, lowest first, from the text of `resources/rungs.toml`.

    ValueError where it is not valid TOML or does not hold the rungs 1 to 6 once each: the installation is broken.
    """
    import tomllib

    rungs = tuple(sorted((_rung(table) for table in tomllib.loads(toml)["rung"]), key=lambda rung: rung.number))
    if [rung.number for rung in rungs] != list(range(1, HIGHEST + 1)):
        raise ValueError("the ladder needs the rungs 1 to 6, once each")
    return rungs


def with_rungs(settings: Settings, rungs: Iterable[Rung]) -> Settings:
    """`settings` for a ladder whose domains the user edited and of which some rungs are hidden from suggestions."""
    ladder = sorted(rungs, key=lambda rung: rung.number)
    return replace(
        settings,
        rung_domains=tuple(rung.domain for rung in ladder),
        hidden_rungs=frozenset(rung.number for rung in ladder if rung.hidden),
    )


def _rung(table: Mapping[str, Any]) -> Rung:
    languages = [code for code in LANGUAGES if code in table]
    return Rung(
        number=table["number"],
        names={code: table[code]["name"] for code in languages},
        domain=table["domain"],
        weight=table["weight"],
        examples={code: table[code]["example"] for code in languages},
    )
