"""Search over the whole journal, as one types."""

from datetime import date

from relationship_journal.domain.contact import ContactId
from relationship_journal.domain.hit import Hit
from relationship_journal.domain.search_query import parse
from relationship_journal.store.reads import Reads


class Search:
    """What the search field and the command line ask."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def find(self, text: str, today: date, *, contact: ContactId | None = None, limit: int = 50) -> tuple[Hit, ...]:
        """What `text`, with its filters, finds: contacts, favours, then entries, newest first."""
        from relationship_journal.reading.days import read_day  # its many patterns take their time

        return self._reads.search(parse(text, today, read_day), limit, contact)
