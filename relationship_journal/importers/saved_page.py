"""Pages saved with all that belongs to them: Safari's `.webarchive`, the `.mhtml` of other browsers and of Word."""

import re
from email import message_from_bytes, policy
from itertools import islice

from relationship_journal.domain.problems import Problem

from .plan import ImportPlan, Source
from .property_list import read_property_list
from .reasons import damaged
from .web import plan_of_page

_LARGEST = 64 * 1024 * 1024
_MOST_PARTS = 200
_FROM_BROWSER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:From: ?\"?<?Saved by |MIME-Version: 1\.0\r?\nContent-Type: multipart/related)|"
    rb"^Snapshot-Content-Location:",
    re.IGNORECASE | re.MULTILINE,
)


def recognises(source: Source) -> bool:
    """Whether it is one of the two, told by its beginning."""
    content = source.content
    if content.startswith(b"bplist00"):
        return b"WebMainResource" in content
    return _FROM_BROWSER.search(content[:4096]) is not None


def plan(source: Source) -> ImportPlan:
    """One entry with the words of the page itself. Problem where it holds none."""
    if len(source.content) > _LARGEST:
        raise Problem(damaged(source.name))
    found = _in_archive(source) if source.content.startswith(b"bplist00") else _in_parts(source)
    if found is None:
        raise Problem(damaged(source.name))
    return plan_of_page(source, *found)


def _in_archive(source: Source) -> tuple[bytes, str] | None:
    page = read_property_list(source.content, source.name).get("WebMainResource")
    if not isinstance(page, dict):
        return None
    content, encoding = page.get("WebResourceData"), page.get("WebResourceTextEncodingName")
    if not isinstance(content, bytes):
        return None
    return content, encoding if isinstance(encoding, str) else ""


def _in_parts(source: Source) -> tuple[bytes, str] | None:
    saved = message_from_bytes(source.content, policy=policy.compat32)
    for part in islice(saved.walk(), _MOST_PARTS):
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            charset = part.get_content_charset()
            return (content, charset or "") if isinstance(content, bytes) else None
    return None
