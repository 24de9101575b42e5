"""Reads of entries: whole ones, the timeline a window at a time, and the files kept with them."""

from collections.abc import Collection, Sequence

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.courtesy import Courtesy
from relationship_journal.domain.entry import Attachment, Entry, EntryId, EntryKind, EntrySource
from relationship_journal.domain.problems import NotFound
from relationship_journal.i18n import Message

from .connected import by_first, day, marks
from .contact_rows import ContactRowReads

_ENTRY = "SELECT id, kind, day, time, text, source, revision FROM entry WHERE trashed IS NULL AND id IN ({ids})"
_WITH = """
SELECT ec.entry_id, ec.contact_id, c.name FROM entry_contact ec JOIN contact c ON c.id = ec.contact_id
WHERE c.trashed IS NULL AND ec.entry_id IN ({ids}) ORDER BY ec.entry_id, ec.position"""
_ATTACHMENT = """
SELECT a.entry_id, a.id, a.name, b.size, a.sha256, a.media_type, a.problem
FROM attachment a JOIN content b ON b.sha256 = a.sha256
WHERE a.entry_id IN ({ids}) ORDER BY a.entry_id, a.position, a.id"""


class EntryReads(ContactRowReads):
    """Queries for entries and attachments."""

    def entry(self, entry: EntryId) -> Entry:
        """An entry that is not in the trash. Raises NotFound."""
        found = self.entries((entry,))
        if entry not in found:
            raise NotFound(Message("There is no such entry; perhaps it was removed."))
        return found[entry]

    def entries(self, ids: Sequence[int]) -> dict[EntryId, Entry]:
        """Those of these entries that are not in the trash."""
        with self._moment():
            return {entry.id: entry for entry, _names in self._named_entries(ids)}

    def entry_of_file(self, sha256: str) -> EntryId | None:
        """The first entry with which this very file is kept."""
        rows = self._rows(
            "SELECT a.entry_id FROM attachment a JOIN entry e ON e.id = a.entry_id"
            " WHERE a.sha256 = ? AND e.trashed IS NULL ORDER BY a.entry_id LIMIT 1",
            sha256,
        )
        return EntryId(rows[0][0]) if rows else None

    def attachment_bytes(self, sha256: str) -> bytes:
        """The file, byte for byte. Raises NotFound."""
        rows = self._rows("SELECT content FROM chunk WHERE sha256 = ? ORDER BY number", sha256)
        if not rows and not self._rows("SELECT 1 FROM content WHERE sha256 = ?", sha256):
            raise NotFound(Message("This file is no longer in the journal."))
        return b"".join(row[0] for row in rows)

    def courtesies_of_entries(self, ids: Sequence[int]) -> dict[EntryId, list[Courtesy]]:
        """The courtesies that happened in these entries."""
        if not ids:
            return {}
        these = marks(ids)
        found = self._courtesies(
            f"entry_id IN ({these})",
            f"cc.courtesy_id IN (SELECT id FROM courtesy WHERE entry_id IN ({these}))",
            *ids,
        )
        by_entry: dict[EntryId, list[Courtesy]] = {}
        for courtesy in found:
            assert courtesy.entry is not None
            by_entry.setdefault(courtesy.entry, []).append(courtesy)
        return by_entry

    def _courtesies_by_id(self, ids: Sequence[int]) -> list[Courtesy]:
        if not ids:
            return []
        these = marks(ids)
        return self._courtesies(f"id IN ({these})", f"cc.courtesy_id IN ({these})", *ids)

    def _names(self, contacts: Collection[int]) -> dict[ContactId, str]:
        if not contacts:
            return {}
        rows = self._rows(f"SELECT id, name FROM contact WHERE id IN ({marks(tuple(contacts))})", *contacts)
        return {ContactId(number): name for number, name in rows}

    def _named_entries(self, ids: Sequence[int]) -> list[tuple[Entry, tuple[str, ...]]]:
        """The entries that are not in the trash, each with the names of its contacts."""
        if not ids:
            return []
        these = marks(ids)
        contacts = by_first(self._rows(_WITH.format(ids=these), *ids))
        attachments = by_first(self._rows(_ATTACHMENT.format(ids=these), *ids))
        return [
            (
                Entry(
                    EntryId(number),
                    EntryKind(kind),
                    day(when),
                    time,
                    text,
                    tuple(ContactId(contact) for contact, _name in contacts.get(number, ())),
                    tuple(Attachment(*row) for row in attachments.get(number, ())),
                    EntrySource(source),
                    revision,
                ),
                tuple(name for _contact, name in contacts.get(number, ())),
            )
            for number, kind, when, time, text, source, revision in self._rows(_ENTRY.format(ids=these), *ids)
        ]
