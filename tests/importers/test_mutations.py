"""Sample documents with random damage: what a reader makes of them is an entry or a Problem, never another error."""

import io
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relationship_journal.domain.problems import Problem
from relationship_journal.importers import Source, plan

FILES = Path(__file__).parent.parent / "data/files/documents"
READERS = {
    "libreoffice.docx": "docx",
    "pandoc.docx": "docx",
    "libreoffice.odt": "opendocument",
    "libreoffice.fodt": "opendocument",
    "libreoffice.rtf": "rtf",
    "pandoc.rtf": "rtf",
    "libreoffice.html": "web",
    "libreoffice.doc": "unread",
}
INSIDE = {
    "libreoffice.docx": "word/document.xml",
    "pandoc.docx": "word/numbering.xml",
    "libreoffice.odt": "content.xml",
}
"""A part of the packed ones to be damaged before it is packed again, since damage outside hardly gets that far."""

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "flip", "repeat", "insert", "end"]),
        st.floats(0, 1),
        st.integers(1, 400),
        st.binary(min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=6,
)


def damaged(content: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    """`content` after some accidents, each at a part of its length."""
    for kind, part, size, junk in edits:
        place = int(part * len(content))
        if kind == "cut":
            content = content[:place] + content[place + size :]
        elif kind == "flip":
            content = content[:place] + junk + content[place + len(junk) :]
        elif kind == "repeat":
            content = content[:place] + content[place : place + size] * 3 + content[place + size :]
        elif kind == "insert":
            content = content[:place] + junk + content[place:]
        else:
            content = content[:place]
    return content


def within(packed: bytes, part: str, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    """The document with one part damaged."""
    held = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as before, ZipFile(held, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, damaged(content, edits) if name == part else content)
    return held.getvalue()


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60, deadline=5000, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS, deep=st.booleans())
def test_damage_is_a_problem_at_most(name: str, edits: list[tuple[str, float, int, bytes]], deep: bool) -> None:
    """Asked directly, without the net at the door; and at the door the bytes are kept as they came."""
    content = (FILES / name).read_bytes()
    broken = within(content, INSIDE[name], edits) if deep and name in INSIDE else damaged(content, edits)
    source = Source(name, broken)
    reader = import_module(f"relationship_journal.importers.{READERS[name]}")
    with suppress(Problem):
        if reader.recognises(source):
            reader.plan(source)
    made = plan(source)
    assert any(file.content == broken for entry in made.entries for file in entry.files)


@settings(max_examples=6, deadline=None)
@given(edits=EDITS)
def test_a_damaged_pdf_is_a_problem_at_most(edits: list[tuple[str, float, int, bytes]]) -> None:
    """Whatever becomes of the process that reads it."""
    broken = b"%PDF-" + damaged((FILES / "libreoffice.pdf").read_bytes()[5:], edits)
    assert plan(Source("x.pdf", broken)).entries[0].files[0].content == broken
