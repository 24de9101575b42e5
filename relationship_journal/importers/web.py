"""Web pages (`.html`): their text becomes the entry, under their title; the page stays with it."""

import re

from .charset import decode
from .documents import Words, document
from .markup import declared_encoding, text_of_html, title_of_html
from .plan import ImportPlan, Source

_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_PART = re.compile(
    rb"\A\s*(?:<!--|<(?:p|div|table|h[1-6]|ul|ol|span|meta|style|title|center|font|b|strong|a)[\s>])", re.IGNORECASE
)
_CLOSED = re.compile(rb"</(?:p|div|table|h[1-6]|ul|ol|span|html|body|a)\s*>", re.IGNORECASE)
_HEADING = re.compile(r"(?i)<h1[\s>]")
_LARGEST = 64 * 1024 * 1024


def recognises(source: Source) -> bool:
    """Whether it is markup: it begins as a page does, or as a part of one that also closes what it opens."""
    head = source.content[:4096].replace(b"\x00", b"")
    return bool(_PAGE.search(head[:1024]) or (_PART.match(head) and _CLOSED.search(source.content[:65_536])))


def plan(source: Source) -> ImportPlan:
    """One entry: the text, below the title where the page has no heading of its own and does not say it anyway."""
    return plan_of_page(source, source.content, "")


def plan_of_page(source: Source, page: bytes, declared: str) -> ImportPlan:
    """The same for a page that lies inside of `source`, in an encoding that is declared there, if any."""
    content = page[:_LARGEST]
    markup = decode(content, declared or declared_encoding(content)) or ""
    text, title = text_of_html(markup), title_of_html(markup)
    if title and title not in text[:1000] and not _HEADING.search(markup):
        text = f"{title}\n\n{text}"
    return document(source, "html", "text/html" if page is source.content else "", Words(text))
