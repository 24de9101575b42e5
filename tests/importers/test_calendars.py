"""Calendars: events on their day with who was there, birthdays, zones, series, and what breaks."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from relationship_journal.domain.contact import Occasion, OccasionKind
from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import word
from relationship_journal.importers import ImportPlan, Source, plan
from relationship_journal.importers.recurrence import latest

FILES = Path(__file__).resolve().parents[1] / "data/files/calendars"
DAY = date(2026, 11, 23)


def planned(content: str | bytes, modified: date | None = DAY) -> ImportPlan:
    return plan(Source("a.ics", content.encode() if isinstance(content, str) else content, modified))


def event(*lines: str) -> str:
    rows = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", "")
    return "\r\n".join(rows)


def test_a_calendar_of_calcurse() -> None:
    """A dinner at half past two, a weekly stand-up that never ends, a birthday."""
    made = planned((FILES / "calcurse.ics").read_bytes())
    assert made.format == "calendar"
    assert [(entry.text, entry.day, entry.time) for entry in made.entries] == [
        ("Stand-up, weekly", date(2026, 11, 20), "09:00"),
        ("与王建国吃饭", date(2026, 11, 20), "14:30"),
    ]
    (card,) = made.contacts
    assert (card.contact.name, card.contact.occasions) == ("王建国", (Occasion(OccasionKind.BIRTHDAY, "--11-21"),))
    assert card.instead is not None
    assert card.instead.text == "王建国生日"


def test_an_event_of_khal_in_its_own_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three in the afternoon in Berlin is ten at night in Shanghai, and the next day in Auckland."""
    import time

    for zone, day, clock in (("Asia/Shanghai", 20, "22:00"), ("Pacific/Auckland", 21, "03:00")):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        (entry,) = planned((FILES / "khal.ics").read_bytes()).entries
        assert (entry.day, entry.time) == (date(2026, 11, day), clock)
        assert entry.text == "Kaffee mit Helen\nCafé Mitte\n\nüber die Messe"
    monkeypatch.undo()
    time.tzset()


def test_those_who_were_invited_are_its_people() -> None:
    """Names and addresses, rooms left out; the event is a meeting and the file lies with it."""
    (entry,) = planned(
        event(
            "DTSTART:20261120T090000", "SUMMARY:Quarterly review", "ORGANIZER;CN=Helen Zhou:mailto:helen@example.com",
            'ATTENDEE;CN="Wang, Jianguo":mailto:wang@example.com', "ATTENDEE;CUTYPE=ROOM:mailto:room4@example.com",
        )
    ).entries  # fmt: skip
    assert entry.people == ("Helen Zhou", "helen@example.com", "Wang, Jianguo", "wang@example.com")
    assert (entry.kind, entry.text) == (EntryKind.MEETING, "Quarterly review\nHelen Zhou, Wang, Jianguo")
    assert [(file.name, file.media_type) for file in entry.files] == [("a.ics", "text/calendar")]


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Helen Zhou's birthday", "Helen Zhou"), ("Helen’s 47th Birthday", "Helen"), ("🎂 王总的生日", "王总"),
        ("生日：李敏", "李敏"), ("Birthday: Tom", "Tom"), ("Birthday of Tom", "Tom"), ("Tom (birthday)", "Tom"),
        ("王建国 生日", "王建国"), ("James' birthday", "James"),
    ],
)  # fmt: skip
def test_whose_birthday_it_is(summary: str, name: str) -> None:
    """As calendars of birthdays word it."""
    (card,) = planned(event("DTSTART;VALUE=DATE:20200412", "RRULE:FREQ=YEARLY", f"SUMMARY:{summary}")).contacts
    assert (card.contact.name, card.contact.occasions[0].date) == (name, "--04-12")


def test_an_old_phone_s_calendar() -> None:
    """vCalendar 1.0 with quoted-printable Chinese."""
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nDTSTART:20091120T090000\r\n"
        "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E4=B8=8E=E7=8E=8B=\r\n=E6=80=BB=E5=90=83=E9=A5=AD\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (entry,) = planned(text).entries
    assert (entry.text, entry.day, entry.time) == ("与王总吃饭", date(2009, 11, 20), "09:00")


def test_what_cannot_be_taken_is_named_and_the_rest_is_done() -> None:
    """An event called off, one without a day, one with nonsense for a day, and a good one."""
    blocks = [
        "SUMMARY:Off\r\nDTSTART:20261120T090000\r\nSTATUS:CANCELLED", "SUMMARY:Dayless",
        "SUMMARY:Nonsense\r\nDTSTART:2026-99-99T99", "SUMMARY:Good\r\nDTSTART:20261120T090000",
    ]  # fmt: skip
    text = "".join(f"BEGIN:VEVENT\r\n{block}\r\nEND:VEVENT\r\n" for block in blocks)
    made = planned(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{text}END:VCALENDAR\r\n")
    assert [entry.text for entry in made.entries] == ["Good"]
    assert [word(one.reason).split(" ")[0] for one in made.refused] == ["“Off”", "The", "The"]


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        ({"FREQ": ["DAILY"]}, date(2026, 11, 23)),
        ({"FREQ": ["DAILY"], "INTERVAL": [10]}, date(2026, 11, 19)),
        ({"FREQ": ["DAILY"], "COUNT": [3]}, date(2026, 1, 5)),
        ({"FREQ": ["WEEKLY"]}, date(2026, 11, 21)),
        ({"FREQ": ["WEEKLY"], "BYDAY": ["MO", "WE"]}, date(2026, 11, 23)),
        ({"FREQ": ["WEEKLY"], "UNTIL": [date(2026, 3, 1)]}, date(2026, 2, 28)),
        ({"FREQ": ["MONTHLY"]}, date(2026, 11, 3)),
        ({"FREQ": ["MONTHLY"], "BYMONTHDAY": [3]}, date(2026, 11, 3)),
        ({"FREQ": ["YEARLY"]}, date(2026, 1, 3)),
        ({"FREQ": ["SECONDLY"]}, date(2026, 1, 3)),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["-1FR"]}, date(2026, 1, 3)),
        ({"FREQ": ["DAILY"], "BYMONTH": [2], "BYMONTHDAY": [30]}, date(2026, 1, 3)),
    ],
)
def test_the_latest_of_a_series(rule: dict[str, list[object]], last: date) -> None:
    """From Saturday 3 January 2026; rules too particular stand on their first day, and none is walked through."""
    assert latest(date(2026, 1, 3), rule, DAY) == last


def test_a_series_on_the_31st_passes_over_short_months() -> None:
    """The 31st of October is the latest on 23 November; 29 February waits for a leap year."""
    assert latest(date(2026, 1, 31), {"FREQ": ["MONTHLY"]}, DAY) == date(2026, 10, 31)
    assert latest(date(2020, 2, 29), {"FREQ": ["YEARLY"]}, DAY) == date(2024, 2, 29)


def test_hostile_calendars_end() -> None:
    """A rule for ever by the second; a hundred thousand beginnings without an end; too many events."""
    start = perf_counter()
    forever = event("DTSTART:19000101T000000", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:x")
    assert planned(forever).entries[0].day == date(1900, 1, 1)
    assert planned("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nSUMMARY:x\r\n" * 100_000).format == "file"
    many = "BEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART:20261120T090000\r\nEND:VEVENT\r\n" * 5100
    made = planned(f"BEGIN:VCALENDAR\r\n{many}END:VCALENDAR")
    assert (len(made.entries), len(made.refused)) == (5000, 1)
    assert perf_counter() - start < 30
