"""Days of the Chinese lunar calendar in a text: 农历八月初六, 腊月二十, 正月初三, 三月三, 腊八."""

import re
from collections.abc import Iterator

from relationship_journal.values import dataclass

from .numbers import number

_MONTH = r"(?P<month>闰?(?:正|腊|冬|[一二三四五六七八九十]{1,2}))月"
_DAY = (
    r"(?P<day>初[一二三四五六七八九十]|十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
)
_MARKED = re.compile(rf"(?:农历|阴历|旧历)的?{_MONTH}{_DAY}")
_CHU = re.compile(rf"{_MONTH}(?P<day>初[一二三四五六七八九十])")
_NAMED = re.compile(
    r"(?:农历)?(?P<month>二|三|五|六|七|八|九)月(?P<day>二|三|五|六|七|半|十五|九)(?![一二三四五六七八九十日号])"
)
_FEASTS = {(2, 2), (3, 3), (5, 5), (6, 6), (7, 7), (7, 15), (8, 15), (9, 9)}
_WINTER = re.compile(rf"(?P<month>正|腊|冬)月{_DAY}")


@dataclass(frozen=True, slots=True)
class FoundLunar:
    """A lunar day: offsets in the text, month and day, and how the journal writes it."""

    start: int
    end: int
    month: int
    day: int

    @property
    def written(self) -> str:
        """`lunar:08-06`."""
        return f"lunar:{self.month:02d}-{self.day:02d}"


def find_lunar(text: str) -> Iterator[FoundLunar]:
    """The days of the lunar year that `text` names by month and day, in order of place."""
    found: dict[int, FoundLunar] = {}
    for pattern in (_MARKED, _CHU, _WINTER):
        for match in pattern.finditer(text):
            one = FoundLunar(match.start(), match.end(), _month(match["month"]), _day(match["day"]))
            if not any(other.start < one.end and one.start < other.end for other in found.values()):
                found[one.start] = one
    for match in _NAMED.finditer(text):
        month, day = _month(match["month"]), 15 if match["day"] == "半" else _day(match["day"])
        free = not any(other.start < match.end() and match.start() < other.end for other in found.values())
        if free and (month, day) in _FEASTS:
            found[match.start()] = FoundLunar(match.start(), match.end(), month, day)
    yield from (found[start] for start in sorted(found))


def _month(word: str) -> int:
    return {"正": 1, "冬": 11, "腊": 12}.get(word.lstrip("闰")) or int(number(word.lstrip("闰")))


def _day(word: str) -> int:
    return int(number(word.replace("初", "").replace("廿", "二十")))
