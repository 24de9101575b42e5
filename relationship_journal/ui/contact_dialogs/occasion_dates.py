"""Days that matter as they are typed: `2027-06-07`, `--04-12` or `04-12` (every year), `lunar:08-06`, or in words."""

import re
from datetime import date

from relationship_journal.reading.days import read_day

_YEARLY = re.compile(r"^(?:--)?(\d{1,2})[-/.](\d{1,2})$")
_YEARLY_ZH = re.compile(r"^(?:每年)?\s*(\d{1,2})月(\d{1,2})[日号]?$")
_LUNAR = re.compile(r"^(?:lunar:|农历|阴历)\s*(leap-|闰)?(\d{1,2})(?:[-/.月])(\d{1,2})[日号]?$", re.IGNORECASE)
_LEAP_YEAR = 2000


def occasion_date(text: str, today: date, *, yearly: bool) -> str | None:
    """The date as the journal keeps it, or None where it is no day.

    A day without a year returns every year where `yearly` (birthdays, anniversaries), else it is the next one.
    """
    text = text.strip()
    if lunar := _LUNAR.match(text):
        month, day = int(lunar[2]), int(lunar[3])
        return (
            f"lunar:{'leap-' if lunar[1] else ''}{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 30 else None
        )
    without_year = _YEARLY.match(text) or _YEARLY_ZH.match(text)
    if without_year and (yearly or text.startswith(("--", "每年"))):
        try:
            found = date(_LEAP_YEAR, int(without_year[1]), int(without_year[2]))
        except ValueError:
            return None
        return f"--{found:%m-%d}"
    day_found = read_day(text, today, ahead=True)
    if day_found is None and without_year:
        day_found = read_day(f"{int(without_year[1])}月{int(without_year[2])}日", today, ahead=True)
    if day_found is None:
        return None
    said_year = str(day_found.year) in text
    return f"--{day_found:%m-%d}" if yearly and not said_year else day_found.isoformat()
