"""Calendars (`.ics`, iCalendar RFC 5545, and vCalendar 1.0 of old phones): events are entries, birthdays occasions."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from relationship_journal.domain.contact import Occasion, OccasionKind
from relationship_journal.domain.drafts import ContactDraft
from relationship_journal.domain.entry import EntryKind
from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.values import replace

from .card_lines import begins_with, lines_of
from .charset import decode
from .plan import ImportPlan, PlannedContact, PlannedEntry, PlannedFile, Refusal, Source
from .recurrence import latest

if TYPE_CHECKING:
    from icalendar import Component

_MOST_EVENTS = 5000
_LARGEST = 32 * 1024 * 1024
_LONGEST = 200_000  # characters of one event
_EDGE = re.compile(r"^(BEGIN|END):(VEVENT|VTODO|VJOURNAL|VTIMEZONE)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_MANY = 50  # zones of one file
_OCCASIONS = (
    (OccasionKind.BIRTHDAY, r"(?:\d+\s*(?:st|nd|rd|th)\s+)?birthday|生日|geburtstag|anniversaire"),
    (OccasionKind.ANNIVERSARY, r"(?:wedding )?anniversary|结婚纪念日|纪念日"),
)
_SIGNS = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")


def recognises(source: Source) -> bool:
    """Whether it begins with a calendar."""
    return begins_with(source.content, b"BEGIN:VCALENDAR")


def plan(source: Source) -> ImportPlan:
    """An entry for each event on its day, with those who were invited; a birthday is an occasion of whose it is.

    Of a series of events one entry is made, on its latest day up to that of the file. The file lies with the first.
    Raises Problem where it is too large to be read.
    """
    if len(source.content) > _LARGEST:
        raise Problem(Message("{name} is too large a calendar to be read; it was kept as it is.", name=source.name))
    text = _plain(source.content)
    blocks = list(_blocks(text))
    zones = "\n".join([block for name, block in blocks if name == "VTIMEZONE"][:_MANY])
    entries: list[PlannedEntry] = []
    contacts: list[PlannedContact] = []
    refused: list[Refusal] = []
    for number, block in enumerate((block for name, block in blocks if name != "VTIMEZONE"), 1):
        if number > _MOST_EVENTS:
            reason = Message("{name} holds more events than are taken at once; the rest was left.", name=source.name)
            refused.append(Refusal(source.name, reason))
            break
        made = _event(block, zones, source, number)
        if isinstance(made, PlannedEntry):
            entries.append(made)
        elif isinstance(made, PlannedContact):
            contacts.append(made)
        else:
            refused.append(made)
    if entries:
        kept = PlannedFile(source.name, source.content, "text/calendar")
        entries[0] = replace(entries[0], files=(kept,))
    elif not contacts and not refused:
        raise Problem(Message("There are no events in {name}; it was kept as it is.", name=source.name))
    return ImportPlan("calendar", tuple(entries), tuple(refused), tuple(contacts))


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Events and zones, each from its BEGIN to its END; one that never ends is left out."""
    opened: tuple[str, int] | None = None
    for edge in _EDGE.finditer(text):
        name = edge[2].upper()
        if edge[1].upper() == "BEGIN":
            opened = (name, edge.start())
        elif opened is not None and opened[0] == name:
            if edge.end() - opened[1] <= _LONGEST:
                yield name, text[opened[1] : edge.end()]
            opened = None


def _plain(content: bytes) -> str:
    """The text; of the old version quoted-printable is read first."""
    text = (decode(content) or content.decode("utf-8", "replace")).replace("\r\n", "\n")
    if not re.search(r"^VERSION:1\.0", text, re.MULTILINE) and "QUOTED-PRINTABLE" not in text.upper():
        return text
    rows = []
    for line in lines_of(content):
        value = line.value.replace("\\", "\\\\").replace("\n", "\\n") if line.name in _WORDS else line.value
        rows.append(f"{line.name}:{value}")
    return "\n".join(rows)


_WORDS = ("SUMMARY", "DESCRIPTION", "LOCATION")


