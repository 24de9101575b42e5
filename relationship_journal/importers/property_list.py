"""Property lists (`.plist`), the files of names and values that macOS keeps links and pages in."""

import plistlib
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from relationship_journal.domain.problems import Problem

from .reasons import damaged


def read_property_list(content: bytes, name: str) -> Mapping[str, object]:
    """What it holds by its names, nothing where it is a list of something else. Problem, about `name`, if broken."""
    try:
        held = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, LookupError, RecursionError) as error:
        raise Problem(damaged(name)) from error
    return held if isinstance(held, dict) else {}
