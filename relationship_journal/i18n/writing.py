"""How days, sums and sizes are written in the language in use."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from .language import _, current_language, ngettext, word
from .message import DayWithYear, Fact, InLanguages, Message, Money

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAYS_ZH = "一二三四五六日"
_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€"}


def day_and_month(day: date) -> str:
    """`30 April`; `4月30日`."""
    if current_language() == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """`30 Apr 2026`; `2026年4月30日`."""
    if current_language() == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def full_day(day: date, today: date) -> str:
    """`Thursday 30 April`; `4月30日 周四`; with the year where it is not today's."""
    if current_language() == "zh":
        year = "" if day.year == today.year else f"{day.year}年"
        return f"{year}{day_and_month(day)} 周{_WEEKDAYS_ZH[day.weekday()]}"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {day_and_month(day)}{year}"


def relative_day(day: date, today: date) -> str:
    """`today`, `yesterday`, `5 days ago`, `in 5 days`, and beyond two months the day itself."""
    days = (today - day).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days == -1:
        return _("tomorrow")
    if 0 < days <= 60:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    if -60 <= days < 0:
        return ngettext("in {n} day", "in {n} days", -days).format(n=-days)
    return short_day(day)


def sum_of_money(value: Decimal, currency: str) -> str:
    """`$120`, `CHF 120`; `620 元` for CNY in Chinese."""
    number = f"{value.normalize():,f}" if value == value.to_integral() else f"{value:,.2f}"
    if currency == "CNY":
        return f"{number} 元" if current_language() == "zh" else f"¥{number}"
    symbol = _SYMBOLS.get(currency)
    return f"{symbol}{number}" if symbol else f"{currency} {number}".strip()


def sentences(said: Iterable[str]) -> str:
    """Whole sentences one after another: with a blank between them, in Chinese without."""
    return ("" if current_language() == "zh" else " ").join(said)


def bytes_in_words(size: int) -> str:
    """`84 KB`, `2.1 MB`: decimal units, as file managers show them."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{round(size / 1000)} KB"
    return f"{size / 1_000_000:.1f} MB"


def written(fact: Fact) -> str:
    """A fact of a message as it stands in the sentence."""
    if isinstance(fact, date):
        return short_day(fact) if isinstance(fact, DayWithYear) else day_and_month(fact)
    if isinstance(fact, Money):
        return sum_of_money(fact.value, fact.currency)
    if isinstance(fact, Message | InLanguages):
        return word(fact) if isinstance(fact, Message) else fact.text(current_language())
    if isinstance(fact, float):
        return f"{fact:g}"
    if isinstance(fact, Decimal):
        return f"{fact.normalize():,f}"
    return str(fact)
