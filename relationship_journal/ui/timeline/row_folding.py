"""How much of an entry's text a row shows: a long one is folded, and so is what a mail answers, until asked for."""

from relationship_journal.domain.entry import EntrySource
from relationship_journal.domain.timeline import TimelineRow
from relationship_journal.i18n import N_
from relationship_journal.values import dataclass

from .row_words import text_of

_MOST_SHOWN = 2400  # characters: a long mail is folded until it is asked for
_FOLDED = 1600
_MOST_LINES, _FOLDED_LINES = 36, 24


@dataclass(frozen=True, slots=True)
class ShownText:
    """The text that a row shows; `offer` is the msgid of what shows more or less of it, empty where it is whole."""

    text: str
    offer: str = ""


def shown_text(row: TimelineRow, *, unfolded: bool) -> ShownText:
    """The row's text as it is shown."""
    whole = text_of(row).strip("\n").rstrip()
    own, offer = whole, ""
    if row.entry is not None and row.entry.source is not EntrySource.TYPED:
        from relationship_journal.domain.quoted_text import own_words

        words = own_words(whole)
        if words.end < len(whole):
            own = whole[: words.end]
            offer = N_("Show quoted text") if words.quotes else N_("Show signature")
    if unfolded:
        less = {"Show quoted text": N_("Hide quoted text"), "Show signature": N_("Hide signature")}
        return ShownText(whole, less.get(offer, ""))
    if len(own) > _MOST_SHOWN or own.count("\n") > _MOST_LINES:
        first = "\n".join(own[:_FOLDED].split("\n")[:_FOLDED_LINES])
        return ShownText(f"{first.rstrip()} …", N_("Show all"))
    return ShownText(own, offer)
