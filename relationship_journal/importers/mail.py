"""Mail (`.eml`, RFC 5322 and MIME): subject and body become the entry, its files stay with it, its date is the day."""

import re
from email import policy
from email.errors import MessageError
from email.message import Message as MailMessage
from email.parser import BytesParser

from relationship_journal.i18n import Message

from .letter import Letter
from .mail_body import MOST_PARTS, MailBody, body_of
from .mail_headers import header_text, moment_of, people_in
from .plan import ImportPlan, PlannedFile, Refusal, Source

_HEADER = re.compile(rb"\A(?:From .*\r?\n)?(?:[!-9;-~]+:[ \t]?.*\r?\n(?:[ \t].*\r?\n)*){2,}", re.ASCII)
_TELLING = re.compile(rb"^(?:From|Date|Received|Message-ID|MIME-Version|Return-Path):", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(rb"boundary\s*=\s*[\"']?([^\s\"';]+)", re.IGNORECASE)
_MOST_BOUNDARIES = 200
_LARGEST = 48 * 1024 * 1024


def recognises(source: Source) -> bool:
    """Whether it begins with mail headers of which at least two are a mail's own."""
    head = source.content[:16_384].removeprefix(b"\xef\xbb\xbf")
    match = _HEADER.match(head)
    return match is not None and len({name.lower() for name in _TELLING.findall(match.group())}) >= 2


def plan(source: Source) -> ImportPlan:
    """One entry of kind `message`; the mail itself and every file in it are kept."""
    letter, refused = read(source)
    return ImportPlan("mail", (letter.entry(),), refused)


def read(source: Source) -> tuple[Letter, tuple[Refusal, ...]]:
    """The mail, opened, and what of it is not shown. Whatever is wrong with it, its headers are read."""
    content = source.content.removeprefix(b"\xef\xbb\xbf")
    message, body, problem = _opened(content)
    subject = header_text(message, "subject")
    if body.encrypted:
        problem = Message("The mail is encrypted: it was kept whole; open it in your mail program.")
    refused: tuple[Refusal, ...] = ()
    if body.cut_short:
        reason = Message("More than {n} parts; the rest stays inside the mail itself.", n=MOST_PARTS)
        refused = (Refusal(subject or source.name, reason),)
    sender = next(iter(people_in(message, "from")), None) or next(iter(people_in(message, "sender")), None)
    receivers = (*people_in(message, "to"), *people_in(message, "cc"))
    whole = PlannedFile(source.name, source.content, "message/rfc822", problem)
    letter = Letter(subject, sender, receivers, moment_of(message), "\n\n".join(body.words), (whole, *body.files))
    return letter, refused


def _opened(content: bytes) -> tuple[MailMessage, MailBody, Message | None]:
    if len(content) > _LARGEST:
        message = _parsed(content[:_LARGEST])
        words = body_of(message).words
        return message, MailBody(words), Message("The mail is very large: its attachments stay inside the mail itself.")
    if len(set(_BOUNDARY.findall(content))) <= _MOST_BOUNDARIES:
        try:
            message = _parsed(content)
            return message, body_of(message), None
        except (RecursionError, MessageError, LookupError, ValueError, TypeError, AttributeError):
            pass
    nested = Message("The mail is nested too deeply or is damaged: it was kept whole, and only its head was read.")
    return BytesParser(policy=policy.compat32).parsebytes(content[: 2**20], headersonly=True), MailBody(), nested


def _parsed(content: bytes) -> MailMessage:
    # The old policy gives headers and parameters as they stand: broken ones are read here, not refused there.
    return BytesParser(policy=policy.compat32).parsebytes(content)
