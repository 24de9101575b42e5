"""Contacts: added, saved whole, found by name, removed to the trash, merged."""

from collections.abc import Sequence

from relationship_journal.domain.contact import Contact, ContactId, Facet, FacetKind, Occasion, OccasionKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.gesture import Gesture
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.store.gestures import Gestures
from relationship_journal.store.reads import Reads
from relationship_journal.store.records import contacts as records
from relationship_journal.store.records import merging, trash
from relationship_journal.values import replace

from .names import contact_named


class Contacts:
    """Use cases on contacts."""

    def __init__(self, gestures: Gestures, reads: Reads) -> None:
        self._gestures = gestures
        self._reads = reads

    def add(self, draft: ContactDraft) -> Contact:
        """Add somebody. Problem without a name."""
        draft = replace(draft, name=_name(draft.name))
        with self._gestures.work(Gesture.CONTACT_ADDED) as work:
            number = records.add(work, draft)
            return self._reads.contact(number)

    def save(self, contact: Contact) -> Contact:
        """Keep the contact as it is given: facets, occasions, handles, nicknames and tags too.

        What has an id there is changed, what has 0 is new, what is missing is removed. Raises NotFound.
        """
        contact = replace(contact, name=_name(contact.name))
        if contact.introduced_by == contact.id:
            raise Problem(Message("Nobody introduces themselves; name somebody else, or leave it empty."))
        with self._gestures.work(Gesture.CONTACT_EDITED) as work:
            records.save(work, self._reads.contact(contact.id), contact)
            return self._reads.contact(contact.id)

    def add_facet(self, contact: ContactId, kind: FacetKind, text: str) -> Contact:
        """Note a facet of their life."""
        with self._gestures.work(Gesture.FACET_ADDED) as work:
            before = self._reads.contact(contact)
            records.save(work, before, replace(before, facets=(*before.facets, Facet(kind, _text(text)))))
            return self._reads.contact(contact)

    def add_occasion(self, contact: ContactId, kind: OccasionKind, date_text: str, text: str = "") -> Contact:
        """Note a day that matters to them; `date_text` as in `domain.contact.Occasion`."""
        with self._gestures.work(Gesture.OCCASION_ADDED) as work:
            before = self._reads.contact(contact)
            occasion = Occasion(kind, date_text.strip(), text.strip())
            records.save(work, before, replace(before, occasions=(*before.occasions, occasion)))
            return self._reads.contact(contact)

    def remove(self, contacts: Sequence[ContactId]) -> None:
        """Put them into the trash, with the entries, favours and courtesies that are nobody else's."""
        with self._gestures.work(Gesture.CONTACT_REMOVED) as work:
            for contact in contacts:
                self._reads.contact(contact)
            trash.remove_contacts(work, contacts)

    def restore(self, contacts: Sequence[ContactId]) -> None:
        """Take them out of the trash, with all that went with them."""
        with self._gestures.work(Gesture.CONTACT_RESTORED) as work:
            trash.restore(work, "contact", contacts)

    def merge(self, keep: ContactId, other: ContactId) -> Contact:
        """Give all that is `other`'s to `keep`, who is the same person, with what only `other` had."""
        if keep == other:
            raise Problem(Message("Choose two different contacts to merge."))
        with self._gestures.work(Gesture.CONTACT_MERGED) as work:
            first, second = self._reads.contact(keep), self._reads.contact(other)
            merging.merge(work, first, second)
            records.save(work, first, merging.merged(first, second))
            return self._reads.contact(keep)

    def find(self, text: str) -> Contact:
        """The contact of this name, nickname or id. Raises NotFound or Ambiguous."""
        return self._reads.contact(contact_named(self._reads, text))


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise Problem(Message("A contact needs a name."))
    return name


def _text(text: str) -> str:
    if not text.strip():
        raise Problem(Message("There is nothing to note yet; write a few words."))
    return text.strip()
