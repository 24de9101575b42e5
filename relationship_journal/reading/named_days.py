"""Which of the places in a text that have the form of a day name one, where readings overlap or say a day twice."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from relationship_journal.values import dataclass

from .day_words import WEEKDAY_BARE

FormOfDay = tuple[int, int, Callable[[date], tuple[date | None, date | None]]]
"""Where a text has the form of a day, from and to, and the day that it names when read on one: past, and ahead."""
_WEEKDAY_ALONE = re.compile(
    rf"(?:on\s+)?{WEEKDAY_BARE}\.?|(?:[上下这本]个?)?(?:周|星期|礼拜)[一二三四五六日天]|eod", re.IGNORECASE
)
_BETWEEN = re.compile(r"[,，]?\s?(?:the |[(（]\s?)?", re.IGNORECASE)
_INSTEAD = re.compile(r"\s*(?:改(?:成|到|为|在|至)?|挪到|推到|推迟到|延到|延期到|提前到|换到|换成|→|->)\s*")
_PUT_OFF = re.compile(
    r"(?:moved?|pushed|put off|put back|postponed|rescheduled|switched|changed|bumped|brought forward)"
    r"(?:\s\S+){0,4}\s?$"
)


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day that a text names: `start` and `end` are offsets in code points, `end` excluded."""

    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class BothWays:
    """A day that a text names, as told of the past and as lying ahead, which differ where the text leaves it open."""

    start: int
    end: int
    past: date | None
    ahead: date | None


def of_forms(text: str, forms: Iterable[FormOfDay], today: date) -> list[BothWays]:
    """The days that the forms in `text` name when they are read on `today`, as `find_both` finds them."""
    found = [BothWays(start, end, *both) for start, end, read_on in forms if (both := read_on(today)) != (None, None)]
    kept: list[BothWays] = []
    for day in found:
        if not kept or day.start >= kept[-1].end:
            if kept and (joined := _weekday_with_date(text, kept[-1], day)):
                kept[-1] = joined
            else:
                kept.append(day)
        elif day.end - day.start > kept[-1].end - kept[-1].start:
            kept[-1] = day
    return [day for place, day in enumerate(kept) if place + 1 == len(kept) or not _moved(text, day, kept[place + 1])]


def _moved(text: str, first: BothWays, second: BothWays) -> bool:
    """Whether something was moved from the first day to the second (从周三改周五, `pushed from Monday to Friday`)."""
    between = text[first.end : second.start]
    if between.strip() == "to":
        return _PUT_OFF.search(text[max(0, first.start - 40) : first.start].lower()) is not None
    return _INSTEAD.fullmatch(between) is not None


def _weekday_with_date(text: str, first: BothWays, second: BothWays) -> BothWays | None:
    """`Fri 10 July`, `11/28（周日）`: the weekday only says again which day it is; `EOD Fri` is that weekday."""
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return None
    if text[first.start : first.end].lower() == "eod":
        return BothWays(first.start, second.end, second.past, second.ahead)
    said_first = bool(_WEEKDAY_ALONE.fullmatch(text, first.start, first.end))
    if said_first == bool(_WEEKDAY_ALONE.fullmatch(text, second.start, second.end)):
        return None
    day = second if said_first else first
    return BothWays(first.start, second.end, day.past, day.ahead)
