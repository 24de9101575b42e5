"""Every query of the program, hand-written, giving domain values. Nothing here imports SQLModel."""

from .search import SearchReads

__all__ = ["Reads"]


class Reads(SearchReads):
    """All reads of one journal, on any thread."""
