"""The look: tokens, the theme that turns them into palette, fonts and style sheet, and the ring around the focus."""

from .theme import Scheme, Theme, current_theme
from .tokens import Colour, Type

__all__ = ["Colour", "Scheme", "Theme", "Type", "current_theme"]
