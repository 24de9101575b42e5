"""When two handles reach the same person, however they are written."""

import re

from .contact import HandleKind

_LOCAL = 9  # digits: what is left of a number without the country's code or the zero before an area


def handle_key(kind: HandleKind, value: str) -> tuple[str, str] | None:
    """What two ways of writing one handle have in common; None where the value is too little to tell.

    Telephone numbers compare by their last nine digits: `+86 138 0013 8000` is `13800138000`.
    """
    if kind is HandleKind.PHONE:
        digits = re.sub(r"\D", "", value)
        return (kind.value, digits[-_LOCAL:]) if len(digits) >= 5 else None
    written = " ".join(value.split()).casefold()
    if kind is HandleKind.EMAIL:
        written = written.removeprefix("mailto:")
    return (kind.value, written) if written else None
