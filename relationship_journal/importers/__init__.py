"""Bytes to drafts: one format family a module, chosen by content rather than by name.

`plan` is the door, `plan_beside` the same door in a process of its own; `unpacked` opens what holds several things. A
module of a format is imported when the first such source comes.
"""

from .containers import unpacked
from .plan import ImportPlan, LetterHead, Person, PlannedContact, PlannedEntry, PlannedFile, Refusal, Source
from .plan_beside import plan_beside
from .recognise import is_told_by_its_head, kept_whole, plan

__all__ = [
    "ImportPlan",
    "LetterHead",
    "Person",
    "PlannedContact",
    "PlannedEntry",
    "PlannedFile",
    "Refusal",
    "Source",
    "is_told_by_its_head",
    "kept_whole",
    "plan",
    "plan_beside",
    "unpacked",
]
