"""Bytes to drafts: one format family a module, chosen by content rather than by name.

`plan` is the door. A module of a format is imported when the first such source comes.
"""

from .plan import ImportPlan, PlannedEntry, PlannedFile, Refusal, Source
from .recognise import plan

__all__ = ["ImportPlan", "PlannedEntry", "PlannedFile", "Refusal", "Source", "plan"]
