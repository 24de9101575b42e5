"""Notes read by the process beside the program: many at a time are nothing that the window has to wait for."""

from collections.abc import Callable
from datetime import date

from .note import KnownContact, Note, Reading
from .reader import read

_PATIENCE = 20
"""Seconds for one note; what is longer than any note is read in one."""


def read_beside(note: Note) -> Reading | None:
    """As `reader.read`; None where the note takes too long. The contacts are sent once, while they stay the same."""
    from relationship_journal.beside import BrokenOffError, TooSlowError, the_process

    errand = f"{__name__}.errand"
    try:
        found: Reading = the_process.ask(
            errand, (note.text, note.today, note.about), lasting=note.contacts, patience=_PATIENCE
        )
    except TooSlowError:
        return None
    except BrokenOffError:  # the note is not to blame: nothing in it can end a process
        return read(note)
    return found


def errand(
    text: str, today: date, about: str | None, contacts: tuple[KnownContact, ...], *, ask: Callable[[str], bool]
) -> Reading:
    """What the process does, from what it was told alone."""
    del ask
    return read(Note(text, today, contacts, about))
