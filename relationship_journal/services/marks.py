"""Keeping the marks of contacts: gestures only remove them, and whoever has time computes them again."""

from collections.abc import Generator
from datetime import date

from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.records import marks as records

_PART = 100  # contacts whose marks are computed in some ten milliseconds, after which others may write


class MarksService:
    """Brings up to date what every list of contacts and the review begin with."""

    def __init__(self, gestures: Gestures, reads: Reads) -> None:
        self._gestures = gestures
        self._reads = reads

    def settle(self, today: date) -> Generator[tuple[int, int], None, int]:
        """Keep the marks of today of all contacts that have none: parts done and in all are yielded; how many it were.

        Each part is a transaction of its own, in which the relationships are read: what others write meanwhile is in
        it or removes the marks again.
        """
        if self._gestures.locked:
            return 0
        waiting = self._reads.unmarked(today)
        for place in range(0, len(waiting), _PART):
            part = waiting[place : place + _PART]
            with self._gestures.work(None) as work:
                records.keep(work, self._reads.marks_anew(today, part), self._reads.marks_stamp())
            yield min(place + _PART, len(waiting)), len(waiting)
        return len(waiting)

    def check(self) -> tuple[Message, ...]:
        """Whether all kept marks are what computing them anew gives; those that are not are computed anew."""
        differing = self._reads.differing_marks()
        if not differing:
            return ()
        if not self._gestures.locked:
            with self._gestures.work(None) as work:
                for contact in differing:
                    records.forget(work, contact)
        return (
            Message(
                "What the list shows of {n} contact was not up to date. It is put right.",
                plural="What the list shows of {n} contacts was not up to date. It is put right.",
                n=len(differing),
            ),
        )
