"""Mailboxes (`.mbox`, RFC 4155): one mail after the other, each begun by a line `From …`."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from relationship_journal.i18n import Message

from . import mail
from .containers import Allowance
from .plan import Refusal, Source

# `From sender Fri Nov 20 09:30:00 2026`, before it an empty line, after it a header.
_BEGIN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{0,200}\r?\n(?=[!-9;-~]+:)")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def recognises(source: Source) -> bool:
    """Whether it begins like a mailbox, with a mail in it."""
    return _BEGIN.match(source.content) is not None and mail.recognises(source)


def letters(source: Source, allowance: Allowance) -> Iterator[Source | Refusal]:
    """Its mails, each as a source of its own, without the line that begins it."""
    begins = [match.span() for match in _BEGIN.finditer(source.content)]
    ends = [*(begin for begin, _end in begins[1:]), len(source.content)]
    stem = PurePath(source.name).stem or source.name
    digits = len(str(len(begins)))
    for number, ((_begin, start), end) in enumerate(zip(begins, ends, strict=True), 1):
        if not allowance.one_more():
            reason = Message("{name} holds more mails than are taken at once; the rest was left.", name=source.name)
            yield Refusal(source.name, reason)
            return
        content = _QUOTED.sub(rb"\1", source.content[start:end].rstrip(b"\r\n") + b"\n")
        name = f"{stem}.eml" if len(begins) == 1 else f"{stem} {number:0{digits}}.eml"
        yield Source(name, content, source.modified, source.known)
