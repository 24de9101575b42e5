"""Messages saved or dragged from Outlook (`.msg`, [MS-OXMSG]): read as mail is, with their files."""

import re
from email.message import EmailMessage
from email.parser import HeaderParser
from email.policy import compat32
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.values import dataclass, replace

from . import mapi
from .charset import decode
from .file_names import type_by_name, without_folders
from .letter import LOGO, Letter
from .mail_headers import moment_of, people_in
from .mapi import Place, Properties
from .markup import text_of_html
from .plan import ImportPlan, Person, PlannedFile, Refusal, Source
from .reasons import damaged

if TYPE_CHECKING:
    from olefile import OleFileIO

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMES = "__properties_version1.0".encode("utf-16-le")
_MOST_FILES, _MOST_PEOPLE = 500, 500
_LARGEST_FILE = 256 * 1024 * 1024
_LARGEST_RTF = 2 * 1024 * 1024
_DEEPEST = 5
_HEADS = (32, 24)  # bytes before the fixed properties: of the message itself, of one within it
_ADDRESS = re.compile(r"[^\s<>\"']+@[^\s<>\"']+")


@dataclass(slots=True)
class _Found:
    """What is left out of the whole message, for the report."""

    cut_short: bool = False


def recognises(source: Source) -> bool:
    """Whether it is a compound file that holds the properties of a message."""
    return source.content.startswith(_OLE) and _NAMES in source.content


def plan(source: Source) -> ImportPlan:
    """One entry of kind `message`; the message and every file in it are kept. Raises Problem where it is broken."""
    found = _Found()
    try:
        with mapi.opened(source.content) as file:
            letter = _letter(file, (), 0, found)
    except (OSError, ValueError, IndexError, KeyError, TypeError, RecursionError, MemoryError, OverflowError) as error:
        raise Problem(damaged(source.name)) from error
    whole = PlannedFile(source.name, source.content, "application/vnd.ms-outlook")
    refused: tuple[Refusal, ...] = ()
    if found.cut_short:
        reason = Message("More than {n} parts; the rest stays inside the mail itself.", n=_MOST_FILES)
        refused = (Refusal(letter.subject or source.name, reason),)
    return ImportPlan("mail", (replace(letter, files=(whole, *letter.files)).entry(),), refused)


def _letter(file: "OleFileIO", place: Place, depth: int, found: _Found) -> Letter:
    told = Properties(file, place, _HEADS[bool(place)])
    headers = HeaderParser(policy=compat32).parsestr(told.text(mapi.HEADERS)[:100_000])
    sender = _person(told, (mapi.SENT_FOR_NAME, mapi.SENDER_NAME), _SENDER)
    storages = mapi.storages(file, place, "recip", _MOST_PEOPLE)
    receivers = [
        person
        for storage in storages
        if (one := Properties(file, storage, 8, told.encoding)).number(mapi.RECEIVER_KIND) != 3
        if (person := _person(one, (mapi.DISPLAY_NAME,), (mapi.SMTP, mapi.ADDRESS)))
    ]
    return Letter(
        told.text(mapi.SUBJECT).replace("\n", " "),
        sender or next(iter(people_in(headers, "from")), None),
        tuple(receivers) or (*people_in(headers, "to"), *people_in(headers, "cc")),
        told.moment(mapi.SUBMITTED) or moment_of(headers) or told.moment(mapi.DELIVERED, mapi.LAST_CHANGED),
        _body(told),
        tuple(_files(file, place, told.encoding, depth, found)),
    )


_SENDER = (mapi.SENT_FOR_SMTP, mapi.SENDER_SMTP, mapi.SENT_FOR_ADDRESS, mapi.SENDER_ADDRESS)


def _person(told: Properties, names: tuple[int, ...], addresses: tuple[int, ...]) -> Person | None:
    """Inside a firm the address is one of its directory (`/O=…`), which reaches nobody outside and is left out."""
    written = (told.text(number) for number in addresses)
    address = next((text for text in written if _ADDRESS.fullmatch(text)), "")
    name = told.text(*names).strip("'\" ")
    if not address and _ADDRESS.fullmatch(name):
        name, address = "", name
    return (("" if name.lower() == address.lower() else name), address) if name or address else None


def _body(told: Properties) -> str:
    """Its plain text, else that of its HTML, else that of its rich text, HTML wrapped in it included."""
    if plain := told.text(mapi.BODY):
        return plain
    markup = told.binary(mapi.BODY_HTML, 16 * 1024 * 1024)
    if markup:
        return text_of_html(decode(markup, told.encoding) or "", quoting=True)
    if text := told.text(mapi.BODY_HTML):
        return text_of_html(text, quoting=True)
    packed = told.binary(mapi.BODY_RTF, _LARGEST_RTF)
    return _text_of_packed(packed) if packed else ""


def _text_of_packed(packed: bytes) -> str:
    from compressed_rtf import decompress

    from .rtf import words_of_rtf
    from .rtf_markup import html_of_rtf, is_wrapped_html

    try:
        rich = decompress(packed)
    except Exception:  # noqa: BLE001 - the library raises nothing more particular; the rest of the mail is read
        return ""
    if is_wrapped_html(rich):
        return text_of_html(html_of_rtf(rich), quoting=True)
    return words_of_rtf(rich, "").text


def _files(file: "OleFileIO", place: Place, encoding: str, depth: int, found: _Found) -> list[PlannedFile]:
    storages = mapi.storages(file, place, "attach", _MOST_FILES + 1)
    found.cut_short |= len(storages) > _MOST_FILES
    files: list[PlannedFile] = []
    for number, storage in enumerate(storages[:_MOST_FILES], 1):
        told = Properties(file, storage, 8, encoding)
        name = told.text(mapi.FILE_LONG_NAME, mapi.FILE_NAME, mapi.DISPLAY_NAME)
        name = without_folders(name).replace("\n", " ")
        inner = told.embedded(mapi.FILE_CONTENT)
        if inner is not None:
            if depth < _DEEPEST:
                letter = _letter(file, inner, depth + 1, found)
                called = f"{(letter.subject or name or str(number)).replace('/', '-')[:80]}.eml"
                files.append(PlannedFile(called, _as_mail(letter), "message/rfc822"))
            continue
        content = told.binary(mapi.FILE_CONTENT, _LARGEST_FILE)
        media_type = told.text(mapi.FILE_TYPE) or type_by_name(name)
        in_text = told.number(mapi.FILE_HIDDEN) or told.text(mapi.FILE_CONTENT_ID)
        if content and not (in_text and media_type.startswith("image/") and len(content) <= LOGO):
            files.append(PlannedFile(name or f"{number}.bin", content, media_type))
    return files


def _as_mail(letter: Letter) -> bytes:
    """A message within the message, as the mail that every program opens; as text where its head is beyond that."""
    made = EmailMessage()
    try:
        made["Subject"] = " ".join(letter.subject.split())
        if letter.sender is not None:
            made["From"] = formataddr(letter.sender)
        made["To"] = ", ".join(formataddr(person) for person in letter.receivers)
        if letter.moment is not None:
            made["Date"] = format_datetime(letter.moment)
        made.set_content(letter.body)
        for file in letter.files:
            made.add_attachment(file.content, maintype="application", subtype="octet-stream", filename=file.name)
        return made.as_bytes()
    except (ValueError, UnicodeError, LookupError, AttributeError):
        return f"{letter.subject}\n\n{letter.body}".encode()
