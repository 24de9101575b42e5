"""The composer's unfinished text, for each contact and for nobody: it survives a crash and is no step of undo."""

import json
from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import EntryDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads


class Drafts:
    """Use cases on unfinished entries. Their files, steps and courtesy are not kept."""

    def __init__(self, gestures: Gestures, reads: Reads) -> None:
        self._gestures = gestures
        self._reads = reads

    def save(self, contact: ContactId | None, draft: EntryDraft) -> None:
        """Keep what is unfinished in place of what was."""
        content = json.dumps(
            {
                "text": draft.text,
                "day": draft.day.isoformat(),
                "kind": draft.kind.value,
                "time": draft.time,
                "contacts": draft.contacts,
            },
            ensure_ascii=False,
        )
        with self._gestures.work(None) as work:
            work.delete("draft", scope=contact or 0)
            work.insert("draft", scope=contact or 0, content=content)

    def load(self, contact: ContactId | None) -> EntryDraft | None:
        """What is unfinished."""
        content = self._reads.draft(contact or 0)
        if content is None:
            return None
        stored = json.loads(content)
        return EntryDraft(
            stored["text"],
            date.fromisoformat(stored["day"]),
            EntryKind(stored["kind"]),
            tuple(map(ContactId, stored["contacts"])),
            stored["time"],
        )

    def clear(self, contact: ContactId | None) -> None:
        """It is finished, or given up."""
        if self._reads.draft(contact or 0) is not None:
            with self._gestures.work(None) as work:
                work.delete("draft", scope=contact or 0)
