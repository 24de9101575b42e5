"""The parts of a mail (MIME): which of them are its words, which are files."""

import mimetypes
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message as MailMessage

from relationship_journal.values import dataclass, field

from . import tnef
from .charset import decode
from .letter import LOGO
from .mail_headers import header_text, name_of_file
from .markup import declared_encoding, text_of_html
from .plan import PlannedFile

MOST_PARTS = 500
_DEEPEST = 30
_RICH = ("text/html", "multipart/related", "multipart/mixed")
_SIGN_OF_NO_TEXT = 40  # characters: `Your program cannot show HTML` and the like


@dataclass(slots=True)
class MailBody:
    """What was found: its words in order, its files, and whether there were more parts than are looked at."""

    words: list[str] = field(default_factory=list)
    files: list[PlannedFile] = field(default_factory=list)
    cut_short: bool = False
    encrypted: bool = False


def body_of(message: MailMessage) -> MailBody:
    """The words and files of a mail."""
    found = MailBody()
    for count, part in enumerate(_leaves(message, 0)):
        if count >= MOST_PARTS:
            found.cut_short = True
            break
        _take(part, found)
    return found


def _leaves(part: MailMessage, depth: int) -> Iterator[MailMessage]:
    """The parts that matter: of alternatives only the best, and what is no text beside it."""
    kind, held = part.get_content_type(), _held(part)
    if kind == "multipart/encrypted" or not kind.startswith("multipart/") or not held:
        yield part
    elif depth < _DEEPEST:
        for one in _best(held) if kind == "multipart/alternative" else held:
            yield from _leaves(one, depth + 1)


def _held(part: MailMessage) -> list[MailMessage]:
    """The parts within a part, none where it is a leaf."""
    held: object = part.get_payload()
    return [one for one in held if isinstance(one, MailMessage)] if isinstance(held, list) else []


def _best(parts: list[MailMessage]) -> list[MailMessage]:
    """The alternative whose text is read, and those that are no text: an invitation, pictures beside the HTML.

    Plain text is taken where it says something; some programs put all words into the HTML.
    """
    plain = next((one for one in parts if one.get_content_type() == "text/plain"), None)
    rich = next((one for one in parts if one.get_content_type() in _RICH), None)
    others = [one for one in parts if one.get_content_type() not in ("text/plain", *_RICH)]
    if plain is None or rich is None:
        return [one for one in (plain, rich) if one is not None] + others
    words = _text_of(plain).strip()
    markup = next((one for one in (rich, *_held(rich)) if one.get_content_type() == "text/html"), None)
    if len(words) < _SIGN_OF_NO_TEXT and markup is not None and len(text_of_html(_text_of(markup))) > 2 * len(words):
        return [rich, *others]
    return [plain, *(one for one in _held(rich) if one.get_content_maintype() != "text"), *others]


def _take(part: MailMessage, found: MailBody) -> None:
    kind, name = part.get_content_type(), name_of_file(part)
    if kind == "multipart/encrypted" or (
        kind == "application/pkcs7-mime" and "signed" not in str(part.get("content-type", ""))
    ):
        found.encrypted = True
    if kind == "message/rfc822":
        _take_mail(part, name, found)
        return
    attached = str(part.get("content-disposition", "")).lower().startswith("attachment")
    if kind in ("text/plain", "text/html") and not name and not attached:
        text = _text_of(part)
        words = text_of_html(text, quoting=True) if kind == "text/html" else text
        if words.strip():
            found.words.append(words.strip("\n"))
        return
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content or kind.startswith("application/pgp-") or name == "smime.p7s":
        return
    if part.get("content-id") and kind.startswith("image/") and len(content) <= LOGO and not attached:
        return
    if (kind in tnef.MEDIA_TYPES or name.lower() == "winmail.dat") and tnef.is_wrapped(content):
        words, files = tnef.unwrapped(content)
        found.files += files
        if words.strip() and not found.words:
            found.words.append(words.strip("\n"))
        return
    found.files.append(PlannedFile(name or _unnamed(kind, len(found.files) + 1), content, kind))


def _take_mail(part: MailMessage, name: str, found: MailBody) -> None:
    inner = next(iter(_held(part)), None)
    try:
        content = inner.as_bytes() if inner is not None else part.get_payload(decode=True)
    except (MessageError, LookupError, UnicodeError, TypeError, AttributeError, RecursionError):
        return
    if isinstance(content, bytes) and content:
        subject = header_text(inner, "subject")[:80] if inner is not None else ""
        called = name or f"{subject.replace('/', '-') or f'{len(found.files) + 1}'}.eml"
        found.files.append(PlannedFile(called, content, "message/rfc822"))


def _unnamed(kind: str, number: int) -> str:
    known = {"text/calendar": "invite.ics", "text/vcard": "contact.vcf", "text/x-vcard": "contact.vcf"}
    return known.get(kind) or f"{number}{mimetypes.guess_extension(kind) or '.bin'}"


def _text_of(part: MailMessage) -> str:
    """The text in its declared encoding, or in the one that fits where the declaration is false or missing."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return ""
    declared = str(part.get_content_charset() or "")
    if part.get_content_type() == "text/html" and not declared:
        declared = declared_encoding(content)
    text = decode(content, declared)
    if text is None:
        text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    text = text.replace("\x00", "")
    if str(part.get_param("format") or "").lower() == "flowed" and part.get_content_type() == "text/plain":
        text = unflowed(text, delete_space=str(part.get_param("delsp") or "").lower() == "yes")
    return text


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Text whose lines were broken softly (RFC 3676), in whole paragraphs; quoted lines begin with `> ` per level."""
    made: list[str] = []
    depth, open_line = 0, False
    for raw in text.split("\n"):
        level = len(raw) - len(raw.lstrip(">"))
        line = raw[level:].removeprefix(" ")
        if open_line and level == depth and line != "-- ":
            made[-1] += line
        else:
            made.append(("> " * level if line else ">" * level) + line)
        depth, open_line = level, line.endswith(" ") and line != "-- "
        if open_line and delete_space:
            made[-1] = made[-1][:-1]
    return "\n".join(line if line.strip("> ") == "" or line == "-- " else line.rstrip() for line in made)
