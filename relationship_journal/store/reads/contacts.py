"""Reads of contacts: one whole, all of them, and as rows of a list."""

from collections.abc import Sequence

from relationship_journal.domain.contact import (
    Contact,
    ContactId,
    Facet,
    FacetKind,
    Handle,
    HandleKind,
    Occasion,
    OccasionKind,
    OpenDecision,
)
from relationship_journal.domain.problems import NotFound
from relationship_journal.i18n import Message

from .connected import Row, by_first, day, marks
from .settings import SettingReads

_CONTACT = """
SELECT id, name, org, title, introduced_by, cadence, official, decision_first, decision_last, region, note, picture
FROM contact WHERE trashed IS NULL"""

_CALLED = "SELECT id, name, org, title FROM contact WHERE trashed IS NULL AND {who} ORDER BY id"


class ContactReads(SettingReads):
    """Queries for contacts."""

    def contact(self, contact: ContactId) -> Contact:
        """A contact that is not in the trash. Raises NotFound."""
        with self._moment():
            found = self._contacts((contact,))
        if not found:
            raise NotFound(Message("There is no such contact; perhaps it was removed."))
        return found[0]

    def contacts(self) -> tuple[Contact, ...]:
        """All contacts, whole, by id."""
        with self._moment():
            return tuple(self._contacts(None))

    def names(self) -> dict[ContactId, str]:
        """The names of all contacts."""
        return {ContactId(row[0]): row[1] for row in self._rows("SELECT id, name FROM contact WHERE trashed IS NULL")}

    def name_of(self, contact: ContactId) -> str:
        """The name of a contact; empty where there is none of this id, or it lies in the trash."""
        rows = self._rows("SELECT name FROM contact WHERE id = ? AND trashed IS NULL", contact)
        return str(rows[0][0]) if rows else ""

    def forms_of_address(self) -> tuple[tuple[ContactId, str, tuple[str, ...], str, str], ...]:
        """Id, name, nicknames, organisation and the name in pinyin of all: what a text may name somebody by."""
        with self._moment():
            nicknames = by_first(self._rows("SELECT contact_id, text FROM nickname ORDER BY contact_id, position, id"))
            rows = self._rows("SELECT id, name, org, sort_key FROM contact WHERE trashed IS NULL ORDER BY id")
        return tuple(
            (ContactId(number), name, tuple(text for (text,) in nicknames.get(number, ())), org, pinyin)
            for number, name, org, pinyin in rows
        )

    def contacts_called(self, name: str) -> list[tuple[ContactId, str, str, str]]:
        """Id, name, organisation and title of those of this name."""
        return self._called(_CALLED.format(who="name = ? COLLATE NOCASE"), name)

    def contacts_nicknamed(self, name: str) -> list[tuple[ContactId, str, str, str]]:
        """The same of those of this nickname."""
        return self._called(
            _CALLED.format(who="id IN (SELECT contact_id FROM nickname WHERE text = ? COLLATE NOCASE)"), name
        )

    def _called(self, query: str, name: str) -> list[tuple[ContactId, str, str, str]]:
        return [(ContactId(number), *rest) for number, *rest in self._rows(query, name)]

    def contacts_reached_by(self, handles: Sequence[str]) -> tuple[ContactId, ...]:
        """Those who have one of these handles (addresses, numbers), in any letter case."""
        if not handles:
            return ()
        places = ", ".join("?" * len(handles))
        rows = self._rows(
            "SELECT DISTINCT h.contact_id FROM handle h JOIN contact c ON c.id = h.contact_id"
            f" WHERE c.trashed IS NULL AND h.value COLLATE NOCASE IN ({places}) ORDER BY h.contact_id",
            *handles,
        )
        return tuple(ContactId(row[0]) for row in rows)

    def has_contact(self, contact: int) -> bool:
        """Whether somebody, not in the trash, has this id."""
        return bool(self._rows("SELECT 1 FROM contact WHERE id = ? AND trashed IS NULL", contact))

    def _contacts(self, contacts: Sequence[ContactId] | None) -> list[Contact]:
        """These contacts, or all, whole, by id; those in the trash are left out."""
        if contacts is not None and not contacts:
            return []
        mine = () if contacts is None else tuple(contacts)
        some = "" if contacts is None else f" IN ({marks(mine)})"
        rows = self._rows(f"{_CONTACT}{some and f' AND id{some}'} ORDER BY id", *mine)

        def owned(columns: str, table: str) -> dict[int, list[Row]]:
            condition = some and f"WHERE contact_id{some}"
            return by_first(
                self._rows(
                    f"SELECT contact_id, {columns} FROM {table} {condition} ORDER BY contact_id, position, id", *mine
                )
            )

        nicknames, tags = owned("text", "nickname"), owned("text", "tag")
        facets, handles = owned("kind, text, id", "facet"), owned("kind, value, id", "handle")
        occasions = owned("kind, date, text, id", "occasion")
        return [
            Contact(
                ContactId(number),
                name,
                tuple(text for (text,) in nicknames.get(number, ())),
                org,
                title,
                tuple(text for (text,) in tags.get(number, ())),
                introduced_by,
                cadence,
                bool(official),
                OpenDecision(day(first), day(last)) if first and last else None,
                region,
                note,
                picture,
                tuple(Facet(FacetKind(kind), text, row) for kind, text, row in facets.get(number, ())),
                tuple(
                    Occasion(OccasionKind(kind), when, text, row) for kind, when, text, row in occasions.get(number, ())
                ),
                tuple(Handle(HandleKind(kind), value, row) for kind, value, row in handles.get(number, ())),
            )
            for number, name, org, title, introduced_by, cadence, official, first, last, region, note, picture in rows
        ]
