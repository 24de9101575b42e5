"""The signs of the method: loop ring, rung glyph, ladder, avatar. Each paints values and can say them in words."""

from .avatar import initials, paint_avatar
from .ladder import Bar, LadderGeometry, RungLook, paint_ladder
from .loop_ring import RingLook, paint_ring, ring_of, ring_words, state_word
from .rung_glyph import glyph_words, paint_glyph

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
