"""Days as people write them, in Chinese and English, found in a text or read from a whole phrase.

Weeks run Monday to Sunday: `上周五` and `last Friday` are that day of the week before. A bare weekday or a
month and day without a year is the latest one that is not after today, or with `ahead` the next one. A span
stands for one day: next week for its Monday, a weekend for its Saturday, the end of a month for its last day.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from .day_words import MONTH, MONTHS, PART_OF_DAY_ZH, UNITS, WEEKDAY, WEEKDAY_BARE, WEEKDAY_ZH, WEEKDAYS, WEEKDAYS_ZH
from .feast_days import feast_forms
from .named_days import BothWays, FormOfDay, FoundDay, of_forms
from .numbers import NUMBER_EN, NUMBER_ZH, ORDINAL_EN, number

Reader = Callable[[re.Match[str], date, bool], date | None]


def read_day(phrase: str, today: date, *, ahead: bool = False) -> date | None:
    """The day that the whole `phrase` names, or None. `today` anchors what is relative."""
    text = phrase.strip()
    found = [day for day in find_days(text, today, ahead=ahead) if day.start == 0 and day.end == len(text)]
    return found[0].day if found else None


def find_days(text: str, today: date, *, ahead: bool = False) -> tuple[FoundDay, ...]:
    """Every day that `text` names, in order of place; where two readings overlap the longer wins."""
    return tuple(
        FoundDay(found.start, found.end, day)
        for found in find_both(text, today)
        if (day := found.ahead if ahead else found.past) is not None
    )


def find_both(text: str, today: date) -> list[BothWays]:
    """Every day that `text` names, read as told of the past and as lying ahead, in order of place."""
    return of_forms(text, forms_in(text), today)


def forms_in(text: str) -> list[FormOfDay]:
    """Every place in `text` that has the form of a day, whatever the day that it is read on."""
    small = text.lower()
    found: list[FormOfDay] = [
        (match.start(), match.end(), partial(_both, reader, match))
        for pattern, reader, words in _FORMS
        if not words or any(word in small for word in words)
        for match in pattern.finditer(text)
    ]
    found += feast_forms(text)
    return sorted(found, key=lambda form: (form[0], form[0] - form[1]))


def _both(reader: Reader, match: re.Match[str], today: date) -> tuple[date | None, date | None]:
    return _read(reader, match, today, False), _read(reader, match, today, True)


def _read(reader: Reader, match: re.Match[str], today: date, ahead: bool) -> date | None:
    try:
        return reader(match, today, ahead)
    except (ValueError, OverflowError):
        return None


def _without_year(month: int, day: int, today: date, ahead: bool) -> date | None:
    """The latest such day not after `today`, or the next one not before it."""
    years = range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    for year in years:
        if day <= monthrange(year, month)[1]:
            candidate = date(year, month, day)
            if (candidate >= today) if ahead else (candidate <= today):
                return candidate
    return None


def _months_away(today: date, months: int, day: int | None = None) -> date:
    index = today.year * 12 + today.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day or today.day, monthrange(year, month + 1)[1]))


def _numeric(match: re.Match[str], _today: date, _ahead: bool) -> date:
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def _day_first(match: re.Match[str], _today: date, _ahead: bool) -> date:
    """`18/01/2027`; the month comes first only where the second number can't be a month."""
    day, month = int(match["day"]), int(match["month"])
    return date(int(match["year"]), *((month, day) if month <= 12 else (day, month)))


def _short_year(match: re.Match[str], today: date, ahead: bool) -> date:
    """`04/08/26`, the day first as elsewhere, unless that lies ahead and the other order does not."""
    year, first, second = 2000 + int(match["year"]), int(match["first"]), int(match["second"])
    orders = [(first, second), (second, first)]
    days = [date(year, month, day) for day, month in orders if month <= 12 and day <= monthrange(year, month)[1]]
    past = [day for day in days if day <= today]
    return (past or days)[0] if not ahead else days[0]


def _month_and_day(match: re.Match[str], today: date, ahead: bool) -> date | None:
    month = 1 if match["month"] == "元" else int(number(match["month"]))
    day = int(number(match["day"]))
    year = match.groupdict().get("year")
    if year in ("今年", "去年", "明年"):
        return date(today.year + {"今年": 0, "去年": -1, "明年": 1}[year], month, day)
    return date(int(year), month, day) if year else _without_year(month, day, today, ahead)


