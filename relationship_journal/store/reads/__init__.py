"""Every query of the program, hand-written, giving domain values. Nothing here imports SQLModel."""

from .timeline import TimelineReads

__all__ = ["Reads"]


class Reads(TimelineReads):
    """All reads of one journal, on any thread."""
