"""What the functions of the standard `dataclasses` ask a value for, made when one of them asks."""

from typing import Any

from .declared_field import MISSING


class StandardFields:
    """Stands under `__dataclass_fields__`; importing `dataclasses` itself waits until then."""

    def __init__(self, *, frozen: bool) -> None:
        self._frozen = frozen
        self._made: Any = None

    def __get__(self, _value: object, cls: type[Any]) -> Any:
        if self._made is None:
            import dataclasses

            told = []
            for part in cls.__value_fields__:
                traits = {name: getattr(part, name) for name in ("init", "repr", "compare", "metadata")}
                for name in ("default", "default_factory"):
                    if getattr(part, name) is not MISSING:
                        traits[name] = getattr(part, name)
                told.append((part.name, Any, dataclasses.field(**traits)))
            donor: Any = dataclasses.make_dataclass(cls.__name__, told, frozen=self._frozen)
            self._made = donor.__dataclass_fields__
        return self._made
