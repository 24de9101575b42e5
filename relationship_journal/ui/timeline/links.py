"""Web addresses and mail addresses in a text."""

import re
from functools import cache

_SIGNS = ("://", "www.", "@")  #: no link is without one of them
_LINK = (
    r"https?://[^\s<>\"'，。；、！？）】」》]+|\bwww\.[\w-]+(?:\.[\w-]+)+[^\s<>\"'，。；、！？）】」》]*"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}\b"
)
_TRAILING = ".,;:!?)]}"


@cache
def _links() -> re.Pattern[str]:
    return re.compile(_LINK, re.ASCII)


def find_links(text: str) -> list[tuple[int, int, str]]:
    """Spans (start, end, address to open) of the links in `text`, in code points."""
    found: list[tuple[int, int, str]] = []
    if not any(sign in text for sign in _SIGNS):
        return found
    for match in _links().finditer(text):
        shown = match.group().rstrip(_TRAILING)
        if "://" in shown:
            address = shown
        else:
            address = f"mailto:{shown}" if "@" in shown else f"https://{shown}"
        found.append((match.start(), match.start() + len(shown), address))
    return found


def utf16(text: str, offset: int) -> int:
    """Where the code point at `offset` stands in Qt's strings, which count UTF-16 units."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
