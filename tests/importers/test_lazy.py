"""A library of a format is imported when such a file comes, and not before."""

import subprocess
import sys

import pytest

_ASK = """
import sys
from relationship_journal.importers import Source, plan, unpacked
from relationship_journal.services.importing import Importing
source = Source({name!r}, {content!r})
assert unpacked(source) is None
plan(source)
print(" ".join(sorted({{"icalendar", "olefile", "compressed_rtf", "dateutil", "email", "zipfile"}} & set(sys.modules))))
"""
_EVENT = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART:20261120T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("name", "content", "loaded"),
    [
        ("a.txt", b"Called Helen today", set()),
        ("a.vcf", b"BEGIN:VCARD\r\nFN:Tom\r\nEND:VCARD\r\n", set()),
        ("a.png", b"\x89PNG\r\n\x1a\n", set()),
        ("a.ics", _EVENT, {"icalendar", "dateutil"}),
    ],
)
def test_only_what_is_needed_is_loaded(name: str, content: bytes, loaded: set[str]) -> None:
    """A note, a card and a picture need none of the libraries; a calendar needs its own."""
    script = _ASK.format(name=name, content=content)
    ended = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    heavy = {"icalendar", "olefile", "compressed_rtf", "dateutil"}
    assert set(ended.stdout.split()) & heavy == loaded
