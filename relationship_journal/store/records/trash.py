"""The trash: a removal marks rows with its number; to restore is to take the mark off what one removal marked.

With a contact go the entries, favours and courtesies that are nobody else's; with an entry its courtesies. What a
favour's steps say happened stays true when an entry goes.
"""

from collections.abc import Sequence

from relationship_journal.store.work import Work

_ENTRIES_OF = """
SELECT id FROM entry e WHERE trashed IS NULL AND id IN (SELECT entry_id FROM entry_contact WHERE contact_id = ?)
AND NOT EXISTS (SELECT 1 FROM entry_contact o JOIN contact c ON c.id = o.contact_id
    WHERE o.entry_id = e.id AND c.trashed IS NULL)"""
_COURTESIES_OF = """
SELECT id FROM courtesy y
WHERE trashed IS NULL AND id IN (SELECT courtesy_id FROM courtesy_contact WHERE contact_id = ?)
AND NOT EXISTS (SELECT 1 FROM courtesy_contact o JOIN contact c ON c.id = o.contact_id
    WHERE o.courtesy_id = y.id AND c.trashed IS NULL)"""
_NUMBERED = ("contact", "entry", "favour", "courtesy")


def next_number(work: Work) -> int:
    """The number of the next removal."""
    numbers = (
        work.rows(f"SELECT max(trashed) FROM {table} WHERE trashed IS NOT NULL")[0][0] or 0 for table in _NUMBERED
    )
    return 1 + max(numbers)


def remove_contacts(work: Work, contacts: Sequence[int]) -> None:
    """Put contacts into the trash, one removal for each."""
    for number, contact in enumerate(contacts, next_number(work)):
        work.update("contact", {"id": contact}, trashed=number)
        for (favour,) in work.rows("SELECT id FROM favour WHERE trashed IS NULL AND contact_id = ?", contact):
            _mark(work, "favour", favour, number)
        for (entry,) in work.rows(_ENTRIES_OF, contact):
            _mark_entry(work, entry, number)
        for (courtesy,) in work.rows(_COURTESIES_OF, contact):
            _mark(work, "courtesy", courtesy, number)


def remove(work: Work, table: str, ids: Sequence[int]) -> None:
    """Put entries, favours or courtesies into the trash, one removal for each."""
    for number, row in enumerate(ids, next_number(work)):
        if table == "entry":
            _mark_entry(work, row, number)
        else:
            _mark(work, table, row, number)


def restore(work: Work, table: str, ids: Sequence[int]) -> None:
    """Take these rows, and all that went with them, out of the trash."""
    for row in ids:
        found = work.rows(f"SELECT trashed FROM {table} WHERE id = ? AND trashed IS NOT NULL", row)
        if not found:
            continue
        number = found[0][0]
        for other in _NUMBERED:
            for (marked,) in work.rows(f"SELECT id FROM {other} WHERE trashed = ?", number):
                if other == "entry":
                    work.update("entry_contact", {"entry_id": marked}, trashed=None)
                _mark(work, other, marked, None)


def _mark_entry(work: Work, entry: int, number: int) -> None:
    work.update("entry_contact", {"entry_id": entry}, trashed=number)
    _mark(work, "entry", entry, number)
    for (courtesy,) in work.rows("SELECT id FROM courtesy WHERE trashed IS NULL AND entry_id = ?", entry):
        _mark(work, "courtesy", courtesy, number)


def _mark(work: Work, table: str, row: int, number: int | None) -> None:
    work.update(table, {"id": row}, trashed=number)
