"""Mail (`.eml`, RFC 5322 and MIME): subject and body become the entry, its files stay with it, its date is the day."""

import re
from datetime import date
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import getaddresses

from relationship_journal.domain.entry import EntryKind
from relationship_journal.i18n import Message

from .charset import decode
from .markup import text_of_html
from .plan import ImportPlan, PlannedEntry, PlannedFile, Refusal, Source

_HEADER = re.compile(rb"\A(?:From .*\r?\n)?(?:[!-9;-~]+:[ \t].*\r?\n(?:[ \t].*\r?\n)*){2,}", re.ASCII)
_TELLING = re.compile(rb"^(?:From|Date|Received|Message-ID|MIME-Version):", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 500


def recognises(source: Source) -> bool:
    """Whether it begins with mail headers of which at least two are a mail's own."""
    head = source.content[:16_384].removeprefix(b"\xef\xbb\xbf")
    match = _HEADER.match(head)
    return match is not None and len({name.lower() for name in _TELLING.findall(match.group())}) >= 2


def plan(source: Source) -> ImportPlan:
    """One entry of kind `message`; the mail itself and every file in it are kept."""
    message = BytesParser(policy=policy.default).parsebytes(source.content.removeprefix(b"\xef\xbb\xbf"))
    day, time = _when(message)
    attached, refused = _attached(message)
    whole = PlannedFile(source.name, source.content, "message/rfc822")
    entry = PlannedEntry(
        EntryKind.MESSAGE,
        _text(message),
        day=day,
        time=time,
        files=(whole, *attached),
        people=_people(message),
    )
    return ImportPlan("mail", (entry,), refused)


def _text(message: EmailMessage) -> str:
    subject = _header(message, "subject")
    body = _body(message).strip()
    return f"{subject}\n\n{body}".strip()


def _header(message: EmailMessage, name: str) -> str:
    """The decoded header, empty where it is missing or broken beyond reading."""
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        return ""


def _body(message: EmailMessage) -> str:
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except (KeyError, AttributeError, TypeError):
        return ""
    if part is None:
        return ""
    text = _text_of_part(part)
    return text_of_html(text) if part.get_content_type() == "text/html" else text


def _text_of_part(part: MIMEPart) -> str:
    """The text in its declared encoding, or in the one that fits where the declaration is false."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = content.decode(charset)
    except (UnicodeDecodeError, LookupError):
        text = decode(content) or content.decode("utf-8", "replace")
    return text.replace("\r\n", "\n")


def _when(message: EmailMessage) -> tuple[None, str] | tuple[date, str]:
    try:
        moment = message["date"].datetime if message["date"] is not None else None
    except (ValueError, AttributeError, TypeError, IndexError, OverflowError):
        moment = None
    if moment is None:
        return None, ""
    local = moment.astimezone() if moment.tzinfo is not None else moment
    return local.date(), f"{local:%H:%M}"


def _people(message: EmailMessage) -> tuple[str, ...]:
    """Addresses and names of sender and receivers, each once, in order."""
    headers = [header for name in ("from", "to", "cc") if (header := _header(message, name))]
    # One by one: Python's strict parsing drops all of them where one is empty or malformed.
    pairs = [pair for header in headers for pair in getaddresses([header])]
    found = [word.strip() for pair in pairs for word in pair if word.strip()]
    return tuple(dict.fromkeys(found))


def _attached(message: EmailMessage) -> tuple[tuple[PlannedFile, ...], tuple[Refusal, ...]]:
    files: list[PlannedFile] = []
    refused: list[Refusal] = []
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            reason = Message("More than {n} parts; the rest stays inside the mail itself.", n=_MOST_PARTS)
            refused.append(Refusal(_header(message, "subject"), reason))
            break
        name = part.get_filename()
        content = part.get_payload(decode=True) if name else None
        if name and isinstance(content, bytes):
            files.append(PlannedFile(name.replace("\\", "/").rsplit("/", 1)[-1], content, part.get_content_type()))
    return tuple(files), tuple(refused)
