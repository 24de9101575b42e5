"""The weekly review put into words, as it is printed and exported: nothing is left to look up."""

from collections.abc import Callable, Sequence

from relationship_journal.domain.agenda import Agenda, heading
from relationship_journal.domain.agenda_rows import Row
from relationship_journal.domain.contact import Contact
from relationship_journal.domain.plan import PlanItem, Section
from relationship_journal.domain.settings import Settings
from relationship_journal.i18n import Message, _, current_language, full_day, ngettext, sentences, word
from relationship_journal.values import dataclass

People = Callable[[int], Contact]
Dealt = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a box to tick, the name, what to do, why, what to say (empty where nothing is), and an aside."""

    ticked: bool
    name: str
    what: str
    because: str
    to_say: str
    aside: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its rows, or the plan; `boxes` where rows can be ticked."""

    title: str
    lines: tuple[Line, ...]
    boxes: bool = True


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A review in words. `parts` are the sections that hold something, then the plan, then what moved."""

    language: str
    title: str
    day: str
    summary: str
    parts: tuple[Part, ...]


def _nobody_is_dealt_with(_row: Row) -> bool:
    return False


def review_sheet(
    agenda: Agenda,
    settings: Settings,
    people: People,
    *,
    plan: Sequence[PlanItem] | None = None,
    dealt: Dealt = _nobody_is_dealt_with,
) -> ReviewSheet:
    """The review in the language in use. `plan` is the one that is held now, else the agenda's own."""
    language = current_language()
    waiting = [
        Part(word(heading(section)), tuple(_line(row, people, language, dealt(row)) for row in rows))
        for section, rows in agenda.sections.items()
        if rows and section is not Section.MOVED
    ]
    kept = agenda.plan if plan is None else plan
    parts = [*waiting]
    if kept:
        parts.append(Part(_("Plan for the week"), tuple(_planned(item, people, agenda) for item in kept)))
    moved = agenda.sections.get(Section.MOVED, ())
    if moved:
        since = _("Since {day}").format(day=full_day(agenda.since, agenda.today))
        parts.append(Part(since, tuple(_line(row, people, language, ticked=False) for row in moved), boxes=False))
    count = agenda.rows_to_do
    return ReviewSheet(
        language,
        _("Weekly review"),
        full_day(agenda.today, agenda.today),
        _summary(count, agenda.minutes(settings)),
        tuple(parts),
    )


def _summary(rows: int, minutes: int) -> str:
    if not rows:
        return _("Nothing is due.")
    counted = ngettext("{n} row", "{n} rows", rows).format(n=rows)
    time = ngettext("about {n} minute", "about {n} minutes", minutes).format(n=minutes)
    return _("{rows}, {time}").format(rows=counted, time=time)


def _line(row: Row, people: People, language: str, ticked: bool) -> Line:
    what, to_say = word(row.what), ""
    because = [word(row.because)]
    if row.suggested is not None and row.contact is not None:
        text = row.suggested.what.text(language)
        what, to_say = text.title, text.to_say(people(row.contact))
        because += [word(reason) for reason in row.suggested.because]
    return Line(ticked, row.name, what, sentences(because), to_say, aside(row))


def aside(row: Row) -> str:
    """What stands at the end of a row: its rung where that is what it is about, else its days."""
    if row.section in (Section.READY, Section.UNTESTED) and row.rung is not None:
        return _("Rung {rung}").format(rung=row.rung)
    if row.section is Section.MOVED or row.days is None:
        return ""
    if row.days == 0:
        return _("today")
    if row.section is Section.COMING_UP:
        return ngettext("in {n} day", "in {n} days", row.days).format(n=row.days)
    return ngettext("{n} day", "{n} days", row.days).format(n=row.days)


def _planned(item: PlanItem, people: People, agenda: Agenda) -> Line:
    name = people(item.contact).name if item.contact is not None else ""
    text = word(item.text) if isinstance(item.text, Message) else item.text
    day = full_day(item.day, agenda.today) if item.day else ""
    return Line(item.done, name, text, "", "", day)
