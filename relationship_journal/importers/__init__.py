"""Bytes to drafts: one format family a module, chosen by content rather than by name.

`plan` is the door; `unpacked` opens what holds several things. A module of a format is imported when the first such
source comes.
"""

from .containers import unpacked
from .plan import ImportPlan, LetterHead, Person, PlannedContact, PlannedEntry, PlannedFile, Refusal, Source
from .recognise import kept_whole, plan

__all__ = [
    "ImportPlan",
    "LetterHead",
    "Person",
    "PlannedContact",
    "PlannedEntry",
    "PlannedFile",
    "Refusal",
    "Source",
    "kept_whole",
    "plan",
    "unpacked",
]
