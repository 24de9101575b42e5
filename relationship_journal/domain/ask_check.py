"""What every rule says to an ask, in METHOD's order, `ok` included."""

from datetime import date

from .relationship import Relationship
from .rules import Ask, Verdict
from .rules.in_order import RULES
from .settings import Settings
from .situation import Situation, situation_of


def check(relationship: Relationship, ask: Ask, settings: Settings, today: date) -> tuple[Verdict, ...]:
    """The verdicts of all rules on `ask`, were it made today."""
    return weigh(situation_of(relationship, settings, today), ask)


def weigh(situation: Situation, ask: Ask) -> tuple[Verdict, ...]:
    """The same for a situation that is already known."""
    return tuple(rule(situation, ask) for rule in RULES)


def ask_on_rung(rung: int, settings: Settings) -> Ask:
    """An ask on `rung` in that rung's own domain of life."""
    return Ask(rung, settings.rung_domains[rung - 1])
