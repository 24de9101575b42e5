"""Contacts as the rows of a list, with the marks that the method gives them, from one query for each table."""

from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.domain.next_step import Action, next_step
from relationship_journal.domain.situation import situation_of
from relationship_journal.domain.warmth import warmth

from .connected import by_first
from .favours import FavourReads

_ROW = """
SELECT id, name, org, title, picture, official, sort_key, keys
FROM contact WHERE trashed IS NULL ORDER BY sort_key, name, id"""


class ContactRowReads(FavourReads):
    """Queries for lists of contacts."""

    def contact_rows(self, today: date) -> tuple[ContactRow, ...]:
        """Everybody, in the order of a list."""
        with self._moment():
            rows = self._rows(_ROW)
            nicknames = by_first(
                self._rows("SELECT contact_id, text, keys FROM nickname ORDER BY contact_id, position, id")
            )
            tags = by_first(self._rows("SELECT contact_id, text FROM tag ORDER BY contact_id, position, id"))
            relationships = {one.contact.id: one for one in self.relationships()}
            settings = self.settings()
        found = []
        for number, name, org, title, picture, official, sort_key, keys in rows:
            nicks, words = nicknames.get(number, []), [text for (text,) in tags.get(number, ())]
            searched = (name, *(text for text, _keys in nicks), org, title, *words, keys, *(also for _t, also in nicks))
            situation = situation_of(relationships[ContactId(number)], settings, today)
            found.append(
                ContactRow(
                    ContactId(number),
                    name,
                    tuple(text for text, _keys in nicks),
                    org,
                    title,
                    tuple(words),
                    picture,
                    bool(official),
                    sort_key,
                    "\n".join(filter(None, searched)).casefold(),
                    situation.standing,
                    sum(loop.open for loop in (*situation.received, *situation.given)),
                    next_step(situation).action is Action.ASK,
                    warmth(situation).cooling,
                    situation.last_contact,
                )
            )
        return tuple(found)
