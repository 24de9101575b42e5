"""What is typed into the search field: words, quoted phrases, and the filters with, after, before and kind."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from relationship_journal.values import dataclass

_FILTERS = {
    "with": "with",
    "和": "with",
    "跟": "with",
    "after": "after",
    "之后": "after",
    "before": "before",
    "之前": "before",
    "kind": "kind",
    "类型": "kind",
}
# What `kind:` understands: kinds of entries, and the nouns that are found beside entries.
KINDS = {
    **{word: word for word in "call message meeting meal visit event note contact favour entry".split()},
    "favor": "favour",
    "mail": "message",
    "电话": "call",
    "通话": "call",
    "消息": "message",
    "微信": "message",
    "邮件": "message",
    "会面": "meeting",
    "见面": "meeting",
    "开会": "meeting",
    "吃饭": "meal",
    "饭局": "meal",
    "拜访": "visit",
    "登门": "visit",
    "活动": "event",
    "随记": "note",
    "笔记": "note",
    "联系人": "contact",
    "人情": "favour",
    "条目": "entry",
    "记录": "entry",
}
_QUOTES = {'"': '"', "“": "”", "「": "」"}
_TOKEN = re.compile(
    r"(?P<key>\w+)[:：]\s*(?P<value>\"[^\"]*\"?|“[^”]*”?|「[^」]*」?|\S+)"
    r"|(?P<phrase>\"[^\"]*\"?|“[^”]*”?|「[^」]*」?)|(?P<word>[^\s\"“「]+)"
)
_PARTIAL_DAY = re.compile(r"(\d{4})(?:[-/年](\d{1,2})月?(?:[-/]?(\d{1,2})日?)?)?年?")

DayReader = Callable[[str, date], date | None]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to look for: every word (a prefix), every phrase, and what the filters narrow it to.

    `people` are names or parts of names, all of whom must be there; `after` and `before` are days, both included;
    `kinds` are values of KINDS, any of which may be. `not_read` are filters whose value makes no sense: they are left
    out, and whoever shows the result may say so.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None
    kinds: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is looked for at all."""
        return not (self.words or self.phrases or self.people or self.after or self.before or self.kinds)

    @property
    def terms(self) -> tuple[str, ...]:
        """Words and phrases together, as they are marked in what was found."""
        return self.words + self.phrases


def parse(text: str, today: date, read_day: DayReader | None = None) -> SearchQuery:
    """The query that `text` means. A word with a colon that is no filter (`https://…`, `12:40`) is searched as it is.

    Days are ISO, a year or a month (`after:2026-04` begins on its first day, `before:2026-04` ends on its last), and
    whatever `read_day` reads besides.
    """
    found: dict[str, list[str]] = {"word": [], "phrase": [], "with": [], "kind": [], "not_read": []}
    days: dict[str, date] = {}
    for token in _TOKEN.finditer(text):
        name = _FILTERS.get((token["key"] or "").lower())
        if token["phrase"]:
            found["phrase"].append(_unquoted(token["phrase"]))
        elif token["word"]:
            found["word"].append(token["word"])
        elif name is None:
            found["word"].append(token[0])
        elif name == "with":
            found["with"].append(_unquoted(token["value"]))
        elif name == "kind":
            _read_kinds(token, found)
        else:
            day = _day(_unquoted(token["value"]), today, read_day, last=name == "before")
            if day is None:
                found["not_read"].append(token[0])
            else:
                days[name] = day
    people, phrases = (tuple(each for each in found[key] if each) for key in ("with", "phrase"))
    return SearchQuery(
        tuple(found["word"]),
        phrases,
        people,
        days.get("after"),
        days.get("before"),
        tuple(dict.fromkeys(found["kind"])),
        tuple(found["not_read"]),
    )


def _unquoted(text: str) -> str:
    closing = _QUOTES.get(text[0])
    return (text[1:].removesuffix(closing) if closing else text).strip()


def _read_kinds(token: re.Match[str], found: dict[str, list[str]]) -> None:
    words = re.split(r"[,，、]", _unquoted(token["value"]).lower())
    kinds = [KINDS[word] for word in words if word in KINDS]
    found["kind" if kinds else "not_read"].extend(kinds or [token[0]])


def _day(text: str, today: date, read_day: DayReader | None, *, last: bool) -> date | None:
    partial = _PARTIAL_DAY.fullmatch(text)
    if not partial:
        return read_day(text, today) if read_day else None
    year, month, day = (int(part) if part else None for part in partial.groups())
    try:
        if year is None:
            return None
        if day is not None and month is not None:
            return date(year, month, day)
        if not last:
            return date(year, month or 1, 1)
        after = date(year + 1, 1, 1) if month in (None, 12) else date(year, month + 1, 1)
        return after - timedelta(days=1)
    except ValueError:
        return None
