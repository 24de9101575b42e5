"""Days that are named by a feast or by the lunar calendar: 中秋, 腊月二十六, 初七, Christmas Day, Thanksgiving."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from relationship_journal.domain import lunar
from relationship_journal.domain.festivals import easter

from .lunar_days import find_lunar
from .named_days import FormOfDay

OfYear = Callable[[int], date | None]


def _fixed(month: int, day: int) -> OfYear:
    return lambda year: date(year, month, day)


def _lunar(month: int, day: int) -> OfYear:
    return lambda year: _solar(year, month, day)


def _solar(year: int, month: int, day: int) -> date | None:
    try:
        return lunar.to_solar(year, month, day)
    except (ValueError, StopIteration, IndexError):
        return None


def _weekday(month: int, weekday: int, place: int) -> OfYear:
    def of(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))

    return of


_FEASTS: tuple[tuple[str, OfYear], ...] = (
    (r"元旦", _fixed(1, 1)),
    (r"情人节", _fixed(2, 14)),
    (r"三八节|妇女节", _fixed(3, 8)),
    (r"清明", lambda year: date(year, 4, 4 if year % 4 in (0, 1) else 5)),
    (r"五一(?!路)|劳动节", _fixed(5, 1)),
    (r"六一|儿童节", _fixed(6, 1)),
    (r"七夕", _lunar(7, 7)),
    (r"母亲节", _weekday(5, 6, 2)),
    (r"父亲节", _weekday(6, 6, 3)),
    (r"教师节", _fixed(9, 10)),
    (r"国庆", _fixed(10, 1)),
    (r"平安夜", _fixed(12, 24)),
    (r"圣诞(?:节)?", _fixed(12, 25)),
    (r"除夕|大年三十|年三十", lambda year: (first := _solar(year, 1, 1)) and first - timedelta(days=1)),
    (r"大年初一|春节(?!前|后|联)", _lunar(1, 1)),
    (r"元宵", _lunar(1, 15)),
    (r"端午", _lunar(5, 5)),
    (r"中元节", _lunar(7, 15)),
    (r"中秋", _lunar(8, 15)),
    (r"重阳", _lunar(9, 9)),
    (r"腊八", _lunar(12, 8)),
    (r"二月二(?!十)|龙抬头", _lunar(2, 2)),
    (r"七月半", _lunar(7, 15)),
    (r"小年(?!轻)", _lunar(12, 23)),
    (r"(?<!\d)520(?![\d块元])", _fixed(5, 20)),
    (r"双十一|双11", _fixed(11, 11)),
    (r"\blabou?r day\b", _weekday(9, 0, 1)),
    (r"\bmemorial day\b", lambda year: date(year, 5, 31) - timedelta(days=date(year, 5, 31).weekday())),
    (r"\bmlk day\b", _weekday(1, 0, 3)),
    (r"\bveterans day\b|\bremembrance (?:day|sunday)\b", _fixed(11, 11)),
    (r"\banzac(?: day)?\b", _fixed(4, 25)),
    (r"\baustralia day\b|\brepublic day\b", _fixed(1, 26)),
    (r"\bst\.? stephen'?s(?: day| night)?\b", _fixed(12, 26)),
    (r"\bwhit monday\b", lambda year: easter(year) + timedelta(days=50)),
    (r"\bmidsummer(?:'s)?(?: day)?\b", _fixed(6, 24)),
    (r"\bburns night\b", _fixed(1, 25)),
    (r"\bgandhi jayanti\b", _fixed(10, 2)),
    (r"\bteachers'? day\b", _fixed(9, 10)),
    (r"\blunar new year\b|\bchinese new year\b|\bcny\b(?! ?\d)", _lunar(1, 1)),
    (r"\bmid-autumn(?: festival)?\b", _lunar(8, 15)),
    (r"\bnew year'?s eve\b", _fixed(12, 31)),
    (r"\bnew year'?s(?: day)?\b(?! eve)", _fixed(1, 1)),
    (r"\bvalentine'?s(?: day)?\b", _fixed(2, 14)),
    (r"\bst\.? patrick'?s(?: day)?\b", _fixed(3, 17)),
    (r"\bgood friday\b", lambda year: easter(year) - timedelta(days=2)),
    (r"\beaster monday\b", lambda year: easter(year) + timedelta(days=1)),
    (r"\beaster(?: sunday)?\b(?! monday)", easter),
    (r"\b(?:the )?(?:4th|fourth) of july\b|\bindependence day\b", _fixed(7, 4)),
    (r"\bhalloween\b", _fixed(10, 31)),
    (r"\bbonfire night\b", _fixed(11, 5)),
    (r"\bthanksgiving\b", _weekday(11, 3, 4)),
    (r"\b(?:christmas|xmas) eve\b", _fixed(12, 24)),
    (r"\b(?:christmas|xmas)(?: day)?\b(?! eve| card| party| do\b| dinner| jumper)", _fixed(12, 25)),
    (r"\bboxing day\b", _fixed(12, 26)),
)
_LITERAL = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]+|\d{3}")


def _forms() -> Iterator[tuple[tuple[str, ...], re.Pattern[str], OfYear]]:
    """Each form of a feast with words of which one must be there: they are looked for first."""
    for form, of in _FEASTS:
        for one in re.split(r"\|(?![^(]*\))", form):
            bare = _LITERAL.findall(re.sub(r"\(\?[^()]*\)\??|\\b", " ", one))
            either = _LITERAL.findall(one.partition(")")[0].replace("\\b", " "))
            yield (max(bare, key=len),) if bare else tuple(either), re.compile(one, re.IGNORECASE | re.ASCII), of


_FORMS = tuple(_forms())
_NEW_YEAR_DAY = re.compile(
    r"(?<!月)(?<![一二三四五六七八九十])(?:大?年|正月)?(?P<day>初[一二三四五六七八九十])(?![中三二高])"
)
_DAYS_ZH = "一二三四五六七八九十"
_SOON = 70  # days within which 初七 is one of the Spring Festival


def feast_forms(text: str) -> Iterator[FormOfDay]:
    """Each feast or lunar day in `text`: read on a day it is the latest not after that, and the next not before it."""
    small = text.lower()
    for words, pattern, of in _FORMS:
        if any(word in small for word in words):
            for match in pattern.finditer(text):
                yield match.start(), match.end(), partial(_both, of)
    for found in find_lunar(text) if "月" in text else ():
        yield found.start, found.end, partial(_both, _lunar(found.month, found.day))
    for match in _NEW_YEAR_DAY.finditer(text) if "初" in text else ():
        yield match.start(), match.end(), partial(_near, _lunar(1, _DAYS_ZH.index(match["day"][1]) + 1))


def _both(of_year: OfYear, today: date) -> tuple[date | None, date | None]:
    return _nearest(of_year, today, False), _nearest(of_year, today, True)


def _near(of_year: OfYear, today: date) -> tuple[date | None, date | None]:
    past, ahead = _both(of_year, today)
    return (
        past if past and (today - past).days < _SOON else None,
        ahead if ahead and (ahead - today).days < _SOON else None,
    )


def _nearest(of_year: OfYear, today: date, ahead: bool) -> date | None:
    days = [day for year in range(today.year - 2, today.year + 3) if (day := of_year(year)) is not None]
    fits = [day for day in days if (day >= today if ahead else day <= today)]
    return (min(fits) if ahead else max(fits)) if fits else None
