"""Sources planned by the process beside the program: the window goes on, and a file that breaks it breaks no more."""

from collections.abc import Callable
from functools import cache

from relationship_journal.values import replace

from .plan import ImportPlan, Source
from .reasons import damaged, slow
from .recognise import kept_whole, plan

_PATIENCE = 90
"""Seconds for one source on a busy machine; what knows its time is done sooner."""


def plan_beside(source: Source, given_up: Callable[[], bool] = lambda: False) -> ImportPlan:
    """As `plan`. A source on which the process ended, or took too long, is kept whole with the sentence that says so.

    `given_up` says that nobody waits for the answer any more; it is then worth nothing.
    """
    from relationship_journal.beside import BrokenOffError, TooSlowError, the_process

    errand = f"{__name__}.errand"
    known = source.known or (lambda _name: False)
    try:
        made: ImportPlan = the_process.ask(
            errand, (replace(source, known=None),), knows=known, given_up=given_up, patience=_PATIENCE
        )
    except TooSlowError:
        return kept_whole(source, slow(source.name))
    except BrokenOffError:
        return kept_whole(source, damaged(source.name))
    return made


def errand(source: Source, *, ask: Callable[[str], bool]) -> ImportPlan:
    """What the process does: it asks the program whether somebody is known."""
    return plan(replace(source, known=cache(ask)))