def _slashed(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """`3/24`, `28/8`: where both numbers can be the month, the order whose day is nearer to today."""
    first, second = int(match["first"]), int(match["second"])
    orders = {(first, second), (second, first)}
    days = [day for month, of in orders if month <= 12 and (day := _without_year(month, of, today, ahead))]
    return min(days, key=lambda day: (abs(day - today), day), default=None)


def _named_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    month = MONTHS.index(match["month"][:3].lower()) + 1
    day = int(number(match["day"]))
    return date(int(match["year"]), month, day) if match["year"] else _without_year(month, day, today, ahead)


def _day_of_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """`20号`, `the 18th`: of this month if it fits the tense, else of the neighbouring one."""
    named = match.groupdict()
    day = int(number(match["day"] or named["after"] or named["last"]))
    for months in range(13):
        candidate = _months_away(today.replace(day=1), months if ahead else -months)
        if day <= monthrange(candidate.year, candidate.month)[1]:
            candidate = candidate.replace(day=day)
            if (candidate >= today) if ahead else (candidate <= today):
                return candidate
    return None


def _day_of_named_month_zh(match: re.Match[str], today: date, _ahead: bool) -> date:
    months = {"上个月": -1, "上月": -1, "这个月": 0, "本月": 0, "下个月": 1, "下月": 1}[match["which"]]
    first = _months_away(today.replace(day=1), months)
    return first.replace(day=int(number(match["day"])))


def _near(days: int) -> Reader:
    return lambda _match, today, _ahead: today + timedelta(days=days)


def _weekday_index(word: str) -> int:
    return WEEKDAYS_ZH[word] if word in WEEKDAYS_ZH else WEEKDAYS.index(word[:3].lower())


def _bare_weekday(match: re.Match[str], today: date, ahead: bool) -> date:
    away = (_weekday_index(match["weekday"]) - today.weekday()) % 7
    return today + timedelta(days=away or 7) if ahead else today + timedelta(days=away - 7)


def _coming(match: re.Match[str], today: date, _ahead: bool) -> date:
    return today + timedelta(days=(_weekday_index(match["weekday"]) - today.weekday()) % 7 or 7)


def _gone(match: re.Match[str], today: date, _ahead: bool) -> date:
    """`Tuesday last`: the latest one before today."""
    return today - timedelta(days=(today.weekday() - _weekday_index(match["weekday"])) % 7 or 7)


def _week_on(match: re.Match[str], today: date, _ahead: bool) -> date:
    """`Wednesday week`, `a week on Saturday`: a week after the next such day."""
    away = (_weekday_index(match["late"] or match["weekday"]) - today.weekday()) % 7 or 7
    return today + timedelta(days=away + (14 if match.group().lower().endswith("fortnight") else 7))


def _of_month(day: int) -> Reader:
    def read(match: re.Match[str], today: date, ahead: bool) -> date | None:
        if match.groupdict().get("month"):
            return _without_year(MONTHS.index(match["month"][:3].lower()) + 1, day, today, ahead)
        months = {"上": -1, "下": 1}.get((match.groupdict().get("which") or " ")[0], 0)
        return _months_away(today.replace(day=1), months).replace(day=day)

    return read


def _part_of_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """`3月初`, `九月中旬`, `12月底`: the 1st, the 15th, the last day."""
    month = int(number(match["month"]))
    last = match["part"] in ("底", "末", "下旬")
    day = 15 if match["part"].startswith("中") else 28 if last else 1
    found = _without_year(month, day, today, ahead)
    return found and (found.replace(day=monthrange(found.year, found.month)[1]) if last else found)


def _end_of_year(match: re.Match[str], today: date, _ahead: bool) -> date:
    return date(today.year - (1 if match.group().startswith("去") else 0), 12, 31)


def _friday(_match: re.Match[str], today: date, _ahead: bool) -> date:
    return today - timedelta(days=today.weekday()) + timedelta(days=4)


def _weekday_of_week(match: re.Match[str], today: date, _ahead: bool) -> date:
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=7 * _weeks_away(match["which"]) + _weekday_index(match["weekday"]))


def _weeks_away(word: str) -> int:
    lowered = word.lower()
    if lowered in ("last", "next", "this"):
        return {"last": -1, "this": 0, "next": 1}[lowered]
    return {"上": -1, "下": 1, "这": 0, "本": 0}[word[0]] * (word.count("上") + word.count("下") or 1)


def _day_in_week(weekday: int) -> Reader:
    def read(match: re.Match[str], today: date, _ahead: bool) -> date:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 * _weeks_away(match["which"]) + weekday)

    return read


def _bare_weekend(_match: re.Match[str], today: date, ahead: bool) -> date:
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5)
    return saturday if ahead or saturday <= today else saturday - timedelta(days=7)


def _away(sign: int) -> Reader:
    def read(match: re.Match[str], today: date, _ahead: bool) -> date:
        count, unit = number(match["count"]), match["unit"].lower()
        if unit in ("month", "个月") and count < 1:
            return today + timedelta(days=sign * 15)
        if unit in ("month", "个月"):
            return _months_away(today, sign * int(count))
        if unit in ("year", "年"):
            return _months_away(today, sign * 12 * int(count))
        return today + timedelta(days=round(sign * count * UNITS[unit]))

    return read


