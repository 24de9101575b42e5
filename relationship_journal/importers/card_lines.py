"""The content lines of a vCard of every version: folded, quoted-printable, base64, in the encoding of an old phone.

vCard 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350) share `NAME;PARAMETER=…:value` and little else.
"""

import quopri
import re
from collections.abc import Iterator

from relationship_journal.values import dataclass

from .charset import codec_of, decode

_FOLD = re.compile(r"\r?\n[ \t]")
_HEAD = re.compile(r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)(?P<parameters>(?:;(?:\"[^\"]*\"|[^:\"])*)?):", re.ASCII)
_ESCAPED = re.compile(r"\\(.)")
_LONGEST = 100_000  # characters of a value; what is longer is a picture


@dataclass(frozen=True, slots=True)
class CardLine:
    """One property: its name and types in capitals, its group (`item1` of Apple), its value, not yet split."""

    name: str
    types: frozenset[str]
    group: str
    value: str

    def parts(self, sign: str = ";") -> list[str]:
        """The value's components, without their escapes."""
        return [unescaped(part) for part in re.split(rf"(?<!\\){sign}", self.value)]

    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value)


def begins_with(content: bytes, opening: bytes) -> bool:
    """Whether the first line of a text in any encoding is `opening`, marks and blank lines apart."""
    head = content[:400].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n")
    return head[: len(opening)].upper() == opening


def unescaped(text: str) -> str:
    """Backslashes taken away; that before an n is a line end."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text).strip()


def lines_of(content: bytes) -> Iterator[CardLine]:
    """The properties of all cards in order, BEGIN and END among them; what is no property is left out."""
    text = decode(content) or content.decode("utf-8", "replace")
    # A quoted-printable value goes on after `=` at the end of a line, and then is no folded line.
    rows = iter(_FOLD.sub("", text).replace("\r\n", "\n").split("\n"))
    for row in rows:
        match = _HEAD.match(row)
        if match is None:
            continue
        parameters = match["parameters"].upper().split(";")
        value = row[match.end() :]
        if any(one.endswith("QUOTED-PRINTABLE") for one in parameters):
            pieces = [value]
            while pieces[-1].endswith("="):
                pieces[-1] = pieces[-1][:-1]
                pieces.append(next(rows, "").lstrip())
            value = _unquoted("".join(pieces), match["parameters"])
        if len(value) > _LONGEST:
            continue
        types = frozenset(
            kind.strip('"') for one in parameters if one for kind in re.split(r"[=,]", one) if kind not in ("TYPE", "")
        )
        yield CardLine(match["name"].upper(), types, (match["group"] or "").lower(), value.replace("\x00", ""))


def _unquoted(value: str, parameters: str) -> str:
    """Quoted-printable in the declared encoding, or in the likeliest where none is declared or it does not fit."""
    raw = quopri.decodestring(value.encode("utf-8", "surrogatepass"))
    declared = re.search(r"CHARSET=\"?([\w-]+)", parameters, re.IGNORECASE)
    name = codec_of(declared[1]) if declared else "utf-8"
    try:
        return raw.decode(name).replace("\r\n", "\n")
    except (UnicodeError, LookupError):
        return decode(raw) or raw.decode("utf-8", "replace")
