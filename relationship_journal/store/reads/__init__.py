"""Every query of the program, hand-written, giving domain values. Nothing here imports SQLModel."""

from .due import DueReads
from .ideas import IdeaReads
from .reviews import ReviewReads
from .trash import TrashReads

__all__ = ["Reads"]


class Reads(TrashReads, IdeaReads, ReviewReads, DueReads):
    """All reads of one journal, on any thread."""
