"""How ids are written and read outside the program: a letter for what it is and a number, so that none is shared."""

import re

from relationship_journal.i18n import Message

from .problems import Problem

CONTACT, ENTRY, FAVOUR, COURTESY = "c", "e", "f", "k"
_ID = re.compile(r"(?P<letter>[a-z])?(?P<number>[1-9]\d{0,17})\Z")


def written(letter: str, number: int) -> str:
    """`c12`: the id as it is printed."""
    return f"{letter}{number}"


def read(letter: str, text: str) -> int:
    """The number in an id; the letter may be left out where only one noun can be meant. Problem if it is none."""
    match = _ID.match(text.strip().lower())
    if match is None or match["letter"] not in (letter, None):
        raise Problem(Message("“{id}” is no id here; one looks like {example}.", id=text, example=written(letter, 12)))
    return int(match["number"])


def contact_number(text: str) -> int | None:
    """The number of a contact's id (`c12`, or 12), None where it is none."""
    match = _ID.match(text.strip().lower())
    return int(match["number"]) if match is not None and match["letter"] in (CONTACT, None) else None


def favour_or_courtesy(text: str) -> tuple[int | None, int | None]:
    """What `--with` names, as (favour, courtesy), one of them None. Problem where the letter is missing."""
    match = _ID.match(text.strip().lower())
    if match is None or match["letter"] not in (FAVOUR, COURTESY):
        raise Problem(
            Message("“{id}” names neither a favour (like f12) nor a gift, meal or greeting (like k12).", id=text)
        )
    number = int(match["number"])
    return (number, None) if match["letter"] == FAVOUR else (None, number)
