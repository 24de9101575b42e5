"""Every query of the program, hand-written, giving domain values. Nothing here imports SQLModel."""

from .ideas import IdeaReads
from .search import SearchReads

__all__ = ["Reads"]


class Reads(SearchReads, IdeaReads):
    """All reads of one journal, on any thread."""
