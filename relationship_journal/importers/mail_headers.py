"""Headers of a mail as they come: encoded words cut in the middle of a character, false and missing encodings."""

import re
from datetime import datetime
from email.message import Message as MailMessage
from email.utils import getaddresses, parsedate_to_datetime

from .charset import codec_of, decode
from .file_names import without_folders
from .plan import Person

_ENCODED = re.compile(r"=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bB](?=\?[^?\s]*\?=)|[qQ])\?([^?]*)\?=")
_LONGEST = 20_000  # characters of a header that are read
_MOST_PEOPLE = 500


def header_text(message: MailMessage, name: str) -> str:
    """The header as one line of text, empty where it is missing."""
    return worded(raw_header(message, name))


def raw_header(message: MailMessage, name: str) -> str:
    """The first header of this name as it stands, without its encoded words being read."""
    wanted = name.lower()
    return next((str(value)[:_LONGEST] for key, value in message.raw_items() if key.lower() == wanted), "")


def worded(raw: str) -> str:
    """A header's value as text (RFC 2047). Words of one encoding are joined before they are read: many programs cut
    them within a character."""
    if any("\udc80" <= sign <= "\udcff" for sign in raw):
        content = raw.encode("utf-8", "surrogateescape")
        raw = decode(content) or content.decode("utf-8", "replace")
    parts: list[str] = []
    pending, encoding, done = b"", "", 0
    for match in _ENCODED.finditer(raw):
        between = raw[done : match.start()]
        adjacent = done > 0 and not between.strip()  # the space between two encoded words is none (RFC 2047, 6.2)
        if pending and (not adjacent or match[1].lower() != encoding):
            parts.append(_read(pending, encoding))
            pending = b""
        if not adjacent:
            parts.append(between)
        encoding, done = match[1].lower(), match.end()
        pending += _bytes(match[2], match[3])
    if pending:
        parts.append(_read(pending, encoding))
    parts.append(raw[done:])
    return " ".join("".join(parts).replace("\x00", "").split())


def _bytes(way: str, text: str) -> bytes:
    import base64
    import binascii
    import quopri

    if way in "qQ":
        return quopri.decodestring(text.replace("_", " ").encode("ascii", "ignore"))
    plain = re.sub(r"[^A-Za-z0-9+/]", "", text)
    try:
        return base64.b64decode(plain[: len(plain) - (len(plain) % 4 == 1)] + "=" * (-len(plain) % 4))
    except (ValueError, binascii.Error):
        return text.encode("utf-8", "replace")


def _read(content: bytes, encoding: str) -> str:
    """The declared encoding where it reads all, else the likeliest."""
    name = {"unknown-8bit": "utf-8", "ks_c_5601-1987": "cp949"}.get(encoding) or codec_of(encoding)
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return decode(content, encoding) or content.decode("utf-8", "replace")


def people_in(message: MailMessage, name: str) -> tuple[Person, ...]:
    """Who stands in the headers of this name, each once, in order."""
    wanted = name.lower()
    # One by one: Python's strict parsing drops all of them where one is empty or malformed.
    values = [str(value)[:_LONGEST] for key, value in message.raw_items() if key.lower() == wanted]
    pairs = [pair for value in values for pair in getaddresses([" ".join(value.split())])]
    found = [(worded(shown).strip("\"' "), worded(address)) for shown, address in pairs[:_MOST_PEOPLE]]
    return tuple(dict.fromkeys(_sensible(shown, address) for shown, address in found if shown or address))


def _sensible(shown: str, address: str) -> Person:
    if "@" not in address:
        return (shown or address, "")
    return ("" if shown.lower() == address.lower() else shown, address)


def moment_of(message: MailMessage) -> datetime | None:
    """When it was sent, in local time; where its own date says nonsense, when it came in."""
    for raw in (raw_header(message, "date"), raw_header(message, "received").rpartition(";")[2]):
        try:
            moment = parsedate_to_datetime(raw.strip())
            return moment.astimezone() if moment.tzinfo is not None else moment
        except (ValueError, TypeError, IndexError, OverflowError, OSError):
            continue
    return None


def name_of_file(part: MailMessage) -> str:
    """What a part calls its file, in RFC 2231 or as an encoded word, harmless; empty where it has no name."""
    try:
        raw = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    return without_folders(worded(str(raw))).strip()