def _end_of_month(match: re.Match[str], today: date, _ahead: bool) -> date:
    which = match.groupdict().get("which") or ""
    months = -1 if which.startswith("上") else 1 if which.startswith("下") else 0
    first = _months_away(today.replace(day=1), months)
    return first.replace(day=monthrange(first.year, first.month)[1])


_MONTH_WORDS = " ".join(MONTHS)
_WEEKDAY_WORDS = " ".join(WEEKDAYS)


def _form(pattern: str, reader: Reader, words: str = "") -> tuple[re.Pattern[str], Reader, tuple[str, ...]]:
    """A form of days, with words of which one must be there: they are looked for first, which takes no time."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII), reader, tuple(words.split())


_UNIT_EN = r"(?P<unit>day|week|fortnight|month|year)s?"
_UNIT_ZH = r"(?P<unit>天|日|周|星期|礼拜|个月|年)"
_DAY_OF_MONTH = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WHICH_WEEK_ZH = r"(?P<which>上上上?|下下下?|上|下|这|本)(?:个)?"

_FORMS = (
    _form(r"(?<!\d)(?P<year>(?:19|20)\d\d)([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)", _numeric, "20 19"),
    _form(r"(?<![\d/.-])(?P<first>\d{1,2})([/.-])(?P<second>\d{1,2})\2(?P<year>2\d)(?![\d/-])", _short_year, "/ - ."),
    _form(r"(?<![\d/.-])(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>20\d\d)(?![\d/-])", _day_first, "20"),
    _form(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)", _numeric, "20 19"),
    _form(
        rf"(?:(?P<year>(?:19|20)\d\d(?=\s?年)|今年|去年|明年)\s?)?年?\s*(?<![\d十])(?P<month>1[0-2]|0?[1-9]|元|{NUMBER_ZH})\s?月\s?"
        rf"(?P<day>3[01]|[12]\d|0?[1-9]|{NUMBER_ZH})\s?[日号]?",
        _month_and_day,
        "月",
    ),
    _form(r"(?<![\d/.-])(?P<first>3[01]|[12]\d|0?[1-9])[/.](?P<second>3[01]|[12]\d|0?[1-9])(?![\d/%-]|\.\d)", _slashed),
    _form(
        r"(?<![\d/.-])(?P<month>0[1-9]|1[0-2](?=-0))-(?P<day>0[1-9]|[12]\d|3[01])(?![\d/.-])",
        _month_and_day,
        "-",
    ),
    _form(r"(?<![\d/.-])(?P<day>3[01]|[12]\d|0[1-9])\.(?P<month>1[0-2]|0[1-9])\.(?!\d)", _month_and_day),
    _form(rf"\b(?:the\s+)?{_DAY_OF_MONTH}(?:\s+of)?\s+{MONTH}(?:,?\s+(?P<year>20\d\d))?\b", _named_month, _MONTH_WORDS),
    _form(
        rf"\b(?:the\s+)?(?P<day>{ORDINAL_EN})(?:\s+of)?\s+{MONTH}(?:,?\s+(?P<year>20\d\d))?\b",
        _named_month,
        _MONTH_WORDS,
    ),
    _form(rf"\b{MONTH}\s+(?:the\s+)?(?P<day>{ORDINAL_EN})(?P<year>)\b", _named_month, _MONTH_WORDS),
    _form(rf"\b{MONTH}\s+(?:the\s+)?{_DAY_OF_MONTH}(?:,?\s+(?P<year>20\d\d))?\b", _named_month, _MONTH_WORDS),
    _form(
        r"\b(?:the|on|by|till|until|til|from|before|after|since|around)\s+(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
        r"(?!\s+(?:of|floor|birthday|time|std|standard|grade|anniversary|century)\b)"
        rf"|\b{WEEKDAY_BARE}\s+(?P<after>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
        r"|(?<![\w.])(?P<last>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=\s*(?:[.,;)!\n]|$))",
        _day_of_month,
    ),
    _form(rf"(?<![\d月第])(?P<day>3[01]|[12]\d|[1-9]|{NUMBER_ZH})\s?号(?![楼店线码院])", _day_of_month, "号"),
    _form(
        rf"(?P<which>上个?月|这个月|本月|下个?月)\s?(?P<day>3[01]|[12]\d|[1-9]|{NUMBER_ZH})\s?[号日]",
        _day_of_named_month_zh,
        "月",
    ),
    _form(
        rf"今(?:天|日|晚|早|儿){PART_OF_DAY_ZH}"
        r"|\b(?:today|by evening|tonight|this (?:morning|afternoon|arvo|evening)|tonite|eod)\b",
        _near(0),
        "今 today evening tonight this tonite eod",
    ),
    _form(rf"昨(?:天|日|晚|夜|儿){PART_OF_DAY_ZH}|\b(?:yesterday|last night)\b", _near(-1), "昨 yesterday last"),
    _form(
        rf"(?<!大)(?<![年月周以之天日])前(?:天|日|晚|儿){PART_OF_DAY_ZH}|\b(?:the )?day before yesterday\b",
        _near(-2),
        "前 before",
    ),
    _form(rf"大前天{PART_OF_DAY_ZH}", _near(-3), "大前天"),
    _form(rf"明(?:天|日|晚|早|儿){PART_OF_DAY_ZH}|\btomorrow\b", _near(1), "明 tomorrow"),
    _form(rf"(?<!大)后天{PART_OF_DAY_ZH}|\b(?:the )?day after tomorrow\b", _near(2), "后天 tomorrow"),
    _form(rf"大后天{PART_OF_DAY_ZH}", _near(3), "大后天"),
    _form(rf"{_WHICH_WEEK_ZH}{WEEKDAY_ZH}{PART_OF_DAY_ZH}", _weekday_of_week, "周 星期 礼拜"),
    _form(rf"\b(?P<which>last|this|next)\s+{WEEKDAY}\b", _weekday_of_week, _WEEKDAY_WORDS),
    _form(rf"(?<![上下这本个每]){WEEKDAY_ZH}{PART_OF_DAY_ZH}", _bare_weekday, "周 星期 礼拜"),
    _form(rf"\b(?:this\s+)?coming\s+{WEEKDAY}\b", _coming, _WEEKDAY_WORDS),
    _form(
        rf"\b{WEEKDAY}\s+(?:week(?!end|ly)|fortnight)\b"
        rf"|\ba week (?:on|next) (?P<late>{WEEKDAY_BARE})\b",
        _week_on,
        _WEEKDAY_WORDS,
    ),
    _form(rf"\b{WEEKDAY}\s+(?:week last|last|gone|just gone|past)\b", _gone, _WEEKDAY_WORDS),
    _form(rf"\b(?:on\s+)?{WEEKDAY}\b(?!\s+of\b)", _bare_weekday, _WEEKDAY_WORDS),
    _form(r"\b(?:this|today) day week\b|\bday week\b", _near(7), "day"),
    _form(rf"{_WHICH_WEEK_ZH}周末", _day_in_week(5), "周末"),
    _form(r"\b(?P<which>last|this|next)\s+weekend\b", _day_in_week(5), "weekend"),
    _form(r"(?<![上下这本每])周末|\bthe weekend\b", _bare_weekend, "周末 weekend"),
    _form(r"(?P<which>下下|下)(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末])", _day_in_week(0), "下"),
    _form(r"\b(?P<which>next)\s+week\b", _day_in_week(0), "next"),
    _form(rf"(?P<count>{NUMBER_ZH}|\d+)\s?个?{_UNIT_ZH}(?:之前|以前|前)", _away(-1), "前"),
    _form(rf"(?P<count>{NUMBER_ZH}|\d+)\s?个?{_UNIT_ZH}(?:之后|以后|后)", _away(1), "后"),
    _form(
        rf"\b(?P<count>{NUMBER_EN}|\d+)\s+{_UNIT_EN}\s+(?:ago|back|earlier|since)\b",
        _away(-1),
        "ago back earlier since",
    ),
    _form(rf"\bin\s+(?P<count>{NUMBER_EN}|\d+)\s+{_UNIT_EN}(?:'s?\s+time)?\b", _away(1), "in"),
    _form(
        r"(?P<which>上个?|这个?|本|下个?)?月底|\b(?:the )?end of (?:the |this )?month\b|\bmonth[- ]end\b|\beom\b",
        _end_of_month,
        "月底 month eom",
    ),
    _form(rf"\bmid[- ]{MONTH}", _of_month(15), _MONTH_WORDS),
    _form(rf"\b(?:early|beginning of) {MONTH}", _of_month(1), _MONTH_WORDS),
    _form(r"(?P<which>上个?|这个?|本|下个?)?月中旬?", _of_month(15), "月中"),
    _form(
        rf"(?<![\d十])(?P<month>1[0-2]|0?[1-9]|{NUMBER_ZH})\s?月(?P<part>初|上旬|中旬|中|底|末|下旬)",
        _part_of_month,
        "月",
    ),
    _form(r"(?P<which>下个?)月初", _of_month(1), "月初"),
    _form(r"(?:去)?年底|\b(?:the )?end of (?:the |this )?year\b|\byear[- ]end\b", _end_of_year, "年底 year"),
    _form(r"\beow\b|\b(?:the )?end of (?:the |this )?week\b", _friday, "week eow"),
)
