"""The short lines of the header: how warm it is, and which day of theirs comes next."""

from datetime import date
from typing import TYPE_CHECKING

from relationship_journal.domain.contact import Occasion
from relationship_journal.domain.words import OCCASION_WORDS
from relationship_journal.i18n import _, ngettext, relative_day

if TYPE_CHECKING:
    from relationship_journal.domain.warmth import Warmth


def warmth_words(warmth: "Warmth", today: date) -> str:
    """`Warm, in touch 3 days ago`; `Cooling, silent for 40 days`; `Never met`."""
    if warmth.days is None:
        return _("No contact yet")
    if warmth.cooling:
        return ngettext("Cooling, silent for {n} day", "Cooling, silent for {n} days", warmth.days).format(
            n=warmth.days
        )
    when = relative_day(date.fromordinal(today.toordinal() - warmth.days), today)
    return _("Warm, in touch {when}").format(when=when)


def warmth_reason(warmth: "Warmth") -> str:
    """Why it is called so: the cadence."""
    return ngettext("Usually in touch every {n} day", "Usually in touch every {n} days", warmth.cadence).format(
        n=warmth.cadence
    )


def occasion_words(occasion: Occasion, day: date, today: date) -> str:
    """`Emma's AP exams, in 5 days`; without words of its own the kind of day."""
    what = occasion.text or _(OCCASION_WORDS[occasion.kind])
    return _("{what}, {when}").format(what=what, when=relative_day(day, today))
