"""Entries: kept with their files, steps and courtesy in one gesture; edited, removed, restored."""

from collections.abc import Sequence

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.drafts import EntryDraft, FileDraft
from relationship_journal.domain.entry import Attachment, Entry, EntryId
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.records import entries as records
from relationship_journal.store.records import files, trash
from relationship_journal.values import replace

from .courtesies import Courtesies
from .favours import Favours


class Journal:
    """Use cases on entries."""

    def __init__(self, gestures: Gestures, reads: Reads, favours: Favours, courtesies: Courtesies) -> None:
        self._gestures = gestures
        self._reads = reads
        self._favours = favours
        self._courtesies = courtesies

    def keep(self, draft: EntryDraft) -> Entry:
        """Keep what happened: entry, files, the steps taken and the courtesy, all or nothing."""
        with self._gestures.work(Gesture.ENTRY_KEPT):
            return self._reads.entry(self.keep_one_of_many(draft))

    def keep_one_of_many(self, draft: EntryDraft) -> EntryId:
        """As `keep`, where nobody looks at each: it is not read again."""
        if not draft.text.strip() and not draft.files and draft.courtesy is None and not draft.steps:
            raise Problem(Message("There is nothing to keep yet; write a few words or drop a file."))
        with self._gestures.work(Gesture.ENTRY_KEPT) as work:
            number = records.add(work, draft)
            for file in draft.files:
                files.attach(work, number, file)
            courtesy = None
            if draft.courtesy is not None:
                theirs = draft.courtesy.contacts or draft.contacts
                tied = replace(draft.courtesy, entry=number, contacts=theirs)
                courtesy = self._courtesies.add(tied, draft.day).courtesy
            for step in draft.steps:
                if step.favour is None:
                    raise Problem(Message("A step needs the favour that it belongs to."))
                in_it = courtesy.id if courtesy and step.with_courtesy == 0 else step.with_courtesy
                self._favours.take_step(step.favour, replace(step, entry=number, with_courtesy=in_it), draft.day)
            for suggestion in draft.decided:
                work.insert("reading", entry_id=number, suggestion=suggestion, taken=0)
            return number

    def edit(self, entry: Entry) -> Entry:
        """Keep kind, day, time, text, contacts and source as given; steps and courtesies stay where they are."""
        with self._gestures.work(Gesture.ENTRY_EDITED) as work:
            records.save(work, self._reads.entry(entry.id), entry)
            return self._reads.entry(entry.id)

    def remove(self, entries: Sequence[EntryId]) -> None:
        """Put them into the trash, with their courtesies. What steps say happened stays true."""
        with self._gestures.work(Gesture.ENTRY_REMOVED) as work:
            for entry in entries:
                self._reads.entry(entry)
            trash.remove(work, "entry", entries)

    def restore(self, entries: Sequence[EntryId]) -> None:
        """Take them out of the trash."""
        with self._gestures.work(Gesture.ENTRY_RESTORED) as work:
            trash.restore(work, "entry", entries)

    def move(self, entries: Sequence[EntryId], contacts: Sequence[ContactId]) -> None:
        """Put these contacts on the entries, in place of those that are there."""
        with self._gestures.work(Gesture.ENTRY_EDITED) as work:
            for number in entries:
                entry = self._reads.entry(number)
                records.save(work, entry, replace(entry, contacts=tuple(contacts)))

    def attach(self, entry: EntryId, file: FileDraft) -> Attachment:
        """Keep a file with an entry."""
        with self._gestures.work(Gesture.FILE_ATTACHED) as work:
            self._reads.entry(entry)
            attachment = files.attach(work, entry, file)
            records.touch(work, entry)
            return attachment

    def detach(self, entry: EntryId, attachment: int) -> None:
        """Take a file off an entry; undo brings it back."""
        with self._gestures.work(Gesture.FILE_DETACHED) as work:
            files.detach(work, entry, attachment)
            records.touch(work, entry)

    def content(self, attachment: Attachment) -> bytes:
        """The file, byte for byte. Raises NotFound."""
        return self._reads.attachment_bytes(attachment.sha256)

    def find_same_file(self, sha256_hex: str) -> EntryId | None:
        """The entry with which a file of this SHA-256 is kept already."""
        return self._reads.entry_of_file(sha256_hex)
