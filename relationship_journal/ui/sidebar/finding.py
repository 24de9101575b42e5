"""Which contacts fit what was typed: names, nicknames, organisations, titles, tags, pinyin and initials."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from relationship_journal.domain.contact_row import ContactRow
from relationship_journal.i18n import N_

_FEW = 500  # matches that are put in order by all that can begin so; of more only the name is looked at
_ANYWHERE = 3  # letters from which Latin text is found inside words too: fewer would find everybody


class Filter(StrEnum):
    """The filters over the list of people. The value is the msgid of the label."""

    ALL = N_("All")
    OPEN_LOOPS = N_("Open loops")
    READY = N_("Ready")
    COOLING = N_("Cooling")


def passes(row: ContactRow, wanted: Filter) -> bool:
    """Whether a row stands under a filter."""
    if wanted is Filter.OPEN_LOOPS:
        return row.open_loops > 0
    if wanted is Filter.READY:
        return row.ready
    if wanted is Filter.COOLING:
        return row.cooling
    return True


def find(rows: Sequence[ContactRow], text: str, wanted: Filter = Filter.ALL) -> list[ContactRow]:
    """The rows that fit every word of `text`; those whose name, nickname, pinyin or initials begin so come first.

    Latin words are compared with beginnings of words, from three letters on also within words; Chinese anywhere.
    """
    found: Iterable[ContactRow] = rows if wanted is Filter.ALL else (row for row in rows if passes(row, wanted))
    words = text.casefold().split()
    if not words:
        return list(found)
    matching = list(found)
    for word in words:
        matching = _having(matching, word)
    begins = _begins if len(matching) <= _FEW else _name_begins
    first: list[ContactRow] = []
    later: list[ContactRow] = []
    for row in matching:
        (first if begins(row, words[0]) else later).append(row)
    return first + later


def _having(rows: Sequence[ContactRow], word: str) -> list[ContactRow]:
    """The rows in whose keys a word is found. One expression for all: a call for each of ten thousand costs more."""
    if not word.isascii() or len(word) >= _ANYWHERE:
        return [row for row in rows if word in row.keys]
    line, inside = f"\n{word}", f" {word}"
    return [row for row in rows if line in (keys := row.keys) or inside in keys or keys.startswith(word)]


def _name_begins(row: ContactRow, word: str) -> bool:
    """Cheap enough for thousands: `keys` begins with the name, `sort_key` is the name in pinyin."""
    return row.keys.startswith(word) or row.sort_key.startswith(word)


def _begins(row: ContactRow, word: str) -> bool:
    """The name, its pinyin or its initials, or a nickname begins so."""
    return (
        _name_begins(row, word)
        or row.sort_key.replace(" ", "").startswith(word)
        or "".join(syllable[0] for syllable in row.sort_key.split()).startswith(word)
        or any(nickname.casefold().startswith(word) for nickname in row.nicknames)
    )
