"""Whether a day that a clause names lies ahead or behind, where its words alone leave that open."""

import re

from .annotated import Clause
from .named_days import FoundDay

_DEADLINE_BEFORE = re.compile(
    r"(?:\b(?:by|before|until|till|til|is|are|(?:moved|pushed|postponed|put off|brought forward|changed) to)"
    r"|'s|最迟|最晚|不晚于)"
    r"\s*(?:on\s+|the\s+)?$"
)
_DEADLINE_AFTER = re.compile(r"\s*(?:之前|以前|前(?!面|后|台|后)|截止|到期)")
_DONE_ZH = re.compile(r"(?<![除为])[\u4e00-\u9fff](?:了(?!解|不)|过(?![年节生日去来]))")
_DONE_EN = re.compile(
    r"(?:[\ue000-\ue002]|\b(?:and|then|it|mother|mum|father|dad|wife|husband|son|daughter)) [a-z]{2,}ed(?![a-z])"
)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|rang|called|phoned|texted|wrote|emailed|asked|mentioned|announced|heard|learned|explained|met|saw)\b|[说讲问提聊][^了]?|告诉|来电|通知|听"
)
_OPEN = re.compile(
    r"(?:'d|'re|'m|'s (?:\w+ing|off|out|in|on|at|to|not|away|back|due)"
    r"|\b(?:would|could|if|whether|is|are|am|wants?|has|do|does|can|may|might))(?![a-z])|[要想问请让托喊叫]|那天"
)


def left_open(clause: Clause, start: int) -> bool:
    """Whether the day named at `start` may be one behind as well as one ahead."""
    behind = {day.day for day in clause.days_past if day.start == start}
    ahead = {day.day for day in clause.days_ahead if day.start == start}
    return bool(behind and ahead and behind != ahead)


def lies_ahead(clause: Clause, day: FoundDay) -> bool | None:
    """True for a plan, a promise or a deadline, False for what is told as done, None where neither is said.

    A promise or a request looks ahead from where it is told: only a day named after it is its own. Before what was
    said (`on Friday she said she will`) stands the day on which it was.
    """
    start, end = day.start - clause.start, day.end - clause.start
    if _DEADLINE_BEFORE.search(clause.text, 0, max(0, start)) or _DEADLINE_AFTER.match(clause.text, end):
        return True
    before = {hit.concept for hit in clause.hits if hit.end <= day.start}
    if "said_ahead" in before or any(
        hit.concept == "lies_ahead" and not _SAID.search(clause.text, max(0, end), max(0, hit.start - clause.start))
        for hit in clause.hits
    ):
        return True
    done = "lies_behind" in clause.concepts or _DONE_ZH.search(clause.text, end) or _DONE_EN.search(clause.text)
    if "asked_ahead" in before:
        return None if done else True
    return False if done and not _OPEN.search(clause.text) else None
