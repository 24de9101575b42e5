"""The signs of the method: loop ring, rung glyph, ladder, avatar. Each paints values and can say them in words."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .avatar import initials, paint_avatar
    from .ladder import Bar, LadderGeometry, RungLook, paint_ladder
    from .loop_ring import RingLook, paint_ring, ring_of, ring_words, state_word
    from .rung_glyph import glyph_words, paint_glyph

_MODULES = {
    "avatar": ("initials", "paint_avatar"),
    "ladder": ("Bar", "LadderGeometry", "RungLook", "paint_ladder"),
    "loop_ring": ("RingLook", "paint_ring", "ring_of", "ring_words", "state_word"),
    "rung_glyph": ("glyph_words", "paint_glyph"),
}

__all__ = [
    "Bar",
    "LadderGeometry",
    "RingLook",
    "RungLook",
    "glyph_words",
    "initials",
    "paint_avatar",
    "paint_glyph",
    "paint_ladder",
    "paint_ring",
    "ring_of",
    "ring_words",
    "state_word",
]


def __getattr__(name: str) -> object:
    """Loads a sign when it is first asked for."""
    module = next((module for module, names in _MODULES.items() if name in names), None)
    if module is None:
        raise AttributeError(f"{__name__} has no {name}")
    found: object = getattr(import_module(f".{module}", __name__), name)
    globals()[name] = found
    return found
