"""How a dialog records: at once, or within a larger gesture that its caller makes of it."""

from collections.abc import Callable
from typing import Any

Through = Callable[[Callable[[], Any]], Any]
"""Calls what records on the writing thread and returns what that returns."""


def at_once(record: Callable[[], Any]) -> Any:
    """Record as it is."""
    return record()