def _event(block: str, zones: str, source: Source, number: int) -> PlannedEntry | PlannedContact | Refusal:
    from icalendar import Calendar

    try:
        # Each event on its own: a broken one takes no other with it.
        event = next(_events(Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{zones}\r\n{block}\r\nEND:VCALENDAR\r\n")))
        return _read(event, source)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, StopIteration, RecursionError):
        title = re.search(r"^SUMMARY[^:\n]*:(.{1,80})", block, re.MULTILINE)
        name = title[1].strip() if title else f"{number}"
        return Refusal(name, Message("The event “{name}” could not be read.", name=name))


def _events(calendar: "Component") -> Iterator["Component"]:
    return (one for one in calendar.walk() if one.name in ("VEVENT", "VTODO", "VJOURNAL"))


def _read(event: "Component", source: Source) -> PlannedEntry | PlannedContact | Refusal:
    title = " ".join(_text(event, "SUMMARY").split())
    if _text(event, "STATUS").upper() == "CANCELLED":
        return Refusal(title, Message("“{name}” was called off and was not taken.", name=title))
    started = next((event.decoded(key) for key in ("DTSTART", "DUE", "CREATED") if key in event), None)
    if not isinstance(started, date):
        return Refusal(title, Message("The event “{name}” has no day and was not taken.", name=title))
    first, time = _local(started)
    rule = event.get("RRULE")
    day = first if rule is None else latest(first, {str(k).upper(): list(v) for k, v in rule.items()}, source.modified)
    people = tuple(dict.fromkeys(_people(event)))
    lines = [title, _text(event, "LOCATION"), ", ".join(name for name in people if "@" not in name)]
    words = "\n".join(filter(None, lines))
    entry = PlannedEntry(
        EntryKind.MEETING if people else EntryKind.EVENT if event.name == "VEVENT" else EntryKind.NOTE,
        "\n\n".join(filter(None, (words, _text(event, "DESCRIPTION").strip()))),
        day=day,
        time=time,
        people=people,
    )
    return _occasion(title, first, entry) if not time and not people else entry


def _text(event: "Component", key: str) -> str:
    value = event.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value).replace("\x00", "").replace("\r\n", "\n")


def _local(moment: date) -> tuple[date, str]:
    """Its day and time on this machine's clock; a day without a time stays what it is."""
    if not isinstance(moment, datetime):
        return moment, ""
    local = moment.astimezone() if moment.tzinfo is not None else moment
    return local.date(), f"{local:%H:%M}"


def _people(event: "Component") -> Iterator[str]:
    """Names and addresses of whoever invites and is invited, other than rooms."""
    for key in ("ORGANIZER", "ATTENDEE"):
        held = event.get(key) or []
        for one in held if isinstance(held, list) else [held]:
            parameters = getattr(one, "params", {})
            if str(parameters.get("CUTYPE", "")).upper() in ("ROOM", "RESOURCE"):
                continue
            name = str(parameters.get("CN", "")).strip("\"' ")
            address = re.sub(r"^mailto:", "", str(one), flags=re.IGNORECASE)
            yield from (word for word in (name, address if "@" in address else "") if word)


def _occasion(title: str, first: date, entry: PlannedEntry) -> PlannedEntry | PlannedContact:
    """A day that returns every year, of whoever the title names; who is not in the journal keeps it as an entry."""
    plain = " ".join(_SIGNS.sub(" ", title).split())
    for kind, word in _OCCASIONS:
        found = re.fullmatch(
            rf"(?P<before>.{{1,60}}?)(?:['’]s|(?<=s)['’]|的)?\s*[-(（:：]?\s*(?:{word})[)）]?"
            rf"|(?:{word})\s*(?:of|de|von)?\s*[-:：]?\s*(?P<after>.{{1,60}})",
            plain,
            re.IGNORECASE,
        )
        if found:
            name = (found["before"] or found["after"]).strip()
            occasion = Occasion(kind, f"--{first:%m-%d}")
            return PlannedContact(ContactDraft(name, occasions=(occasion,)), instead=entry)
    return entry
