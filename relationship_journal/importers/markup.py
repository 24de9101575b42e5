"""The text of HTML, read without loading anything that it names, in time that grows with its length only.

Python's own parser reads broken markup again and again (an unclosed comment a million times over), so tags are found
here by hand, as browsers find them: what is never closed reaches to the end.
"""

import html
import re
from collections.abc import Iterator

from .lines import FullError, Lines, on_one_line

LARGEST = 4 * 1024 * 1024
"""Characters of markup that are looked at, pictures inside it not counted."""
_UNSEEN = frozenset(
    {"script", "style", "template", "del", "noscript", "svg", "math", "iframe", "object", "select", "textarea"}
)
_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noscript", "xmp", "noembed", "noframes"})
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody thead tfoot tr ul".split()
)
_SPACED = frozenset("p h1 h2 h3 h4 h5 h6 blockquote dl table ul ol pre".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_PICTURES = re.compile(r"data:[\w/+.;-]{0,80}base64,[A-Za-z0-9+/=\s%]{64,}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]{0,40}")
_HIDDEN = re.compile(r"(?i)\bhidden(?=[\s=>/\"]|$)|display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_ATTRIBUTE = r"(?i)\b%s\s*=\s*(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,2000}))"
_START = re.compile(_ATTRIBUTE % "start")
_ENDLESS = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9A-Fa-f]{7,});?")
_DEEPEST = 200
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)


def text_of_html(markup: str, *, quoting: bool = False) -> str:
    """The words of `markup`: a line a block, an empty one between paragraphs, tabs in tables, marks before items.

    With `quoting`, lines within a blockquote begin with `> `, once for each level, as in a mail.
    """
    page = _Page(quoting=quoting)
    try:
        for kind, tag, inside in _pieces(_PICTURES.sub("", markup)[:LARGEST]):
            page.take(kind, tag, inside)
    except FullError:
        pass
    return page.text()


def declared_encoding(page: bytes) -> str:
    """The encoding that a page declares near its beginning, empty where it declares none."""
    found = _DECLARED.search(page[:4096])
    return found.group(1).decode("ascii") if found else ""


def title_of_html(markup: str) -> str:
    """What its title says, empty where it has none."""
    found = re.search(r"(?is)<title[^>]{0,200}>(.{0,1000}?)</title", markup[:100_000])
    return on_one_line(_unescape(found.group(1))).strip() if found else ""


def _pieces(markup: str) -> Iterator[tuple[str, str, str]]:
    """What stands one after the other: ("words", "", words), ("open", tag, attributes), ("close", tag, "")."""
    place, end = 0, len(markup)
    missing: set[str] = set()
    while place < end:
        less = markup.find("<", place)
        if less < 0:
            yield "words", "", markup[place:]
            return
        if less > place:
            yield "words", "", markup[place:less]
        if markup.startswith(("<!", "<?"), less):
            closing = "-->" if markup.startswith("<!--", less) else ">"
            place = _after(markup, closing, less + 2, missing)
            continue
        is_closing = markup.startswith("</", less)
        name = _NAME.match(markup, less + 1 + is_closing)
        if name is None:
            yield "words", "", "<"
            place = less + 1
            continue
        place = _end_of_tag(markup, name.end(), missing)
        tag = name.group().lower()
        yield "close" if is_closing else "open", tag, markup[name.end() : place - 1]
        if not is_closing and tag in _RAW:
            closed = markup.find(f"</{tag}", place)
            if closed < 0:
                found = re.compile(f"(?i)</{tag}").search(markup, place) if tag not in missing else None
                closed = found.start() if found else end
                if found is None:
                    missing.add(tag)
            yield "words", "", markup[place:closed]
            place = closed


def _after(markup: str, closing: str, place: int, missing: set[str]) -> int:
    """The place after the next `closing`; the end where there is none, looked for once."""
    found = -1 if closing in missing else markup.find(closing, place)
    if found < 0:
        missing.add(closing)
        return len(markup)
    return found + len(closing)


