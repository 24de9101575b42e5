"""The rungs of the ladder. Their words, domains and weights are data that the user may edit; their number is not."""

from dataclasses import dataclass

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
