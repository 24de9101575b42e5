"""Whether a pasted text is an excerpt of a chat, and whose: names and times as messengers copy them."""

import re

_TIME = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[AaPp][Mm])?"
_DATE = r"(?:\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?,?|昨天|今天|星期.|周.|[上下]午|[Yy]esterday|[Tt]oday)"
# `王建国 12:40`, `Helen, [30/4/26 18:02]`, `[30.04.26, 18:02:11] Helen: …`, `18:02 - Helen: …`
_HEADS = (
    re.compile(rf"^\s*(?P<name>[^\d\s:：][^:：\n]{{0,30}}?)[,，]?\s+\[?(?:{_DATE}\s*)*{_TIME}\]?\s*[:：]?\s*$"),
    re.compile(rf"^\s*\[?(?:{_DATE}\s*)*{_TIME}\]?\s*[-–]?\s*(?P<name>[^:：\n]{{1,30}})[:：]\s*\S"),
)
_LEAST, _LINES = 2, 400


def is_chat(text: str) -> bool:
    """Whether two lines or more begin a turn with a name and a time."""
    return len(_turns(text)) >= _LEAST


def chat_names(text: str) -> tuple[str, ...]:
    """Who speaks in a chat, each once, in order; nobody where the text is none."""
    turns = _turns(text)
    return tuple(dict.fromkeys(turns)) if len(turns) >= _LEAST else ()


def _turns(text: str) -> list[str]:
    """The name of each turn."""
    found = []
    for line in text.splitlines()[:_LINES]:
        match = next((match for head in _HEADS if (match := head.match(line))), None)
        if match is not None:
            found.append(match["name"].strip(" ,，[]-–"))
    return found
