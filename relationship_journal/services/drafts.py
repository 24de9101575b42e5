"""The composer's unfinished text, for each contact and for nobody: it survives a crash and is no step of undo."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.drafts import CourtesyDraft, EntryDraft, StepDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import FavourId, StepKind
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads


class Drafts:
    """Use cases on unfinished entries. Their files are not kept: they still lie where they were picked."""

    def __init__(self, gestures: Gestures, reads: Reads) -> None:
        self._gestures = gestures
        self._reads = reads

    def save(self, contact: ContactId | None, draft: EntryDraft, written: str = "") -> None:
        """Keep what is unfinished in place of what was; `written` is the local `YYYY-MM-DD HH:MM`.

        In a journal that can only be read there is no place for it.
        """
        if self._gestures.locked:
            return
        content = json.dumps(
            {
                "text": draft.text,
                "day": draft.day.isoformat(),
                "kind": draft.kind.value,
                "time": draft.time,
                "contacts": draft.contacts,
                "courtesy": _courtesy_stored(draft.courtesy),
                "steps": [
                    {"kind": step.kind.value, "favour": step.favour, "text": step.text, "weight": step.weight}
                    for step in draft.steps
                ],
                "decided": draft.decided,
                "written": written,
            },
            ensure_ascii=False,
        )
        with self._gestures.work(None) as work:
            work.delete("draft", scope=contact or 0)
            work.insert("draft", scope=contact or 0, content=content)

    def load(self, contact: ContactId | None) -> EntryDraft | None:
        """What is unfinished."""
        stored = self._stored(contact)
        if stored is None:
            return None
        steps = tuple(
            StepDraft(StepKind(step["kind"]), text=step["text"], weight=step["weight"], favour=FavourId(step["favour"]))
            for step in stored.get("steps", ())
        )
        return EntryDraft(
            stored["text"],
            date.fromisoformat(stored["day"]),
            EntryKind(stored["kind"]),
            tuple(map(ContactId, stored["contacts"])),
            stored["time"],
            steps=steps,
            courtesy=_courtesy_of(stored.get("courtesy")),
            decided=tuple(stored.get("decided", ())),
        )

    def written(self, contact: ContactId | None) -> str:
        """When it was last written, as `save` was told; empty where nothing is unfinished."""
        stored = self._stored(contact)
        return "" if stored is None else str(stored.get("written", ""))

    def clear(self, contact: ContactId | None) -> None:
        """It is finished, or given up."""
        if self._reads.draft(contact or 0) is not None:
            with self._gestures.work(None) as work:
                work.delete("draft", scope=contact or 0)

    def _stored(self, contact: ContactId | None) -> dict[str, Any] | None:
        content = self._reads.draft(contact or 0)
        if content is None:
            return None
        stored: dict[str, Any] = json.loads(content)
        return stored


def _courtesy_stored(courtesy: CourtesyDraft | None) -> dict[str, str] | None:
    if courtesy is None:
        return None
    return {
        "kind": courtesy.kind.value,
        "direction": courtesy.direction.value,
        "text": courtesy.text,
        "value": "" if courtesy.value is None else f"{courtesy.value:f}",
        "currency": courtesy.currency,
    }


def _courtesy_of(stored: dict[str, str] | None) -> CourtesyDraft | None:
    if stored is None:
        return None
    return CourtesyDraft(
        CourtesyKind(stored["kind"]),
        CourtesyDirection(stored["direction"]),
        text=stored["text"],
        value=Decimal(stored["value"]) if stored["value"] else None,
        currency=stored["currency"],
    )
