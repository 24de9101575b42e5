"""The registry of what is photographed. A scene puts the stage into a state; dialogs are shown in one size only."""

from collections.abc import Callable
from dataclasses import dataclass

from .stage import Stage

Act = Callable[[Stage], object]


@dataclass(frozen=True, slots=True)
class Scene:
    """`act` brings the stage into the state; `every_size` photographs it in all three sizes."""

    name: str
    act: Act
    every_size: bool = False


SCENES: list[Scene] = []


def scene(name: str, *, every_size: bool = False) -> Callable[[Act], Act]:
    """Add a function to the registry under `name`."""

    def add(act: Act) -> Act:
        SCENES.append(Scene(name, act, every_size))
        return act

    return add
