"""Undo and redo of what was done to the journal in this session."""

from relationship_journal.domain.changes import Changes
from relationship_journal.domain.gesture import Gesture
from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.values import dataclass


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or done again, in words, and what it changed."""

    label: Message
    changes: Changes


class History:
    """The gestures of this session, last first."""

    def __init__(self, gestures: Gestures) -> None:
        self._gestures = gestures

    def undo(self) -> Undone | None:
        """Take the last gesture back; None if there is none. Raises ChangedElsewhere, and nothing is changed."""
        return _undone(self._gestures.undo())

    def redo(self) -> Undone | None:
        """Do the gesture again that was undone last; as `undo`."""
        return _undone(self._gestures.redo())

    def can_undo(self) -> Message | None:
        """What undo would take back."""
        gesture = self._gestures.can_undo()
        return None if gesture is None else Message(gesture.value)

    def can_redo(self) -> Message | None:
        """What redo would do again."""
        gesture = self._gestures.can_redo()
        return None if gesture is None else Message(gesture.value)


def _undone(done: tuple[Gesture, Changes] | None) -> Undone | None:
    return None if done is None else Undone(Message(done[0].value), done[1])
