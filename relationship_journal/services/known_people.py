"""Everybody of the journal as the note reader knows them, made anew only where a name changed."""

from collections.abc import Mapping, Sequence
from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.reading.note import KnownContact
from relationship_journal.store.reads import Reads
from relationship_journal.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """`people` is the same object as long as all are called the same: what was made for them holds on.

    `names` are those of the ids; of people of one name `ids` has the last.
    """

    rows: tuple[ContactRow, ...]
    people: tuple[KnownContact, ...]
    names: Mapping[ContactId, str]
    ids: Mapping[str, ContactId]

    def ids_beside(self, contacts: Sequence[ContactId]) -> Mapping[str, ContactId]:
        """`ids`, but of people of one name those of `contacts`."""
        own = {self.names[one]: one for one in contacts if one in self.names}
        return self.ids if all(self.ids[name] == one for name, one in own.items()) else {**self.ids, **own}


class Knowing:
    """Answers on any thread."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._known = KnownPeople((), (), {}, {})

    def everybody(self, today: date) -> KnownPeople:
        """All that are in the journal and not in the trash."""
        rows, known = self._reads.contact_rows(today), self._known
        if not _are_called_the_same(rows, known.rows):
            people = tuple(KnownContact(row.name, row.nicknames, row.org, row.sort_key) for row in rows)
            names = {row.id: row.name for row in rows}
            known = self._known = KnownPeople(rows, people, names, {row.name: row.id for row in rows})
        elif rows is not known.rows:
            known = self._known = replace(known, rows=rows)
        return known


def _are_called_the_same(rows: tuple[ContactRow, ...], before: tuple[ContactRow, ...]) -> bool:
    if rows is before:
        return True
    if len(rows) != len(before):
        return False
    others = [(row, was) for row, was in zip(rows, before, strict=True) if row is not was]
    return all(_called(row) == _called(was) for row, was in others)


def _called(row: ContactRow) -> tuple[object, ...]:
    return row.id, row.name, row.nicknames, row.org, row.sort_key
