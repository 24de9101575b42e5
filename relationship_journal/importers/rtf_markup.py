"""HTML that Outlook has wrapped into rich text ([MS-OXRTFEX]), unwrapped."""

import re

from .rtf_words import encoding_of_page

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^A-Za-z])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_SIGNS = {"par": "\r\n", "line": "\r\n", "tab": "\t", "lquote": "‘", "rquote": "’", "ldblquote": "“"}
_SIGNS |= {"rdblquote": "”", "bullet": "•", "endash": "–", "emdash": "—"}
_PASSED_OVER = frozenset({"fonttbl", "colortbl", "stylesheet", "info", "mhtmltag", "pntext", "pict", "object"})
_DEEPEST = 200


def is_wrapped_html(content: bytes) -> bool:
    """Whether the rich text says that it was made from HTML."""
    return b"\\fromhtml" in content[:4096]


def html_of_rtf(content: bytes) -> str:
    """The HTML that was wrapped, in one pass over `content`."""
    page = re.search(rb"\\ansicpg(\d{1,5})", content[:4096])
    made = _Unwrapping(encoding_of_page(int(page[1]) if page else 1252))
    for token in _TOKEN.finditer(content):
        made.take(token)
    return made.html()


class _Unwrapping:
    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._out: list[str] = []
        self._bytes = bytearray()
        self._silent = False  # between \htmlrtf and \htmlrtf0 stands what only rich text needs
        self._over = False  # in a group that is no part of the HTML
        self._above: list[tuple[bool, bool]] = []
        self._starred = False
        self._after = 1  # characters that stand for a \u for those who do not know it
        self._skip = 0

    def html(self) -> str:
        self._flush()
        return "".join(self._out)

    def take(self, token: re.Match[bytes]) -> None:
        if token["open"]:
            if len(self._above) < _DEEPEST:
                self._above.append((self._silent, self._over))
        elif token["close"]:
            if self._above:
                self._silent, self._over = self._above.pop()
        elif token["hex"]:
            self._say(bytes([int(token["hex"], 16)]))
        elif token["word"]:
            self._obey(token["word"].decode(), token["number"])
        elif token["sign"]:
            self._sign(token["sign"])
        elif token["text"]:
            text = token["text"]
            self._say(text[self._skip :])
            self._skip = max(0, self._skip - len(text))

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"\\{}":
            self._say(sign)
        elif sign == b"~":
            self._write("\u00a0")

    def _obey(self, word: str, number: bytes | None) -> None:
        starred, self._starred = self._starred, False
        if word == "htmlrtf":
            self._silent = number != b"0"
        elif word in _PASSED_OVER or (starred and word != "htmltag"):
            self._over = True
        elif word == "uc":
            self._after = int(number or 1)
        elif word == "u" and number is not None:
            self._write(chr(int(number) & 0xFFFF))
            self._skip = self._after
        elif word in _SIGNS:
            self._write(_SIGNS[word])

    def _say(self, raw: bytes) -> None:
        if self._skip and len(raw) == 1:
            self._skip -= 1
        elif not self._silent and not self._over:
            self._bytes += raw

    def _write(self, text: str) -> None:
        if not self._silent and not self._over:
            self._flush()
            self._out.append(text)

    def _flush(self) -> None:
        """Bytes are decoded together: a Chinese character is two of them."""
        if self._bytes:
            self._out.append(self._bytes.decode(self._encoding, "replace"))
            self._bytes.clear()
