"""Every query of the program, hand-written, giving domain values. Nothing here imports SQLModel."""

from .ideas import IdeaReads
from .trash import TrashReads

__all__ = ["Reads"]


class Reads(TrashReads, IdeaReads):
    """All reads of one journal, on any thread."""
