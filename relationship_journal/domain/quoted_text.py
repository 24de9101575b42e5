"""Where a mail's own words end: what follows is what it answers (quoted) or who signs it.

A mail ends in its history in one of these ways, after which nothing of its own comes:

    On Fri, 20 Nov 2026 at 14:03, Helen <helen@example.com> wrote:      在 2026年11月20日，14:03，王建国 写道：
    > lines that begin so                                              -----Original Message-----
    From: … Sent: … To: … Subject: … one below the other, in the words of any usual language

A signature stands below a line of two hyphens (RFC 3676, 4.3). A mail passed on is its own words: its first line says
Fwd, or nothing stands above what was passed on.
"""

import re

from relationship_journal.values import dataclass

_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|转发|轉寄|转寄|轉發)\s*[:：]", re.IGNORECASE)
_DIVIDER = re.compile(
    r"\s*[-_—]{2,}\s*(?:original message|reply message|original(?: e-?mail)?|ursprüngliche nachricht|message d'origine"
    r"|mensaje original|原始邮件|原始郵件|原邮件|回复的原邮件|元のメッセージ)\s*[-_—]*\s*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\s*(?:(?:on|at|am|le|el|em|il|op|den)\b.{6,180}?(?:wrote|writes|schrieb.{0,60}|a écrit|escribió|escreveu"
    r"|ha scritto|schreef.{0,60}|skrev.{0,60})\s*[:：]"
    r"|.{0,20}?(?:在|于|於)?\s?.{4,160}(?:写道|寫道|的邮件|回复)\s*[:：])\s*",
    re.IGNORECASE,
)
_HAS_NUMBER = re.compile(r"\d")
_FROM = re.compile(r"\s*[*]?(?:from|von|de|da|发件人|寄件者|寄件人|差出人)[*]?\s*[:：]", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*[*]?(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|发送时间|发送日期|日期"
    r"|时间|收件人|抄送|主题|寄件日期|收件者|主旨|副本|送信日時|宛先|件名)[*]?\s*[:：]",
    re.IGNORECASE,
)
_SIGNATURE = ("--", "-- ", "—")
_LONGEST_SIGNATURE = 15  # lines
_LONGEST_ATTRIBUTION = 400  # characters


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A mail's own words end at `end` (code points); `quotes` tells whether what follows is more than a signature."""

    end: int
    quotes: bool


def own_words(text: str) -> OwnWords:
    """Where the mail's own words end, `len(text)` where all are its own."""
    lines = text.split("\n")
    passed_on = _PASSED_ON.match(lines[0]) is not None
    cut = len(lines) if passed_on else _quoted_from(lines)
    quotes = cut < len(lines)
    sign = _signed_from(lines, cut)
    end = min(cut, sign)
    own = lines[:end]
    if end == len(lines) or not any(line.strip() for line in own[1:] or own):
        return OwnWords(len(text), quotes=False)
    return OwnWords(len("\n".join(own).rstrip()), quotes)


def _quoted_from(lines: list[str]) -> int:
    """The line with which the history begins, or how many there are."""
    last = _last_own(lines)
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        if _DIVIDER.fullmatch(line) or (_FROM.match(line) and _is_header_block(lines, number)):
            return _above_rule(lines, number)
        taken = _attribution(lines, number)
        if (
            taken
            and (number + taken > last or not _is_quote(_next(lines, number + taken)))
            and _holds(lines, number, taken)
        ):
            return number
        if number > last and _is_quote(line):
            return number
    return len(lines)


def _last_own(lines: list[str]) -> int:
    """The last line that is neither quoted, empty, nor of a signature."""
    sign = _signed_from(lines, len(lines))
    for number in range(min(sign, len(lines)) - 1, -1, -1):
        if lines[number].strip() and not _is_quote(lines[number]):
            return number
    return -1


def _is_quote(line: str) -> bool:
    return line.startswith(">")


def _attribution(lines: list[str], number: int) -> int:
    """How many lines say who wrote when, beginning with this one: 1, 2 where it was broken, or 0."""
    for count in (1, 2):
        joined = " ".join(line.strip() for line in lines[number : number + count])
        if len(joined) > _LONGEST_ATTRIBUTION or not joined.endswith((":", "：")):
            continue
        if _HAS_NUMBER.search(joined) and _WROTE.fullmatch(joined):
            return count
    return 0


def _holds(lines: list[str], number: int, taken: int) -> bool:
    """Whether what an attribution announces is history to the end, not a quotation that is answered line by line."""
    rest = [line for line in lines[number + taken :] if line.strip()]
    quoted = sum(_is_quote(line) for line in rest)
    return bool(rest) and (quoted == 0 or quoted == len(rest) or number + taken > _last_own(lines))


def _next(lines: list[str], number: int) -> str:
    return next((line for line in lines[number:] if line.strip()), "")


def _is_header_block(lines: list[str], number: int) -> bool:
    near = [line for line in lines[number + 1 : number + 8] if line.strip()][:4]
    return sum(_BESIDE.match(line) is not None for line in near) >= 2


def _above_rule(lines: list[str], number: int) -> int:
    """The rule that Outlook draws above the headers goes with them."""
    before = number - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    return before if before >= 0 and re.fullmatch(r"\s*[_—-]{5,}\s*", lines[before]) else number


def _signed_from(lines: list[str], end: int) -> int:
    """The line that separates a signature, short and before `end`; `len(lines)` where there is none."""
    for number in range(min(end, len(lines)) - 1, max(-1, min(end, len(lines)) - _LONGEST_SIGNATURE - 2), -1):
        if lines[number] in _SIGNATURE:
            return number
    return len(lines)
