"""One field of a value, as it was declared."""

from collections.abc import Callable, Mapping
from typing import Any

MISSING: Any = type("Missing", (), {"__repr__": lambda _self: "missing"})()


class Field:
    """Its name, default and traits; these mean what they mean in `dataclasses`."""

    __slots__ = ("compare", "default", "default_factory", "init", "metadata", "name", "repr")

    def __init__(
        self,
        default: Any = MISSING,
        default_factory: Callable[[], Any] = MISSING,
        *,
        init: bool = True,
        repr: bool = True,  # noqa: A002 - as the standard names it
        compare: bool = True,
        metadata: Mapping[str, Any] | None = None,
    ) -> None:
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare
        self.metadata = metadata or {}

    @property
    def needed(self) -> bool:
        """Whether a value cannot be made without naming it."""
        return self.init and self.default is MISSING and self.default_factory is MISSING


def field(*, default: Any = MISSING, default_factory: Callable[[], Any] = MISSING, **traits: Any) -> Any:
    """As `dataclasses.field`."""
    return Field(default, default_factory, **traits)
