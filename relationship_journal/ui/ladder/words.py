"""Words that the ladder's dialogs share: directions, domains of life, rungs in a list."""

from collections.abc import Callable

from relationship_journal.domain.favour import Direction
from relationship_journal.domain.rung import Rung
from relationship_journal.i18n import N_, _, current_language

DIRECTION_WORDS: dict[Direction, str] = {
    Direction.RECEIVED: N_("They do it for me"),
    Direction.GIVEN: N_("I do it for them"),
}
DOMAIN_WORDS: dict[str, str] = {
    "personal": N_("Personal life"),
    "expertise": N_("What they are good at"),
    "trade": N_("Their trade"),
    "work": N_("Work"),
}


def rung_words(rung: Rung) -> Callable[[], str]:
    """`2  Personal favour`, in the language in use when it is asked."""
    return lambda: f"{rung.number}  {rung.name(current_language())}"


def on_rung(rung: Rung) -> str:
    """`rung 2, Personal favour`."""
    return _("rung {rung}, {name}").format(rung=rung.number, name=rung.name(current_language()))