def _end_of_tag(markup: str, place: int, missing: set[str]) -> int:
    """The place after the `>` that closes the tag, one in quotes not counted."""
    while True:
        greater = -1 if ">" in missing else markup.find(">", place)
        if greater < 0:
            missing.add(">")
            return len(markup)
        quotes = [spot for sign in "\"'" if (spot := markup.find(f"={sign}", place, greater)) >= 0]
        if not quotes:
            return greater + 1
        opened = min(quotes) + 1
        sign = markup[opened]
        closed = -1 if sign in missing else markup.find(sign, opened + 1)
        if closed < 0:
            missing.add(sign)
            return greater + 1
        place = closed + 1


class _Page:
    """Turns tags and words into lines."""

    def __init__(self, *, quoting: bool) -> None:
        self._quoting = quoting
        self._lines = Lines()
        self._hidden: list[str] = []
        self._lists: list[int | None] = []
        self._as_written = 0

    def take(self, kind: str, tag: str, inside: str) -> None:
        if self._hidden:
            self._pass_over(kind, tag)
        elif kind == "words":
            self._say(_unescape(inside))
        elif kind == "open":
            self._open(tag, inside)
        else:
            self._close(tag)

    def text(self) -> str:
        return self._lines.text()

    def _pass_over(self, kind: str, tag: str) -> None:
        if kind == "open" and tag == self._hidden[0] and tag not in _VOID and len(self._hidden) < _DEEPEST:
            self._hidden.append(tag)
        elif kind == "close" and tag == self._hidden[0]:
            self._hidden.pop()

    def _say(self, words: str) -> None:
        if self._as_written:
            first, *others = words.split("\n")
            self._lines.say(first)
            for line in others:
                self._lines.end_line()
                self._lines.say(line)
        else:
            self._lines.say_between_tags(on_one_line(words))

    def _open(self, tag: str, inside: str) -> None:
        if tag not in _VOID and (tag in _UNSEEN or tag == "title" or _HIDDEN.search(inside[:2000])):
            self._hidden.append(tag)
            return
        if tag == "br":
            self._lines.say("\n")
        elif tag == "tr":
            self._lines.open_row()
        elif tag in _BLOCKS:
            self._begin_block(tag)
            self._lines.quoted += self._quoting and tag == "blockquote"
        if tag == "pre":
            self._as_written += 1
        elif tag in ("ul", "ol") and len(self._lists) < _DEEPEST:
            start = _START.search(inside[:200]) if tag == "ol" else None
            first = (start.group(1) or start.group(2) or start.group(3)) if start else "1"
            self._lists.append(None if tag == "ul" else int(first) if first.isdecimal() and len(first) < 6 else 1)
        elif tag == "li":
            self._mark_item()

    def _mark_item(self) -> None:
        indent = "  " * max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        self._lines.mark(f"{indent}- " if number is None else f"{indent}{number}. ")
        if number is not None:
            self._lists[-1] = number + 1

    def _begin_block(self, tag: str) -> None:
        self._lines.end_line_if_any()
        if tag in _SPACED and not self._lists:
            self._lines.leave_empty()

    def _close(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._lines.end_cell()
        elif tag == "tr":
            self._lines.close_row()
        elif tag in ("ul", "ol") and self._lists:
            self._lines.end_line_if_any()
            self._lists.pop()
            if not self._lists:
                self._lines.leave_empty()
        elif tag in _BLOCKS:
            self._begin_block(tag)
            if self._quoting and tag == "blockquote":
                self._lines.quoted = max(0, self._lines.quoted - 1)
        if tag == "pre":
            self._as_written = max(0, self._as_written - 1)


def _unescape(words: str) -> str:
    """Entities as what they stand for; numbers beyond every character are left out, which Python would stumble over."""
    return html.unescape(_ENDLESS.sub("", words)) if "&" in words else words
