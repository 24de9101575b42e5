"""A suggestion in words: on its chip, for a screen reader, and why it is made."""

from datetime import date
from decimal import Decimal

from relationship_journal.domain.contact import FacetKind, OccasionKind
from relationship_journal.domain.courtesy import CourtesyDirection, CourtesyKind
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.favour import Direction, StepKind
from relationship_journal.domain.words import ENTRY_WORDS, FACET_WORDS, OCCASION_WORDS, courtesy_worth, step_word
from relationship_journal.i18n import Message, _, day_and_month, full_day, sentences, word
from relationship_journal.reading.note import FollowUp, FoundCourtesy, FoundFacet, FoundOccasion, FoundPerson, FoundStep
from relationship_journal.services.suggestions import Suggestion
from relationship_journal.ui.icons import COURTESY_ICONS, ENTRY_ICONS, FACET_ICONS, step_icon

_A_YEAR = 2000  # a leap year, for days that return every year
_SHOWN = 36  # Latin letters of the note on a chip; Chinese signs count twice


def icon_of(suggestion: Suggestion) -> str:
    """The Phosphor icon of what would be recorded."""
    found = suggestion.found
    if isinstance(found, FoundPerson):
        return "user" if suggestion.contact is not None else "user-plus"
    if isinstance(found, EntryKind):
        return ENTRY_ICONS[found]
    if isinstance(found, FoundStep):
        return step_icon(Direction(found.direction), StepKind(found.step))
    if isinstance(found, FoundCourtesy):
        return COURTESY_ICONS[CourtesyKind(found.kind)]
    if isinstance(found, FoundFacet):
        return FACET_ICONS[FacetKind(found.facet)]
    return "calendar-check" if isinstance(found, FollowUp) else "calendar-blank"


def said_of(suggestion: Suggestion, today: date) -> str:
    """What would be recorded, in a few words of the language in use."""
    found = suggestion.found
    if isinstance(found, EntryKind):
        return _(ENTRY_WORDS[found])
    if isinstance(found, date):
        return full_day(found, today)
    return _of_somebody(suggestion, today)


def _of_somebody(suggestion: Suggestion, today: date) -> str:
    found = suggestion.found
    if isinstance(found, FoundPerson):
        known = suggestion.contact is not None
        return found.name if known else _("New contact: {name}").format(name=found.name)
    if isinstance(found, FoundStep):
        return _step(suggestion, found)
    if isinstance(found, FoundCourtesy):
        done = _courtesy(found)
        if suggestion.favour is None:
            return done
        return _("{what}, in return for: {title}").format(what=done, title=_short(suggestion.favour.title))
    return _of_a_life(suggestion, today)


def _of_a_life(suggestion: Suggestion, today: date) -> str:
    found, words = suggestion.found, _short(suggestion.words)
    if isinstance(found, FoundFacet):
        return _("{facet}: {text}").format(facet=_(FACET_WORDS[FacetKind(found.facet)]), text=words)
    if isinstance(found, FoundOccasion):
        occasion = _(OCCASION_WORDS[OccasionKind(found.kind)])
        return _("{what}, {value}").format(what=occasion, value=_written(found.date, today))
    assert isinstance(found, FollowUp)
    if found.due is None:
        return _("To do: {text}").format(text=words)
    return _("By {day}: {text}").format(day=full_day(found.due, today), text=words)


def _step(suggestion: Suggestion, found: FoundStep) -> str:
    assert suggestion.favour is not None
    step = _(step_word(StepKind(found.step), Direction(found.direction)))
    if (due := _due(suggestion)) is not None:
        step = _("{step}, by {day}").format(step=step, day=day_and_month(due))
    said = _("{step}, new: {title}") if suggestion.opens_favour else _("{step}: {title}")
    return said.format(step=step, title=_short(suggestion.favour.title))


def day_noted(suggestion: Suggestion) -> Message | None:
    """What is said of the day that is recorded with a step."""
    due = _due(suggestion)
    return None if due is None else Message("{day} is noted with it, so that the review brings it up.", day=due)


def _due(suggestion: Suggestion) -> date | None:
    """The day by which a step's own words want something done."""
    task = suggestion.follow_up
    return task.found.due if task is not None and isinstance(task.found, FollowUp) else None


def _courtesy(found: FoundCourtesy) -> str:
    kind, direction = CourtesyKind(found.kind), CourtesyDirection(found.direction)
    value = None if found.value is None else Decimal(str(found.value))
    return word(courtesy_worth(kind, direction, value, found.currency or ""))


def whose(suggestion: Suggestion, shown: bool) -> str:
    """The name of whose it is where that has to be `shown`; people, days and kinds are the entry's own."""
    if not shown or not suggestion.name or isinstance(suggestion.found, FoundPerson):
        return ""
    return suggestion.name


def because(suggestion: Suggestion) -> str:
    """Why it is suggested and what speaks against it, in whole sentences."""
    said = []
    if suggestion.words:
        said.append(_("Because you wrote “{words}”.").format(words=_short(suggestion.words, 4 * _SHOWN)))
    else:
        said.append(_("Because of the note as a whole."))
    if (day := day_noted(suggestion)) is not None:
        said.append(word(day))
    said += [word(verdict.because) for verdict in suggestion.warnings]
    return sentences(said)


def spoken(suggestion: Suggestion, at: int, count: int, today: date) -> str:
    """What a screen reader says of its chip."""
    said = word(Message("Suggestion {at} of {count}: {what}", at=at, count=count, what=said_of(suggestion, today)))
    return f"{said}, {suggestion.name}" if suggestion.name else said


def _short(text: str, most: int = _SHOWN) -> str:
    wide = 0
    for place, letter in enumerate(text):
        wide += 2 if letter > "⺀" else 1
        if wide > most:
            return f"{text[:place].rstrip()}…"
    return text


def _written(text: str, today: date) -> str:
    """The date of an occasion as people write it."""
    if text.startswith("lunar:"):
        month, day = text.removeprefix("lunar:").removeprefix("leap-").split("-")
        return _("lunar {month}/{day}").format(month=int(month), day=int(day))
    if text.startswith("--"):
        return day_and_month(date(_A_YEAR, int(text[2:4]), int(text[5:7])))
    return full_day(date.fromisoformat(text), today)
